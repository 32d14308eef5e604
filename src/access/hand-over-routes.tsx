import { Hono } from 'hono'
import { z } from 'zod'
import { formatDay } from '#platform/day.ts'
import { NotFound, NotSignedIn } from '#platform/errors.ts'
import { dayField, idField, parseTyped, readForm, type Typed, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { HandOverPage } from './HandOverPage.tsx'
import { HandOversPage } from './HandOversPage.tsx'
import type { HandOverFlaw } from './hand-over.ts'
import { type EndedBy, handOver, keyOf, mayEndMandate } from './hand-over-acts.ts'
import { handOverPaths, handOverRoutePaths } from './hand-over-paths.ts'
import { findMandate, listEndableMandates, listReceived, listReceivers } from './hand-over-store.ts'
import { receiverField } from './hand-over-words.ts'
import type { HeldThings } from './held-thing.ts'
import { type AppContext, type AppEnv, allow, redirectSaying } from './http.ts'
import type { Mandate } from './mandate.ts'
import { may } from './permissions.ts'

const Given = z.object({
  id: idField,
  fin: dayField('Choisissez le dernier jour du mandat'),
  note: textField({ max: 4_000 }),
})

const FLAWS = {
  'ends-in-the-past': { field: 'fin', message: 'Choisissez aujourd’hui ou un jour à venir' },
  'ends-before-it-begins': { field: 'fin', message: 'Le mandat commence plus tard\u00A0: choisissez un jour après son début' },
  'already-ended': { field: 'fin', message: 'Ce mandat a déjà pris fin' },
  'unknown-receiver': {
    field: 'fin',
    message: 'Une des personnes choisies n’aura plus de mandat ce jour-là\u00A0: choisissez-en une autre, ou un jour plus proche',
  },
  'note-missing': {
    field: 'note',
    message: 'Écrivez une note\u00A0: des choses restent à l’organisme, et la personne suivante doit les comprendre',
  },
} satisfies Record<HandOverFlaw, FieldError>

/** What a mandate that ends held, and who takes it over. Each capability says what it makes a mandate hold. */
export function handOverRoutes(providers: readonly HeldThings[]): Hono<AppEnv> {
  const held: HeldThings = async (db, mandate, today) => {
    const all = []
    for (const provider of providers) all.push(...(await provider(db, mandate, today)))
    return all
  }
  const routes = new Hono<AppEnv>()
  routes.get(handOverPaths.list, allow('signed-in'), async (c) => c.html(await listPage(c)))
  routes.get(handOverRoutePaths.one, allow('signed-in'), async (c) => c.html(await page(c, held)))
  routes.post(handOverRoutePaths.one, allow('signed-in'), (c) => submit(c, held))
  return routes
}

async function listPage(c: AppContext): Promise<Html> {
  const { db, today, frame, mandateInUse } = c.var
  const by = endedBy(c)
  const contractId = by.mandate && may(by.mandate, 'claim:decide') ? by.mandate.contractId : null
  const mandates = await listEndableMandates(db, { personId: by.personId, contractId }, today)
  const received = mandateInUse ? await listReceived(db, mandateInUse) : []
  return <HandOversPage frame={frame} personId={by.personId} mandates={mandates} received={received} />
}

async function page(c: AppContext, held: HeldThings, typed?: Typed, errors: readonly FieldError[] = []): Promise<Html> {
  const { db, today, frame } = c.var
  const mandate = await asked(c)
  const things = await held(db, mandate, today)
  const receivers = await listReceivers(db, mandate, today)
  const own = c.var.mandateInUse?.id === mandate.id
  return <HandOverPage {...{ frame, today, mandate, own, things, receivers, errors }} values={typed?.values ?? { id: newId() }} />
}

async function submit(c: AppContext, held: HeldThings): Promise<Response> {
  const mandate = await asked(c)
  const typed = await readForm(c)
  const read = parseTyped(Given, typed)
  if (!read.ok) return c.html(await page(c, held, typed, read.errors), 400)
  const { id, fin: endsOn, note } = read.value
  const things = await held(c.var.db, mandate, c.var.today)
  const chosen = things.map((thing): [string, string] => [keyOf(thing), typed.values[receiverField(thing)] ?? ''])
  const receivers = new Map(chosen.filter(([, receiver]) => idField.safeParse(receiver).success))
  const result = await handOver(c.var.db, endedBy(c), { id, mandateId: mandate.id, endsOn, note, receivers, held }, c.var.today)
  if (!result.done) return c.html(await page(c, held, typed, flawsOf(result.reasons)), 422)
  const { given, left } = result.value
  const text = `Le mandat prend fin le ${formatDay(endsOn)}\u00A0: transmis, ${given}\u202F; laissé à l’organisme, ${left}.`
  return redirectSaying(c, handOverPaths.list, { state: 'success', text })
}

function flawsOf(reasons: readonly (HandOverFlaw | 'unknown-mandate')[]): FieldError[] {
  return reasons.map((reason) => {
    if (reason === 'unknown-mandate') throw new NotFound()
    return FLAWS[reason]
  })
}

/** The mandate of the address, for its holder and for the project lead of its contract; to anybody else it is not there. */
async function asked(c: AppContext): Promise<Mandate> {
  const id = idField.safeParse(c.req.param('id'))
  const mandate = id.success ? await findMandate(c.var.db, id.data) : undefined
  if (!mandate || !mayEndMandate(endedBy(c), mandate)) throw new NotFound()
  return mandate
}

function endedBy(c: AppContext): EndedBy {
  if (!c.var.person) throw new NotSignedIn()
  return { personId: c.var.person.personId, mandate: c.var.mandateInUse }
}
