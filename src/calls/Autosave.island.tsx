/**
 * Saves each field of a page of the form as one goes, and says so; the page works without it.
 * One save at a time for each field, over the revision the page was read at: a text written elsewhere is never overwritten.
 */
interface Sums {
  budget: { charges: string; products: string; inKindCharges: string; inKindProducts: string; gapLabel: string; gap: string }
  shares: string
  people: string
}

interface Reply {
  saved: boolean
  revision?: number
  error?: string
  refusal?: string
  sentence?: string
  conflict?: { theirs: string; theirAuthor: string; theirSavedAt: string }
  savedAt?: string
  sums?: Sums
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const IDLE_MS = 1500
const RETRY_MS = 5000
const states = new WeakMap<HTMLInputElement, { timer?: number; sent: string; busy: boolean }>()

export function mount(root: HTMLElement): void {
  for (const revision of root.querySelectorAll<HTMLInputElement>('input[type=hidden][name^="rev."]')) {
    states.set(revision, { sent: textOf(root, revision, true), busy: false })
  }
  root.addEventListener('input', (event) => soon(root, event.target, IDLE_MS))
  root.addEventListener('change', (event) => soon(root, event.target, 0))
  root.addEventListener('submit', (event) => void afterSaves(root, event))
}

const underWay = new Set<Promise<void>>()

/** The page is sent once the saves under way have answered: sent before, it would look written over a stale revision. */
async function afterSaves(root: HTMLElement, event: SubmitEvent): Promise<void> {
  for (const revision of root.querySelectorAll<HTMLInputElement>('input[type=hidden][name^="rev."]')) {
    window.clearTimeout(states.get(revision)?.timer)
  }
  const { target, submitter } = event
  if (underWay.size === 0 || !(target instanceof HTMLFormElement)) return
  event.preventDefault()
  await Promise.all(underWay)
  target.requestSubmit(submitter)
}

function soon(root: HTMLElement, target: EventTarget | null, delay: number): void {
  if (!isControl(target)) return
  const revision = root.querySelector<HTMLInputElement>(`input[name="rev.${CSS.escape(target.name)}"]`)
  if (revision) later(root, revision, delay)
}

function later(root: HTMLElement, revision: HTMLInputElement, delay: number): void {
  const state = states.get(revision)
  if (!state) return
  window.clearTimeout(state.timer)
  if (delay > 0) state.timer = window.setTimeout(() => track(save(root, revision)), delay)
  else track(save(root, revision))
}

function track(saving: Promise<void>): void {
  const ended = saving.finally(() => underWay.delete(ended))
  underWay.add(ended)
}

async function save(root: HTMLElement, revision: HTMLInputElement): Promise<void> {
  const state = states.get(revision)
  const raw = textOf(root, revision)
  if (!state || state.busy || state.sent === raw) return
  state.busy = true
  const reply = await send(root, { field: fieldOf(revision), baseRevision: Number(revision.value), raw })
  state.busy = false
  if (!reply) {
    say(root, 'L’enregistrement n’est pas passé\u00A0: nous réessayons. Votre texte reste dans la page.')
    return later(root, revision, RETRY_MS)
  }
  state.sent = raw
  show(root, revision, reply)
  if (textOf(root, revision) !== raw) later(root, revision, IDLE_MS)
}

async function send(root: HTMLElement, input: { field: string; baseRevision: number; raw: string }): Promise<Reply | undefined> {
  const { href = '', subject: subjectId } = root.dataset
  try {
    const response = await fetch(href, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ subjectId, ...input }),
      // One may leave the page at once; the browser carries small bodies to their end.
      keepalive: input.raw.length < 10_000,
    })
    return response.headers.get('content-type')?.includes('json') ? await response.json() : undefined
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return undefined
    throw error
  }
}

function show(root: HTMLElement, revision: HTMLInputElement, reply: Reply): void {
  const control = controlsOf(root, revision)[0]
  if (reply.saved && reply.revision !== undefined) revision.value = String(reply.revision)
  if (control) showError(control, messageOf(reply))
  if (reply.saved) say(root, `Enregistré à ${reply.savedAt ?? ''}.`)
  if (reply.refusal) say(root, reply.sentence ?? 'Cette demande ne se modifie plus\u00A0: rechargez la page.')
  if (reply.sums) showSums(root, reply.sums)
}

function messageOf({ error, conflict }: Reply): string | undefined {
  if (!conflict) return error
  const { theirAuthor, theirSavedAt, theirs } = conflict
  return `${theirAuthor} a écrit ici le ${theirSavedAt}\u00A0: « ${theirs.slice(0, 200)} ». Votre texte est gardé à côté\u00A0: rechargez la page pour choisir.`
}

/** The same sentence, place and links as when the server draws the page. */
function showError(control: Control, message: string | undefined): void {
  const id = `${control.id}-erreur`
  const said = document.getElementById(id)
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each !== '' && each !== id)
  if (message === undefined) {
    said?.remove()
    control.removeAttribute('aria-invalid')
  } else {
    const line = said ?? newError(control, id)
    line.lastElementChild?.replaceChildren(message)
    control.setAttribute('aria-invalid', 'true')
    described.unshift(id)
  }
  if (described.length > 0) control.setAttribute('aria-describedby', described.join(' '))
  else control.removeAttribute('aria-describedby')
}

function newError(control: Control, id: string): HTMLElement {
  const line = document.createElement('p')
  line.className = 'error'
  line.id = id
  line.setAttribute('role', 'status')
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  icon.setAttribute('class', 'i')
  icon.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `${document.documentElement.dataset['icons'] ?? ''}#octagon-alert`)
  icon.append(use)
  line.append(icon, document.createElement('span'))
  const holder = control.closest('.line, .field, td')
  const before = holder?.matches('.field') ? (control.closest('.money') ?? control) : holder?.firstElementChild
  holder?.insertBefore(line, before ?? null)
  return line
}

function showSums(root: HTMLElement, { budget, shares, people }: Sums): void {
  write(root.querySelectorAll('.ledger > .sum.grand output'), root.querySelector('.balance') ? [budget.charges, budget.products] : [shares])
  write(root.querySelectorAll('.balance dd'), [budget.charges, budget.products, budget.gap])
  write(root.querySelectorAll('.balance div:last-child dt'), [budget.gapLabel])
  write(root.querySelectorAll('.ledger > .sum:not(.grand) output'), [budget.inKindCharges, budget.inKindProducts])
  write(root.querySelectorAll('.stack > .sum.grand output'), [people])
}

function write(places: NodeListOf<Element>, texts: readonly string[]): void {
  for (const [index, place] of places.entries()) place.textContent = texts[index] ?? place.textContent
}

function say(root: HTMLElement, sentence: string): void {
  root.querySelector('[data-saved]')?.replaceChildren(sentence)
}

function fieldOf(revision: HTMLInputElement): string {
  return revision.name.slice('rev.'.length)
}

function controlsOf(root: HTMLElement, revision: HTMLInputElement): Control[] {
  const found = root.querySelectorAll(`[name="${CSS.escape(fieldOf(revision))}"]`)
  return [...found].filter(isControl)
}

/**
 * What the form would send for this field: the text, the chosen radio, or nothing for an empty box.
 * `asServed`: what the server wrote in the page, whatever the browser put back in it since.
 */
function textOf(root: HTMLElement, revision: HTMLInputElement, asServed = false): string {
  const controls = controlsOf(root, revision)
  const [first] = controls
  if (first instanceof HTMLSelectElement) return asServed ? (servedOption(first)?.value ?? '') : first.value
  if (!(first instanceof HTMLInputElement) || !['radio', 'checkbox'].includes(first.type)) {
    return (asServed ? first?.defaultValue : first?.value) ?? ''
  }
  const chosen = controls.find((each) => each instanceof HTMLInputElement && (asServed ? each.defaultChecked : each.checked))
  return chosen?.value ?? ''
}

function servedOption({ options }: HTMLSelectElement): HTMLOptionElement | undefined {
  return [...options].find(({ defaultSelected }) => defaultSelected) ?? options[0]
}

function isControl(target: unknown): target is Control {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
