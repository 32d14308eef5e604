import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { MEETING_LOOKS, meetingState } from './meeting-state.ts'

const TODAY = day('2027-03-11')

test.each([
  { heldOn: day('2027-03-12'), closedOn: null, word: 'À tenir' },
  { heldOn: day('2027-03-11'), closedOn: null, word: 'Aujourd’hui' },
  { heldOn: day('2027-03-10'), closedOn: null, word: 'Tenue, à clore' },
  { heldOn: day('2027-03-10'), closedOn: day('2027-03-11'), word: 'Close' },
  { heldOn: day('2027-03-12'), closedOn: day('2027-03-11'), word: 'Close' },
])('a meeting of $heldOn closed on $closedOn is « $word »', ({ word, ...meeting }) => {
  expect(MEETING_LOOKS[meetingState(meeting, TODAY)].word).toBe(word)
})
