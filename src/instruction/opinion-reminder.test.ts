import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { reminderDue } from './opinion-reminder.ts'
import { USUAL_SETTINGS } from './opinion-settings.ts'

const DUE = day('2027-02-10')
const asked = { askedOn: addDays(DUE, -21), dueOn: DUE, remindedOn: null }

test.each([
  { days: -4, due: false },
  { days: -3, due: true },
  { days: -2, due: true }, // missed the day before: caught up
  { days: 0, due: true },
  { days: 1, due: true },
  { days: 4, due: true },
  { days: 5, due: false },
  { days: 6, due: false },
  { days: 7, due: true },
  { days: 10, due: true },
  { days: 11, due: false },
])('PRJ-06: $days days from the due day, a reminder leaves by itself: $due', ({ days, due }) => {
  expect(reminderDue(asked, USUAL_SETTINGS, addDays(DUE, days))).toBe(due)
})

test.each([
  { reminded: -3, days: -2, due: false },
  { reminded: -3, days: 1, due: true },
  { reminded: 1, days: 2, due: false },
  { reminded: 2, days: 3, due: false }, // by hand meanwhile
])('reminded $reminded days from the due day, a reminder on day $days leaves: $due', ({ reminded, days, due }) => {
  expect(reminderDue({ ...asked, remindedOn: addDays(DUE, reminded) }, USUAL_SETTINGS, addDays(DUE, days))).toBe(due)
})

test('an opinion asked two days before it is due is not reminded for the day that was already past', () => {
  expect(reminderDue({ ...asked, askedOn: addDays(DUE, -2) }, USUAL_SETTINGS, addDays(DUE, -1))).toBe(false)
})

test('a contract that wants no reminder sends none', () => {
  const none = { ...USUAL_SETTINGS, remindBefore: [], remindAfter: [] }
  expect([-3, 1, 7].some((days) => reminderDue(asked, none, addDays(DUE, days)))).toBe(false)
})
