/** Millionths: shares are kept with six decimals, and percents typed with four at most. */
const WHOLE = 1_000_000

/** Reads « 33,33 » or « 33,33 % » as a share between 0 and 1, excluded; undefined when it is no percent above 0 and up to 100. */
export function parsePercent(text: string): number | undefined {
  const compact = text.replace(/[\s\u00A0\u202F%]/g, '')
  const found = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(compact)
  if (!found) return undefined
  const millionths = Number(found[1]) * 10_000 + Number((found[2] ?? '').padEnd(4, '0'))
  return millionths > WHOLE ? undefined : millionths / WHOLE
}

/** Whether the shares of a part add up to 100 %: to the millionth, without drift of floats. */
export function sharesAddUp(shares: readonly number[]): boolean {
  return shares.reduce((sum, share) => sum + Math.round(share * WHOLE), 0) === WHOLE
}

const percent = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 })

/** « 33,33 », as it is typed, without the sign. */
export function formatPercent(share: number): string {
  return percent.format(Math.round(share * WHOLE) / 10_000)
}

/** The sum of the shares, as a share. */
export function sumShares(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + Math.round(share * WHOLE), 0) / WHOLE
}
