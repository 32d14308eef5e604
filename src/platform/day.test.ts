import { expect, test } from 'vitest'
import {
  addDays,
  day,
  dayInParis,
  daysBetween,
  formatDay,
  formatDayNumeric,
  formatDayShort,
  formatInstant,
  isDay,
  parseDay,
  yearOf,
} from './day.ts'

test.each([
  { text: '2027-01-14', real: true },
  { text: '2028-02-29', real: true },
  { text: '2027-02-29', real: false },
  { text: '2027-13-01', real: false },
  { text: '2027-1-1', real: false },
  { text: '', real: false },
])('$text is a day of the calendar: $real', ({ text, real }) => expect(isDay(text)).toBe(real))

test('a day is read in its French and its ISO form', () => {
  expect(parseDay('14/01/2027')).toBe('2027-01-14')
  expect(parseDay(' 1.2.2027 ')).toBe('2027-02-01')
  expect(parseDay('2027-01-14')).toBe('2027-01-14')
  expect(parseDay('31/02/2027')).toBeUndefined()
})

test('days are added and counted across months, years and summer time', () => {
  expect(addDays(day('2027-03-27'), 2)).toBe('2027-03-29')
  expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
  expect(daysBetween(day('2027-03-27'), day('2027-03-29'))).toBe(2)
  expect(daysBetween(day('2027-01-02'), day('2027-01-01'))).toBe(-1)
  expect(yearOf(day('2027-01-14'))).toBe(2027)
})

test('days are written as French writes them', () => {
  expect(formatDay(day('2027-03-11'))).toBe('jeudi 11 mars 2027')
  expect(formatDay(day('2027-03-01'))).toBe('lundi 1er mars 2027')
  expect(formatDayShort(day('2027-02-01'))).toBe('1er février 2027')
  expect(formatDayNumeric(day('2027-02-01'))).toBe('01/02/2027')
})

test('an instant belongs to the day it is in Paris', () => {
  expect(dayInParis(new Date('2027-01-14T23:30:00Z'))).toBe('2027-01-15')
  expect(formatInstant(new Date('2027-01-14T09:05:00Z'))).toBe('14 janvier 2027 à 10\u00A0h\u00A005')
})
