import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { askOpinions } from '#instruction/opinion-acts.ts'
import { listAwaited } from '#instruction/opinion-follow-up-store.ts'
import { listLinks } from '#instruction/opinion-link-store.ts'
import { listOpinions } from '#instruction/opinion-store.ts'
import { addDays } from '#platform/day.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { askLandlordByLink, typeLateEmail } from './demo-opinions-by-link.ts'

dbTest('the demonstration asks a landlord by a link and types a late e-mail, through the acts of the pages', async ({ db }) => {
  const world = await aWorld(db)
  const { lead } = world.mandates
  const partIds: string[] = []
  for (const title of ['Vélo-école', 'Ludothèque', 'Jardin', 'Boxe', 'Café']) partIds.push((await aPart(db, world, { title })).partId)
  const input = {
    contractId: world.contractId,
    partIds,
    organisationIds: [world.organisations.caf],
    dueOn: TODAY,
    publicUrl: 'https://pilotis.example',
  }
  await askOpinions(db, lead, input, TODAY)
  const made = {
    db,
    filesFolder: mkdtempSync(join(tmpdir(), 'pilotis-')),
    contractId: world.contractId,
    mandates: new Map([['lead', lead]]),
  }
  const today = addDays(TODAY, 30)
  await askLandlordByLink(made, today)
  await typeLateEmail(made, { organisationId: world.organisations.caf }, today)
  expect(await listLinks(db, world.contractId)).toMatchObject([{ files: 4, given: 1 }])
  expect(await listAwaited(db, lead.scope, world.contractId)).toHaveLength(3)
  const opinions = await listOpinions(db, lead.scope, partIds)
  expect(opinions.filter(({ way }) => way === 'email')).toHaveLength(5)
  expect(opinions.filter(({ way }) => way === 'link')).toHaveLength(1)
})
