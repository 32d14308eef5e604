import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/awards.ts'
import { begunDraft } from '#testing/draft.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { findApplication } from './application-store.ts'
import { saveField } from './field-acts.ts'

const AXES = ['jeunesse', 'egalite'] as const

/** Two axes of the contract of the world. */
async function axesOf(db: Parameters<typeof aWorld>[0], contractId: string): Promise<string[]> {
  const ids: string[] = []
  for (const [index, code] of AXES.entries()) {
    const id = newId()
    await db.run`insert into transversal_axis (id, contract_id, code, label, position, valid_from, source)
      values (${id}, ${contractId}, ${code}, ${code === 'jeunesse' ? 'Jeunesse' : 'Égalité'}, ${index + 1}, '2024-01-01', 'monde de test')`
    ids.push(id)
  }
  return ids
}

dbTest(
  'CON-02: a part takes any number of axes beside its one orientation; unticked, an axis leaves; an unknown one is not kept',
  async ({ db }) => {
    const draft = await begunDraft(db)
    await axesOf(db, draft.world.contractId)
    const tick = (code: string, raw: string, baseRevision = 0) =>
      saveField(db, draft.by, { applicationId: draft.id, subjectId: draft.partId, field: `axis.${code}`, baseRevision, raw }, TODAY)
    const axes = async () => (await findApplication(db, draft.by.scope, draft.id))?.parts[0]?.axes.map(({ code }) => code)
    expect(await axes()).toEqual([])
    for (const code of AXES) expect(await tick(code, 'oui')).toMatchObject({ saved: true })
    expect(await axes()).toEqual(['jeunesse', 'egalite'])
    await tick('jeunesse', '', 1)
    expect(await axes()).toEqual(['egalite'])
    expect(await tick('inconnu', 'oui')).not.toMatchObject({ saved: true })
    const page = await (await testApp(db, draft.by).get(`/demandes/${draft.id}/actions/${draft.partId}/quartier-et-public`)).text()
    expect(page).toContain('Les axes transversaux (facultatif)')
  },
)

dbTest('CON-02: the page of the contract reports by pillar and by axis; an action in two axes counts once in the total', async ({ db }) => {
  const world = await aWorld(db)
  const axes = await axesOf(db, world.contractId)
  const both = await anAward(db, world, { title: 'Deux axes', cents: euros(4000) })
  await anAward(db, world, { title: 'Aucun axe', cents: euros(1000) })
  for (const axisId of axes) {
    await db.run`insert into part_axis (part_id, axis_id) select w.part_id, ${axisId}::uuid from award w where w.action_id = ${both.actionId}`
  }
  const page = await (await testApp(db, undefined).get(`/contrats/${world.contractCode}`)).text()
  const text = page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(text).toMatch(/Ensemble 2 5 000 €/)
  expect(text).toMatch(/Jeunesse 1 4 000 € Égalité 1 4 000 €/)
  expect(text).toContain('ces lignes ne s’additionnent pas')
})
