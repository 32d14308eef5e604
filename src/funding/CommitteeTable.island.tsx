/**
 * Keeps a meeting up to date: an amount is sent without leaving the page, and when somebody else fixes one the
 * envelopes and the rows are read again, except what is being typed.
 */
export function mount(element: HTMLElement): void {
  element.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/montants-retenus')) return
    event.preventDefault()
    void send(element, form)
  })
  const live = element.dataset['live']
  if (!live) return
  const source = new EventSource(live)
  source.addEventListener('montants', () => void reload(element))
  // Found again after a break: what was fixed meanwhile was not heard.
  let heard = false
  source.addEventListener('open', () => {
    if (heard) void reload(element)
    heard = true
  })
  window.addEventListener('pagehide', () => source.close())
}

async function send(element: HTMLElement, form: HTMLFormElement): Promise<void> {
  const body = new FormData(form)
  setBusy(form, true)
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
    const page = parse(await answer.text())
    if (!page.querySelector('[data-island=CommitteeTable]')) throw new Error(`answer ${answer.status}`)
    form.reset()
    form.closest('details')?.removeAttribute('open')
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    update(element, page)
    const refusal = page.querySelector('.errors')?.textContent
    say(element, refusal ?? page.querySelector('.notice[role=status]')?.textContent ?? 'Montant enregistré.')
    element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  } catch {
    setBusy(form, false)
    form.submit()
  }
}

async function reload(element: HTMLElement): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) return
  update(element, parse(await answer.text()))
  say(element, 'Un montant vient d’être fixé\u00A0: les enveloppes sont à jour.')
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

function update(element: HTMLElement, page: Document): void {
  for (const part of element.querySelectorAll<HTMLElement>('[data-part]')) {
    const fresh = page.querySelector<HTMLElement>(`[data-part="${part.dataset['part'] ?? ''}"]`)
    if (!fresh) continue
    if (isTyping(part)) updateRows(part, fresh)
    else part.replaceWith(fresh)
  }
}

/** Where somebody types, only the rows that are not open change. */
function updateRows(part: HTMLElement, fresh: HTMLElement): void {
  const [old, next] = [part.querySelectorAll('tr, caption'), fresh.querySelectorAll('tr, caption')]
  if (old.length !== next.length) return
  old.forEach((row, index) => {
    const other = next[index]
    if (other && row.id === other.id && !isTyping(row)) row.replaceWith(other)
  })
}

function isTyping(part: Element): boolean {
  const active = document.activeElement
  const within = active !== null && part.contains(active) && active.matches('input, textarea, select')
  return (
    within || part.querySelector('details.fix[open]') !== null || [...part.querySelectorAll('textarea, input:not([type])')].some(isChanged)
  )
}

function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) return field.value !== field.defaultValue
  return false
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  for (const button of form.elements) if (button instanceof HTMLButtonElement) button.disabled = busy
}

function say(element: HTMLElement, text: string): void {
  const status = element.querySelector('[role=status]')
  if (status) status.textContent = text
}
