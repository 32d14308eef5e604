import type { Mandate } from '#access/mandate.ts'
import { findLatestBudget } from '#calls/budget-version-store.ts'
import { settleReports } from '#calls/deposit-condition-store.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { awardStates } from './award-state-store.ts'
import { reportMail } from './mail.document.ts'
import { type ReportFlaw, reportFlaws } from './report-check.ts'
import { gapsBetween } from './report-gaps.ts'
import {
  findReport,
  findReportable,
  insertReport,
  insertReportDeposit,
  type Report,
  type Reportable,
  type ReportKey,
  type ReportRowContent,
  updateReport,
} from './report-store.ts'
import { listAddresses } from './told-store.ts'

export interface ReportInput extends ReportKey, ReportRowContent {
  /** Of the row to make, when there is none yet. */
  id: string
  /** The revision on which the text was typed; 0 when nothing was saved yet. */
  revision: number
}

export type SaveRefusal = 'stale-revision' | 'already-deposited'

/** Saves a draft whole. Typed over an older revision, nothing is overwritten: the page shows both texts, and the journal keeps this one. */
export async function saveReport(db: Db, by: Mandate, input: ReportInput): Promise<Result<{ revision: number }, SaveRefusal>> {
  const saved = await db.transaction((tx) => save(tx, by, input))
  if (!saved.done) await keepRefused(db, by, input, saved.reasons)
  return saved.done ? done({ revision: saved.value.revision }) : saved
}

interface Saved {
  id: string
  revision: number
  reportable: Reportable
}

async function save(tx: Tx, by: Mandate, input: ReportInput): Promise<Result<Saved, SaveRefusal>> {
  const reportable = await findReportable(tx, by.scope, { ...input, lock: true })
  if (!reportable) throw new NotFound()
  const existing = await findReport(tx, by.scope, input)
  if (existing?.depositedOn) return refused('already-deposited')
  if ((existing?.revision ?? 0) !== input.revision && !sameContent(existing, input)) return refused('stale-revision')
  const id = existing?.id ?? input.id
  if (!existing) await insertReport(tx, { ...input, id, partId: reportable.partId })
  await updateReport(tx, { id, actionId: input.actionId }, input)
  const revision = (existing?.revision ?? 0) + 1
  await record(tx, by, 'report.saved', id, { kind: input.kind, year: input.year, revision })
  return done({ id, revision, reportable })
}

/** The same form sent twice is no conflict. */
function sameContent(existing: Report | undefined, input: ReportInput): boolean {
  return existing !== undefined && written(existing) === written(input)
}

function written({ achievements, difficulties, indicatorReached, lines, publics }: ReportRowContent): string {
  const spent = lines.map(({ account, amount }) => `${account}=${amount}`).sort()
  const reached = publics.map(({ ageBand, women, men }) => `${ageBand}=${women}+${men}`).sort()
  return JSON.stringify([achievements, difficulties, indicatorReached, spent, reached])
}

async function keepRefused(db: Db, by: Mandate, input: ReportInput, reasons: readonly string[]): Promise<void> {
  const { achievements, difficulties, indicatorReached, lines, publics } = input
  const typed = { achievements, difficulties, indicatorReached, lines, publics }
  await db.transaction((tx) => record(tx, by, 'report.set-aside', input.actionId, { kind: input.kind, year: input.year, reasons, typed }))
}

export interface DepositInput extends ReportInput {
  certifiedBy: string
  certified: boolean
  publicUrl: string
}

/** Hands in an account, for all the funders of the action at once: the deposits and payments that waited for it are free. */
export async function depositReport(
  db: Db,
  by: Mandate,
  input: DepositInput,
  today: Day,
): Promise<Result<string, ReportFlaw | SaveRefusal>> {
  const deposited = await db.transaction(async (tx): Promise<Result<string, ReportFlaw | SaveRefusal>> => {
    const before = await findReport(tx, by.scope, input)
    // The same form sent twice is handed in once.
    if (before?.depositedOn && sameContent(before, input)) return done(before.id)
    const saved = await save(tx, by, input)
    if (!saved.done) return saved
    const { id, reportable } = saved.value
    const planned = (await findLatestBudget(tx, by.scope, reportable.partId))?.lines ?? []
    const gaps = gapsBetween(planned, input.lines)
    const flaws = reportFlaws({ ...input, reached: reachedOf(input), gaps })
    if (flaws.length > 0) return refused(...flaws)
    await insertReportDeposit(tx, { reportId: id, on: today, by: by.id, certifiedBy: input.certifiedBy })
    await settleReports(tx, input, today)
    await record(tx, by, 'report.deposited', id, { kind: input.kind, year: input.year, certifiedBy: input.certifiedBy })
    await tellFunders(tx, by, { ...input, reportId: id, reportable }, today)
    return done(id)
  })
  if (!deposited.done && deposited.reasons.includes('stale-revision')) await keepRefused(db, by, input, deposited.reasons)
  return deposited
}

function reachedOf({ publics }: ReportRowContent): number {
  return publics.reduce((sum, { women, men }) => sum + women + men, 0)
}

async function tellFunders(
  tx: Tx,
  by: Mandate,
  of: ReportKey & { reportId: string; publicUrl: string; reportable: Reportable },
  today: Day,
): Promise<void> {
  const awards = await awardStates(tx, by.scope, { actionId: of.actionId, year: of.year }, today)
  const funders = new Set(awards.filter(({ decided, notifiedOn }) => decided > 0 && notifiedOn).map(({ funderId }) => funderId))
  for (const funderId of funders) {
    const told = { organisationId: funderId, contractId: of.reportable.contractId, on: today, about: by.organisationId }
    const addresses = await listAddresses(tx, told)
    for (const to of addresses) await queueMail(tx, reportMail(to, { ...of, ...of.reportable }))
  }
}
