import { wholeDatabase } from '#access/scope.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'

export async function insertImport(
  tx: Tx,
  row: { id: string; callId: string; fileId: string | null; fileName: string; today: Day; by: string; summary: Record<string, number> },
): Promise<void> {
  await tx.run`
    insert into dauphin_import (id, call_id, file_id, file_name, imported_on, imported_by, summary)
    values (${row.id}, ${row.callId}, ${row.fileId}, ${row.fileName}, ${row.today}, ${row.by}, ${JSON.stringify(row.summary)}::jsonb)`
}

/** What is kept of a line: the columns we know in their one form, and the others as they came. */
export interface KeptContent {
  columns: Partial<Record<string, string>>
  others: Record<string, string>
}

export interface NewLine {
  id: string
  number: string
  funderLine: string
  content: KeptContent
  applicationId: string
  partId: string
  requestId: string | null
}

export async function insertLines(tx: Tx, of: { callId: string; importId: string; lines: readonly NewLine[] }): Promise<void> {
  await tx.run`
    insert into dauphin_line (id, call_id, dauphin_number, funder_line, content, application_id, part_id, request_id, first_import_id, last_import_id)
    select l.id, ${of.callId}::uuid, l.number, l."funderLine", l.content, l."applicationId", l."partId", l."requestId",
      ${of.importId}::uuid, ${of.importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(of.lines)}::jsonb)
      as l(id uuid, number text, "funderLine" text, content jsonb, "applicationId" uuid, "partId" uuid, "requestId" uuid)`
}

/** Seen again: what the portal says now, and under which import. A line that had vanished is back. */
export async function updateLines(
  tx: Tx,
  of: { callId: string; importId: string; lines: readonly { id: string; content: KeptContent }[] },
): Promise<void> {
  await tx.run`
    update dauphin_line d set content = l.content, last_import_id = ${of.importId}, vanished_import_id = null
    from jsonb_to_recordset(${JSON.stringify(of.lines)}::jsonb) as l(id uuid, content jsonb)
    where d.id = l.id and d.call_id = ${of.callId}`
}

export async function markVanished(tx: Tx, of: { callId: string; importId: string; ids: readonly string[] }): Promise<void> {
  await tx.run`
    update dauphin_line d set vanished_import_id = ${of.importId}
    where d.call_id = ${of.callId} and d.id = any(${of.ids}::uuid[]) and ${wholeDatabase}`
}
