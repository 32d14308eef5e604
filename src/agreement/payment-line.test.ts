import { expect, test } from 'vitest'
import { euros } from '#platform/money.ts'
import { readPaymentHeading } from './payment-columns.ts'
import { readPaymentLine } from './payment-line.ts'

const HEADING = ['N° EJ', 'N° DP', 'Montant', 'Date de paiement', 'SIRET', 'Tiers']
const lines = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }))
const read = (change: Partial<Record<'ej' | 'dp' | 'amount' | 'day' | 'siret' | 'name', string>> = {}) => {
  const headed = readPaymentHeading(lines(HEADING))
  if (!headed.ok) throw new Error('the heading is good')
  const cell = {
    ej: '2103410207',
    dp: '1000123456',
    amount: '1 234,50',
    day: '24/06/2026',
    siret: '00000001100015',
    name: 'Graines de Coron',
    ...change,
  }
  return readPaymentLine([cell.ej, cell.dp, cell.amount, cell.day, cell.siret, cell.name], headed.positions)
}

test.each([
  [['Numéro EJ', 'Demande de paiement', 'Montant payé', 'Date de mise en paiement', 'Nom du tiers']],
  [['N° d’engagement', 'N° de mandat', 'MONTANT TTC', 'Date paiement', 'N° SIRET']],
  [['Libre', 'EJ', 'Mandat', 'Montant', 'Date de règlement', 'Bénéficiaire']],
])('the headings of Chorus and of Hélios are known, whatever their order: %j', (heading) => {
  expect(readPaymentHeading(lines(heading, ['a'])).ok).toBe(true)
})

test('the heading may stand under a title; a column that lacks is named', () => {
  const found = readPaymentHeading(lines(['Restitution des paiements'], ['Exercice', '2026'], HEADING, ['x']))
  expect(found.ok && found.body).toEqual([{ line: 4, cells: ['x'] }])
  expect(readPaymentHeading(lines(['N° EJ', 'Montant', 'Libellé']))).toEqual({
    ok: false,
    missing: ['N° DP ou mandat', 'Date de paiement', 'SIRET ou Tiers'],
  })
})

test.each([
  ['1234,5', euros(1234.5)],
  ['1 234,50 €', euros(1234.5)],
  ['1\u202F234,50', euros(1234.5)],
  ['1.234,50', euros(1234.5)],
  ['1234.5', euros(1234.5)],
  ['0,01', euros(0.01)],
  ['1,234.50', null],
  ['12,345', null],
  ['mille', null],
  ['−50', null],
])('the amount « %s » is read as %j cents', (amount, cents) => {
  expect(read({ amount }).content.amount).toBe(cents)
})

test.each([
  ['24/06/2026', '2026-06-24'],
  ['2026-06-24', '2026-06-24'],
  ['2026/06/24', '2026-06-24'],
  ['20260624', '2026-06-24'],
  ['46197', '2026-06-24'],
  ['24/06/2026 00:00:00', '2026-06-24'],
  ['2026-06-24T08:30:00', '2026-06-24'],
  ['31/06/2026', null],
  ['24/06/26', null],
  ['juin', null],
])('the day « %s » is read as %s', (day, on) => {
  expect(read({ day }).content.on).toBe(on)
})

test.each([
  [{}, []],
  [{ ej: '' }, ['obligation-missing']],
  [{ dp: ' ' }, ['number-missing']],
  [{ amount: '0' }, ['amount-not-above-zero']],
  [{ amount: '-12' }, ['amount-not-above-zero']],
  [{ amount: '' }, ['amount-unreadable']],
  [{ day: '' }, ['day-unreadable']],
  [{ siret: '', name: '' }, ['third-party-missing']],
  [{ amount: '=B2*2' }, ['formula', 'amount-unreadable']],
  [{ amount: '#REF!' }, ['formula', 'amount-unreadable']],
])('a line with %j is held back by %j', (change, flaws) => {
  expect(read(change).flaws).toEqual(flaws)
})

test('codes lose their spaces only, ="…" is what it wraps, and a SIRET may stand in the column of names', () => {
  expect(read({ ej: '="0021 03"', dp: 'dp 12.0' }).content).toMatchObject({ obligation: '002103', number: 'DP12' })
  expect(read({ siret: '', name: '000 000 011 00015' }).content).toMatchObject({ siret: '00000001100015', name: '' })
})
