import type { Day } from '#platform/day.ts'
import { depositPeriod } from './submission-check.ts'

export interface DraftDates {
  opensOn: Day
  closesOn: Day
  /** The last day until which the application was reopened. */
  lastReopening: Day | null
}

/** Whether a draft is changed no more: its call is over, and was not opened again for it (PRJ-01). */
export function isClosedDraft({ opensOn, closesOn, lastReopening }: DraftDates, today: Day): boolean {
  const reopenedUntil = lastReopening === null ? [] : [lastReopening]
  return depositPeriod({ call: { opensOn, closesOn }, reopenedUntil }, today) === 'closed'
}

/** The last day to send it: that of the call, or of its own reopening. */
export function lastDayOf({ closesOn, lastReopening }: DraftDates): Day {
  return lastReopening !== null && lastReopening > closesOn ? lastReopening : closesOn
}
