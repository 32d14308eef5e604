import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { z } from 'zod'
import { runCommand } from '#platform/commands.ts'
import type { Database } from '#platform/db.ts'
import { readEnvironment } from '#platform/environment.ts'
import { dbTest } from '#platform/test-database.ts'
import { aWorld, fictitiousSiret } from '#testing/world.ts'
import { importDauphinCommand } from './dauphin-commands.ts'

const HEADER = 'n° de DOSSIER;EXERCICE;siret;raison sociale;type de tiers;intitulé;financeur;montant demandé'
const line = (number: string, siret = fictitiousSiret(301)): string =>
  `${number};2027;${siret};Les Ateliers;Association;Vélo-école;État;5000`

async function run(db: Database, content: string, ...argv: string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'pilotis-import-'))
  writeFileSync(join(cwd, 'export.csv'), content)
  const said = { out: '', err: '' }
  const streams = {
    out: (text: string) => {
      said.out += text
    },
    err: (text: string) => {
      said.err += text
    },
  }
  const environment = readEnvironment({ DATA_DIR: cwd })
  const code = await runCommand(importDauphinCommand, { argv, cwd, db, environment, ...streams })
  return { code, ...said }
}

async function dauphinFirst(db: Database) {
  const world = await aWorld(db)
  await db.run`update call set door = 'dauphin-first' where id = ${world.callId}`
  return world
}

dbTest('good lines are imported under the project lead’s mandate; the report is on the standard output', async ({ db }) => {
  const world = await dauphinFirst(db)
  const done = await run(db, `${HEADER}\n${line('DA62270001')}\n`, 'export.csv', '--call', 'aap-2027')
  expect(done).toEqual({ code: 0, err: '', out: '1 ligne lue\u00A0: 1 nouvelle.\n' })
  const entry = await db.one(z.object({ mandateId: z.string(), payload: z.record(z.string(), z.unknown()) }))`
    select mandate_id as "mandateId", payload from journal where act = 'dauphin.imported'`
  expect(entry).toMatchObject({ mandateId: world.mandates.lead.id, payload: { through: 'command', fileName: 'export.csv' } })
})

dbTest('refused lines are on the error output and the exit code is 1, with the good ones imported', async ({ db }) => {
  await dauphinFirst(db)
  const done = await run(db, `${HEADER}\n${line('DA62270001')}\n${line('DA62270002', '4,5E+13')}\n`, 'export.csv', '--call', 'aap-2027')
  expect(done.code).toBe(1)
  expect(done.err).toContain('Ligne 3, SIRET «\u00A04,5E+13\u00A0»\u00A0: Ce SIRET a été arrondi')
  expect(await db.rows(z.unknown())`select 1 from application`).toHaveLength(1)
})

dbTest('--dry-run writes nothing', async ({ db }) => {
  await dauphinFirst(db)
  const done = await run(db, `${HEADER}\n${line('DA62270001')}\n`, 'export.csv', '--call', 'aap-2027', '--dry-run')
  expect(done.out).toMatch(/^Essai, rien n’est écrit/)
  expect(await db.rows(z.unknown())`select 1 from application`).toEqual([])
})

dbTest.for([
  { argv: [], code: 2, says: 'Indiquez un fichier' },
  { argv: ['export.csv'], code: 2, says: '--call' },
  { argv: ['export.csv', '--call', 'aap-2027', '--vite'], code: 2, says: 'n’attend que' },
  { argv: ['absent.csv', '--call', 'aap-2027'], code: 1, says: 'ne se lit pas' },
  { argv: ['export.csv', '--call', 'inconnu'], code: 1, says: 'Aucun appel à projets' },
])('$argv is refused with one sentence', async ({ argv, code, says }, { db }) => {
  await dauphinFirst(db)
  const done = await run(db, HEADER, ...argv)
  expect([done.code, done.out]).toEqual([code, ''])
  expect(done.err).toContain(says)
})
