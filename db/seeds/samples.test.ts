import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { readDauphinFile } from '#calls/dauphin.import.ts'
import { importDauphin } from '#calls/dauphin-acts.ts'
import { writeSpreadsheet } from '#platform/spreadsheet.ts'
import { dbTest } from '#platform/test-database.ts'
import { aMandate, TODAY } from '#testing/world.ts'
import { fixedId, LENS_LIEVIN, loadReference, organisationIdOf } from './reference.ts'

const CALL = fixedId('call/sample')

dbTest('the sample of Dauphin enters the reference contract: five lines are refused, the others are good', async ({ db }) => {
  await loadReference(db)
  const contractId = fixedId(`contract/${LENS_LIEVIN}`)
  const form = fixedId('form/sample')
  await db.run`insert into form_version (id, code, number, definition, published_on) values (${form}, 'sample', 1, '{"sections":[]}'::jsonb, '2026-01-01')`
  await db.run`insert into call (id, contract_id, code, title, year, door, opens_on, closes_on, form_version_id)
    values (${CALL}, ${contractId}, 'aap-2027', 'Appel 2027', 2027, 'dauphin-first', '2026-11-02', '2027-01-31', ${form})`
  await db.run`insert into call_framing (call_id, version, body, published_on) values (${CALL}, 1, 'Note.', '2026-11-02')`
  const organisationId = organisationIdOf('00000201400017')
  const lead = await aMandate(db, { name: 'Cheffe de projet', organisationId, function: 'project-lead', contractId })
  const read = await readDauphinFile(readFileSync(new URL('./samples/dauphin-2027.csv', import.meta.url)))
  if (!read.done) throw new Error(read.reasons.join())
  const result = await importDauphin(db, lead, { callId: CALL, fileName: 'dauphin-2027.csv', rows: read.value }, TODAY)
  if (!result.done) throw new Error(result.reasons.join())
  expect(result.value.counts).toMatchObject({ read: 27, new: 22, refused: 5 })
  expect(result.value.unknownHeaders).toEqual(['Pôle instructeur'])
  expect(result.value.lines.every(({ line }) => line.funderId !== null)).toBe(true)
})

dbTest('the same lines come from a spreadsheet as from a text file', async () => {
  const bytes = readFileSync(new URL('./samples/dauphin-2027.csv', import.meta.url))
  const csv = await readDauphinFile(bytes)
  if (!csv.done) throw new Error(csv.reasons.join())
  const [header, ...rows] = csv.value
  const columns = (header?.cells ?? []).map((name) => ({ header: name, width: 12, kind: 'text' as const }))
  const xlsx = await readDauphinFile(
    await writeSpreadsheet({ sheets: [{ name: 'Export', columns, rows: rows.map(({ cells }) => [...cells]) }] }),
  )
  if (!xlsx.done) throw new Error(xlsx.reasons.join())
  const trimmed = (cells: readonly string[]): string => cells.join('|').replace(/\|+$/, '')
  expect(xlsx.value.map(({ cells }) => trimmed(cells))).toEqual(csv.value.map(({ cells }) => trimmed(cells)))
})

dbTest('an empty spreadsheet is refused as such', async () => {
  const empty = await writeSpreadsheet({ sheets: [{ name: 'Export', columns: [], rows: [] }] })
  expect(await readDauphinFile(empty)).toEqual({ done: false, reasons: ['empty'] })
})
