import { type Sql, sql } from '#platform/sql.ts'
import type { MandateFunction } from './permissions.ts'

/** What a mandate may see. Built from the mandate in use, never from what a request says. */
export interface Scope {
  personId: string
  organisationId: string
  function: MandateFunction
  /** The contract of the mandate; null under a porteur's, which holds on every contract. */
  contractId: string | null
  /** The only neighbourhoods of the mandate; null when it holds on the whole contract. */
  qpvIds: readonly string[] | null
}

/**
 * True for the rows of `alias` (an application or an action: both have id, organisation_id and contract_id) that the scope may see:
 * its own organisation's under a porteur's mandate; under an elected member's or a council's, what is decided and funded; under the others,
 * those its organisation was given to read. All within the contract and the neighbourhoods of the mandate.
 * What touches a person's declared interests is hidden everywhere.
 */
export function visible(alias: string, scope: Scope): Sql {
  const row = sql.identifier(alias)
  return sql`(${SIGHT[scope.function](row, scope)} and ${withoutInterest(sql`${scope.personId}`, sql`${row}.organisation_id`)})`
}

type Sight = (row: Sql, scope: Scope) => Sql

const own: Sight = (row, scope) => sql`${row}.organisation_id = ${scope.organisationId}`

/** `offset 0` has the right looked for row by row: joined, all that the organisation was ever given is read, every contract and year of it. */
const given: Sight = (row, scope) =>
  sql`${within(row, scope)} and exists (select 1 from reading_right given
    where given.subject_id = ${row}.id and given.organisation_id = ${scope.organisationId} offset 0)`

/** Reads later tables, as `published` does: what is decided is known by its rows, and named in one place. */
const decided: Sight = (row, scope) =>
  sql`${within(row, scope)} and exists (select 1 from (
        select of_action.id from award of_action where of_action.action_id = ${row}.id
        union all
        select of_part.id from action_part known_part join award of_part on of_part.part_id = known_part.id
        where known_part.application_id = ${row}.id
      ) known join decision summed on summed.award_id = known.id
      having sum(summed.amount_cents) > 0)`

const SIGHT = {
  porteur: own,
  'project-lead': given,
  'state-instructor': given,
  'state-delegate': given,
  'state-signatory': given,
  funder: given,
  'opinion-giver': given,
  elected: decided,
  council: decided,
} satisfies Record<MandateFunction, Sight>

/** The contract of the mandate and, when it is narrower, a place of action in one of its neighbourhoods. A file that names no place is outside. */
function within(row: Sql, scope: Scope): Sql {
  const contract = scope.contractId === null ? sql`true` : sql`${row}.contract_id = ${scope.contractId}`
  if (scope.qpvIds === null) return contract
  return sql`${contract} and exists (select 1 from part_territory place join action_part local on local.id = place.part_id
    where (local.application_id = ${row}.id or local.action_id = ${row}.id) and place.qpv_id = any(${[...scope.qpvIds]}::uuid[]))`
}

/**
 * True when a person declared no interest in an organisation: what one may not examine, one does not see, nor receive by mail.
 * The declarations of one person are read once, whatever the rows.
 */
export function withoutInterest(personId: Sql, organisationId: Sql): Sql {
  return sql`${organisationId} <> all (array(
    select interest.organisation_id from declared_interest interest where interest.person_id = ${personId} and interest.ended_on is null))`
}

/** For jobs, commands and counts that name nobody: everything, on purpose. */
export const wholeDatabase: Sql = sql`true`

/** True for the awards of `alias` that the public may know: notified, and of more than zero. */
export function published(alias: string): Sql {
  const row = sql.identifier(alias)
  return sql`(exists (select 1 from notification told where told.award_id = ${row}.id)
    and (select coalesce(sum(known.amount_cents), 0) from decision known where known.award_id = ${row}.id) > 0)`
}
