import type { Db } from '#platform/db.ts'
import { type Cents, cents } from '#platform/money.ts'
import { type Account, listAccounts, listYearTexts, listYearTotals, type YearTextRow } from './award-ground-store.ts'
import {
  type Correction,
  listCorrections,
  listObligations,
  listPayments,
  listRecoveries,
  type Obligation,
  type Payment,
  type Recovery,
} from './award-money-store.ts'

/** What happened to one award, and what it is read against. */
export interface AwardMoney {
  /** Final accounts expected by this funder for the same action, this year and before. */
  accounts: Account[]
  /** What is still bound; `amount` without what was withdrawn. */
  obligations: Obligation[]
  /** Without those that were reversed. */
  payments: Payment[]
  corrections: Correction[]
  recoveries: Recovery[]
  /** All that the funder decided for the organisation in the year: the threshold of an agreement is read on it. */
  yearTotal: Cents
  /** Texts between the funder and the organisation that set an amount for the year, the latest last. */
  agreementTexts: YearTextRow[]
}

export interface AwardKey {
  id: string
  actionId: string
  organisationId: string
  funderId: string
  year: number
}

/** Reads it for all the awards at once; answers what belongs to each. */
export async function readMoney(db: Db, awards: readonly AwardKey[]): Promise<(award: AwardKey) => AwardMoney> {
  const ids = awards.map(({ id }) => id)
  const organisations = [...new Set(awards.map(({ organisationId }) => organisationId))]
  const [funderIds, years] = [[...new Set(awards.map(({ funderId }) => funderId))], [...new Set(awards.map(({ year }) => year))]]
  const byAward = <T extends { awardId: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ awardId }) => awardId)
  const obligations = byAward(await listObligations(db, ids))
  const payments = byAward(await listPayments(db, ids))
  const corrections = byAward(await listCorrections(db, ids))
  const recoveries = byAward(await listRecoveries(db, ids))
  const accounts = Map.groupBy(await listAccounts(db, [...new Set(awards.map(({ actionId }) => actionId))]), accountKey)
  const totals = new Map(
    (await listYearTotals(db, { organisationIds: organisations, funderIds, years })).map((row) => [yearKey(row), row.total]),
  )
  const texts = Map.groupBy(await listYearTexts(db, organisations), yearKey)
  return (award) => ({
    accounts: (accounts.get(accountKey(award)) ?? []).filter(({ year }) => year <= award.year),
    obligations: obligations.get(award.id) ?? [],
    payments: payments.get(award.id) ?? [],
    corrections: corrections.get(award.id) ?? [],
    recoveries: recoveries.get(award.id) ?? [],
    yearTotal: totals.get(yearKey(award)) ?? cents(0),
    agreementTexts: texts.get(yearKey(award)) ?? [],
  })
}

const accountKey = ({ actionId, funderId }: { actionId: string; funderId: string }): string => `${actionId} ${funderId}`
const yearKey = ({ organisationId, funderId, year }: Omit<AwardKey, 'id' | 'actionId'>): string => `${organisationId} ${funderId} ${year}`
