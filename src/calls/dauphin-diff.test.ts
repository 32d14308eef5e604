import { describe, expect, test } from 'vitest'
import { admitLines } from './dauphin-admission.ts'
import { changesToWrite, choiceKey, diffDauphin, type HeldFile, type KnownLine } from './dauphin-diff.ts'
import type { DauphinContent, DauphinLine } from './dauphin-rows.ts'

const CONTENT: DauphinContent = { siret: '00000001100015', title: 'Jardin', asked: '500000', status: 'Recevable' }

function aLine(content: DauphinContent = {}, change: Partial<DauphinLine> = {}): DauphinLine {
  return { line: 2, number: 'DA1', funderLine: 'etat', funderId: 'state', content: { ...CONTENT, ...content }, others: {}, ...change }
}

function aKnown(content: DauphinContent = {}, change: Partial<KnownLine> = {}): KnownLine {
  return {
    id: 'k1',
    number: 'DA1',
    funderLine: 'etat',
    content: { ...CONTENT, ...content },
    vanished: false,
    applicationId: 'a1',
    partId: 'p1',
    requestId: 'r1',
    ...change,
  }
}

function aHeld(fields: DauphinContent = { title: 'Jardin' }, asked = '500000'): HeldFile {
  const requests = [{ id: 'r1', funderId: 'state', asked }]
  return { number: 'DA1', applicationId: 'a1', actionId: 't1', partId: 'p1', origin: 'dauphin', siret: '00000001100015', fields, requests }
}

function diff(lines: DauphinLine[], known: KnownLine[], held: HeldFile[]) {
  return diffDauphin({ lines, seen: lines.map(({ number, funderLine }) => ({ number, funderLine })) }, known, held)
}

describe('last import × this one × what is written here', () => {
  test.each([
    { before: 'A', portal: 'A', here: 'A', state: 'same', outcome: undefined },
    { before: 'A', portal: 'A', here: 'B', state: 'same', outcome: undefined },
    { before: 'A', portal: 'B', here: 'A', state: 'changed', outcome: 'taken' },
    { before: 'A', portal: 'B', here: 'B', state: 'changed', outcome: 'noted' },
    { before: 'A', portal: 'B', here: 'C', state: 'conflict', outcome: 'conflict' },
  ])('the portal said $before then $portal, here it is $here: $state', ({ before, portal, here, state, outcome }) => {
    const { lines } = diff([aLine({ title: portal })], [aKnown({ title: before })], [aHeld({ title: here })])
    expect(lines[0]?.state).toBe(state)
    expect(lines[0]?.changes.map((change) => change.outcome)).toEqual(outcome ? [outcome] : [])
  })

  test.each([
    { portal: 'A', here: 'A', state: 'new', outcomes: [] },
    { portal: 'B', here: 'A', state: 'conflict', outcomes: ['conflict'] },
  ])(
    'a file begun here and seen on the portal for the first time, $here here and $portal there: $state',
    ({ portal, here, state, outcomes }) => {
      const { lines } = diff([aLine({ title: portal })], [], [aHeld({ title: here })])
      expect(lines[0]?.state).toBe(state)
      expect(lines[0]?.changes.map((change) => change.outcome)).toEqual(outcomes)
    },
  )
})

test('what only the portal knows is noted, never a conflict', () => {
  const { lines } = diff([aLine({ status: 'Rejetée' })], [aKnown()], [aHeld()])
  expect(lines[0]).toMatchObject({ state: 'changed', changes: [{ field: 'status', outcome: 'noted' }] })
})

test('a conflict is written only when the portal’s value was chosen for that field', () => {
  const [first] = diff([aLine({ title: 'B', asked: '700000' })], [aKnown()], [aHeld({ title: 'C' }, '600000')]).lines
  if (!first) throw new Error('one line gives one difference')
  expect(changesToWrite(first, new Set())).toEqual([])
  const chosen = changesToWrite(first, new Set([choiceKey(first.line, 'asked')]))
  expect(chosen).toEqual([expect.objectContaining({ field: 'asked', portal: '700000', here: '600000' })])
})

test('a line no more in the file has vanished, once', () => {
  const other = aKnown({}, { id: 'k2', number: 'DA2' })
  expect(diff([aLine()], [aKnown(), other], [aHeld()]).vanished).toEqual([other])
  expect(diff([aLine()], [aKnown(), { ...other, vanished: true }], [aHeld()]).vanished).toEqual([])
})

test('a line that was refused has not vanished, nor any line of its file when its funder cannot be read', () => {
  const seen = [{ number: 'DA1', funderLine: undefined }]
  expect(diffDauphin({ lines: [], seen }, [aKnown()], [aHeld()]).vanished).toEqual([])
})

test('a line that had vanished and is back is a change', () => {
  expect(diff([aLine()], [aKnown({}, { vanished: true })], [aHeld()]).lines[0]?.state).toBe('changed')
})

test('what describes the file is compared once, on its first line', () => {
  const caf = aLine({ title: 'B' }, { line: 3, funderLine: 'caf', funderId: 'caf' })
  const { lines } = diff([aLine({ title: 'B' }), caf], [aKnown()], [aHeld()])
  expect(lines.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['title'], []])
})

const CALL = {
  year: 2027,
  themes: [],
  qpvCodes: [],
  funders: [{ id: 'state', name: 'État', shortName: 'État', budgetAccount: '74etat' }],
}

test.each([
  { door: 'dauphin-first', held: [], interests: [], funderId: 'state', rule: undefined },
  { door: 'dauphin-first', held: [], interests: [], funderId: null, rule: undefined },
  { door: 'dauphin-first', held: [{ ...aHeld(), siret: '1' }], interests: [], funderId: 'state', rule: 'other-organisation' },
  { door: 'dauphin-first', held: [], interests: ['00000001100015'], funderId: 'state', rule: 'declared-interest' },
  { door: 'pilotis-first', held: [], interests: [], funderId: 'state', rule: 'no-application' },
  { door: 'pilotis-first', held: [aHeld()], interests: [], funderId: 'caf', rule: 'state-line-only' },
  { door: 'pilotis-first', held: [aHeld()], interests: [], funderId: 'state', rule: undefined },
] as const)('a line of $funderId by the door $door: $rule', ({ door, held, interests, funderId, rule }) => {
  const read = { lines: [aLine({}, { funderId })], refused: [], seen: [], unknownHeaders: [], count: 1 }
  const admitted = admitLines(read, { context: { ...CALL, door }, held, interests })
  expect(admitted.refused.map((one) => one.rule)).toEqual(rule ? [rule] : [])
  expect(admitted.lines).toHaveLength(rule ? 0 : 1)
})
