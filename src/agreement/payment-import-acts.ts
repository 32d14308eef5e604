import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result } from '#platform/result.ts'
import { awardStates } from './award-state-store.ts'
import {
  insertPaymentImport,
  insertPaymentLines,
  insertTreatment,
  listBoundAwards,
  listKnownLines,
  listNumberedPayments,
  lockAwards,
} from './payment-line-store.ts'
import type { PayableObligation } from './payment-match.ts'
import { countLines, type FingerprintedLine, type PaymentCounts, type PlannedLine, payablesOf, planPayments } from './payment-plan.ts'
import { insertPayment, lockPaymentsOf } from './payment-store.ts'
import { type PaymentFile, readPaymentLines } from './payments.import.ts'

export interface ImportPaymentsInput {
  fileName: string
  file: PaymentFile
  /** Shows what would be done and writes nothing. */
  dryRun?: boolean
}

export interface PaymentReport {
  counts: PaymentCounts
  lines: PlannedLine[]
}

/**
 * Payments of the mandate's own organisation read from its accounts: every line that is a payment beyond doubt becomes one, all or none;
 * the others are kept with their reasons. The same file, or the same number, twice makes one payment.
 */
export function importPayments(db: Db, by: Mandate, input: ImportPaymentsInput, today: Day): Promise<Result<PaymentReport>> {
  return db.transaction(async (tx) => {
    await lockPaymentsOf(tx, by.organisationId)
    const read = readPaymentLines(input.file)
    const obligations = await loadPayables(tx, by, read, today)
    const funderId = by.organisationId
    const lines = planPayments(
      read,
      {
        lines: await listKnownLines(tx, { funderId, fingerprints: read.map(({ fingerprint }) => fingerprint) }),
        payments: await listNumberedPayments(tx, { funderId, numbers: read.map(({ content }) => content.number) }),
        obligations,
      },
      today,
    )
    const report = { counts: countLines(lines), lines }
    if (!input.dryRun) await save(tx, by, { fileName: input.fileName, report }, today)
    return done(report)
  })
}

/** The obligations that the lines name, their awards held: nobody pays on them meanwhile. */
async function loadPayables(tx: Tx, by: Mandate, lines: readonly FingerprintedLine[], today: Day): Promise<PayableObligation[]> {
  const numbers = [...new Set(lines.map(({ content }) => content.obligation))].filter((number) => number !== '')
  const bound = await listBoundAwards(tx, by.scope, { funderId: by.organisationId, numbers })
  const ids = bound.map(({ awardId }) => awardId)
  await lockAwards(tx, by.scope, ids)
  const sirets = new Map(bound.map(({ awardId, siret }) => [awardId, siret]))
  const awards = await awardStates(tx, by.scope, { ids }, today)
  return awards.flatMap((award) => payablesOf(award, sirets.get(award.id) ?? ''))
}

async function save(tx: Tx, by: Mandate, { fileName, report }: { fileName: string; report: PaymentReport }, today: Day): Promise<void> {
  const importId = newId()
  const { counts, lines } = report
  await insertPaymentImport(tx, { id: importId, funderId: by.organisationId, fileName, summary: counts, on: today, by: by.id })
  const fresh = lines.filter(({ outcome, known }) => !known && (outcome === 'paid' || outcome === 'waiting'))
  await insertPaymentLines(tx, { importId, funderId: by.organisationId }, fresh)
  for (const line of lines) if (line.outcome === 'paid') await payLine(tx, by, line, today)
  await record(tx, by, 'payments.imported', importId, { fileName, ...counts })
}

/** The id of the line is that of its payment. */
async function payLine(tx: Tx, by: Mandate, { id, content, obligation }: PlannedLine, today: Day): Promise<void> {
  const { number, amount, on } = content
  if (!obligation || amount === null || on === null) throw new Error(`line ${id} is planned as a payment without what makes one`)
  const { awardId, obligationId } = obligation
  await insertPayment(tx, { id, awardId, obligationId, amount, on, by: by.id, override: '', number })
  await insertTreatment(tx, { lineId: id, kind: 'imported', paymentId: id, reason: '', on: today, by: by.id })
  await record(tx, by, 'payment.recorded', awardId, { paymentId: id, obligationId, amount, on, override: '', number })
}
