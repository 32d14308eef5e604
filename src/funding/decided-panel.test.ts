import { expect } from 'vitest'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward, aPartOfYear } from '#testing/award.ts'
import { aPart, aWorld } from '#testing/world.ts'
import { DECIDED_TITLE } from './DecidedSection.tsx'

dbTest('the page of a file says what each funder retained and decided, its act and its notification', async ({ db }) => {
  const world = await aWorld(db)
  const { applicationId } = await anAward(db, world, { amount: euros(4_300), part: { asked: { state: euros(5_000) } } })
  const page = await (await testApp(db, world.mandates.lead).get(`/dossiers/${applicationId}`)).text()
  expect(page).toContain(DECIDED_TITLE)
  expect(page).toContain('4\u202F300\u00A0€ décidés')
  expect(page).toContain('Autorité de test')
  expect(page).toContain('décision notifiée au porteur')
  expect(page).not.toContain('rien n’est encore retenu ni décidé')
  expect(page).not.toContain('Accordé en 2026')
})

dbTest('the page of a renewed file says what was decided the year before', async ({ db }) => {
  const world = await aWorld(db)
  const before = await aPartOfYear(db, world, 2026)
  await anAward(db, world, { partId: before.partId, amount: euros(2_700) })
  const { applicationId } = await aPart(db, world, { actionId: before.actionId })
  const page = await (await testApp(db, world.mandates.lead).get(`/dossiers/${applicationId}`)).text()
  expect(page).toContain('Accordé en 2026')
  expect(page).toContain('2026\u00A0: 2\u202F700\u00A0€ décidés')
})

dbTest('the page of a file on which no amount is fixed has no table of decisions', async ({ db }) => {
  const world = await aWorld(db)
  const { applicationId } = await aPart(db, world, { asked: { state: euros(5_000) } })
  const page = await (await testApp(db, world.mandates.lead).get(`/dossiers/${applicationId}`)).text()
  expect(page).not.toContain(DECIDED_TITLE)
  expect(page).not.toContain('Histoire des décisions')
})
