import { expect, test } from 'vitest'
import { readHour, sayHour } from './meeting-form.ts'

test.each([
  ['9:30', '09:30'],
  ['09:30', '09:30'],
  ['9 h 30', '09:30'],
  ['9\u00A0h', '09:00'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
  ['24:00', undefined],
  ['12:60', undefined],
  ['midi', undefined],
  ['', undefined],
])('the hour « %s » is read %s', (typed, read) => {
  expect(readHour(typed)).toBe(read)
})

test('an hour is said the French way', () => {
  expect([sayHour('09:00'), sayHour('14:05')]).toEqual(['9\u00A0h', '14\u00A0h\u00A005'])
})
