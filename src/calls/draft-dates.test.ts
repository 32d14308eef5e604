import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { calendarFlaws, signatureFlaws } from './draft-dates.ts'

const STARTS = day('2027-03-01')

test.each([
  { startsOn: STARTS, endsOn: addDays(STARTS, -1), fields: ['endsOn'] },
  { startsOn: STARTS, endsOn: STARTS, fields: [] },
  { startsOn: STARTS, endsOn: addDays(STARTS, 1), fields: [] },
  { startsOn: STARTS, endsOn: day('2028-12-31'), fields: [] },
  { startsOn: STARTS, endsOn: day('2029-01-01'), fields: ['endsOn'] },
  { startsOn: STARTS, endsOn: day('2207-12-31'), fields: ['endsOn'] },
  { startsOn: day('2028-12-31'), endsOn: undefined, fields: [] },
  { startsOn: day('2029-01-01'), endsOn: undefined, fields: ['startsOn'] },
  { startsOn: day('2029-01-01'), endsOn: day('2027-12-31'), fields: ['startsOn', 'endsOn'] },
  { startsOn: undefined, endsOn: undefined, fields: [] },
])('an action of the call of 2027 from $startsOn to $endsOn is wrong on $fields', ({ startsOn, endsOn, fields }) => {
  expect(calendarFlaws({ startsOn, endsOn }, 2027).map(({ field }) => field)).toEqual(fields)
})

const TODAY = day('2027-01-14')

test.each([
  { signedOn: addDays(TODAY, -1), wrong: false },
  { signedOn: TODAY, wrong: false },
  { signedOn: addDays(TODAY, 1), wrong: true },
  { signedOn: undefined, wrong: false },
])('a republican engagement signed on $signedOn is wrong on 14 January 2027: $wrong (PRJ-05)', ({ signedOn, wrong }) => {
  expect(signatureFlaws(signedOn, TODAY)).toHaveLength(wrong ? 1 : 0)
})
