import { groupOfAccount } from '#calls/budget-accounts.ts'
import { type Cents, cents, euros, sumCents } from '#platform/money.ts'

/** A gap is to be explained when it reaches both. Source: conventions of Pilotis, after cerfa n° 15059*02 (écarts significatifs). */
export const GAP_SHARE = 0.1
export const GAP_AMOUNT = euros(500)

export interface Gap {
  account: string
  planned: Cents
  spent: Cents
  /** Spent over planned; undefined when nothing was planned. */
  share: number | undefined
  flagged: boolean
}

/** Planned against actual, one line of the budget: the share is cross-multiplied, so that 10 % is exactly 10 %. */
export function gapOf(account: string, planned: Cents, spent: Cents): Gap {
  const gap = Math.abs(spent - planned)
  const flagged = gap >= GAP_AMOUNT && gap * 10 >= planned
  return { account, planned, spent, share: planned > 0 ? spent / planned : undefined, flagged }
}

/** Money of the action itself: charges without voluntary contributions. */
export function chargesOf(lines: readonly { account: string; amount: Cents }[]): Cents {
  return sumCents(lines.filter(({ account }) => isCharge(account)).map(({ amount }) => amount))
}

function isCharge(account: string): boolean {
  const group = groupOfAccount(account)
  return group?.side === 'charges' && !group.inKind
}

export interface ClaimBasis {
  /** Charges of the latest budget, and charges of the final account. */
  planned: Cents
  spent: Cents
  decided: Cents
  paid: Cents
}

/**
 * What an award is worth once the account is known: in proportion of what was spent, when less than planned; never more than decided.
 * A fraction of a cent is left to the beneficiary.
 */
export function earnedAmount({ planned, spent, decided }: Omit<ClaimBasis, 'paid'>): Cents {
  if (planned <= 0 || spent >= planned) return decided
  return cents(Number((BigInt(decided) * BigInt(spent) + BigInt(planned) - 1n) / BigInt(planned)))
}

/** What the funder may ask back: paid beyond what is earned. Nothing is claimed here: the funder decides, by its own act. */
export function claimableAmount(basis: ClaimBasis): Cents {
  return cents(Math.max(0, basis.paid - earnedAmount(basis)))
}

/** Every line planned or spent, planned ones first. */
export function gapsBetween(
  planned: readonly { account: string; amount: Cents }[],
  spent: readonly { account: string; amount: Cents }[],
): Gap[] {
  const amountIn = (lines: readonly { account: string; amount: Cents }[], account: string): Cents =>
    lines.find((line) => line.account === account)?.amount ?? cents(0)
  const accounts = new Set([...planned, ...spent].map(({ account }) => account))
  return [...accounts].map((account) => gapOf(account, amountIn(planned, account), amountIn(spent, account)))
}
