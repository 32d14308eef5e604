import { expect, test } from 'vitest'
import type { Funder } from '#contract/store.ts'
import { type Cents, cents } from '#platform/money.ts'
import type { EnvelopeUse } from './envelope-use-store.ts'
import { amountToFind, itemLines } from './item-lines.ts'
import type { Amounts, ProgrammingRow } from './programming-table.ts'
import { firstEnvelope, mayFix } from './retention-entry.ts'

const NONE: Amounts = { awardedBefore: null, asked: null, proposed: null, retained: null, decided: null, obligated: null, paid: null }
const amounts = (wish: Partial<Record<keyof Amounts, number>>): Amounts => ({
  ...NONE,
  ...Object.fromEntries(Object.entries(wish).map(([step, value]): [string, Cents] => [step, cents(value)])),
})

test.each([
  { case: 'nothing asked', of: [NONE], now: 0, ifProposed: 0 },
  { case: 'asked, nothing proposed', of: [amounts({ asked: 700 })], now: 700, ifProposed: 700 },
  { case: 'proposed less', of: [amounts({ asked: 700, proposed: 500 })], now: 700, ifProposed: 200 },
  { case: 'retained less than proposed', of: [amounts({ asked: 700, proposed: 500, retained: 400 })], now: 300, ifProposed: 300 },
  {
    case: 'refused by one, proposed by the other',
    of: [amounts({ asked: 700, retained: 0 }), amounts({ asked: 300, proposed: 300 })],
    now: 1000,
    ifProposed: 700,
  },
  { case: 'retained above what was asked', of: [amounts({ asked: 700, retained: 900 })], now: 0, ifProposed: 0 },
])('what remains to be found: $case', ({ of, now, ifProposed }) => {
  expect(amountToFind({ byFunder: Object.fromEntries(of.entries()) })).toEqual({ now, ifProposed })
})

const FUNDERS: Funder[] = ['state', 'region', 'caf'].map((id) => ({
  id,
  name: id,
  shortName: id,
  siret: '',
  budgetAccount: '74x',
  pilot: false,
}))
const envelope = (id: string, funderId: string): EnvelopeUse => ({
  ...{ id, funderId, funderName: funderId, code: id, label: id, kind: 'specific', decidedBefore: null },
  ...{ amount: cents(0), decided: cents(0), obligated: cents(0), paid: cents(0), retained: cents(0), proposed: cents(0) },
})
const ENVELOPES = [envelope('s1', 'state'), envelope('s2', 'state'), envelope('c1', 'caf')]
const ROW = {
  withdrawn: false,
  byFunder: { state: amounts({ asked: 500 }), region: amounts({ asked: 200, retained: 0 }), caf: NONE },
} satisfies Pick<ProgrammingRow, 'byFunder' | 'withdrawn'>

function linesFor(by: { function: string; organisationId: string }, closed = false): string[] {
  const lines = itemLines({ row: ROW, funders: FUNDERS, envelopes: ENVELOPES, retained: [], by, closed })
  return lines.map(
    ({ funder, envelope: one, open, waiting }) => `${funder.id} ${one?.id ?? '-'}${open ? ' open' : ''}${waiting ? ' waiting' : ''}`,
  )
}

test.each([
  {
    who: 'the State',
    by: { function: 'state-instructor', organisationId: 'state' },
    lines: ['state s1 open waiting', 'state s2 open', 'region -'],
  },
  {
    who: 'a funder asked nothing',
    by: { function: 'funder', organisationId: 'caf' },
    lines: ['state s1 waiting', 'state s2', 'region -', 'caf c1 open'],
  },
  {
    who: 'the project lead',
    by: { function: 'project-lead', organisationId: 'epci' },
    lines: ['state s1 open waiting', 'state s2 open', 'region -'],
  },
])('the lines of a file that may be fixed by $who', ({ by, lines }) => {
  expect(linesFor(by)).toEqual(lines)
})

test('a funder without an amount is not listed, whatever else its row says of it', () => {
  const row = { ...ROW, byFunder: { caf: Object.assign({ funderId: 'caf' }, NONE) } }
  expect(
    itemLines({
      row,
      funders: FUNDERS,
      envelopes: [],
      retained: [],
      by: { function: 'state-instructor', organisationId: 'state' },
      closed: false,
    }),
  ).toEqual([])
})

test('nothing may be fixed once the meeting is closed', () => {
  expect(linesFor({ function: 'project-lead', organisationId: 'epci' }, true)).toEqual(['state s1 waiting', 'state s2', 'region -'])
  expect(linesFor({ function: 'funder', organisationId: 'caf' }, true)).not.toContain('caf c1')
})

test('an amount that names no envelope goes to the first of its funder; only the project lead fixes those of others', () => {
  expect([firstEnvelope(ENVELOPES, 'state')?.id, firstEnvelope(ENVELOPES, 'region')?.id]).toEqual(['s1', undefined])
  const own = { id: 's1', funderId: 'state' }
  expect(mayFix({ function: 'funder', organisationId: 'state' }, own)).toBe(true)
  expect(mayFix({ function: 'funder', organisationId: 'caf' }, own)).toBe(false)
  expect(mayFix({ function: 'project-lead', organisationId: 'epci' }, own)).toBe(true)
})
