import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { writeSpreadsheet } from '#platform/spreadsheet.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, fictitiousSiret, TODAY, type World } from '#testing/world.ts'
import { findAwardState } from './award-state-store.ts'
import { reversePayment } from './correction-acts.ts'
import { recordObligation, recordPayment } from './payment-acts.ts'
import { importPayments } from './payment-import-acts.ts'
import { dismissLine, matchLine } from './payment-line-acts.ts'
import { listPaymentImports, listPaymentLines } from './payment-line-store.ts'
import { type PaymentFile, readPaymentFile } from './payments.import.ts'

const HEAD = '\uFEFFN° EJ;N° DP;Montant;Date de paiement;SIRET;Tiers'
const SIRET = fictitiousSiret(11)
const DAY = '14/01/2027'

async function fileOf(...lines: string[]): Promise<PaymentFile> {
  const read = await readPaymentFile(new TextEncoder().encode([HEAD, ...lines].join('\r\n')))
  if (!read.done) throw new Error(read.reasons.join())
  return read.value
}

/** An award of 5 000 € of the State, obligated under a number. */
async function bound(db: Db, world: World, number = '2103410207') {
  const { awardId } = await anAward(db, world, { part: { title: `Action ${number}` } })
  const obligation = { id: newId(), awardId, number, amount: euros(5_000), on: TODAY }
  await recordObligation(db, world.mandates.state, obligation, TODAY)
  return { awardId, obligationId: obligation.id }
}

async function importing(db: Db, world: World, lines: string[], dryRun = false) {
  const result = await importPayments(db, world.mandates.state, { fileName: 'chorus.csv', file: await fileOf(...lines), dryRun }, TODAY)
  if (!result.done) throw new Error(result.reasons.join())
  return result.value
}
const paidOf = async (db: Db, world: World, awardId: string) => (await findAwardState(db, world.mandates.state.scope, awardId, TODAY))?.paid
const waiting = (db: Db, world: World) => listPaymentLines(db, { funderId: world.organisations.state })

dbTest(
  'FIN-09: lines that match become payments, the others wait with every reason beside them; a dry run says the same and writes nothing',
  async ({ db }) => {
    const world = await aWorld(db)
    const { awardId } = await bound(db, world)
    const lines = [
      `2103 410 207;DP1;1 000,50;${DAY};${SIRET};Graines de Coron`,
      `2103410207;DP2;4 000;${DAY};;graines de coron`,
      `9999999999;DP3;12;${DAY};${SIRET};`,
      `2103410207;;mille;15/01/2027;;Graine de corons`,
      `Total;;5 000,50;;;`,
    ]
    const tried = await importing(db, world, lines, true)
    expect([await paidOf(db, world, awardId), await waiting(db, world), await listPaymentImports(db, world.organisations.state)]).toEqual([
      0,
      [],
      [],
    ])
    const made = await importing(db, world, lines)
    expect(made.lines.map(({ line, outcome, reasons }) => [line, outcome, reasons])).toEqual(
      tried.lines.map(({ line, outcome, reasons }) => [line, outcome, reasons]),
    )
    expect(made.lines.map(({ line, outcome, reasons }) => [line, outcome, reasons])).toEqual([
      [2, 'paid', []],
      [3, 'waiting', ['paid-beyond-obligated']],
      [4, 'waiting', ['obligation-unknown']],
      [5, 'waiting', ['number-missing', 'amount-unreadable', 'third-party-spelling']],
      [6, 'total', []],
    ])
    expect(made.counts).toEqual({ read: 4, paid: 1, already: 0, waiting: 3 })
    expect(await paidOf(db, world, awardId)).toBe(euros(1_000.5))
    expect((await waiting(db, world)).map(({ line, reasons }) => [line, reasons[0]])).toEqual([
      [3, 'paid-beyond-obligated'],
      [4, 'obligation-unknown'],
      [5, 'number-missing'],
    ])
  },
)

dbTest('FIN-09: the same file, the same number or the same line twice makes one payment, and nothing waits twice', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await bound(db, world)
  const pay = `2103410207;DP1;1000;${DAY};${SIRET};`
  const lost = `9999999999;DP3;12;${DAY};${SIRET};`
  expect((await importing(db, world, [pay, pay, lost])).counts).toEqual({ read: 3, paid: 1, already: 1, waiting: 1 })
  expect((await importing(db, world, [pay, pay, lost])).counts).toEqual({ read: 3, paid: 0, already: 2, waiting: 1 })
  expect((await importing(db, world, [`2103410207;DP1;1 000,00 €;2027-01-14;;Graines de Coron`])).counts).toMatchObject({
    paid: 0,
    already: 1,
  })
  const other = await importing(db, world, [`2103410207;DP1;999;${DAY};${SIRET};`])
  expect(other.lines[0]?.reasons).toEqual(['number-elsewhere'])
  expect([await paidOf(db, world, awardId), (await waiting(db, world)).length]).toEqual([euros(1_000), 2])
})

dbTest(
  'a line that waited is paid by a later import once its obligation is recorded; a payment undone frees its number',
  async ({ db }) => {
    const world = await aWorld(db)
    const lines = [`2103410207;DP1;1000;${DAY};${SIRET};`]
    expect((await importing(db, world, lines)).counts).toMatchObject({ paid: 0, waiting: 1 })
    const { awardId } = await bound(db, world)
    const [line] = (await importing(db, world, lines)).lines
    expect([line?.outcome, await waiting(db, world)]).toEqual(['paid', []])
    await reversePayment(db, world.mandates.state, { id: newId(), awardId, paymentId: line?.id ?? '', on: TODAY, reason: 'Erreur' }, TODAY)
    expect((await importing(db, world, [`2103410207;DP1;900;${DAY};${SIRET};`])).counts).toMatchObject({ paid: 1 })
    expect(await paidOf(db, world, awardId)).toBe(euros(900))
  },
)

dbTest('a payment typed by hand is not paid again: with its number it is known, without it a person decides', async ({ db }) => {
  const world = await aWorld(db)
  const one = await bound(db, world)
  const two = await bound(db, world, '2103410208')
  const hand = { overrideReason: '', amount: euros(1_000), on: TODAY }
  await recordPayment(db, world.mandates.state, { id: newId(), ...one, ...hand, number: 'DP1' }, TODAY)
  await recordPayment(db, world.mandates.state, { id: newId(), ...two, ...hand }, TODAY)
  const again = { id: newId(), ...two, ...hand, number: 'DP1' }
  expect(await recordPayment(db, world.mandates.state, again, TODAY)).toEqual({ done: false, reasons: ['payment-number-used'] })
  const made = await importing(db, world, [`2103410207;DP1;1000;${DAY};${SIRET};`, `2103410208;DP2;1000;${DAY};${SIRET};`])
  expect(made.lines.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
    ['already', []],
    ['waiting', ['maybe-recorded']],
  ])
})

dbTest(
  'a waiting line is matched by hand within the limits of a payment, or put aside with a reason; never both, nor by another',
  async ({ db }) => {
    const world = await aWorld(db)
    const { awardId, obligationId } = await bound(db, world)
    const by = world.mandates.state
    await importing(db, world, [`999;DP1;1000;${DAY};;X`, `998;DP2;1000;${DAY};;X`, `997;DP3;;${DAY};;X`, `996;DP4;9000;${DAY};;X`])
    const [first, second, third, fourth] = await waiting(db, world)
    const match = (lineId = '') => matchLine(db, by, { lineId, awardId, obligationId, overrideReason: '' }, TODAY)
    for (const _ of [1, 2]) expect(await match(first?.id)).toEqual({ done: true, value: first?.id })
    expect(await match(third?.id)).toEqual({ done: false, reasons: ['unreadable'] })
    expect(await match(fourth?.id)).toEqual({ done: false, reasons: ['paid-beyond-obligated'] })
    expect(await dismissLine(db, by, { lineId: second?.id ?? '', reason: ' ' }, TODAY)).toEqual({
      done: false,
      reasons: ['reason-missing'],
    })
    expect(await dismissLine(db, by, { lineId: second?.id ?? '', reason: 'Autre dispositif' }, TODAY)).toMatchObject({ done: true })
    expect(await match(second?.id)).toEqual({ done: false, reasons: ['already-treated'] })
    expect(await dismissLine(db, by, { lineId: first?.id ?? '', reason: 'Non' }, TODAY)).toEqual({
      done: false,
      reasons: ['already-treated'],
    })
    expect([await paidOf(db, world, awardId), (await waiting(db, world)).map(({ line }) => line)]).toEqual([euros(1_000), [4, 5]])
    await expect(dismissLine(db, world.mandates.caf, { lineId: third?.id ?? '', reason: 'Non' }, TODAY)).rejects.toThrow(NotFound)
    const again = await importing(db, world, [`998;DP2;1000;${DAY};;X`])
    expect(again.counts).toMatchObject({ already: 1, waiting: 0 })
  },
)

dbTest('a spreadsheet gives the same lines as a text; a wrong heading, an empty or a foreign file is refused in French', async () => {
  const columns = HEAD.slice(1)
    .split(';')
    .map((header) => ({
      header,
      width: 10,
      kind: header === 'Montant' ? ('cents' as const) : header.startsWith('Date') ? ('day' as const) : ('text' as const),
    }))
  const bytes = await writeSpreadsheet({
    sheets: [{ name: 'Paiements', columns, rows: [['2103410207', 'DP1', 100_050, '2027-01-14', SIRET, 'X']] }],
  })
  const read = await readPaymentFile(bytes)
  expect(read.done && read.value.lines).toEqual([{ line: 2, cells: ['2103410207', 'DP1', '1000.5', '2027-01-14', SIRET, 'X'] }])
  const said = async (text: string) => {
    const answer = await readPaymentFile(new TextEncoder().encode(text))
    return answer.done ? '' : answer.reasons.join()
  }
  expect(await said('Colonne;Autre\r\n1;2')).toContain(
    '« N° EJ », « N° DP ou mandat », « Montant », « Date de paiement », « SIRET ou Tiers »'
      .replaceAll('« ', '«\u00A0')
      .replaceAll(' »', '\u00A0»'),
  )
  expect(await said('')).toContain('vide')
  expect(await said('a\0b')).toContain('ni un tableur')
  expect(await said(`${HEAD}\r\n${'1;2;3;;;\r\n'.repeat(5_001)}`)).toContain('plus de 5')
})

test('FIN-09: one file imported by two people at once makes each payment once', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const { awardId } = await bound(db, world)
  const lines = Array.from({ length: 5 }, (_, at) => `2103410207;DP${at};100;${DAY};${SIRET};`)
  const made = await Promise.all([importing(db, world, lines), importing(db, world, [...lines].reverse())])
  expect(made.map(({ counts }) => counts.paid).sort()).toEqual([0, 5])
  expect(await paidOf(db, world, awardId)).toBe(euros(500))
  const rows = await db.rows(z.object({ id: z.string() }))`select id from payment where award_id = ${awardId}`
  expect(rows).toHaveLength(5)
})
