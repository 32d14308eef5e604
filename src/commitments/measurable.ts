/** What may measure a commitment. An amount that cannot be read measures nothing. */
export interface Measured {
  amounts: readonly { cents: number | null }[]
  target: string | null
  indicator: string | null
  deadline: string | null
}

/** A commitment is measurable by at least one of an amount, a target, an indicator or a deadline (ENG-01). */
export function isMeasurable({ amounts, target, indicator, deadline }: Measured): boolean {
  return amounts.some(({ cents }) => cents !== null) || [target, indicator, deadline].some((one) => one !== null && one.trim() !== '')
}
