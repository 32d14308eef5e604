import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Sql, sql } from '#platform/sql.ts'

const AT_ONCE = 100
const Row = z.object({ row: z.string() })

/** The rows of one application, table by table, parents first. */
function tablesOf(applicationId: string): [table: string, rows: Sql][] {
  const parts = sql`select id from action_part where application_id = ${applicationId}`
  return [
    ['application', sql`id = ${applicationId}`],
    ['answer', sql`application_id = ${applicationId}`],
    ['action', sql`id in (select action_id from action_part where application_id = ${applicationId})`],
    ['action_part', sql`application_id = ${applicationId}`],
    ['part_territory', sql`part_id in (${parts})`],
    ['part_public', sql`part_id in (${parts})`],
    ['budget', sql`part_id in (${parts})`],
    ['budget_line', sql`budget_id in (select id from budget where part_id in (${parts}))`],
    ['request', sql`application_id = ${applicationId}`],
    ['attachment', sql`application_id = ${applicationId}`],
  ]
}

/** Copies a draft as many times as asked, row by row under new ids; typing them all by the acts would take minutes. */
export async function copyDraft(db: Db, applicationId: string, times: number): Promise<string[]> {
  const kept: { table: string; rows: string[] }[] = []
  for (const [table, which] of tablesOf(applicationId)) {
    const rows = await db.rows(Row)`select to_jsonb(t)::text as row from ${sql.identifier(table)} t where ${which}`
    kept.push({ table, rows: rows.map(({ row }) => row) })
  }
  const own = await ownIds(db, applicationId)
  const ids: string[] = []
  while (ids.length < times) {
    const renamings = Array.from({ length: Math.min(AT_ONCE, times - ids.length) }, () => new Map(own.map((id) => [id, newId()])))
    for (const { table, rows } of kept)
      await insertCopies(
        db,
        table,
        renamings.flatMap((ofCopy) => rows.map((row) => renamed(row, ofCopy))),
      )
    ids.push(...renamings.map((ofCopy) => ofCopy.get(applicationId) ?? ''))
  }
  return ids
}

/** The ids that a copy must not share with its model. */
async function ownIds(db: Db, applicationId: string): Promise<string[]> {
  const Id = z.object({ id: z.string() })
  const rows = await db.rows(Id)`
    select id from application where id = ${applicationId}
    union all select id from action_part where application_id = ${applicationId}
    union all select action_id from action_part where application_id = ${applicationId}
    union all select b.id from budget b join action_part p on p.id = b.part_id where p.application_id = ${applicationId}
    union all select id from request where application_id = ${applicationId}
    union all select id from attachment where application_id = ${applicationId}`
  return rows.map(({ id }) => id)
}

function renamed(row: string, ids: Map<string, string>): string {
  return [...ids].reduce((text, [from, to]) => text.replaceAll(from, to), row)
}

async function insertCopies(db: Db, table: string, rows: string[]): Promise<void> {
  const name = sql.identifier(table)
  await db.run`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${`[${rows.join()}]`}::jsonb)`
}
