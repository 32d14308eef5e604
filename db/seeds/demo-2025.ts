import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { importDauphin } from '#calls/dauphin-acts.ts'
import { closeMeeting } from '#funding/closing-acts.ts'
import { callMeeting } from '#governance/meeting-acts.ts'
import { idColumn } from '#platform/columns.ts'
import { day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { callIdOf, makeCall, openEnvelopes } from './demo-calls.ts'
import { committeeInput, meetingIdOf } from './demo-committee.ts'
import type { DemoCall } from './demo-files.data.ts'
import { accomplished, type DemoWorld, mandateOf } from './demo-world.ts'
import { dauphinLines, dauphinTable } from './programme/dauphin-sheet.ts'
import type { GeneratedFile } from './programme/generated-file.ts'
import { insertRows } from './programme/insert-rows.ts'
import { bindAndPayAll, listLoadedAwards, tellAndConfirm } from './programme/load-awards.ts'
import { decideYear, decidings, loadRetentions } from './programme/load-committee.ts'
import { dauphinNumberOf, orientationIdOf } from './programme/load-files.ts'
import { loadCompleteness } from './programme/load-instruction.ts'
import { finalDay, LATE_ACCOUNTS, loadReports } from './programme/load-reports.ts'
import { publicRows } from './programme/load-shape.ts'
import { type PlacedFile, placeFiles } from './programme/placed-file.ts'

const YEAR = 2025
const IMPORTED = day('2025-02-10')
const COMMITTEE = { key: 'committee-2025', title: 'Comité des financeurs du 13 mars 2025', heldOn: day('2025-03-13') }

/** The year 2025, before Pilotis: its files come from the export of Dauphin by the act of the import; it is paid and accounted for. */
export async function make2025(
  world: DemoWorld,
  call: DemoCall,
  of: { files: readonly GeneratedFile[]; asksAgain: ReadonlySet<string> },
): Promise<void> {
  await makeCall(world, call)
  await openEnvelopes(world, YEAR, of.files)
  await importFiles(world, call, of.files)
  await world.db.transaction(async (tx) => {
    const placed = placeFiles(of.files, { from: IMPORTED, days: 1 }, await importedIds(tx, call, of.files))
    await completeFiles(tx, placed)
    await loadCompleteness(world, tx, placed)
    await decide(world, tx, placed)
    const awards = await listLoadedAwards(world, tx, placed)
    await tellAndConfirm(world, tx, awards)
    const late = lateFiles(placed, of.asksAgain)
    const accounted = placed.filter((one) => one.file.outcome === 'awarded' && !late.has(one))
    await bindAndPayAll(world, tx, awards, { unpaid: () => false, accountedOn: ({ one }) => (late.has(one) ? undefined : finalDay(one)) })
    await loadReports(
      tx,
      accounted.map((one) => ({ one, kind: 'final', on: finalDay(one) })),
    )
  })
}

async function importFiles(world: DemoWorld, call: DemoCall, files: readonly GeneratedFile[]): Promise<void> {
  const lines = files.flatMap((file) =>
    dauphinLines(file, {
      number: dauphinNumberOf(file.action.key, YEAR),
      startsOn: `01/01/${YEAR}`,
      endsOn: `31/12/${YEAR}`,
      status: () => ({ label: file.outcome === 'inadmissible' ? 'Irrecevable' : 'Recevable' }),
    }),
  )
  const rows = dauphinTable(lines).map((cells, rank) => ({ line: rank + 1, cells }))
  const input = { callId: callIdOf(call), fileName: 'export-dauphin-2025.csv', rows }
  const { counts } = accomplished(await importDauphin(world.db, mandateOf(world, 'lead'), input, IMPORTED), 'import 2025')
  if (counts.refused > 0) throw new Error(`the import of 2025 refuses ${counts.refused} lines`)
}

const Imported = z.object({ number: z.string(), applicationId: idColumn, partId: idColumn, actionId: idColumn })

async function importedIds(tx: Tx, call: DemoCall, files: readonly GeneratedFile[]): Promise<Map<string, z.infer<typeof Imported>>> {
  const rows = await tx.rows(Imported)`
    select a.dauphin_number as number, a.id as "applicationId", p.id as "partId", p.action_id as "actionId"
    from application a join action_part p on p.application_id = a.id where ${wholeDatabase} and a.call_id = ${callIdOf(call)}`
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return new Map(
    files.flatMap(({ action }) => {
      const row = byNumber.get(dauphinNumberOf(action.key, YEAR))
      return row ? [[action.key, row]] : []
    }),
  )
}

/** What the export does not say: the orientation of the contract, the ages, and since when an action renewed is led. */
async function completeFiles(tx: Tx, placed: readonly PlacedFile[]): Promise<void> {
  const said = placed.map(({ file, partId, actionId }) => ({
    partId,
    actionId,
    orientationId: orientationIdOf(file.action.orientation),
    firstYear: file.action.firstYear,
  }))
  const rows = JSON.stringify(said)
  await tx.run`update action_part p set orientation_id = s."orientationId" from jsonb_to_recordset(${rows}::jsonb) as s("partId" uuid, "orientationId" uuid) where p.id = s."partId"`
  await tx.run`update action t set first_year = s."firstYear" from jsonb_to_recordset(${rows}::jsonb) as s("actionId" uuid, "firstYear" integer) where t.id = s."actionId" and ${wholeDatabase}`
  await insertRows(tx, 'part_public', placed.flatMap(publicRows))
}

async function decide(world: DemoWorld, tx: Tx, placed: readonly PlacedFile[]): Promise<void> {
  const lead = mandateOf(world, 'lead')
  accomplished(await callMeeting(tx, lead, committeeInput(COMMITTEE)), 'call the committee of 2025')
  const decisions = decidings(placed)
  await loadRetentions(world, tx, { meeting: COMMITTEE, year: YEAR, decisions })
  accomplished(
    await closeMeeting(tx, lead, { meetingId: meetingIdOf(COMMITTEE), reason: '' }, COMMITTEE.heldOn),
    'close the committee of 2025',
  )
  await decideYear(world, tx, { year: YEAR, decisions })
}

/** Nine of those whose action stopped then, and who never sent their account. */
function lateFiles(placed: readonly PlacedFile[], asksAgain: ReadonlySet<string>): Set<PlacedFile> {
  return new Set(
    placed.filter(({ file }) => file.outcome === 'awarded' && !file.post && !asksAgain.has(file.action.key)).slice(0, LATE_ACCOUNTS),
  )
}
