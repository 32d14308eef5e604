import type { Funder } from '#contract/store.ts'
import { type Cents, cents, sumCents } from '#platform/money.ts'
import type { EnvelopeUse } from './envelope-use-store.ts'
import { type Amounts, type ProgrammingRow, STEPS } from './programming-table.ts'
import { mayFix } from './retention-entry.ts'
import type { Retained } from './retention-store.ts'

/** One line of « Qui met combien »: a funder and one of its envelopes. */
export interface ItemLine {
  funder: Funder
  envelope: EnvelopeUse | undefined
  /** Empty on the second envelope of a funder: its amounts asked and proposed are on the first. */
  amounts: Amounts | undefined
  latest: Retained | undefined
  /** Who looks may fix the amount of this line now. */
  open: boolean
  /** A line of the organisation of who looks. */
  own: boolean
  /** Asked, and no amount fixed yet. */
  waiting: boolean
}

interface LinesOf {
  row: Pick<ProgrammingRow, 'byFunder' | 'withdrawn'>
  funders: readonly Funder[]
  envelopes: readonly EnvelopeUse[]
  retained: readonly Retained[]
  by: { function: string; organisationId: string }
  closed: boolean
}

/** The funders that the file concerns, in the order of the contract, and those who may add an amount that nobody asked of them. */
export function itemLines({ row, funders, envelopes, retained, by, closed }: LinesOf): ItemLine[] {
  return funders.flatMap((funder) => {
    const amounts = row.byFunder[funder.id]
    const own = envelopes.filter(({ funderId }) => funderId === funder.id)
    if (!concerned(amounts) && !(own.length > 0 && !closed && funder.id === by.organisationId)) return []
    const waiting = (amounts?.asked ?? 0) > 0 && amounts?.retained === null && !row.withdrawn
    const mine = funder.id === by.organisationId
    const bare = { funder, own: mine, envelope: undefined, amounts, latest: undefined, open: false, waiting }
    const first: ItemLine[] = own.length === 0 ? [bare] : []
    return [
      ...first,
      ...own.map((envelope, rank) => ({
        funder,
        own: mine,
        envelope,
        amounts: rank === 0 ? amounts : undefined,
        latest: retained.find(({ envelopeId }) => envelopeId === envelope.id),
        open: !closed && mayFix(by, envelope),
        waiting: waiting && rank === 0,
      })),
    ]
  })
}

function concerned(amounts: Amounts | undefined): boolean {
  return amounts !== undefined && STEPS.some((step) => amounts[step] !== null)
}

export interface ToFind {
  /** Asked and not retained. */
  now: Cents
  /** The same, if each funder that has not fixed its amount follows its proposal. */
  ifProposed: Cents
}

/** What remains to be found of what was asked of the funders; never below zero. */
export function amountToFind(row: Pick<ProgrammingRow, 'byFunder'>): ToFind {
  const all = Object.values(row.byFunder)
  const sum = (pick: (amounts: Amounts) => Cents | null) => sumCents(all.map((amounts) => pick(amounts) ?? cents(0)))
  const asked = sum((amounts) => amounts.asked)
  const left = (given: Cents) => cents(Math.max(0, asked - given))
  return { now: left(sum(({ retained }) => retained)), ifProposed: left(sum(({ retained, proposed }) => retained ?? proposed)) }
}
