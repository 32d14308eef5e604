import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { cents, euros } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, TODAY, type World } from '#testing/world.ts'
import { addSignedCopy, prepareAgreement, prepareAvenant, recordSignature } from './agreement-acts.ts'
import { findAgreement, listAgreements, listPublishedAgreements } from './agreement-store.ts'
import { listBeneficiaryYears } from './agreement-total-store.ts'
import { findAwardState } from './award-state-store.ts'
import { recordObligation, recordPayment } from './payment-acts.ts'

const bind = (awardId: string, amount: number) => ({
  id: newId(),
  awardId,
  number: `EJ-${newId().slice(-6)}`,
  amount: cents(amount),
  on: TODAY,
})
const draft = (world: World, amount = euros(28_000), change: object = {}) => ({
  ...{ id: newId(), organisationId: world.organisations.porteur, number: newId(), purpose: 'Vie sociale de la cité' },
  years: [{ year: 2027, amount }],
  ...change,
})
const sign = (world: World, db: Db, text: { agreementId: string; textId: string }, party: 'beneficiary' | 'authority') =>
  recordSignature(db, world.mandates.state, { ...text, party, on: TODAY, signatory: 'La présidente' }, TODAY)

/** Two awards of the State to the same association in one year: 14 000 € each. */
async function twoAwards(db: Db, world: World): Promise<[string, string]> {
  const amount = euros(14_000)
  const one = await anAward(db, world, { amount, part: { asked: { state: amount } } })
  const two = await anAward(db, world, { amount, part: { title: 'Autre action', asked: { state: amount } } })
  return [one.awardId, two.awardId]
}

dbTest(
  'FIN-09: two awards cross the threshold together; nothing is bound until both parties signed, and no reason lifts it',
  async ({ db }) => {
    const world = await aWorld(db)
    const by = world.mandates.state
    const amount = euros(14_000)
    const first = await anAward(db, world, { amount, part: { asked: { state: amount } } })
    const bound = bind(first.awardId, euros(1_000))
    expect(await recordObligation(db, by, bound, TODAY)).toMatchObject({ done: true })
    const second = await anAward(db, world, { amount, part: { title: 'Autre action', asked: { state: amount } } })
    for (const awardId of [first.awardId, second.awardId]) {
      expect(await recordObligation(db, by, bind(awardId, 100), TODAY)).toEqual({ done: false, reasons: ['agreement-missing'] })
    }
    const pay = { id: newId(), awardId: first.awardId, obligationId: bound.id, amount: cents(100), on: TODAY, overrideReason: 'Urgence' }
    expect(await recordPayment(db, by, pay, TODAY)).toEqual({ done: false, reasons: ['agreement-missing'] })
    const input = draft(world)
    expect(await prepareAgreement(db, by, input, TODAY)).toEqual({ done: true, value: input.id })
    expect(await prepareAgreement(db, by, input, TODAY)).toEqual({ done: true, value: input.id })
    const text = { agreementId: input.id, textId: input.id }
    const steps = async () => (await findAwardState(db, by.scope, second.awardId, TODAY))?.agreementStep
    expect(await steps()).toBe('beneficiary-signs')
    await sign(world, db, text, 'beneficiary')
    expect(await steps()).toBe('authority-signs')
    expect(await recordObligation(db, by, bind(second.awardId, 100), TODAY)).toMatchObject({ done: false })
    await sign(world, db, text, 'authority')
    expect(await steps()).toBe('covered')
    expect(await recordObligation(db, by, bind(second.awardId, 100), TODAY)).toMatchObject({ done: true })
    expect(await recordPayment(db, by, pay, TODAY)).toMatchObject({ done: true })
    expect(await sign(world, db, text, 'authority')).toEqual({ done: false, reasons: ['already-signed'] })
  },
)

dbTest('FIN-09: awards of another authority, another year or another organisation do not add up', async ({ db }) => {
  const world = await aWorld(db)
  const amount = euros(14_000)
  const asked = { state: amount, region: amount }
  const state = await anAward(db, world, { amount, part: { asked } })
  await anAward(db, world, { amount, funder: 'region', partId: state.partId })
  const other = { asked, organisationId: world.organisations.otherPorteur, title: 'De la commune' }
  await anAward(db, world, { amount, part: other })
  const seen = await findAwardState(db, world.mandates.state.scope, state.awardId, TODAY)
  expect([seen?.yearTotal, seen?.agreementStep]).toEqual([amount, 'not-required'])
  const years = await listBeneficiaryYears(db, world.mandates.state.scope, { funderId: world.organisations.state, year: 2027 })
  expect(years.map(({ organisationName, yearTotal, awards }) => [organisationName, yearTotal, awards.length])).toEqual([
    ['Commune de Liévin', amount, 1],
    ['Graines de Coron', amount, 1],
  ])
})

dbTest('FIN-09: a sum that rises asks for an avenant, which covers it once signed by both', async ({ db }) => {
  const world = await aWorld(db)
  const by = world.mandates.state
  const [awardId] = await twoAwards(db, world)
  const input = draft(world)
  await prepareAgreement(db, by, input, TODAY)
  const avenant = { id: newId(), agreementId: input.id, reason: 'Troisième action', years: [{ year: 2027, amount: euros(31_000) }] }
  expect(await prepareAvenant(db, by, avenant, TODAY)).toEqual({ done: false, reasons: ['text-open'] })
  for (const party of ['beneficiary', 'authority'] as const) await sign(world, db, { agreementId: input.id, textId: input.id }, party)
  await anAward(db, world, { amount: euros(3_000), part: { title: 'Troisième', asked: { state: euros(3_000) } } })
  const step = async () => (await findAwardState(db, by.scope, awardId, TODAY))?.agreementStep
  expect(await step()).toBe('to-amend')
  expect(await prepareAvenant(db, by, { ...avenant, years: [{ year: 2027, amount: cents(3_099_999) }] }, TODAY)).toMatchObject({
    reasons: ['below-total'],
  })
  expect(await prepareAvenant(db, by, avenant, TODAY)).toEqual({ done: true, value: avenant.id })
  for (const party of ['beneficiary', 'authority'] as const) await sign(world, db, { agreementId: input.id, textId: avenant.id }, party)
  expect(await step()).toBe('covered')
  const published = await listPublishedAgreements(db)
  expect(published.map(({ amount, year, number }) => [amount, year, number])).toEqual([[euros(31_000), 2027, input.number]])
})

dbTest('an agreement over several years covers each of its years; five years, a gap or a public body are refused', async ({ db }) => {
  const world = await aWorld(db)
  const by = world.mandates.state
  await twoAwards(db, world)
  const years = [2027, 2028, 2029].map((year) => ({ year, amount: euros(28_000) }))
  const cpo = draft(world, undefined, { years })
  expect(await prepareAgreement(db, by, cpo, TODAY)).toMatchObject({ done: true })
  expect(await findAgreement(db, by.scope, cpo.id)).toMatchObject({ kind: 'multi-year', firstYear: 2027, lastYear: 2029 })
  const five = [2027, 2028, 2029, 2030, 2031].map((year) => ({ year, amount: euros(28_000) }))
  expect(await prepareAgreement(db, by, draft(world, undefined, { years: five }), TODAY)).toMatchObject({ reasons: ['too-many-years'] })
  expect(await prepareAgreement(db, by, { ...cpo, id: newId() }, TODAY)).toMatchObject({ reasons: ['number-used'] })
  const organisationId = world.organisations.otherPorteur
  await anAward(db, world, { part: { organisationId, title: 'De la commune' } })
  expect(await prepareAgreement(db, by, draft(world, undefined, { organisationId }), TODAY)).toMatchObject({ reasons: ['not-private'] })
})

dbTest('nobody prepares, signs nor reads the agreement of another; the association reads its own once told', async ({ db }) => {
  const world = await aWorld(db)
  const { mandates } = world
  const amount = euros(28_000)
  await anAward(db, world, { amount, notifiedOn: null, part: { asked: { state: amount } } })
  const input = draft(world)
  await prepareAgreement(db, mandates.state, input, TODAY)
  await expect(prepareAgreement(db, mandates.caf, draft(world), TODAY)).rejects.toThrow(NotFound)
  const signature = { agreementId: input.id, textId: input.id, party: 'authority' as const, on: TODAY, signatory: 'X' }
  await expect(recordSignature(db, mandates.epci, signature, TODAY)).rejects.toThrow(NotFound)
  const seenBy = async () =>
    Promise.all(
      [mandates.porteur, mandates.otherPorteur, mandates.lead, mandates.caf].map(
        async ({ scope }) => (await listAgreements(db, scope, {})).length,
      ),
    )
  expect(await seenBy()).toEqual([0, 0, 1, 0])
  await anAward(db, world, { amount: euros(100), part: { title: 'Dite', asked: { state: euros(100) } } })
  expect(await seenBy()).toEqual([1, 0, 1, 0])
})

dbTest('a signature has its author, is not in the future nor before its text; the scan comes last and once', async ({ db }) => {
  const world = await aWorld(db)
  const by = world.mandates.state
  await twoAwards(db, world)
  const input = draft(world)
  await prepareAgreement(db, by, input, TODAY)
  const text = { agreementId: input.id, textId: input.id }
  const wrong = (on: string, signatory: string) => recordSignature(db, by, { ...text, party: 'authority', on: day(on), signatory }, TODAY)
  expect(await wrong('2027-01-15', ' ')).toEqual({ done: false, reasons: ['signatory-missing', 'in-future'] })
  expect(await wrong('2027-01-13', 'Le préfet')).toEqual({ done: false, reasons: ['before-draft'] })
  const copy = { ...text, file: { hash: 'b'.repeat(64), size: 10, kind: 'pdf' as const }, name: 'signee.pdf' }
  expect(await addSignedCopy(db, by, copy, TODAY)).toEqual({ done: false, reasons: ['not-signed'] })
  for (const party of ['beneficiary', 'authority'] as const) await sign(world, db, text, party)
  expect(await addSignedCopy(db, by, copy, TODAY)).toMatchObject({ done: true })
  expect(await addSignedCopy(db, by, copy, TODAY)).toEqual({ done: false, reasons: ['copy-there'] })
})

test('FIN-09: of two agreements of one number prepared at once, one is made and the other told; an award and an obligation at once never cross', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const by = world.mandates.state
  const [awardId] = await twoAwards(db, world)
  const same = { number: 'CONV-1' }
  const made = await Promise.all([1, 2].map(() => prepareAgreement(db, by, draft(world, undefined, same), TODAY)))
  expect(made.filter((one) => one.done)).toHaveLength(1)
  expect(made.flatMap((one) => (one.done ? [] : one.reasons))).toEqual(['number-used'])
  const bound = await Promise.all([1, 2].map(() => recordObligation(db, by, bind(awardId, 100), TODAY)))
  expect(bound.map((one) => one.done)).toEqual([false, false])
})
