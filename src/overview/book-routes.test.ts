import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mandate } from '#access/mandate.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { runPendingJobs } from '#platform/jobs.ts'
import { euros } from '#platform/money.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { type TestApp, testApp } from '#testing/app.ts'
import { aPart, aWorld, type World } from '#testing/world.ts'
import { exportJobs } from './export-jobs.ts'
import { EXPORT_KINDS } from './export-kinds.document.ts'
import { exportPaths } from './export-paths.ts'

const run = promisify(execFile)
const poppler = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
)
const LONG = 'Un mot après l’autre, pour un texte qui ne finit pas. '.repeat(80)

let db: Database
let world: World
let folder = ''
const parts: { partId: string; applicationId: string }[] = []

beforeAll(async () => {
  db = await freshDatabase()
  world = await aWorld(db)
  folder = mkdtempSync(join(tmpdir(), 'pilotis-book-'))
  parts.push(await aPart(db, world, { title: 'Vélo-école', asked: { state: euros(5000), region: euros(2000) } }))
  parts.push(await aPart(db, world, { title: 'Ludothèque mobile', asked: { state: euros(8000) } }))
  await db.run`update action_part set summary = ${LONG}, expected_result = ${LONG} where id = ${parts[1]?.partId}`
  for (const [rank, { partId }] of parts.entries())
    await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, ${2 - rank})`
})
afterAll(() => rmSync(folder, { recursive: true }))

const as = (who: Mandate | undefined): TestApp => testApp(db, who)
const partIdOf = (rank: number): string => parts[rank]?.partId ?? ''
const fileOf = (rank: number): string => exportPaths.sheet(parts[rank]?.applicationId ?? '')

async function read(command: 'pdftotext' | 'pdfinfo', pdf: Uint8Array): Promise<string> {
  const path = join(folder, `${newId()}.pdf`)
  writeFileSync(path, pdf)
  return (await run(command, command === 'pdftotext' ? ['-layout', path, '-'] : [path])).stdout
}

async function book(who: Mandate): Promise<{ app: TestApp; path: string }> {
  const app = as(who)
  const id = newId()
  const answer = await app.post(exportPaths.list, { id, genre: 'cahier-de-comite', objet: world.meetingId })
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  await runPendingJobs(db, exportJobs(db, app.filesFolder, EXPORT_KINDS))
  return { app, path }
}

test.runIf(poppler)('the book has a cover, its contents, and one page a file in the order of the agenda, as tagged PDF/UA', async () => {
  const { app, path } = await book(world.mandates.lead)
  expect(await (await app.get(path)).text()).toContain('Le document est prêt.')
  expect(await (await app.get(`${path}/etat`)).json()).toMatchObject({ state: 'done', percent: 100 })
  const file = await app.get(`${path}/fichier`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  const pdf = new Uint8Array(await file.arrayBuffer())
  const info = await read('pdfinfo', pdf)
  expect(info).toMatch(/Pages:\s+4\b/) // cover, contents, two files: a text without end does not push a page
  expect(info).toMatch(/Tagged:\s+yes/)
  const text = await read('pdftotext', pdf)
  const pages = text.split('\f')
  expect(pages[1]).toMatch(/Sommaire[\s\S]*Ludothèque mobile[\s\S]*Vélo-école/)
  expect(pages[2]).toContain('Ludothèque mobile')
  for (const section of ['En cinq lignes', 'Public', 'Budget', 'Plan de financement', 'L’an dernier', 'Droit commun', 'Avis', 'À décider'])
    expect(pages[3]).toContain(section)
  expect(pages[3]).toMatch(/État\s+5\s000\s+demandé/)
})

test.runIf(poppler)('a member reads in the book the files that were given to read, and is told how many are not there', async () => {
  const { app, path } = await book(world.mandates.region)
  const text = await read('pdftotext', new Uint8Array(await (await app.get(`${path}/fichier`)).arrayBuffer()))
  expect(text).toContain('Vélo-école')
  expect(text).not.toContain('Ludothèque')
  expect(text).toContain('1 dossier de cet ordre du jour')
})

test.runIf(poppler)('the summary of one file fits one page, and is not there for whom the file is not', async () => {
  const answer = await as(world.mandates.region).get(fileOf(0))
  expect(await read('pdfinfo', new Uint8Array(await answer.arrayBuffer()))).toMatch(/Pages:\s+1\b/)
  expect((await as(world.mandates.region).get(fileOf(1))).status).toBe(404)
  expect((await as(world.mandates.porteur).get(fileOf(0))).status).toBe(403)
})

test('the questions are proposed, replaced by the project lead, and given back when emptied', async () => {
  const lead = as(world.mandates.lead)
  const path = exportPaths.book(world.meetingId)
  expect(await (await lead.get(path)).text()).toContain('Aucun montant n’est proposé pour 7\u202f000\u00A0€ demandés')
  const name = `question-${partIdOf(0)}`
  await lead.post(exportPaths.questions(world.meetingId), { [name]: 'Qui porte les vélos\u202F?' })
  expect(await (await as(world.mandates.state).get(path)).text()).toContain('Qui porte les vélos\u202F?')
  await lead.post(exportPaths.questions(world.meetingId), { [name]: '' })
  expect(await (await lead.get(path)).text()).not.toContain('Qui porte')
})

test('a question too long is refused beside its field and kept; only the project lead writes', async () => {
  const lead = as(world.mandates.lead)
  const name = `question-${partIdOf(0)}`
  const typed = `Début ${'x'.repeat(230)}`
  const refused = await lead.post(exportPaths.questions(world.meetingId), { [name]: typed })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Raccourcissez la question\u00A0: 236 signes')
  expect(page).toContain(typed)
  expect((await as(world.mandates.state).post(exportPaths.questions(world.meetingId), { [name]: 'x' })).status).toBe(403)
  expect((await lead.post(exportPaths.questions(world.meetingId), { [`question-${newId()}`]: 'x' })).status).toBe(404)
})

test('a book of nothing known, of no kind, or of another mandate is not found', async () => {
  const lead = as(world.mandates.lead)
  expect((await lead.post(exportPaths.list, { id: newId(), genre: 'constructor', objet: world.meetingId })).status).toBe(404)
  expect((await lead.post(exportPaths.list, { id: newId(), genre: 'cahier-de-comite', objet: newId() })).status).toBe(404)
  const { path } = await book(world.mandates.lead)
  for (const end of ['', '/etat', '/fichier']) expect((await as(world.mandates.state).get(`${path}${end}`)).status).toBe(404)
  expect((await as(undefined).get(path)).status).toBe(303)
})
