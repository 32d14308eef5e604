import type { Day } from '#platform/day.ts'

export type HandOverFlaw = 'ends-in-the-past' | 'ends-before-it-begins' | 'already-ended' | 'unknown-receiver' | 'note-missing'

export interface EndingMandate {
  validFrom: Day
  validTo: Day | null
}

/**
 * Every reason to refuse that a mandate ends on a day with what it held given so. What is left to nobody in particular asks a note:
 * the next person reads it (ANI-03).
 */
export function checkHandOver(
  mandate: EndingMandate,
  given: { endsOn: Day; note: string; receivers: readonly string[]; left: number },
  known: { today: Day; receivers: readonly string[] },
): HandOverFlaw[] {
  const flaws: HandOverFlaw[] = []
  if (given.endsOn < known.today) flaws.push('ends-in-the-past')
  if (given.endsOn < mandate.validFrom) flaws.push('ends-before-it-begins')
  if (mandate.validTo !== null && mandate.validTo < known.today) flaws.push('already-ended')
  if (given.receivers.some((id) => !known.receivers.includes(id))) flaws.push('unknown-receiver')
  if (given.left > 0 && given.note === '') flaws.push('note-missing')
  return flaws
}

/** Who may end a mandate: the person who holds it, and the project lead of its contract. */
export function mayEnd(
  by: { personId: string; mayDecideClaims: boolean; contractId: string | null },
  mandate: { personId: string; contractId: string | null },
): boolean {
  if (mandate.personId === by.personId) return true
  return by.mayDecideClaims && mandate.contractId !== null && mandate.contractId === by.contractId
}
