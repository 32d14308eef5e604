import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { yearOf } from '#platform/day.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { idField, parseTyped, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { formatEuros } from '#platform/money.ts'
import { listCallYears } from './call-year-store.ts'
import { chosenYear } from './chosen-year.ts'
import { contractOf } from './committee-routes.tsx'
import { EnvelopePage } from './EnvelopePage.tsx'
import { EnvelopesPage } from './EnvelopesPage.tsx'
import { ENVELOPE_REFUSALS, type EnvelopeRefusal, openEnvelope, reviseEnvelope } from './envelope-acts.ts'
import { EnvelopeForm, RevisionForm } from './envelope-form.ts'
import { listRevisions } from './envelope-revision-store.ts'
import { type Envelope, findEnvelope } from './envelope-store.ts'
import { listEnvelopeUse } from './envelope-use-store.ts'
import { fundingPaths } from './paths.ts'

export const envelopeRoutes = new Hono<AppEnv>()

envelopeRoutes.get('/enveloppes', allow('envelope:manage', 'programming:read'), async (c) =>
  c.html(await listPage(c, c.req.query('annee'))),
)

envelopeRoutes.post('/enveloppes', allow('envelope:manage'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(EnvelopeForm, typed)
  if (!read.ok) return c.html(await listPage(c, typed.values['annee'], { errors: read.errors, values: typed.values }), 400)
  const { id, annee: year, code, libelle: label, nature: kind, montant: amount } = read.value
  const result = await openEnvelope(c.var.db, c.var.mandate, { id, contractId: contractOf(c), year, code, label, kind, amount })
  if (!result.done) return c.html(await listPage(c, String(year), { errors: result.reasons.map(errorOf), values: typed.values }), 422)
  return redirectSaying(c, fundingPaths.envelopes(year), { state: 'success', text: `L’enveloppe « ${label} » est ouverte.` })
})

envelopeRoutes.get('/enveloppes/:id/modifications', allow('envelope:manage', 'programming:read'), async (c) =>
  c.html(await onePage(c, await getEnvelope(c))),
)

envelopeRoutes.post('/enveloppes/:id/modifications', allow('envelope:manage'), async (c) => {
  const envelope = await getEnvelope(c)
  const typed = await readForm(c)
  const read = parseTyped(RevisionForm, typed)
  if (!read.ok) {
    const amount = RevisionForm.shape.montant.safeParse(typed.values['montant']).data
    const below = amount !== undefined && amount < envelope.decided ? [errorOf('below-decided')] : []
    return c.html(await onePage(c, envelope, { errors: [...below, ...read.errors], values: typed.values }), 400)
  }
  const { montant: amount, motif: reason } = read.value
  const result = await reviseEnvelope(c.var.db, c.var.mandate, { envelopeId: envelope.id, amount, reason }, c.var.today)
  if (!result.done) {
    if (result.reasons.includes('not-yours')) throw new Forbidden()
    return c.html(await onePage(c, envelope, { errors: result.reasons.map(errorOf), values: typed.values }), 422)
  }
  const text = `L’enveloppe est portée à ${formatEuros(amount)}.`
  return redirectSaying(c, fundingPaths.envelopeRevisions(envelope.id), { state: 'success', text })
})

const FIELDS: Partial<Record<EnvelopeRefusal, string>> = { 'code-taken': 'code', 'reason-missing': 'motif' }

function errorOf(reason: EnvelopeRefusal): FieldError {
  return { field: FIELDS[reason] ?? 'montant', message: ENVELOPE_REFUSALS[reason] }
}

/** An envelope of the contract at hand. */
async function getEnvelope(c: AppContext): Promise<Envelope> {
  const id = idField.safeParse(c.req.param('id'))
  const envelope = id.success ? await findEnvelope(c.var.db, id.data) : undefined
  if (!envelope || envelope.contractId !== contractOf(c)) throw new NotFound()
  return envelope
}

interface Refused {
  errors: FieldError[]
  values: Record<string, string>
}

async function listPage(c: AppContext, asked: string | undefined, { errors, values }: Refused = { errors: [], values: {} }): Promise<Html> {
  const { db, mandate, frame, today } = c.var
  const contractId = contractOf(c)
  const years = await listCallYears(db, contractId)
  const year = chosenYear(/^20\d\d$/.test(asked ?? '') ? Number(asked) : undefined, years, yearOf(today))
  const envelopes = await listEnvelopeUse(db, { contractId, year })
  const { organisationId, organisationName } = mandate
  const id = idField.safeParse(values['id']).data ?? newId()
  const mayOpen = may(mandate, 'envelope:manage')
  return <EnvelopesPage {...{ mayOpen, frame, year, years, envelopes, organisationId, organisationName, values, errors }} newId={id} />
}

async function onePage(c: AppContext, envelope: Envelope, { errors, values }: Refused = { errors: [], values: {} }): Promise<Html> {
  const revisions = await listRevisions(c.var.db, envelope.id)
  const own = envelope.funderId === c.var.mandate.organisationId && may(c.var.mandate, 'envelope:manage')
  return <EnvelopePage frame={c.var.frame} {...{ envelope, revisions, own, values, errors }} />
}
