import type { Figure } from './figure.ts'

export interface FigureChoice {
  used: Figure
  /** The other values of the same figure: shown beside, never added, never replaced. */
  others: readonly Figure[]
}

/**
 * Which of several values of one figure a calculation uses (TER-10): that of the wished year when there is one, else the latest dated
 * one, else an undated one; a readable value before all, a real one before a fictitious one. Undefined when none can be read.
 */
export function chooseFigure(values: readonly Figure[], wishedYear?: number): FigureChoice | undefined {
  const readable = values.filter(({ value }) => value !== null)
  const real = readable.filter(({ fictitious }) => !fictitious)
  const [used] = [...(real.length > 0 ? real : readable)].sort((a, b) => weightOf(b, wishedYear) - weightOf(a, wishedYear))
  return used && { used, others: values.filter((one) => one !== used) }
}

function weightOf({ year }: Figure, wishedYear: number | undefined): number {
  if (year === null) return 0
  return year === wishedYear ? Number.MAX_SAFE_INTEGER : year
}

/**
 * The share of a population, between 0 and 1; undefined when the whole is not known or smaller than the part.
 * Computed each time it is shown, never kept (TER-05).
 */
export function shareOf(part: number, whole: number): number | undefined {
  return whole > 0 && part >= 0 && part <= whole ? part / whole : undefined
}

/** « 18,8 % ». */
export function formatShare(share: number): string {
  return SHARE.format(share)
}
const SHARE = new Intl.NumberFormat('fr-FR', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
