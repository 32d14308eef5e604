import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { commands } from '#commands.ts'
import { runCommand } from '#platform/commands.ts'
import type { Db } from '#platform/db.ts'
import { readEnvironment } from '#platform/environment.ts'
import { storeProduced } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import { record, sealJournal } from '#platform/journal.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { anAward } from '#testing/awards.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { checkEverything } from './check-commands.ts'
import { fileJobs } from './file-jobs.ts'

const FILE = new TextEncoder().encode('Lettre')

interface Sound {
  world: World
  award: Awaited<ReturnType<typeof anAward>>
  obligationId: string
  dataDir: string
  faults(reread?: boolean): Promise<string[]>
  path: string
}

/** A world where all holds: an award decided, notified, obligated and half paid, its letter on the disk, its journal sealed. */
async function soundWorld(db: Db): Promise<Sound> {
  const world = await aWorld(db)
  const award = await anAward(db, world, { title: 'Jardin nourricier', cents: euros(4000) })
  const obligationId = newId()
  await db.run`insert into obligation (id, award_id, number, amount_cents, obligated_on, recorded_by)
    values (${obligationId}, ${award.awardId}, 'EJ-1', ${euros(3000)}, ${TODAY}, ${world.mandates.state.id})`
  await db.run`insert into payment (id, award_id, obligation_id, amount_cents, paid_on, recorded_by)
    values (${newId()}, ${award.awardId}, ${obligationId}, ${euros(1500)}, ${TODAY}, ${world.mandates.state.id})`
  const dataDir = mkdtempSync(join(tmpdir(), 'pilotis-check-'))
  const folder = join(dataDir, 'files')
  const { hash, size } = await storeProduced(folder, FILE, 'pdf')
  await db.run`update stored_file set hash = ${hash}, size_bytes = ${size}`
  await db.transaction((tx) => record(tx, world.mandates.lead, 'call.opened', world.callId, { title: 'Appel' }))
  await db.transaction((tx) => record(tx, world.mandates.lead, 'call.closed', world.callId))
  await sealJournal(db)
  const path = join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  return { world, award, obligationId, dataDir, path, faults: (reread = false) => checkEverything(db, folder, { reread }) }
}

async function withoutGuards(db: Db): Promise<void> {
  for (const table of ['envelope', 'award', 'decision', 'obligation', 'payment', 'journal', 'journal_seal']) {
    await db.run(Object.assign([`alter table ${table} disable trigger user`], { raw: [`alter table ${table} disable trigger user`] }))
  }
  await db.run`alter table envelope drop constraint envelope_never_overspent`
}

dbTest('check finds nothing in a sound world, files read again or not', async ({ db }) => {
  const { faults } = await soundWorld(db)
  expect(await faults()).toEqual([])
  expect(await faults(true)).toEqual([])
})

dbTest('check tells an envelope whose kept sum is not that of its decisions', async ({ db }) => {
  const { world, faults } = await soundWorld(db)
  await withoutGuards(db)
  await db.run`update envelope set decided_cents = decided_cents + 1 where id = ${world.envelopes.state}`
  expect(await faults()).toEqual([
    'Enveloppe «\u00A0state\u00A0» 2027 (État, crédits de la politique de la ville)\u00A0: le décidé enregistré est 4\u202F000,01\u00A0€, la somme des décisions 4\u202F000,00\u00A0€.',
  ])
})

dbTest('check tells an envelope decided beyond its amount', async ({ db }) => {
  const { world, faults } = await soundWorld(db)
  await withoutGuards(db)
  await db.run`update envelope set amount_cents = ${euros(3999)} where id = ${world.envelopes.state}`
  expect(await faults()).toEqual([expect.stringMatching(/4\u202F000,00\u00A0€ décidés pour un montant de 3\u202F999,00\u00A0€\.$/)])
})

dbTest('check tells an award whose kept sum is not that of its payments', async ({ db }) => {
  const { award, faults } = await soundWorld(db)
  await withoutGuards(db)
  await db.run`update award set paid_cents = 0 where id = ${award.awardId}`
  expect(await faults()).toEqual([
    expect.stringMatching(
      /^Subvention 2027 de «\u00A0Jardin nourricier\u00A0» .*le payé enregistré est 0,00\u00A0€, la somme des paiements 1\u202F500,00\u00A0€\.$/,
    ),
  ])
})

dbTest('check tells more obligated than decided, and more paid than obligated', async ({ db }) => {
  const { obligationId, faults } = await soundWorld(db)
  await withoutGuards(db)
  await db.run`update obligation set amount_cents = ${euros(4500)} where id = ${obligationId}`
  expect(await faults()).toEqual([expect.stringContaining('4\u202F500,00\u00A0€ engagés pour 4\u202F000,00\u00A0€ décidés.')])
  await db.run`update obligation set amount_cents = ${euros(1000)} where id = ${obligationId}`
  expect(await faults()).toEqual([
    expect.stringContaining('1\u202F500,00\u00A0€ payés pour 1\u202F000,00\u00A0€ engagés.'),
    'Engagement EJ-1 de «\u00A0Jardin nourricier\u00A0»\u00A0: 1\u202F500,00\u00A0€ payés pour 1\u202F000,00\u00A0€ engagés.',
  ])
})

dbTest('check tells a decision below zero in all', async ({ db }) => {
  const { award, world, faults } = await soundWorld(db)
  await withoutGuards(db)
  await db.run`delete from payment`
  await db.run`delete from obligation`
  await db.run`update award set paid_cents = 0`
  await db.run`update decision set amount_cents = -100, reason = 'faute' where award_id = ${award.awardId}`
  await db.run`update award_territory set amount_cents = -100 where award_id = ${award.awardId}`
  await db.run`update envelope set decided_cents = -100 where id = ${world.envelopes.state}`
  expect(await faults()).toEqual([
    expect.stringContaining('la somme des décisions est négative, −1,00\u00A0€.'),
    expect.stringContaining('le décidé est négatif, −1,00\u00A0€.'),
  ])
})

dbTest('check tells a split by neighbourhood that does not add up, or that is missing', async ({ db }) => {
  const { award, faults } = await soundWorld(db)
  await db.run`update award_territory set amount_cents = amount_cents - 1 where award_id = ${award.awardId}`
  const fault = expect.stringMatching(
    /^Répartition par quartier 2027 de «\u00A0Jardin nourricier\u00A0», décision du 14 janvier 2027\u00A0: /,
  )
  expect(await faults()).toEqual([fault])
  await db.run`delete from award_territory where award_id = ${award.awardId}`
  expect(await faults()).toEqual([fault])
  await db.run`delete from part_territory where part_id = ${award.partId}`
  expect(await faults()).toEqual([])
})

dbTest('check counts what was withdrawn of an obligation', async ({ db }) => {
  const { world, award, obligationId, faults } = await soundWorld(db)
  const withdraw = (euro: number) => db.run`
    insert into obligation (id, award_id, number, amount_cents, obligated_on, recorded_by, withdraws_id, reason)
    values (${newId()}, ${award.awardId}, 'EJ-1', ${-euros(euro)}, ${TODAY}, ${world.mandates.state.id}, ${obligationId}, 'Saisie deux fois')`
  await withdraw(1500)
  expect(await faults()).toEqual([])
  await withoutGuards(db)
  await withdraw(100)
  expect(await faults()).toContainEqual(expect.stringMatching(/^Engagement EJ-1 .* 1\s500,00\s€ payés pour 1\s400,00\s€ engagés/))
})

dbTest('check tells a submission number given twice', async ({ db }) => {
  const { world, faults } = await soundWorld(db)
  await aPart(db, world, { title: 'Autre' })
  await db.run`alter table submission drop constraint submission_call_id_number_key`
  await db.run`update submission set number = 1`
  expect(await faults()).toEqual(['Appel «\u00A0Appel à projets 2027\u00A0»\u00A0: le numéro de dépôt 1 est donné 2 fois.'])
})

dbTest('XCU-01: check tells a submitted file that a funder asked for money may not read; a draft may be closed to all', async ({ db }) => {
  const { world, award, faults } = await soundWorld(db)
  await aPart(db, world, { title: 'Brouillon', submitted: false })
  expect(await faults()).toEqual([])
  await db.run`delete from reading_right where subject_id = ${award.actionId} and organisation_id = ${world.organisations.state}`
  expect(await faults()).toEqual([
    'Appel «\u00A0Appel à projets 2027\u00A0», dossier 1\u00A0: État, crédits de la politique de la ville devrait pouvoir le lire et n’en a pas le droit.',
  ])
})

dbTest('XCU-03: check tells a line of the journal that was changed, and one that left the chain', async ({ db }) => {
  const { faults } = await soundWorld(db)
  await withoutGuards(db)
  await db.run`update journal set payload = '{"title":"Autre"}' where act = 'call.opened'`
  expect(await faults()).toEqual(['Journal\u00A0: le contenu de la ligne 1 (call.opened) a été modifié.'])
  await db.run`delete from journal_seal where position = 1`
  expect(await faults()).toEqual([
    'Journal\u00A0: il manque des lignes entre 0 et 2.',
    'Journal\u00A0: la ligne 2 (call.closed) ne correspond plus à son sceau.',
  ])
})

dbTest('check tells a file that is missing, cut, or changed when it is read again', async ({ db }) => {
  const { path, faults } = await soundWorld(db)
  writeFileSync(path, 'Lettrf')
  expect(await faults()).toEqual([])
  expect(await faults(true)).toEqual([expect.stringMatching(/^Fichier «\u00A0lettre\.pdf\u00A0» \(.*\)\u00A0: son contenu a changé\.$/)])
  writeFileSync(path, 'Let')
  expect(await faults()).toEqual([expect.stringContaining('il fait 3 octets au lieu de 6.')])
  rmSync(path)
  expect(await faults()).toEqual([expect.stringContaining('il manque dans le dossier des fichiers.')])
})

dbTest('npx pilotis check exits 0 with a summary on a sound world, 1 with each fault on stderr, 2 on an unknown option', async ({ db }) => {
  const { dataDir, path } = await soundWorld(db)
  const command = commands.find(({ name }) => name === 'check')
  if (!command) throw new Error('not among the commands')
  const run = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' }
    const code = await runCommand(command, {
      argv,
      cwd: '/',
      db,
      environment: readEnvironment({ DATA_DIR: dataDir }),
      out: (text) => {
        said.out += text
      },
      err: (text) => {
        said.err += text
      },
    })
    return { code, ...said }
  }
  expect(await run('--files')).toEqual({
    code: 0,
    out: 'Vérifié\u00A0: 4\u00A0enveloppes, 1\u00A0subvention, 1\u00A0dossier déposé, 2\u00A0lignes de journal, 1\u00A0fichier. Aucune anomalie.\n',
    err: '',
  })
  rmSync(path)
  const faulty = await run()
  expect(faulty.code).toBe(1)
  expect(faulty.out).toContain('1\u00A0anomalie.')
  expect(faulty.err.split('\n')).toHaveLength(2)
  expect((await run('--fichiers')).code).toBe(2)
})

dbTest('the nightly sweep takes the old files that no row names, and those only', async ({ db }) => {
  const { dataDir, faults } = await soundWorld(db)
  const folder = join(dataDir, 'files')
  const orphan = await storeProduced(folder, new TextEncoder().encode('Orphelin'), 'pdf')
  const known = (): Promise<string[]> => faults(true)
  const sweep = (now: Date): Promise<void> => fileJobs(db, folder, () => now)['files.sweep']?.run({}) ?? Promise.reject(new Error('no job'))
  await sweep(new Date())
  const later = new Date(Date.now() + 2 * 86_400_000)
  await sweep(later)
  expect(await known()).toEqual([])
  await db.run`insert into stored_file (id, hash, size_bytes, kind, name) values (${newId()}, ${orphan.hash}, 8, 'pdf', 'orphelin.pdf')`
  expect(await known()).toEqual([expect.stringContaining('orphelin.pdf')])
})
