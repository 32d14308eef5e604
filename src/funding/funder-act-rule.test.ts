import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { cents, euros } from '#platform/money.ts'
import { type ActLine, checkFunderAct, type LockedEnvelope, missingIn, sayFunderActFlaw } from './funder-act-rule.ts'

const TODAY = day('2027-04-15')
const envelope: LockedEnvelope = { id: 'e', funderId: 'region', year: 2027, amount: euros(1000), decided: euros(400) }

function aLine(wish: Partial<ActLine> = {}): ActLine {
  return {
    envelopeId: 'e',
    year: 2027,
    cents: euros(500),
    reason: '',
    asked: euros(800),
    retained: euros(500),
    decidedAlready: false,
    ...wish,
  }
}

function flawsOf(lines: ActLine[], signedOn = TODAY): string[] {
  return checkFunderAct({ signedOn, funderId: 'region', lines }, [envelope], TODAY)
}

test('FIN-03: an act within what remains of the envelope is good, to the last cent', () => {
  expect(flawsOf([aLine({ cents: euros(600), retained: euros(600) })])).toEqual([])
})

test('FIN-03: an act one cent beyond the envelope is refused, on every line of it', () => {
  const lines = [aLine({ cents: euros(300), retained: euros(300) }), aLine({ cents: cents(30_001), retained: cents(30_001) })]
  expect(flawsOf(lines)).toEqual(['beyond-envelope@0', 'beyond-envelope@1'])
})

test.each([
  { added: 600, missing: 0 },
  { added: 601, missing: 1 },
])('FIN-03: an envelope with 600 left lacks $missing for $added', ({ added, missing }) => {
  expect(missingIn(envelope, [aLine({ cents: euros(added) }), aLine({ envelopeId: 'other' })])).toBe(euros(missing))
})

test.each([
  { wish: { decidedAlready: true }, flaw: 'already-decided@0' },
  { wish: { retained: undefined, reason: 'urgence' }, flaw: 'not-retained@0' },
  { wish: { year: 2026 }, flaw: 'wrong-year@0' },
  { wish: { envelopeId: 'other' }, flaw: 'not-yours@0' },
  { wish: { cents: euros(499) }, flaw: 'reason-missing@0' },
  { wish: { asked: euros(499) }, flaw: 'reason-missing@0' },
])('a line is refused as $flaw', ({ wish, flaw }) => expect(flawsOf([aLine(wish)])).toEqual([flaw]))

test('decided above asked is accepted with a reason', () => {
  expect(flawsOf([aLine({ asked: euros(100), reason: 'Deux communes de plus' })])).toEqual([])
})

test('an act signed tomorrow, or empty, is refused', () => {
  expect(flawsOf([aLine()], day('2027-04-16'))).toEqual(['signed-in-future'])
  expect(flawsOf([])).toEqual(['nothing-to-decide'])
})

test('each flaw is said in French beside its line', () => {
  expect(sayFunderActFlaw('beyond-envelope@3')).toEqual({ line: 3, text: expect.stringContaining('enveloppe') })
  expect(sayFunderActFlaw('nothing-to-decide').line).toBeUndefined()
})
