import type { Day } from '#platform/day.ts'
import { type Cents, cents } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import { codeOf, type PaymentLineContent, type ReadLine } from './payment-line.ts'
import type { KnownLine, NumberedPayment } from './payment-line-store.ts'
import { type LineReason, matchReasons, type PayableObligation } from './payment-match.ts'

/** `paid`: becomes a payment. `already`: it is one, or was treated, or stands twice in the file. `waiting`: kept until somebody treats it. */
export type LineOutcome = 'paid' | 'already' | 'waiting' | 'total'

export interface PlannedLine {
  /** Of the line that is kept, and of its payment. */
  id: string
  line: number
  fingerprint: string
  content: PaymentLineContent
  outcome: LineOutcome
  reasons: LineReason[]
  /** The one obligation that bears its number; there also when something else holds the line back. */
  obligation: PayableObligation | undefined
  /** Whether an earlier file already left it to treat. */
  known: boolean
}

/** A line as read, with the id that it takes if it is kept and the mark by which it is known in another file. */
export interface FingerprintedLine extends ReadLine {
  id: string
  line: number
  total: boolean
  fingerprint: string
}

export interface Known {
  lines: readonly KnownLine[]
  payments: readonly NumberedPayment[]
  obligations: readonly PayableObligation[]
}

/** What becomes of each line, in the order of the file: earlier lines use up what later ones may pay. */
export function planPayments(lines: readonly FingerprintedLine[], known: Known, today: Day): PlannedLine[] {
  const past = new Map(known.lines.map((line) => [line.fingerprint, line]))
  const byNumber = Map.groupBy(known.obligations, ({ number }) => codeOf(number))
  const running: Running = { spent: new Map(), numbers: [...known.payments], prints: new Set() }
  return lines.map((line) => {
    const kept = past.get(line.fingerprint)
    const bearing = byNumber.get(line.content.obligation) ?? []
    const obligation = bearing.length === 1 ? bearing[0] : undefined
    const { outcome, reasons } = settle(line, { obligation, bearing: bearing.length, treated: kept?.treated ?? false, running, today })
    running.prints.add(line.fingerprint)
    if (outcome === 'paid' && obligation) count(running, line.content, obligation)
    const { fingerprint, content } = line
    return { id: kept?.id ?? line.id, line: line.line, fingerprint, content, outcome, reasons, obligation, known: kept !== undefined }
  })
}

interface Running {
  spent: Map<string, Cents>
  numbers: NumberedPayment[]
  prints: Set<string>
}

interface Settling {
  obligation: PayableObligation | undefined
  bearing: number
  treated: boolean
  running: Running
  today: Day
}

function settle(line: FingerprintedLine, settling: Settling): { outcome: LineOutcome; reasons: LineReason[] } {
  const { obligation, treated, running } = settling
  if (line.total) return { outcome: 'total', reasons: [] }
  if (treated || running.prints.has(line.fingerprint)) return { outcome: 'already', reasons: [] }
  const same = running.numbers.filter((one) => sameNumber(one, line.content))
  if (obligation && same.some((one) => isThatPayment(one, line.content, obligation))) return { outcome: 'already', reasons: [] }
  const reasons: LineReason[] = [
    ...line.flaws,
    ...(same.length > 0 ? (['number-elsewhere'] as const) : []),
    ...obligationReasons(line, settling),
  ]
  return { outcome: reasons.length === 0 ? 'paid' : 'waiting', reasons }
}

function obligationReasons({ content }: FingerprintedLine, { obligation, bearing, running, today }: Settling): LineReason[] {
  if (obligation) return matchReasons(content, obligation, { spent: running.spent.get(obligation.obligationId) ?? cents(0), today })
  if (bearing > 1) return ['obligation-several']
  return content.obligation === '' ? [] : ['obligation-unknown']
}

/** Accounts number from one again each year. */
function sameNumber(one: NumberedPayment, { number, on }: PaymentLineContent): boolean {
  return number !== '' && one.number === number && on !== null && one.on.slice(0, 4) === on.slice(0, 4)
}

function isThatPayment(one: NumberedPayment, { amount, on }: PaymentLineContent, { obligationId }: PayableObligation): boolean {
  return one.obligationId === obligationId && one.amount === amount && one.on === on
}

function count(running: Running, { number, amount, on }: PaymentLineContent, { obligationId }: PayableObligation): void {
  if (amount === null || on === null) return
  running.spent.set(obligationId, cents((running.spent.get(obligationId) ?? 0) + amount))
  running.numbers.push({ number, obligationId, amount, on })
}

/** The obligations of an award as payments are checked against them. */
export function payablesOf(award: AwardState, siret: string): PayableObligation[] {
  const { id: awardId, title, organisationName, agreementStep, payments } = award
  const suspended = award.suspendingYears.length > 0
  return award.obligations.map(({ id, number, amount, paid, on }) => ({
    ...{ obligationId: id, awardId, number, title, organisationName, siret, amount, paid, on, suspended, agreementStep },
    unnumbered: payments.filter((one) => one.obligationId === id && one.number === ''),
  }))
}

export type PaymentCounts = Record<'read' | 'paid' | 'already' | 'waiting', number>

export function countLines(lines: readonly PlannedLine[]): PaymentCounts {
  const of = (outcome: LineOutcome) => lines.filter((line) => line.outcome === outcome).length
  return { read: lines.length - of('total'), paid: of('paid'), already: of('already'), waiting: of('waiting') }
}

/** « 12 lignes lues : 9 paiements, 2 déjà connues, 1 à traiter. » */
export function sayPaymentCounts({ read, paid, already, waiting }: PaymentCounts): string {
  const s = (count: number) => (count > 1 ? 's' : '')
  return `${read} ligne${s(read)} lue${s(read)}\u00A0: ${paid} paiement${s(paid)}, ${already} déjà connue${s(already)}, ${waiting} à traiter.`
}
