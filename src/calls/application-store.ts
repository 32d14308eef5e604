import { z } from 'zod'
import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn, instantColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { type Answer, type AnswerConflict, listAnswers, listOpenConflicts } from './answer-store.ts'
import { DOORS } from './call-period.ts'
import { listParts, type Part } from './part-store.ts'

export const APPLICATION_STATES = ['draft', 'submitted', 'withdrawn'] as const

const ApplicationRow = z.object({
  id: idColumn,
  callId: idColumn,
  callCode: z.string(),
  callTitle: z.string(),
  door: z.enum(DOORS),
  year: z.number(),
  opensOn: dayColumn,
  closesOn: dayColumn,
  contractId: idColumn,
  organisationId: idColumn,
  organisationName: z.string(),
  siret: z.string(),
  legalForm: z.enum(LEGAL_FORMS),
  address: z.string(),
  postalCode: z.string(),
  formVersionId: idColumn,
  origin: z.enum(['pilotis', 'dauphin']),
  dauphinNumber: z.string().nullable(),
  createdOn: dayColumn,
  state: z.enum(APPLICATION_STATES),
  submissionNumber: z.number().nullable(),
  submittedOn: dayColumn.nullable(),
  submittedAt: instantColumn.nullable(),
  title: z.string(),
  partCount: z.number(),
  asked: centsColumn,
  savedAt: instantColumn.nullable(),
  /** The last day of its latest reopening. */
  lastReopening: dayColumn.nullable(),
})
/** One organisation's application in one call; `title` is that of its first part, `asked` the sum over its parts and funders. */
export type Application = z.infer<typeof ApplicationRow>

/** An application with its parts, every latest answer and the texts that wait for a choice. */
export interface ApplicationFile extends Application {
  parts: Part[]
  answers: Answer[]
  conflicts: AnswerConflict[]
}

export interface ApplicationFilter {
  callId?: string
  contractId?: string
  organisationId?: string
  year?: number
  state?: Application['state']
}

/** The applications that the scope may see, the latest first. */
export function listApplications(db: Db, scope: Scope, filter: ApplicationFilter = {}): Promise<Application[]> {
  const conditions = [
    filter.callId === undefined ? undefined : sql`a.call_id = ${filter.callId}`,
    filter.contractId === undefined ? undefined : sql`a.contract_id = ${filter.contractId}`,
    filter.organisationId === undefined ? undefined : sql`a.organisation_id = ${filter.organisationId}`,
    filter.year === undefined ? undefined : sql`c.year = ${filter.year}`,
    filter.state === undefined ? undefined : STATE_CONDITIONS[filter.state],
  ].filter((condition) => condition !== undefined)
  return listWhere(db, scope, sql.join(conditions, ' and ', 'true'))
}

const STATE_CONDITIONS = {
  draft: sql`s.application_id is null and w.application_id is null`,
  submitted: sql`s.application_id is not null and w.application_id is null`,
  withdrawn: sql`w.application_id is not null`,
} satisfies Record<Application['state'], Sql>

/** The application without its content; undefined when it is not there or not visible. */
export async function findApplicationHead(db: Db, scope: Scope, id: string): Promise<Application | undefined> {
  return (await listWhere(db, scope, sql`a.id = ${id}`))[0]
}

/** The whole file; undefined when it is not there or not visible. */
export async function findApplication(db: Db, scope: Scope, id: string): Promise<ApplicationFile | undefined> {
  const head = await findApplicationHead(db, scope, id)
  if (!head) return undefined
  const parts = await listParts(db, scope, { applicationId: id })
  const answers = await listAnswers(db, scope, { applicationId: id })
  const conflicts = await listOpenConflicts(db, scope, { applicationId: id })
  return { ...head, parts, answers, conflicts }
}

function listWhere(db: Db, scope: Scope, condition: Sql): Promise<Application[]> {
  return db.rows(ApplicationRow)`
    select a.id, a.call_id as "callId", c.code as "callCode", c.title as "callTitle", c.door, c.year,
      c.opens_on as "opensOn", c.closes_on as "closesOn", a.contract_id as "contractId",
      a.organisation_id as "organisationId", o.name as "organisationName", o.siret, o.legal_form as "legalForm",
      o.address, o.postal_code as "postalCode", a.form_version_id as "formVersionId", a.origin,
      a.dauphin_number as "dauphinNumber", a.created_on as "createdOn",
      case when w.application_id is not null then 'withdrawn' when s.application_id is not null then 'submitted' else 'draft' end as state,
      s.number as "submissionNumber", s.submitted_on as "submittedOn", s.submitted_at as "submittedAt",
      coalesce((select p.title from action_part p where p.application_id = a.id order by p.position limit 1), '') as title,
      (select count(*) from action_part p where p.application_id = a.id) as "partCount",
      coalesce((select sum(r.asked_cents) from request r where r.application_id = a.id), 0) as asked,
      (select max(n.saved_at) from answer n where n.application_id = a.id) as "savedAt",
      (select max(k.until) from application_reopening k where k.application_id = a.id) as "lastReopening"
    from application a
    join call c on c.id = a.call_id
    join organisation o on o.id = a.organisation_id
    left join submission s on s.application_id = a.id
    left join application_withdrawal w on w.application_id = a.id
    where ${condition} and ${visible('a', scope)}
    order by c.year desc, a.created_on desc, a.id desc`
}

/** Locks an application: whoever changes it next waits. Answers whether it is there and visible. */
export async function lockApplication(tx: Tx, scope: Scope, id: string): Promise<boolean> {
  const locked = await tx.maybe(z.object({ id: idColumn }))`
    select a.id from application a where a.id = ${id} and ${visible('a', scope)} for update`
  return locked !== undefined
}

export interface NewApplication {
  id: string
  callId: string
  contractId: string
  organisationId: string
  formVersionId: string
  origin: 'pilotis' | 'dauphin'
  dauphinNumber: string | null
  createdOn: Day
  createdBy: string
}

/** Answers false when the id is already taken: the same form was sent twice. */
export async function insertApplication(tx: Tx, row: NewApplication): Promise<boolean> {
  const count = await tx.run`
    insert into application (id, call_id, contract_id, organisation_id, form_version_id, origin, dauphin_number, created_on, created_by)
    values (${row.id}, ${row.callId}, ${row.contractId}, ${row.organisationId}, ${row.formVersionId}, ${row.origin},
      ${row.dauphinNumber}, ${row.createdOn}, ${row.createdBy})
    on conflict (id) do nothing`
  return count === 1
}

/** Only of a draft that the caller has locked under its scope; answers and attachments go with it. */
export async function deleteApplication(tx: Tx, row: { id: string; organisationId: string }): Promise<void> {
  await tx.run`delete from application where id = ${row.id} and organisation_id = ${row.organisationId}`
}
