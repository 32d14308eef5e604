import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { yearOf } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { idField, readForm, type Typed } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { ActPage } from './ActPage.tsx'
import { type ReadAct, readAct, sayActFlaws } from './act-form.ts'
import { findAct, listActLines, listActs } from './act-store.ts'
import { type Decidable, listDecidables } from './award-store.ts'
import { listCallYears } from './call-year-store.ts'
import { chosenYear } from './chosen-year.ts'
import { contractOf } from './committee-routes.tsx'
import { DecisionsPage } from './DecisionsPage.tsx'
import { recordFunderAct } from './decision-acts.ts'
import { listEnvelopeUse } from './envelope-use-store.ts'
import { fundingPaths } from './paths.ts'

export const decisionRoutes = new Hono<AppEnv>()

decisionRoutes.get('/decisions', allow('act:record', 'programming:read'), async (c) => c.html(await page(c, c.req.query('annee'))))

decisionRoutes.post('/decisions/actes', allow('act:record'), async (c) => {
  const typed = await readForm(c)
  const read = readAct(typed)
  if (!read.ok) return c.html(await page(c, typed.values['annee'], { typed, errors: read.errors }), 400)
  const { id, annee: year, autorite: authority, numero: number, date: signedOn, lines } = read.value
  const decidables = await toDecide(c, year)
  const result = await recordFunderAct(c.var.db, c.var.mandate, { id, authority, number, signedOn, year, lines }, c.var.today)
  if (!result.done) {
    const envelopes = await listEnvelopeUse(c.var.db, { contractId: contractOf(c), year })
    return c.html(await page(c, String(year), { typed, errors: sayActFlaws(result.reasons, lines, envelopes) }), 422)
  }
  return redirectSaying(c, fundingPaths.act(id), said(read.value, decidables))
})

decisionRoutes.get('/decisions/actes/:id', allow('act:record', 'programming:read'), async (c) => {
  const id = idField.safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound()
  const { db, mandate, frame } = c.var
  const act = await findAct(db, mandate.scope, { contractId: contractOf(c), id: id.data })
  if (!act) throw new NotFound()
  return c.html(<ActPage frame={frame} act={act} lines={await listActLines(db, mandate.scope, act.id)} />)
})

/** Design: decided above asked is allowed with a reason, and said. */
function said({ lines, numero }: ReadAct, decidables: readonly Decidable[]): { state: 'success' | 'warning'; text: string } {
  const above = lines.filter((line) => {
    const known = decidables.find(({ partId, envelopeId }) => partId === line.partId && envelopeId === line.envelopeId)
    return known !== undefined && line.cents > known.asked
  })
  if (above.length === 0) return { state: 'success', text: `L’acte ${numero} est enregistré\u00A0: ses montants sont décidés.` }
  const many = above.length > 1 ? `${above.length} aides dépassent la demande` : 'une aide dépasse la demande'
  return { state: 'warning', text: `L’acte ${numero} est enregistré. Attention\u00A0: ${many}\u202F; le motif est conservé.` }
}

async function toDecide(c: AppContext, year: number): Promise<Decidable[]> {
  const { db, mandate } = c.var
  const all = await listDecidables(db, mandate.scope, { funderId: mandate.organisationId, year })
  return all.filter(({ decidedAlready, withdrawn }) => !decidedAlready && !withdrawn)
}

async function page(c: AppContext, asked: string | undefined, refused?: { typed: Typed; errors: FieldError[] }): Promise<Html> {
  const { db, mandate, frame, today } = c.var
  const contractId = contractOf(c)
  const years = await listCallYears(db, contractId)
  const year = chosenYear(/^20\d\d$/.test(asked ?? '') ? Number(asked) : undefined, years, yearOf(today))
  const all = await listEnvelopeUse(db, { contractId, year })
  const own = may(mandate, 'act:record')
  const { typed, errors = [] } = refused ?? {}
  return (
    <DecisionsPage
      {...{ frame, year, years, errors }}
      decidables={own ? await toDecide(c, year) : undefined}
      envelopes={own ? all.filter(({ funderId }) => funderId === mandate.organisationId) : all}
      acts={await listActs(db, mandate.scope, { contractId, year })}
      newId={idField.safeParse(typed?.values['id']).data ?? newId()}
      {...(typed ? { typed: { values: typed.values, chosen: typed.lists['ligne'] ?? [] } } : {})}
    />
  )
}
