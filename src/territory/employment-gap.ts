export type RateFlaw = 'not-a-number' | 'below-0' | 'above-100'

/** A rate is between 0 and 100, limits included; the table `figure` refuses the same. Unit: per cent. */
export function rateFlaw(rate: number): RateFlaw | undefined {
  if (!Number.isFinite(rate)) return 'not-a-number'
  if (rate < 0) return 'below-0'
  return rate > 100 ? 'above-100' : undefined
}

export const RATE_FLAWS = {
  'not-a-number': 'Écrivez un nombre',
  'below-0': 'Un taux ne descend pas sous 0\u00A0%',
  'above-100': 'Un taux ne dépasse pas 100\u00A0%',
} satisfies Record<RateFlaw, string>

/**
 * Points by which a rate is below its reference; negative when it is above. Exact to the tenth, as the rates are printed.
 * Source: requirement TER-06, gap = rate of the EPCI − rate of the neighbourhood.
 */
export function gapInPoints(reference: number, rate: number): number {
  return Math.round((reference - rate) * 10) / 10
}

/** The rank of each gap, the widest first; equal gaps share their rank, and the next one skips as many. */
export function ranksOf(gaps: readonly number[]): number[] {
  return gaps.map((gap) => 1 + gaps.filter((other) => other > gap).length)
}
