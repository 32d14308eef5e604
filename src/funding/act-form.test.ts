import { expect, test } from 'vitest'
import type { Typed } from '#platform/form.ts'
import { cents, euros } from '#platform/money.ts'
import { lineKey, nameLines, readAct, sayActFlaws } from './act-form.ts'

const [part, envelope, other] = ['a', 'b', 'c'].map((letter) => `0199a1b2-0000-7000-8000-00000000000${letter}`)
const key = lineKey({ partId: part ?? '', envelopeId: envelope ?? '' })

function typed(change: Record<string, string> = {}, lignes = [key]): Typed {
  const values = {
    id: other ?? '',
    annee: '2027',
    autorite: 'Préfet',
    numero: '2027-12',
    date: '2027-03-20',
    [`montant-${key}`]: '4 000',
    ...change,
  }
  return { values, lists: { ligne: lignes }, files: {} }
}

test('an act is read with its checked lines, those that are not identifiers left out', () => {
  expect(readAct(typed({}, [key, 'x', '']))).toMatchObject({
    ok: true,
    value: {
      numero: '2027-12',
      date: '2027-03-20',
      lines: [{ key, partId: part, envelopeId: envelope, cents: cents(400_000), reason: '' }],
    },
  })
})

test('every fault of an act is said at once, beside its field', () => {
  const read = readAct(typed({ autorite: '', numero: '', date: '2027-02-30', [`montant-${key}`]: '−5' }))
  expect(read.ok ? [] : read.errors.map(({ field }) => field)).toEqual(['autorite', 'numero', 'date', `montant-${key}`])
})

test('a reason of 2 000 characters is kept, one more is refused', () => {
  expect(readAct(typed({ [`motif-${key}`]: 'x'.repeat(2000) })).ok).toBe(true)
  expect(readAct(typed({ [`motif-${key}`]: 'x'.repeat(2001) })).ok).toBe(false)
})

test('a flaw of a line is shown on that line, a flaw of the act on its field', () => {
  const read = readAct(typed())
  const lines = read.ok ? read.value.lines : []
  const said = sayActFlaws(
    ['nothing-to-decide', 'signed-in-future', 'number-used', 'beyond-envelope@0', 'reason-missing@0', 'not-yours@9'],
    lines,
  )
  expect(said.map(({ field }) => field)).toEqual(['ligne', 'date', 'numero', `montant-${key}`, `motif-${key}`, 'ligne'])
})

test('an envelope that would overflow says how much is missing, and the summary names the action', () => {
  const read = readAct(typed())
  const lines = read.ok ? read.value.lines : []
  const left = { id: envelope ?? '', amount: euros(5000), decided: euros(2000) }
  const [said] = sayActFlaws(['beyond-envelope@0'], lines, [left])
  expect(said?.message).toMatch(/il manque 1\s000\s€ pour les lignes cochées/)
  const named = nameLines(
    [...(said ? [said] : []), { field: 'numero', message: 'Écrivez le numéro' }],
    [{ partId: part ?? '', envelopeId: envelope ?? '', title: 'Vélo-école' }],
  )
  expect(named[0]?.message).toMatch(/^Vélo-école\s: l’enveloppe serait dépassée/)
  expect(named[1]?.message).toBe('Écrivez le numéro')
})
