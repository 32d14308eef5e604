import { formatEuros } from '#platform/money.ts'
import type { CommitmentAmount } from './commitment-store.ts'
import { COMMITMENT_STEP_NAMES, ILLEGIBLE } from './commitment-words.ts'

/** « Déclaré : 148 275 € (par an) »; a figure that cannot be read says so, and is no number. */
export function amountWords({ step, cents, reading, period }: CommitmentAmount): string {
  const value = cents === null ? ILLEGIBLE : formatEuros(cents)
  const care = reading === 'inferred' ? ', lecture à confirmer' : ''
  return `${COMMITMENT_STEP_NAMES[step]}\u00A0: ${value}${period === null ? '' : ` (${period})`}${care}`
}
