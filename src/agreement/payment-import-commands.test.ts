import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runCommand } from '#platform/commands.ts'
import type { Database } from '#platform/db.ts'
import { readEnvironment } from '#platform/environment.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, fictitiousSiret, TODAY } from '#testing/world.ts'
import { findAwardState } from './award-state-store.ts'
import { recordObligation } from './payment-acts.ts'
import { importPaymentsCommand } from './payment-import-commands.ts'

const HEAD = 'N° EJ;N° mandat;Montant;Date de paiement;SIRET'

async function runOn(db: Database, lines: string[], ...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'pilotis-payments-'))
  writeFileSync(join(cwd, 'paiements.csv'), lines.join('\r\n'))
  const said = { out: '', err: '' }
  const streams = {
    out: (text: string) => {
      said.out += text
    },
    err: (text: string) => {
      said.err += text
    },
  }
  const code = await runCommand(importPaymentsCommand, {
    argv: ['paiements.csv', ...options],
    cwd,
    db,
    environment: readEnvironment({}),
    ...streams,
  })
  return { code, ...said }
}

dbTest(
  'FIN-09: the command pays for the funder of the obligations named; a dry run writes nothing; what waits makes it exit 1',
  async ({ db }) => {
    const world = await aWorld(db)
    const { awardId } = await anAward(db, world)
    await recordObligation(db, world.mandates.state, { id: newId(), awardId, number: 'EJ1', amount: euros(5_000), on: TODAY }, TODAY)
    const lines = [HEAD, `EJ1;M1;1 000,00;14/01/2027;${fictitiousSiret(11)}`]
    await db.run`insert into database_nature (demonstration) values (true)`
    await db.run`insert into demonstration_day (day) values (${TODAY})`
    const paid = async () => (await findAwardState(db, world.mandates.state.scope, awardId, TODAY))?.paid
    expect(await runOn(db, lines, '--dry-run')).toMatchObject({ code: 0, out: expect.stringContaining('Essai, rien n’est écrit.') })
    expect(await paid()).toBe(0)
    expect(await runOn(db, lines)).toMatchObject({ code: 0, err: '' })
    expect(await paid()).toBe(euros(1_000))
    const waits = await runOn(db, [...lines, 'EJ2;M2;5;14/01/2027;'], '--funder', fictitiousSiret(2))
    expect(waits).toMatchObject({ code: 1, err: expect.stringContaining('Ligne 3, EJ2') })
    expect(await paid()).toBe(euros(1_000))
  },
)

dbTest('what is wrong is said in one sentence: no file, no heading, no funder', async ({ db }) => {
  await aWorld(db)
  expect(await runOn(db, ['a;b'])).toMatchObject({ code: 1, err: expect.stringContaining('Il manque les colonnes') })
  expect(await runOn(db, [HEAD, 'X;M;5;14/01/2027;'])).toMatchObject({ code: 1, err: expect.stringContaining('--funder') })
  expect(await runOn(db, [HEAD, 'X;M;5;14/01/2027;'], '--funder', '1')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Aucun financeur'),
  })
  expect(await runOn(db, [HEAD], 'autre.csv')).toMatchObject({ code: 2 })
  expect(await runOn(db, [HEAD], '--call', 'x')).toMatchObject({ code: 2 })
})
