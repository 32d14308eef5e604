import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { LINE_KINDS, type LineKind } from './droit-commun-line.ts'

const Line = z.object({
  id: idColumn,
  ownerId: idColumn,
  ownerName: z.string(),
  name: z.string(),
  /** What it funds or makes available. */
  brings: z.string(),
  criteria: z.string(),
  /** Who may ask for it. */
  audience: z.string(),
  link: z.string(),
  kind: z.enum(LINE_KINDS),
  themeCode: z.string().nullable(),
  themeLabel: z.string().nullable(),
  communeName: z.string().nullable(),
  validFrom: dayColumn,
  validTo: dayColumn.nullable(),
  source: z.string(),
  fictitious: z.boolean(),
})
/** One line of ordinary policy, as the catalogue shows it. */
export type DroitCommunLine = z.infer<typeof Line>

export interface LineSearch {
  contractId: string
  on: Day
  text?: string | undefined
  themeCode?: string | undefined
  kind?: LineKind | undefined
  ownerId?: string | undefined
  /** The lines that ended too. */
  ended?: boolean | undefined
}

/** The lines of a contract, and those that hold for every contract. A theme finds the lines of its heading and those without a theme. */
export function listLines(db: Db, search: LineSearch): Promise<DroitCommunLine[]> {
  const { contractId, on, text = '', themeCode = null, kind = null, ownerId = null, ended = false } = search
  return db.rows(Line)`
    select l.id, l.owner_id as "ownerId", o.name as "ownerName", l.name, l.funds as brings, l.criteria, l.audience, l.link, l.kind,
      l.theme_code as "themeCode", theme.label as "themeLabel", commune.name as "communeName",
      l.valid_from as "validFrom", l.valid_to as "validTo", l.source, l.fictitious
    from droit_commun_line l
    join organisation o on o.id = l.owner_id
    left join theme on theme.code = l.theme_code
    left join commune on commune.code = l.commune_code
    where (l.contract_id is null or l.contract_id = ${contractId})
      and (${ended}::boolean or l.valid_to is null or l.valid_to >= ${on})
      and (${themeCode}::text is null or l.theme_code is null or l.theme_code = ${themeCode} or ${themeCode}::text like l.theme_code || '.%'
        or l.theme_code like ${themeCode}::text || '.%')
      and (${kind}::text is null or l.kind = ${kind}) and (${ownerId}::uuid is null or l.owner_id = ${ownerId})
      and strpos(unaccent(lower(concat_ws(' ', l.name, l.funds, l.criteria, l.audience, o.name))), unaccent(lower(${text}::text))) > 0
    order by o.name collate "und-x-icu", l.name collate "und-x-icu", l.id`
}

const Owner = z.object({ id: idColumn, name: z.string() })
export type LineOwner = z.infer<typeof Owner>

/** The organisations that may hold a line: the funders of the contract, and those that hold a mandate on it. */
export function listOwners(db: Db, contractId: string, on: Day): Promise<LineOwner[]> {
  return db.rows(Owner)`
    select o.id, o.name from organisation o
    where exists (select 1 from contract_funder f where f.contract_id = ${contractId} and f.organisation_id = o.id)
      or exists (select 1 from mandate m where m.contract_id = ${contractId} and m.organisation_id = o.id
        and m.function not in ('porteur', 'elected', 'council') and m.valid_from <= ${on} and (m.valid_to is null or m.valid_to >= ${on}))
    order by o.name collate "und-x-icu"`
}

export interface NewLine {
  id: string
  ownerId: string
  name: string
  brings: string
  criteria: string
  audience: string
  link: string
  kind: LineKind
  contractId: string | null
  communeCode: string | null
  themeCode: string | null
  validFrom: Day
  validTo: Day | null
  source: string
  fictitious: boolean
}

/** Answers 0 when the same form was already sent. */
export function insertLine(tx: Tx, line: NewLine, recordedBy: string | null): Promise<number> {
  return tx.run`
    insert into droit_commun_line (id, owner_id, name, funds, criteria, audience, link, kind, contract_id, commune_code, theme_code,
      valid_from, valid_to, source, fictitious, recorded_by)
    values (${line.id}, ${line.ownerId}, ${line.name}, ${line.brings}, ${line.criteria}, ${line.audience}, ${line.link}, ${line.kind},
      ${line.contractId}, ${line.communeCode}, ${line.themeCode}, ${line.validFrom}, ${line.validTo}, ${line.source}, ${line.fictitious},
      ${recordedBy})
    on conflict (id) do nothing`
}

const Held = z.object({ ownerId: idColumn, validFrom: dayColumn, validTo: dayColumn.nullable() })

export function lockLine(tx: Tx, of: { id: string; contractId: string }): Promise<z.infer<typeof Held> | undefined> {
  return tx.maybe(Held)`
    select owner_id as "ownerId", valid_from as "validFrom", valid_to as "validTo"
    from droit_commun_line where id = ${of.id} and (contract_id is null or contract_id = ${of.contractId}) for update`
}

export async function endLineOn(tx: Tx, of: { id: string; on: Day }): Promise<void> {
  await tx.run`update droit_commun_line set valid_to = ${of.on} where id = ${of.id} and valid_to is null`
}
