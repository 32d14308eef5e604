import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import type { ExpectedReport } from './follow-up-store.ts'
import { reportLines } from './report-lines.ts'

const report = (change: Partial<ExpectedReport>): ExpectedReport => ({
  actionId: 'a',
  year: 2026,
  title: 'Jardin',
  organisationName: 'Graines de Coron',
  funders: ['État', 'CAF'],
  interimId: null,
  interimDepositedOn: null,
  finalId: null,
  finalDepositedOn: null,
  ...change,
})

test('what is late comes first, the latest on top, then what is due, then what is handed in', () => {
  const lines = reportLines(
    [
      report({ actionId: 'deposited', finalId: 'f', finalDepositedOn: day('2027-03-01') }),
      report({ actionId: 'late' }),
      report({ actionId: 'later', year: 2025 }),
      report({ actionId: 'running', year: 2027 }),
    ],
    day('2027-07-10'),
  )
  expect(lines.map(({ key, state, daysLate }) => [key, state, daysLate])).toEqual([
    ['later-2025-final', 'late', 375],
    ['late-2026-final', 'late', 10],
    ['running-2027-final', 'not-due', 0],
    ['running-2027-interim', 'not-due', 0],
    ['deposited-2026-final', 'deposited', 0],
  ])
})

test('an interim account handed in stays listed beside the final one', () => {
  const lines = reportLines([report({ interimId: 'i', interimDepositedOn: day('2026-10-01') })], day('2027-01-14'))
  expect(lines.map(({ kind, state, reportId }) => [kind, state, reportId])).toEqual([
    ['final', 'due', null],
    ['interim', 'deposited', 'i'],
  ])
})
