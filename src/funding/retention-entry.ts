import { z } from 'zod'
import { amountField, type FormError, idField, textField } from '#platform/form.ts'
import { type Cents, formatEuros } from '#platform/money.ts'
import { RETENTION_FLAWS, type RetentionFlaw } from './retention-rule.ts'

/** An amount retained as its form sends it; `vu` is the amount that was on screen. */
export const RetentionForm = z.object({
  id: idField,
  part: z.uuid(),
  envelope: z.uuid(),
  montant: amountField('Écrivez le montant retenu, 0 pour ne rien retenir'),
  motif: textField({ max: 2000 }),
  vu: z.union([z.literal('').transform(() => null), z.uuid()]),
})

/** A refused entry: what was typed and why, to be shown again in its place. */
export interface RefusedEntry {
  partId: string
  envelopeId: string
  amount: string
  reason: string
  errors: FormError[]
}

/** Name of the amount of a part and an envelope: one page shows many. */
export function entryField(field: 'montant' | 'motif', of: { partId: string; envelopeId: string }): string {
  return `${field}-${of.partId}-${of.envelopeId}`
}

interface Latest {
  amount: Cents
  reason: string
  organisationName: string
}

/** The sentence of a refusal, beside its field. When somebody else fixed the amount meanwhile, both amounts are shown. */
export function sayRetentionFlaw(
  flaw: RetentionFlaw,
  entry: { partId: string; envelopeId: string; amount: string },
  latest: Latest | undefined,
): FormError {
  const field = entryField(flaw === 'reason-missing' || flaw === 'droit-commun-first' ? 'motif' : 'montant', entry)
  if (flaw !== 'changed-meanwhile' || !latest) return { field, message: RETENTION_FLAWS[flaw] }
  const why = latest.reason === '' ? '' : ` (« ${latest.reason} »)`
  const message = `Entre-temps, ${latest.organisationName} a fixé ${formatEuros(latest.amount)}${why}. Vous aviez écrit ${entry.amount}\u00A0: renvoyez votre montant pour le remplacer, ou laissez le sien.`
  return { field, message }
}

interface EnvelopeOfFunder {
  id: string
  funderId: string
}

/** The envelope that a funder’s amount goes to when none is named: its first, specific money first. `envelopes` come in that order. */
export function firstEnvelope<E extends EnvelopeOfFunder>(envelopes: readonly E[], funderId: string | undefined): E | undefined {
  return envelopes.find((envelope) => envelope.funderId === funderId)
}

/** Each funder fixes its own amount; the project lead, who holds the pen, fixes all. */
export function mayFix(by: { function: string; organisationId: string }, envelope: EnvelopeOfFunder): boolean {
  return by.function === 'project-lead' || envelope.funderId === by.organisationId
}
