import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import { addDays, type Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { type Cents, cents } from '#platform/money.ts'
import { type DemoWorld, FUNDER_KEYS, type FunderKey, mandateOf } from '../demo-world.ts'
import { fixedId } from '../reference.ts'
import { insertRows } from './insert-rows.ts'
import { letterFileId } from './load-pieces.ts'
import { dayOf, type PlacedFile } from './placed-file.ts'

/** A decided award of a generated file, as the act of its funder left it. */
export interface LoadedAward {
  id: string
  one: PlacedFile
  funder: FunderKey
  decided: Cents
  rank: number
}

const AwardRow = z.object({ id: idColumn, partId: idColumn, funderId: idColumn, decided: centsColumn })

export async function listLoadedAwards(world: DemoWorld, tx: Tx, placed: readonly PlacedFile[]): Promise<LoadedAward[]> {
  const rows = await tx.rows(AwardRow)`
    select w.id, w.part_id as "partId", e.funder_id as "funderId", sum(d.amount_cents) as decided
    from award w join envelope e on e.id = w.envelope_id join decision d on d.award_id = w.id
    where ${wholeDatabase} and w.part_id = any(${placed.map(({ partId }) => partId)}::uuid[])
    group by w.id, w.part_id, e.funder_id`
  const byPart = new Map(placed.map((one) => [one.partId, one]))
  const keyOf = (funderId: string): FunderKey => FUNDER_KEYS.find((key) => world.funders[key].id === funderId) ?? 'state'
  return rows
    .flatMap(({ id, partId, funderId, decided }) => {
      const one = byPart.get(partId)
      return one ? [{ id, one, funder: keyOf(funderId), decided }] : []
    })
    .sort((a, b) => (`${a.one.file.action.key}${a.funder}` < `${b.one.file.action.key}${b.funder}` ? -1 : 1))
    .map((award, rank) => ({ ...award, rank }))
}

const TOLD = '04-30'
const CONFIRMED = '05-06'

/** Everybody is told, refusals included; who has money confirms that the action takes place. */
export async function tellAndConfirm(world: DemoWorld, tx: Tx, awards: readonly LoadedAward[]): Promise<void> {
  const letters = awards.map(({ id, one, funder, decided }) => {
    const kind = decided > 0 ? ('award' as const) : ('refusal' as const)
    const on = dayOf(one.file.year, TOLD)
    return {
      id: fixedId(`letter/${id}`),
      award_id: id,
      kind,
      file_id: letterFileId(kind),
      produced_on: on,
      produced_by: mandateOf(world, funder).id,
    }
  })
  await insertRows(tx, 'letter', letters)
  await insertRows(
    tx,
    'notification',
    letters.map((letter) => ({
      id: fixedId(`notification/${letter.award_id}`),
      award_id: letter.award_id,
      letter_id: letter.id,
      notified_on: letter.produced_on,
      notified_by: letter.produced_by,
    })),
  )
  await insertRows(
    tx,
    'beneficiary_answer',
    granted(awards).map(({ id, one, decided }) => ({
      id: fixedId(`answer/${id}`),
      award_id: id,
      kind: 'confirmed',
      kept_cents: decided,
      answered_on: dayOf(one.file.year, CONFIRMED),
      answered_by: one.mandateId,
    })),
  )
}

function granted(awards: readonly LoadedAward[]): LoadedAward[] {
  return awards.filter(({ decided }) => decided > 0)
}

/** When each funder binds and pays, and what share it pays at first. */
const PAYING = {
  state: { bound: '05-20', paid: '06-24', large: 80, number: '210' },
  region: { bound: '06-02', paid: '07-16', large: 70, number: 'REG' },
  epci: { bound: '05-12', paid: '06-30', large: 80, number: 'E' },
  caf: { bound: '05-28', paid: '07-10', large: 70, number: 'CAF' },
  department: { bound: '06-08', paid: '07-20', large: 80, number: 'D62-' },
} as const
const CITY_PAYING = { bound: '05-18', paid: '07-03', large: 100, number: 'M' } as const

function payingOf(funder: FunderKey): { bound: string; paid: string; large: number; number: string } {
  return funder === 'state' || funder === 'region' || funder === 'epci' || funder === 'caf' || funder === 'department'
    ? PAYING[funder]
    : CITY_PAYING
}

/** Above it, the balance waits for the final account. */
const LARGE = cents(1_000_000)

export interface PayingWish {
  /** Bound, and not paid yet: bank details refused, a closed establishment, an agreement not signed. */
  unpaid: (award: LoadedAward) => boolean
  /** The day of the final account, which frees the balance. */
  accountedOn: (award: LoadedAward) => Day | undefined
}

export async function bindAndPayAll(world: DemoWorld, tx: Tx, awards: readonly LoadedAward[], wish: PayingWish): Promise<void> {
  const bound = granted(awards).filter(({ funder, rank, one }) => one.file.year < 2026 || funder.startsWith('com-') || rank % 23 !== 7) // left to bind
  await insertRows(
    tx,
    'obligation',
    bound.map((award) => obligationRow(world, award)),
  )
  const payments = bound.filter((award) => !wish.unpaid(award)).flatMap((award) => paymentsOf(award, wish.accountedOn(award)))
  await insertRows(
    tx,
    'payment',
    payments.map(({ award, amount, on, turn }) => ({
      id: fixedId(`payment/${award.id}/${turn}`),
      award_id: award.id,
      obligation_id: obligationIdOf(award),
      amount_cents: amount,
      paid_on: on,
      recorded_by: mandateOf(world, award.funder).id,
    })),
  )
}

function obligationIdOf({ id }: LoadedAward): string {
  return fixedId(`obligation/${id}`)
}

function obligationRow(world: DemoWorld, award: LoadedAward): Record<string, unknown> {
  const { bound, number } = payingOf(award.funder)
  const { year } = award.one.file
  const prefix = award.funder === 'state' ? number : `${number}${year % 100}-`
  return {
    id: obligationIdOf(award),
    award_id: award.id,
    number: `${prefix}${String((year % 100) * 100_000 + 10_207 + award.rank * 13)}`,
    amount_cents: award.decided,
    obligated_on: dayOf(year, bound),
    recorded_by: mandateOf(world, award.funder).id,
  }
}

interface Paid {
  award: LoadedAward
  amount: Cents
  on: Day
  turn: number
}

function paymentsOf(award: LoadedAward, accountedOn: Day | undefined): Paid[] {
  const { paid, large } = payingOf(award.funder)
  const share = award.decided > LARGE ? large : 100
  const first = cents(Math.round((award.decided * share) / 10_000) * 100)
  const one = { award, amount: first, on: dayOf(award.one.file.year, paid), turn: 1 }
  const rest = cents(award.decided - first)
  if (rest <= 0 || accountedOn === undefined) return [rest < 0 ? { ...one, amount: award.decided } : one]
  return [one, { award, amount: rest, on: addDays(accountedOn, 41), turn: 2 }]
}
