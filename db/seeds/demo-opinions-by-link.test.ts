import { expect } from 'vitest'
import { listAwaited } from '#instruction/opinion-follow-up-store.ts'
import { listLinks } from '#instruction/opinion-link-store.ts'
import { listOpinions } from '#instruction/opinion-store.ts'
import { addDays } from '#platform/day.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { askLandlordByLink } from './demo-opinions-by-link.ts'

dbTest('the demonstration asks a landlord by a link, which gives one opinion, through the acts of the pages', async ({ db }) => {
  const world = await aWorld(db)
  const { lead } = world.mandates
  const partIds: string[] = []
  for (const title of ['Vélo-école', 'Ludothèque', 'Jardin', 'Boxe', 'Café']) partIds.push((await aPart(db, world, { title })).partId)
  await askLandlordByLink({ db, contractId: world.contractId, mandates: new Map([['lead', lead]]) }, addDays(TODAY, 30))
  expect(await listLinks(db, world.contractId)).toMatchObject([{ files: 4, given: 1 }])
  expect(await listAwaited(db, lead.scope, world.contractId)).toHaveLength(3)
  expect((await listOpinions(db, lead.scope, partIds)).filter(({ way }) => way === 'link')).toHaveLength(1)
})
