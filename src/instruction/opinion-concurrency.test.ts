import { expect, test } from 'vitest'
import { addDays } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { aMandate, aPart, aWorld, TODAY } from '#testing/world.ts'
import { askOpinions, giveOpinion } from './opinion-acts.ts'
import { listOpinions, listReplacedOpinions } from './opinion-store.ts'

test('PRJ-06: two people of one organisation at once: every opinion is kept, one counts, and all but the first are told', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const { applicationId, partId } = await aPart(db, world)
  const { caf, lead } = world.mandates
  const colleague = await aMandate(db, {
    name: 'Collègue',
    organisationId: caf.organisationId,
    function: 'funder',
    contractId: world.contractId,
  })
  const asking = { contractId: world.contractId, partIds: [partId], organisationIds: [caf.organisationId], dueOn: addDays(TODAY, 9) }
  const asked = await Promise.all([1, 2, 3].map(() => askOpinions(db, lead, { ...asking, publicUrl: 'https://pilotis.example' }, TODAY)))
  expect(asked.filter((result) => result.done && result.value.asked === 1)).toHaveLength(1)
  expect(await listMails(db)).toHaveLength(2)
  const [request] = await listOpinions(db, lead.scope, [partId])
  const opinion = { applicationId, requestId: request?.requestId ?? '', reason: 'Utile.', proposed: undefined, seenId: undefined }
  const results = await Promise.all(
    [caf, colleague, caf, colleague, caf, colleague].map((by) =>
      giveOpinion(db, by, { ...opinion, id: newId(), kind: 'favourable' }, TODAY),
    ),
  )
  expect(results.filter((result) => result.done && result.value.overtook !== undefined)).toHaveLength(5)
  expect(await listOpinions(db, lead.scope, [partId])).toMatchObject([{ given: 6 }])
  expect(await listReplacedOpinions(db, lead.scope, applicationId)).toHaveLength(5)
})
