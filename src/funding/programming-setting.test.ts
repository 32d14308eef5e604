import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { alertDay, frameShare, type ProgrammingSetting, readSettingValue, settingOn } from './programming-setting.ts'

const setting = (validFrom: string, value: string, code: ProgrammingSetting['code'] = 'employment-share'): ProgrammingSetting => ({
  ...{ code, value, validFrom: day(validFrom), source: 'Discours du 14 novembre 2017' },
})
const settings = [setting('2024-01-01', '0.15'), setting('2026-01-01', '0.2')]

test.each([
  ['2023-12-31', undefined],
  ['2024-01-01', '0.15'],
  ['2025-12-31', '0.15'],
  ['2026-01-01', '0.2'],
])('on %s the target in force is %s: an old year keeps its old target', (on, value) => {
  expect(settingOn(settings, 'employment-share', day(on))?.value).toBe(value)
})

test.each([
  { part: 0, whole: 100, share: 0, missing: 20 },
  { part: 19, whole: 100, share: 0.19, missing: 1 },
  { part: 20, whole: 100, share: 0.2, missing: 0 },
  { part: 21, whole: 100, share: 0.21, missing: 0 },
  // A fraction of a cent lacks a whole one; 0.2 × 3 does not lack two.
  { part: 0, whole: 3, share: 0, missing: 1 },
  { part: 1_600_000_00, whole: 7_122_000_00, share: 160 / 712.2, missing: 0 },
])('FIN-04: $part of $whole cents against 20 % lacks $missing cents', ({ part, whole, share, missing }) => {
  const found = frameShare({ part, whole }, setting('2026-01-01', '0.2'))
  expect(found.share).toBeCloseTo(share, 9)
  expect(found.missing).toBe(missing)
})

test('nothing decided has no share and lacks nothing; without a target nothing is lacking either', () => {
  expect(frameShare({ part: 0, whole: 0 }, setting('2026-01-01', '0.2'))).toMatchObject({ share: undefined, missing: undefined })
  expect(frameShare({ part: 10, whole: 50 }, undefined)).toMatchObject({ share: 0.2, target: undefined, missing: undefined })
})

test('the day of the alert is that of the year looked at; none when the contract set none', () => {
  const alerts = [setting('2024-01-01', '04-30', 'empty-year-alert'), setting('2027-01-01', '03-31', 'empty-year-alert')]
  expect([2023, 2026, 2027].map((year) => alertDay(alerts, year))).toEqual([undefined, '2026-04-30', '2027-03-31'])
  expect(alertDay([setting('2024-01-01', '02-29', 'empty-year-alert')], 2027)).toBeUndefined()
})

test.each([
  ['employment-share', '20', '0.2'],
  ['employment-share', '12,5 %', '0.125'],
  ['multi-year-share', '100', '1'],
  ['multi-year-share', '0', '0'],
  ['multi-year-share', '100,01', undefined],
  ['multi-year-share', '-5', undefined],
  ['multi-year-share', 'moitié', undefined],
  ['empty-year-alert', '30/04', '04-30'],
  ['empty-year-alert', '32/04', undefined],
  ['empty-year-alert', '04-30', undefined],
] as const)('%s typed « %s » is kept as %s', (code, typed, value) => {
  const read = readSettingValue(code, typed)
  expect(read.ok ? read.value : undefined).toBe(value)
})
