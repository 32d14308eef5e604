import { z } from 'zod'
import { dayField, type FormError, idField, parseTyped, type Read, type Typed, textField } from '#platform/form.ts'
import { AMOUNT_FLAWS, type Cents, cents, formatEuros, parseEuros } from '#platform/money.ts'
import { type FunderActFlaw, missingIn, sayFunderActFlaw } from './funder-act-rule.ts'

const ActForm = z.object({
  id: idField,
  annee: z.coerce.number().int().min(2000).max(2100),
  autorite: textField({ max: 200, missing: 'Écrivez l’autorité qui décide. Exemple\u00A0: Préfet du Pas-de-Calais' }),
  numero: textField({ max: 80, missing: 'Écrivez le numéro de l’acte' }),
  date: dayField('Indiquez la date de signature de l’acte'),
})

/** One line of the form: a file and an envelope, written in one word. */
export function lineKey(line: { partId: string; envelopeId: string }): string {
  return `${line.partId}_${line.envelopeId}`
}

export interface TypedLine {
  key: string
  partId: string
  envelopeId: string
  cents: Cents
  reason: string
}

export type ReadAct = z.infer<typeof ActForm> & { lines: TypedLine[] }

const Key = z.templateLiteral([z.uuid(), '_', z.uuid()])

/** The act and its checked lines; every fault at once, each beside its field. */
export function readAct(typed: Typed): Read<ReadAct> {
  const head = parseTyped(ActForm, typed)
  const lines = (typed.lists['ligne'] ?? []).filter((key) => Key.safeParse(key).success).map((key) => readLine(key, typed.values))
  const errors = [...(head.ok ? [] : head.errors), ...lines.flatMap(({ error }) => error ?? [])]
  if (!head.ok || errors.length > 0) return { ok: false, errors }
  return { ok: true, value: { ...head.value, lines: lines.map(({ line }) => line) } }
}

const LONGEST_REASON = 2000

function readLine(key: string, values: Record<string, string>): { line: TypedLine; error?: FormError } {
  const [partId = '', envelopeId = ''] = key.split('_')
  const amount = parseEuros(values[`montant-${key}`] ?? '')
  const reason = (values[`motif-${key}`] ?? '').trim()
  const line = { key, partId, envelopeId, cents: amount.ok ? amount.value : cents(0), reason }
  if (!amount.ok) return { line, error: { field: `montant-${key}`, message: AMOUNT_FLAWS[amount.reason] } }
  if (reason.length > LONGEST_REASON)
    return {
      line,
      error: { field: `motif-${key}`, message: `Ce motif dépasse ${LONGEST_REASON} caractères\u00A0: il est conservé, raccourcissez-le` },
    }
  return { line }
}

type EnvelopeLeft = Parameters<typeof missingIn>[0]

/** Each flaw beside its line, or beside the field of the act that it is about. */
export function sayActFlaws(
  flaws: readonly FunderActFlaw[],
  lines: readonly TypedLine[],
  envelopes: readonly EnvelopeLeft[] = [],
): FormError[] {
  return flaws.map((flaw) => {
    const { line, text } = sayFunderActFlaw(flaw)
    const at = line === undefined ? undefined : lines[line]
    if (!at) return { field: ACT_FIELDS[flaw] ?? 'ligne', message: text }
    const field = `${flaw.startsWith('reason-missing') ? 'motif' : 'montant'}-${at.key}`
    const envelope = flaw.startsWith('beyond-envelope') ? envelopes.find(({ id }) => id === at.envelopeId) : undefined
    return { field, message: envelope ? sayMissing(missingIn(envelope, lines)) : text }
  })
}

function sayMissing(missing: Cents): string {
  return `L’enveloppe serait dépassée\u00A0: il manque ${formatEuros(missing)} pour les lignes cochées. Réduisez ce montant, ou augmentez d’abord l’enveloppe.`
}

/** The summary of the errors names the action of each line; beside the line itself, its name would be said twice. */
export function nameLines(
  errors: readonly FormError[],
  decidables: readonly { partId: string; envelopeId: string; title: string }[],
): FormError[] {
  return errors.map(({ field, message }) => {
    const line = decidables.find((one) => field.endsWith(lineKey(one)))
    if (!line) return { field, message }
    return { field, message: `${line.title || 'Sans titre'}\u00A0: ${message.charAt(0).toLowerCase()}${message.slice(1)}` }
  })
}

const ACT_FIELDS: Partial<Record<FunderActFlaw, string>> = { 'signed-in-future': 'date', 'number-used': 'numero' }
