import { type Sql, sql } from '#platform/sql.ts'
import type { MandateFunction } from './permissions.ts'

/** What a mandate may see. Built from the mandate in use, never from what a request says. */
export interface Scope {
  personId: string
  organisationId: string
  function: MandateFunction
}

/**
 * True for the rows of `alias` (an application or an action: it has id and organisation_id) that the scope may see:
 * its own organisation's under a porteur's mandate; under the others, those its organisation was given to read.
 * What touches a person's declared interests is hidden everywhere.
 */
export function visible(alias: string, scope: Scope): Sql {
  const row = sql.identifier(alias)
  const given =
    scope.function === 'porteur'
      ? sql`${row}.organisation_id = ${scope.organisationId}`
      : sql`exists (select 1 from reading_right given where given.subject_id = ${row}.id and given.organisation_id = ${scope.organisationId})`
  return sql`(${given} and ${withoutInterest(sql`${scope.personId}`, sql`${row}.organisation_id`)})`
}

/** True when a person declared no interest in an organisation: what one may not examine, one does not see, nor receive by mail. */
export function withoutInterest(personId: Sql, organisationId: Sql): Sql {
  return sql`not exists (
    select 1 from declared_interest interest
    where interest.person_id = ${personId} and interest.organisation_id = ${organisationId} and interest.ended_on is null)`
}

/** For jobs, commands and counts that name nobody: everything, on purpose. */
export const wholeDatabase: Sql = sql`true`

/** True for the awards of `alias` that the public may know: notified, and of more than zero. */
export function published(alias: string): Sql {
  const row = sql.identifier(alias)
  return sql`(exists (select 1 from notification told where told.award_id = ${row}.id)
    and (select coalesce(sum(known.amount_cents), 0) from decision known where known.award_id = ${row}.id) > 0)`
}
