import { expect } from 'vitest'
import type { CurrentContract } from '#access/http.ts'
import type { Mandate } from '#access/mandate.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { theOtherRoles } from '#testing/roles.ts'
import { aWorld } from '#testing/world.ts'
import { footOf, menuOf } from './menu.ts'

const linesOf = (reader: Mandate | undefined, contract: CurrentContract | undefined): string[] =>
  menuOf(reader, contract).flatMap(({ href, steps = [] }) => [href, ...steps.map((step) => step.href)])

dbTest('every line of the menu of each function, and of the foot, leads to a page that opens under that mandate', async ({ db }) => {
  const world = await aWorld(db)
  const { contractId, contractCode, mandates } = world
  const roles = await theOtherRoles(db, world)
  const contract = { id: contractId, code: contractCode, name: 'Lens-Liévin 2024-2030' }
  const closed: string[] = []
  for (const reader of [undefined, mandates.porteur, mandates.lead, mandates.state, mandates.caf, ...Object.values(roles)]) {
    const { get } = testApp(db, reader)
    for (const href of [...linesOf(reader, contract), ...(reader ? [] : footOf(contract).map((line) => line.href))]) {
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

dbTest('a porteur sees four lines; a line is shown only under a mandate that may open it', async ({ db }) => {
  const world = await aWorld(db)
  const { mandates } = world
  expect(linesOf(mandates.porteur, undefined)).toEqual(['/accueil', '/demandes', '/subventions', '/mon-organisation'])
  expect(linesOf(mandates.lead, undefined)).toContain('/mandats/demandes')
  expect(linesOf(mandates.lead, undefined)).not.toContain('/courriers')
  expect(linesOf(mandates.state, undefined)).toContain('/courriers')
  expect(linesOf(mandates.caf, undefined)).not.toContain('/mandats/demandes')
  const { ars, delegate, signatory, elected } = await theOtherRoles(db, world)
  expect(linesOf(ars, undefined)).toEqual(['/accueil', '/instruction', '/droit-commun/reponses', '/dossiers'])
  expect(linesOf(delegate, undefined)).toContain('/programmation')
  expect(linesOf(delegate, undefined)).not.toContain('/enveloppes')
  expect(linesOf(signatory, undefined)).toContain('/decisions')
  expect(linesOf(elected, undefined)).toEqual(['/accueil'])
})
