import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { type CountedFile, countFiles, opinionsByPartner } from './file-counts.ts'

const TODAY = day('2027-03-09')
const file = (of: Partial<CountedFile>): CountedFile => ({
  applicationId: 'a',
  withdrawn: false,
  decided: false,
  completeness: 'to-examine',
  opinions: [],
  ...of,
})
const opinion = (organisationId: string, days: number, kind: string | null = null): CountedFile['opinions'][number] => ({
  organisationId,
  dueOn: addDays(TODAY, days),
  kind,
})

test('a file with two actions is one file, and its opinions are counted action by action', () => {
  const two = [file({ opinions: [opinion('caf', 1)] }), file({ opinions: [opinion('caf', 1, 'favourable')] })]
  expect(countFiles(two, TODAY)).toMatchObject({ deposits: 1, toExamine: 1, asked: 2, received: 1, late: 0 })
})

test('a file taken back counts nowhere, and nothing is awaited on it', () => {
  const taken = [file({ withdrawn: true, completeness: 'withdrawn', opinions: [opinion('caf', -3)] })]
  expect(countFiles(taken, TODAY)).toEqual({
    deposits: 0,
    complete: 0,
    toExamine: 0,
    piecesReceived: 0,
    piecesLate: 0,
    asked: 0,
    received: 0,
    late: 0,
  })
  expect(opinionsByPartner(taken, TODAY)).toEqual([])
})

test('an opinion missing on a file that is decided is awaited nowhere; the one given is counted', () => {
  const decided = [file({ decided: true, opinions: [opinion('caf', -3), opinion('region', -3, 'favourable')] })]
  expect(countFiles(decided, TODAY)).toMatchObject({ deposits: 1, asked: 1, received: 1, late: 0 })
  expect(opinionsByPartner(decided, TODAY).map(({ organisationId }) => organisationId)).toEqual(['region'])
})

test.each(['complete', 'pieces-received', 'pieces-late'] as const)(
  'a file whose completeness is %s is counted there only',
  (completeness) => {
    const key = completeness === 'complete' ? 'complete' : completeness === 'pieces-received' ? 'piecesReceived' : 'piecesLate'
    const counts = countFiles([file({ completeness })], TODAY)
    expect(counts).toMatchObject({ complete: 0, piecesReceived: 0, piecesLate: 0, toExamine: 0, [key]: 1 })
  },
)

test.each([
  { days: -1, late: 1 },
  { days: 0, late: 0 },
  { days: 1, late: 0 },
])('an opinion due $days days from today makes $late late', ({ days, late }) => {
  expect(countFiles([file({ opinions: [opinion('caf', days)] })], TODAY).late).toBe(late)
  expect(opinionsByPartner([file({ opinions: [opinion('caf', days)] })], TODAY)[0]?.late).toBe(late)
})

test('PRJ-06: each partner has its opinions asked, received, missing and late, the latest first', () => {
  const files = [
    file({ opinions: [opinion('caf', -2), opinion('region', 4)] }),
    file({ applicationId: 'b', opinions: [opinion('caf', -9), opinion('region', 4, 'reserved')] }),
  ]
  expect(opinionsByPartner(files, TODAY)).toEqual([
    { organisationId: 'caf', asked: 2, received: 0, missing: 2, late: 2, lateSince: addDays(TODAY, -9) },
    { organisationId: 'region', asked: 2, received: 1, missing: 1, late: 0, lateSince: null },
  ])
})
