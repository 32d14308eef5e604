import { addDays, type Day, daysBetween } from '#platform/day.ts'
import type { OpinionSettings } from './opinion-settings.ts'

export interface Remindable {
  askedOn: Day
  dueOn: Day
  /** The latest reminder, by hand or by itself. */
  remindedOn: Day | null
}

/** A server stopped for a week-end still sends on Monday what Saturday wanted; beyond, the moment is past. */
const CATCH_UP_DAYS = 3

/**
 * Whether a reminder leaves by itself today: a day of the calendar of reminders has come since the ask and since the last
 * reminder. Several such days missed make one reminder. The day of the ask itself reminds nobody.
 */
export function reminderDue({ askedOn, dueOn, remindedOn }: Remindable, settings: OpinionSettings, today: Day): boolean {
  const since = remindedOn !== null && remindedOn > askedOn ? remindedOn : askedOn
  return calendar(dueOn, settings).some((planned) => planned > since && planned <= today && daysBetween(planned, today) <= CATCH_UP_DAYS)
}

function calendar(dueOn: Day, { remindBefore, remindAfter }: OpinionSettings): Day[] {
  return [...remindBefore.map((days) => addDays(dueOn, -days)), ...remindAfter.map((days) => addDays(dueOn, days))]
}
