import { z } from 'zod'
import { type Scope, wholeDatabase } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { visibleToOfficers } from './droit-commun-try-store.ts'

const Candidate = z.object({
  organisationId: idColumn,
  organisationName: z.string(),
  actions: countColumn,
  nature: z.string().nullable(),
  doneOn: dayColumn.nullable(),
})
/** A carrier with at least one action at 0 in a year, and the support it was given; in the order of the names. */
export type Candidate = z.infer<typeof Candidate>

export function listCandidates(db: Db, scope: Scope, of: { contractId: string; year: number }): Promise<Candidate[]> {
  return db.rows(Candidate)`
    select o.id as "organisationId", o.name as "organisationName", count(distinct p.id) as actions,
      (select string_agg(s.nature, ', ' order by s.done_on) from gender_support s
        where s.contract_id = ${of.contractId} and s.organisation_id = o.id and s.year = ${of.year}) as nature,
      (select max(s.done_on) from gender_support s
        where s.contract_id = ${of.contractId} and s.organisation_id = o.id and s.year = ${of.year}) as "doneOn"
    from action_part p
    join application a on a.id = p.application_id
    join organisation o on o.id = a.organisation_id
    join part_gender_marker f on f.part_id = p.id and f.marker = 0
    where p.contract_id = ${of.contractId} and p.year = ${of.year} and ${visibleToOfficers('a', scope)}
    group by o.id order by o.name collate "und-x-icu", o.id`
}

/** How many carriers the source’s example supports in a year (EGA-05). */
export const DEFAULT_SUPPORT_TARGET = 10

export async function supportTarget(db: Db, of: { contractId: string; year: number }): Promise<number> {
  const set = await db.maybe(z.object({ target: z.number() }))`
    select target from gender_support_plan where contract_id = ${of.contractId} and year = ${of.year}`
  return set?.target ?? DEFAULT_SUPPORT_TARGET
}

/** The years with actions, the latest first. */
export async function listMarkerYears(db: Db, contractId: string): Promise<number[]> {
  const rows = await db.rows(z.object({ year: z.number() }))`
    select distinct p.year from action_part p where p.contract_id = ${contractId} and ${wholeDatabase} order by p.year desc`
  return rows.map(({ year }) => year)
}

export interface NewSupport {
  id: string
  contractId: string
  organisationId: string
  year: number
  nature: string
  doneOn: Day
}
