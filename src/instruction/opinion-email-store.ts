import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'

const OpinionEmail = z.object({
  id: idColumn,
  organisationId: idColumn,
  organisationName: z.string(),
  fileId: idColumn,
  fileName: z.string(),
  sentOn: dayColumn,
  recordedOn: dayColumn,
  recordedBy: z.string(),
  /** Opinions typed after it. */
  opinions: countColumn,
})
/** An e-mail of an organisation, kept as the proof of the opinions that an agent types for it. */
export type OpinionEmail = z.infer<typeof OpinionEmail>

/** An e-mail that speaks of a file one may not examine is not shown: its text cannot be cut. */
function emailsWhere(scope: Scope, condition: Sql): Sql {
  return sql`
    select e.id, e.organisation_id as "organisationId", o.name as "organisationName", e.file_id as "fileId", f.name as "fileName",
      e.sent_on as "sentOn", e.recorded_on as "recordedOn", coalesce(w.short_name, w.name) as "recordedBy",
      (select count(*) from opinion v where v.email_id = e.id and ${wholeDatabase}) as opinions
    from opinion_email e
    join organisation o on o.id = e.organisation_id
    join stored_file f on f.id = e.file_id
    join mandate m on m.id = e.recorded_by
    join organisation w on w.id = m.organisation_id
    where ${condition} and not exists (
      select 1 from opinion v join opinion_request r on r.id = v.opinion_request_id join application a on a.id = r.application_id
      where v.email_id = e.id and not ${visible('a', scope)})`
}

/** The latest first. */
export function listEmails(db: Db, scope: Scope, contractId: string): Promise<OpinionEmail[]> {
  return db.rows(OpinionEmail)`${emailsWhere(scope, sql`e.contract_id = ${contractId}`)} order by e.recorded_on desc, e.id desc`
}

export function findEmail(db: Db, scope: Scope, of: { contractId: string; id: string }): Promise<OpinionEmail | undefined> {
  return db.maybe(OpinionEmail)`${emailsWhere(scope, sql`e.contract_id = ${of.contractId} and e.id = ${of.id}`)}`
}

export interface NewEmail {
  id: string
  contractId: string
  organisationId: string
  fileId: string
  sentOn: Day
  recordedOn: Day
  recordedBy: string
}

/** Answers 0 when the same form was already sent. */
export function insertEmail(tx: Tx, email: NewEmail): Promise<number> {
  return tx.run`
    insert into opinion_email (id, contract_id, organisation_id, file_id, sent_on, recorded_on, recorded_by)
    values (${email.id}, ${email.contractId}, ${email.organisationId}, ${email.fileId}, ${email.sentOn}, ${email.recordedOn}, ${email.recordedBy})
    on conflict (id) do nothing`
}

const AskedOrganisation = z.object({ id: idColumn, name: z.string(), missing: countColumn })

/** The organisations asked on a contract, with how many opinions each still owes on the files that the scope sees. */
export function listAskedOrganisations(db: Db, scope: Scope, contractId: string): Promise<z.infer<typeof AskedOrganisation>[]> {
  return db.rows(AskedOrganisation)`
    select o.id, o.name, count(*) filter (where v.id is null) as missing
    from opinion_request r
    join application a on a.id = r.application_id
    join organisation o on o.id = r.organisation_id
    left join lateral (select given.id from opinion given where given.opinion_request_id = r.id limit 1) v on true
    where a.contract_id = ${contractId} and r.withdrawn_on is null and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    group by o.id
    order by o.name collate "und-x-icu"`
}
