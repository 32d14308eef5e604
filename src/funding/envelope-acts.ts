import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import type { Cents } from '#platform/money.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type Envelope, findEnvelope, insertEnvelope, lockEnvelopes } from './envelope-store.ts'

export type EnvelopeRefusal = 'not-yours' | 'unknown' | 'below-decided' | 'code-taken' | 'reason-missing'

export const ENVELOPE_REFUSALS = {
  'not-yours': 'Seul le financeur ouvre et modifie ses propres enveloppes.',
  unknown: 'Cette enveloppe n’existe pas.',
  'below-decided': 'L’enveloppe ne peut pas descendre sous ce qui est déjà décidé.',
  'code-taken': 'Cette enveloppe existe déjà pour cette année.',
  'reason-missing': 'Écrivez le motif de la modification.',
} satisfies Record<EnvelopeRefusal, string>

export interface NewEnvelope {
  id: string
  contractId: string
  year: number
  code: string
  label: string
  kind: Envelope['kind']
  amount: Cents
}

/** A funder opens an envelope of its own. The same form sent twice opens one. */
export async function openEnvelope(db: Db, by: Mandate, input: NewEnvelope): Promise<Result<string, EnvelopeRefusal>> {
  return db.transaction(async (tx) => {
    if (by.function === 'porteur' || by.contractId !== input.contractId) return refused('not-yours')
    const inserted = await insertEnvelope(tx, { ...input, funderId: by.organisationId })
    if (inserted === 1) await record(tx, by, 'envelope.opened', input.id, { year: input.year, code: input.code, amountCents: input.amount })
    const kept = await findEnvelope(tx, input.id)
    return kept?.funderId === by.organisationId ? done(kept.id) : refused('code-taken')
  })
}

/** A funder changes the amount of its envelope (a cut in April, say): never below what is decided; the history is kept. Sent twice, it is revised once. */
export async function reviseEnvelope(
  db: Db,
  by: Mandate,
  input: { envelopeId: string; amount: Cents; reason: string },
  today: Day,
): Promise<Result<Envelope, EnvelopeRefusal>> {
  return db.transaction(async (tx) => {
    const [envelope] = await lockEnvelopes(tx, [input.envelopeId])
    if (!envelope) return refused('unknown')
    if (envelope.funderId !== by.organisationId || by.function === 'porteur') return refused('not-yours')
    const reasons: EnvelopeRefusal[] = []
    if (input.amount < envelope.decided) reasons.push('below-decided')
    if (input.reason.trim() === '') reasons.push('reason-missing')
    if (reasons.length > 0) return refused(...reasons)
    if (input.amount === envelope.amount) return done(envelope)
    await tx.run`
      insert into envelope_revision (id, envelope_id, amount_cents, reason, revised_on, revised_by)
      values (${newId()}, ${envelope.id}, ${input.amount}, ${input.reason}, ${today}, ${by.id})`
    await tx.run`update envelope set amount_cents = ${input.amount} where id = ${envelope.id}`
    await record(tx, by, 'envelope.revised', envelope.id, { from: envelope.amount, to: input.amount, reason: input.reason })
    return done({ ...envelope, amount: input.amount })
  })
}
