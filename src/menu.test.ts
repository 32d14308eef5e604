import { expect } from 'vitest'
import type { Mandate } from '#access/mandate.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aWorld, type World } from '#testing/world.ts'
import { footOf, menuOf } from './menu.ts'

const readers = (world: World): (Mandate | undefined)[] => [undefined, ...Object.values(world.mandates)]

dbTest('every line of every menu and of the foot leads to a page that opens under that mandate', async ({ db }) => {
  const world = await aWorld(db)
  const contract = { id: world.contractId, code: world.contractCode, name: 'Lens-Liévin 2024-2030' }
  const closed: string[] = []
  for (const reader of readers(world)) {
    const { get } = testApp(db, reader)
    const hrefs = [
      ...menuOf(reader, contract).flatMap(({ href, steps = [] }) => [href, ...steps.map((step) => step.href)]),
      ...footOf(contract).map(({ href }) => href),
    ]
    for (const href of hrefs) {
      const { status } = await get(href)
      if (status !== 200) closed.push(`${reader?.function ?? 'public'} ${href} ${status}`)
    }
  }
  expect(closed).toEqual([])
})

dbTest('without any contract, no line of the menu or of the foot leads nowhere', async ({ db }) => {
  const { get } = testApp(db, undefined)
  for (const { href } of [...menuOf(undefined, undefined), ...footOf(undefined)]) expect((await get(href)).status, href).toBe(200)
})

dbTest('a porteur sees three lines, the money only under a mandate that moves it', async ({ db }) => {
  const { mandates } = await aWorld(db)
  const steps = (mandate: Mandate): string[] => menuOf(mandate, undefined).flatMap((entry) => (entry.steps ?? []).map(({ href }) => href))
  expect(menuOf(mandates.porteur, undefined).map(({ href }) => href)).toEqual(['/demandes', '/subventions', '/mon-organisation'])
  expect(steps(mandates.lead)).not.toContain('/paiements')
  expect(steps(mandates.state)).toContain('/paiements')
  expect(menuOf(mandates.caf, undefined).map(({ href }) => href)).not.toContain('/mandats/demandes')
})
