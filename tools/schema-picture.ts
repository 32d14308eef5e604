import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { openPglite } from '#platform/pglite.ts'

/** Where the picture is kept, from the root. */
export const SCHEMA_PICTURE = 'db/schema.sql'

const HEADING = `-- Picture of the tables, drawn by \`npm run db:schema\` from a database that has just been migrated.
-- Read it, never edit it: a change of the schema is a new file in db/migrations.
`

/** The picture of a fresh database after every migration. */
export async function drawMigratedSchema(): Promise<string> {
  const database = await openPglite()
  await migrate(database)
  const picture = await drawSchema(database)
  await database.close()
  return picture
}

/**
 * The schema as the catalogue of PostgreSQL knows it, whatever migrations made it: tables in the order of their names,
 * columns in their own, then constraints, indexes and triggers. PostgreSQL 18 lists `not null` among the constraints and
 * 15 does not: it is said on the column, so that both draw the same picture.
 */
export async function drawSchema(db: Db): Promise<string> {
  const [columns, constraints, indexes] = [await listColumns(db), await listConstraints(db), await listIndexes(db)]
  const [triggers, functions] = [await listTriggers(db), await listFunctions(db)]
  const ofTable = (lines: Line[], table: string): string[] => lines.filter((line) => line.table === table).map((line) => line.text)
  const tables = [...new Set(columns.map((column) => column.table))].map((table) => {
    const inside = [...ofTable(columns, table), ...ofTable(constraints, table)].map((text) => `  ${text}`).join(',\n')
    const after = [...ofTable(indexes, table), ...ofTable(triggers, table)].map((text) => `${text};\n`).join('')
    return `create table ${table} (\n${inside}\n);\n${after}`
  })
  return [HEADING, ...tables, ...functions.map((line) => `${line.text.trim()};\n`)].join('\n')
}

const Line = z.object({ table: z.string(), text: z.string() })
type Line = z.infer<typeof Line>

function listColumns(db: Db): Promise<Line[]> {
  return db.rows(Line)`
    select c.relname as table, concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
      case when a.attidentity <> '' then 'generated as identity' end,
      case when a.attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored' end,
      case when a.attnotnull then 'not null' end,
      case when a.attgenerated = '' then 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as text
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p')
    order by c.relname collate "C", a.attnum`
}

function listConstraints(db: Db): Promise<Line[]> {
  return db.rows(Line)`
    select c.relname as table, 'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) as text
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where k.contype in ('p', 'u', 'f', 'c', 'x')
    order by position(k.contype::text in 'pufcx'), k.conname collate "C"`
}

function listIndexes(db: Db): Promise<Line[]> {
  return db.rows(Line)`
    select c.relname as table, replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON ') as text
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_class x on x.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
    order by x.relname collate "C"`
}

function listTriggers(db: Db): Promise<Line[]> {
  return db.rows(Line)`
    select c.relname as table, replace(pg_get_triggerdef(t.oid), ' ON public.', ' ON ') as text
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where not t.tgisinternal
    order by t.tgname collate "C"`
}

/** Those of the extensions are theirs, not ours. */
function listFunctions(db: Db): Promise<Line[]> {
  return db.rows(Line)`
    select p.proname as table, replace(pg_get_functiondef(p.oid), 'FUNCTION public.', 'FUNCTION ') as text
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
    where not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.proname collate "C"`
}
