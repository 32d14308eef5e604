import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { LINE_KINDS } from '#resources/droit-commun-line.ts'
import { TRY_OUTCOMES } from './droit-commun-route.ts'

const TriedRow = z.object({
  partId: idColumn,
  lineId: idColumn,
  lineName: z.string(),
  lineKind: z.enum(LINE_KINDS),
  ownerId: idColumn,
  ownerName: z.string(),
  /** Null when the line fits and was not tried. */
  tryId: idColumn.nullable(),
  askedOn: dayColumn.nullable(),
  dueOn: dayColumn.nullable(),
  outcome: z.enum(TRY_OUTCOMES).nullable(),
  amount: centsColumn.nullable(),
  means: z.string(),
  reason: z.string(),
  /** Of the latest answer. */
  answeredOn: dayColumn.nullable(),
})
/** A line of ordinary policy that fits a part or was tried on it, with the latest answer of its owner (ENG-02). */
export type TriedRow = z.infer<typeof TriedRow>

/** What a line must fit: the contract, the theme or its heading, the commune; in force when the file is judged; not of the applicant itself. */
const FITS = sql`(l.contract_id is null or l.contract_id = file.contract_id)
  and (l.theme_code is null or l.theme_code = file.theme_code or file.theme_code like l.theme_code || '.%')
  and (l.commune_code is null or exists (
    select 1 from part_territory place join qpv_commune member on member.qpv_id = place.qpv_id
    where place.part_id = file.id and member.commune_code = l.commune_code and ${wholeDatabase}))
  and l.valid_from <= file.judged_on and (l.valid_to is null or l.valid_to >= file.judged_on)
  and l.owner_id <> file.organisation_id`

/** The parts of a condition, which carries the scope. A decided file is judged by the lines of that day: a later one reopens nothing. */
function files(condition: Sql, today: Day): Sql {
  return sql`
    select p.id, p.application_id, p.theme_code, a.contract_id, a.organisation_id, least(${today}::date, d.decided_on) as judged_on
    from action_part p join application a on a.id = p.application_id left join application_decided d on d.application_id = a.id
    where ${wholeDatabase} and ${condition}`
}

function triedRows(condition: Sql, today: Day): Sql {
  return sql`
    with file as materialized (${files(condition, today)}), pair as (
      select file.id as part_id, l.id as line_id from file join droit_commun_line l on ${FITS}
      union
      select t.part_id, t.line_id from droit_commun_try t join file on file.id = t.part_id where ${wholeDatabase}
    )
    select pair.part_id as "partId", l.id as "lineId", l.name as "lineName", l.kind as "lineKind", l.owner_id as "ownerId",
      coalesce(f.short_name, o.short_name, o.name) as "ownerName", t.id as "tryId", t.asked_on as "askedOn", t.due_on as "dueOn",
      latest.outcome, latest.amount_cents as amount, coalesce(latest.means, '') as means, coalesce(latest.reason, '') as reason,
      latest.answered_on as "answeredOn"
    from pair
    join file on file.id = pair.part_id
    join droit_commun_line l on l.id = pair.line_id
    join organisation o on o.id = l.owner_id
    left join contract_funder f on f.contract_id = file.contract_id and f.organisation_id = l.owner_id
    left join droit_commun_try t on t.part_id = pair.part_id and t.line_id = pair.line_id
    left join lateral (
      select w.* from droit_commun_answer w where w.try_id = t.id order by w.answered_at desc, w.id desc limit 1
    ) latest on true
    where ${wholeDatabase}
    order by pair.part_id, f.position nulls last, o.name collate "und-x-icu", l.name collate "und-x-icu", l.id`
}

/** Every line that fits these parts or was tried on them. Preparatory: applicants, elected members and councils see none. */
export function listTried(db: Db, scope: Scope, of: { partIds: readonly string[]; today: Day }): Promise<TriedRow[]> {
  return db.rows(TriedRow)`${triedRows(sql`p.id = any(${of.partIds}::uuid[]) and ${visibleToOfficers('a', scope)}`, of.today)}`
}

/** The same for the parts that a caller already holds under its own scope. */
export function listTriedOf(db: Db, partIds: readonly string[], today: Day): Promise<TriedRow[]> {
  return db.rows(TriedRow)`${triedRows(sql`p.id = any(${partIds}::uuid[])`, today)}`
}

/** Preparatory documents: closed to those who ask and to those who only read what is decided. */
export function visibleToOfficers(alias: string, scope: Scope): Sql {
  const officer = !['porteur', 'elected', 'council'].includes(scope.function)
  return sql`(${officer}::boolean and ${visible(alias, scope)})`
}

const Override = z.object({ partId: idColumn, reason: z.string(), grantedOn: dayColumn, grantedBy: z.string() })
/** Specific money allowed before ordinary policy was tried whole, and why. */
export type RouteOverride = z.infer<typeof Override>

/** The overrides of parts that a caller already holds under its own scope. */
export function listOverrides(db: Db, partIds: readonly string[]): Promise<RouteOverride[]> {
  return db.rows(Override)`
    select v.part_id as "partId", v.reason, v.granted_on as "grantedOn", n.name as "grantedBy"
    from droit_commun_override v join mandate m on m.id = v.granted_by join person n on n.id = m.person_id
    where v.part_id = any(${partIds}::uuid[]) and ${wholeDatabase}`
}
