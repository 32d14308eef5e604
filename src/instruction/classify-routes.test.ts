import { expect } from 'vitest'
import { z } from 'zod'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld } from '#testing/world.ts'
import { instructionPaths } from './paths.ts'

dbTest(
  'CON-02: the files without an orientation are found, ticked and given one; what lacks is said, and only who instructs does it',
  async ({ db }) => {
    const world = await aWorld(db)
    const asked = { state: euros(1000), region: euros(500) }
    const bare = await aPart(db, world, { title: 'Sans orientation', asked })
    await aPart(db, world, { title: 'Avec orientation', asked })
    await db.run`update action_part set orientation_id = null where id = ${bare.partId}`
    const lead = testApp(db, world.mandates.lead)
    const list = `${instructionPaths.files}?annee=2027&orientation=aucune`
    const page = await (await lead.get(list)).text()
    expect(page).toContain('Donner une orientation aux dossiers cochés')
    expect(page).not.toContain('Avec orientation')
    const said = async (fields: Record<string, string | string[]>) => {
      const answer = await lead.post(instructionPaths.classify, { retour: list, ...fields })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, list])
      return Buffer.from(/pilotis-message=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '', 'base64url').toString()
    }
    const orientation = world.orientations.employment
    expect(await said({ classement: orientation })).toContain('Cochez d’abord des dossiers')
    expect(await said({ part: [bare.partId] })).toContain('Choisissez d’abord l’orientation')
    expect(await said({ part: [bare.partId], classement: bare.partId })).toContain('rien n’a changé')
    expect(await said({ part: [bare.partId], classement: orientation })).toContain('Orientation donnée à 1\u00A0action.')
    const row = await db.one(z.object({ found: z.string() }))`select orientation_id as found from action_part where id = ${bare.partId}`
    expect(row.found).toBe(orientation)
    for (const who of [world.mandates.region, world.mandates.porteur])
      expect((await testApp(db, who).post(instructionPaths.classify, { part: [bare.partId], classement: orientation })).status).toBe(403)
  },
)
