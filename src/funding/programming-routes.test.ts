import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { readSpreadsheet } from '#platform/spreadsheet.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { listPartLines } from './programming-store.ts'
import { retain } from './retention-acts.ts'

/** Two files in Lens, one in Liévin; the State retained 4 000 on the first. */
async function threeFiles(db: Database): Promise<World> {
  const world = await aWorld(db)
  const { partId } = await aPart(db, world, { title: 'Vélo-école', asked: { state: euros(5000), caf: euros(1500) } })
  await aPart(db, world, { title: 'Boxe <éducative>', asked: { state: euros(2500) } })
  await aPart(db, world, {
    title: 'Ludothèque mobile',
    organisationId: world.organisations.otherPorteur,
    asked: { epci: euros(3000) },
    shares: [[world.qpvs.lievin, 1]],
  })
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 1)`
  const amount = { id: newId(), meetingId: world.meetingId, partId, envelopeId: world.envelopes.state, cents: euros(4000) }
  await retain(db, world.mandates.state, { ...amount, reason: 'Budget surévalué', seenId: null }, TODAY)
  return world
}

dbTest('PRJ-08: the programming shows every file, by commune or orientation, the text of people escaped', async ({ db }) => {
  const world = await threeFiles(db)
  const { get } = testApp(db, world.mandates.lead)
  const page = await (await get('/programmation')).text()
  for (const expected of ['Vélo-école', 'Boxe &lt;éducative&gt;', 'Ludothèque mobile', '3\u00A0actions', 'Liévin', 'Ensemble']) {
    expect(page).toContain(expected)
  }
  expect(page).not.toContain('<éducative>')
  const byOrientation = await (await get('/programmation?par=orientation')).text()
  expect(byOrientation).toContain('1.1 Lien social et accès aux droits')
})

dbTest('the filters of the programming live in its address and say what they leave out', async ({ db }) => {
  const world = await threeFiles(db)
  const { get } = testApp(db, world.mandates.state)
  const page = await (await get('/programmation?q=velo+graines&statut=to-discuss')).text()
  expect(page).toContain('1\u00A0action sur 3')
  expect(page).not.toContain('Ludothèque')
  expect(await (await get('/programmation?commune=62510')).text()).toContain('Ludothèque')
  expect(await (await get('/programmation?q=nulle-part')).text()).toContain('Aucune action ne répond à ces filtres')
  expect((await get('/programmation?annee=zz&par=x&detail=1&commune=999999999&statut=%00')).status).toBe(200)
})

dbTest('a funder that is asked nothing of a file does not see it in the programming', async ({ db }) => {
  const world = await threeFiles(db)
  const page = await (await testApp(db, world.mandates.caf).get('/programmation')).text()
  expect(page).toContain('Vélo-école')
  expect(page).not.toContain('Ludothèque')
})

dbTest('the programming is closed to applicants and to those who are not signed in', async ({ db }) => {
  const world = await threeFiles(db)
  for (const path of ['/programmation', '/programmation/tableur', '/programmation/a3']) {
    expect((await testApp(db, world.mandates.porteur).get(path)).status).toBe(403)
    expect((await testApp(db, undefined).get(path)).status).toBe(303)
  }
})

dbTest('PRJ-11: the spreadsheet holds the rows, sub-totals and total of the screen, amounts as numbers', async ({ db }) => {
  const world = await threeFiles(db)
  const answer = await testApp(db, world.mandates.lead).get('/programmation/tableur')
  expect(answer.headers.get('content-disposition')).toContain('programmation-2027.xlsx')
  const read = await readSpreadsheet(new Uint8Array(await answer.arrayBuffer()))
  if (!read.done) throw new Error(read.reasons.join())
  const rows = read.value[0]?.rows.map(({ cells }) => cells) ?? []
  const [header = []] = rows
  const column = (name: string) => rows.map((cells) => cells[header.indexOf(name)] ?? '')
  expect(column('Commune').slice(1)).toEqual(['Lens', 'Lens', 'Sous-total Lens', 'Liévin', 'Sous-total Liévin', 'Ensemble'])
  expect(column('État, demandé').slice(1)).toEqual(['5000', '2500', '7500', '', '', '7500'])
  expect(column('État, retenu').slice(1)).toEqual(['4000', '', '4000', '', '', '4000'])
  expect(column('Total demandé').slice(1)).toEqual(['6500', '2500', '9000', '3000', '3000', '12000'])
})

dbTest('PRJ-08: the A3 document has a title, is tagged, and holds the totals of the screen', async ({ db }) => {
  const world = await threeFiles(db)
  const answer = await testApp(db, world.mandates.lead).get('/programmation/a3')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const file = join(mkdtempSync(join(tmpdir(), 'pilotis-a3-')), 'programmation.pdf')
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/[\u00A0\u202F]/g, ' ')
  expect(words).toContain('Programmation 2027 par commune')
  expect(words).toMatch(/Ensemble, 3 actions.*15 000.*7 500.*4 000.*12 000/)
  expect(words).toContain('Source : Pilotis, état au jeudi 14 janvier 2027')
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  expect(facts).toMatch(/Tagged:\s+yes/)
  expect(facts).toMatch(/Page size:\s+1190\.\d+ x 841\.\d+ pts \(A3\)/)
})

dbTest('the report of the year before is missing only where one is expected', async ({ db }) => {
  const world = await aWorld(db)
  const files = [
    await aPart(db, world, { title: 'Nouvelle' }),
    await aPart(db, world, { title: 'En retard' }),
    await aPart(db, world, { title: 'À jour' }),
  ]
  for (const [rank, settledOn] of [
    [1, null],
    [2, TODAY],
  ] as const) {
    await db.run`insert into deposit_condition (id, action_id, funder_id, deposit_year, report_kind, report_year, settled_on)
      values (${newId()}, ${files[rank]?.actionId}, ${world.organisations.state}, 2028, 'final', 2026, ${settledOn})`
  }
  const lines = await listPartLines(db, world.mandates.lead.scope, { contractId: world.contractId, year: 2027, today: TODAY })
  expect(lines.map(({ reportBefore }) => reportBefore)).toEqual([null, 'missing', 'deposited'])
})
