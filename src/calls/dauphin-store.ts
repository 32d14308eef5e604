import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { dayColumn, idColumn, shareColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { DAUPHIN_COLUMNS } from './dauphin-columns.ts'
import type { HeldFile, KnownLine } from './dauphin-diff.ts'
import { writeQpvShares } from './dauphin-qpv-shares.ts'

const Content = z.partialRecord(z.enum(DAUPHIN_COLUMNS.map(({ key }) => key)), z.string())

const KnownRow = z.object({
  id: idColumn,
  number: z.string(),
  funderLine: z.string(),
  content: z.object({ columns: Content }).transform(({ columns }) => columns),
  vanished: z.boolean(),
  applicationId: idColumn,
  partId: idColumn,
  requestId: idColumn.nullable(),
})

/** Every line that the portal ever said of a call, the latest imported first. The import is of the whole call, not of one’s files. */
export function listKnownLines(db: Db, callId: string): Promise<KnownLine[]> {
  return db.rows(KnownRow)`
    select l.id, l.dauphin_number as number, l.funder_line as "funderLine", l.content, l.vanished_import_id is not null as vanished,
      l.application_id as "applicationId", l.part_id as "partId", l.request_id as "requestId"
    from dauphin_line l join dauphin_import i on i.id = l.last_import_id
    where l.call_id = ${callId} and ${wholeDatabase}
    order by i.imported_at desc, l.id desc`
}

const HeldRow = z.object({
  number: z.string(),
  applicationId: idColumn,
  actionId: idColumn,
  partId: idColumn,
  origin: z.enum(['pilotis', 'dauphin']),
  siret: z.string(),
  title: z.string(),
  summary: z.string(),
  theme: z.string(),
  startsOn: dayColumn.nullable(),
  endsOn: dayColumn.nullable(),
  territories: z.array(z.object({ code: z.string(), share: shareColumn })),
  totalCents: z.number(),
  requests: z.array(z.object({ id: idColumn, funderId: idColumn, asked: z.number().transform(String) })),
})

/** The files of a call that have their Dauphin number and were sent, as the import compares them; of several parts, the first. */
export async function listHeldFiles(db: Db, callId: string): Promise<HeldFile[]> {
  const rows = await db.rows(HeldRow)`
    select a.dauphin_number as number, a.id as "applicationId", p.action_id as "actionId", p.id as "partId", a.origin, o.siret,
      p.title, p.summary, coalesce(p.theme_code, '') as theme, p.starts_on as "startsOn", p.ends_on as "endsOn",
      coalesce((select json_agg(json_build_object('code', q.code, 'share', t.share))
        from part_territory t join qpv q on q.id = t.qpv_id where t.part_id = p.id), '[]') as territories,
      coalesce((select sum(m.amount_cents) from budget b join budget_line m on m.budget_id = b.id
        where b.part_id = p.id and b.version = 1), 0) as "totalCents",
      coalesce((select json_agg(json_build_object('id', r.id, 'funderId', r.funder_id, 'asked', r.asked_cents))
        from request r where r.part_id = p.id), '[]') as requests
    from application a
    join organisation o on o.id = a.organisation_id
    join submission s on s.application_id = a.id
    join action_part p on p.application_id = a.id and p.position = 1
    where a.call_id = ${callId} and a.dauphin_number is not null and ${wholeDatabase}`
  return rows.map(heldFile)
}

/** The portal gives a total without its lines: it is compared only where it is all we have. */
function heldFile({ territories, totalCents, title, summary, theme, startsOn, endsOn, ...file }: z.infer<typeof HeldRow>): HeldFile {
  const fields = { title, summary, theme, startsOn: startsOn ?? '', endsOn: endsOn ?? '', qpvs: writeQpvShares(territories) }
  const totalCost = totalCents === 0 ? '' : String(totalCents)
  return { ...file, fields: file.origin === 'dauphin' ? { ...fields, totalCost } : fields }
}

/** SIRET of the organisations in which a person declared an interest that holds. */
export async function listInterestSirets(db: Db, personId: string): Promise<string[]> {
  const rows = await db.rows(z.object({ siret: z.string() }))`
    select o.siret from declared_interest i join organisation o on o.id = i.organisation_id
    where i.person_id = ${personId} and i.ended_on is null`
  return rows.map(({ siret }) => siret)
}

const Organisation = z.object({ id: idColumn, siret: z.string() })

export async function listOrganisationIds(db: Db, sirets: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.rows(Organisation)`select id, siret from organisation where siret = any(${sirets}::text[])`
  return new Map(rows.map(({ id, siret }) => [siret, id]))
}

const KnownAction = z.object({ id: idColumn, organisationId: idColumn, title: z.string() })
export type KnownAction = z.infer<typeof KnownAction>

/** The actions of these organisations under a contract: a renewed one keeps its identifier. */
export function listKnownActions(db: Db, of: { contractId: string; organisationIds: readonly string[] }): Promise<KnownAction[]> {
  return db.rows(KnownAction)`
    select t.id, t.organisation_id as "organisationId", t.title from action t
    where t.contract_id = ${of.contractId} and t.organisation_id = any(${of.organisationIds}::uuid[]) and ${wholeDatabase}
    order by t.first_year desc, t.id`
}

const ImportRow = z.object({
  id: idColumn,
  /** Null when a command read the file. */
  fileId: idColumn.nullable(),
  fileName: z.string(),
  importedAt: z.date(),
  importedBy: z.string(),
  summary: z.record(z.string(), z.number()),
})
export type PastImport = z.infer<typeof ImportRow>

/** The imports of a call, the latest first. */
export function listImports(db: Db, callId: string): Promise<PastImport[]> {
  return db.rows(ImportRow)`
    select i.id, i.file_id as "fileId", i.file_name as "fileName", i.imported_at as "importedAt", o.name as "importedBy", i.summary
    from dauphin_import i join mandate m on m.id = i.imported_by join organisation o on o.id = m.organisation_id
    where i.call_id = ${callId} order by i.imported_at desc limit 50`
}
