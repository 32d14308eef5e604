import type { Day } from '#platform/day.ts'

export type MeetingState = 'to-hold' | 'today' | 'held' | 'closed'

/** Where a meeting stands, by its day and its closing. */
export function meetingState(meeting: { heldOn: Day; closedOn: Day | null }, today: Day): MeetingState {
  if (meeting.closedOn !== null) return 'closed'
  if (meeting.heldOn === today) return 'today'
  return meeting.heldOn > today ? 'to-hold' : 'held'
}

/** The words of each state and their look: the same in the list of meetings and on their pages. */
export const MEETING_LOOKS = {
  'to-hold': { word: 'À tenir', state: 'info', icon: 'calendar' },
  today: { word: 'Aujourd’hui', state: 'info', icon: 'calendar' },
  held: { word: 'Tenue, à clore', state: 'warning', icon: 'lock-open' },
  closed: { word: 'Close', state: undefined, icon: 'lock' },
} as const satisfies Record<MeetingState, { word: string; state: string | undefined; icon: string }>
