import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { DOORS, type Door } from './call-period.ts'
import { FormDefinition } from './form-version.ts'

const CallRow = z.object({
  id: idColumn,
  contractId: idColumn,
  contractName: z.string(),
  code: z.string(),
  title: z.string(),
  year: z.number(),
  door: z.enum(DOORS),
  opensOn: dayColumn,
  closesOn: dayColumn,
  formVersionId: idColumn,
  framingVersion: z.number().nullable(),
})
export type Call = z.infer<typeof CallRow>

function listCallsWhere(db: Db, condition: Sql): Promise<Call[]> {
  return db.rows(CallRow)`
    select c.id, c.contract_id as "contractId", k.name as "contractName", c.code, c.title, c.year, c.door,
      c.opens_on as "opensOn", c.closes_on as "closesOn", c.form_version_id as "formVersionId",
      (select max(f.version) from call_framing f where f.call_id = c.id) as "framingVersion"
    from call c join contract k on k.id = c.contract_id
    where ${condition}
    order by c.year desc, c.opens_on desc, c.code`
}

/** The calls of a contract, the latest first. */
export function listCalls(db: Db, contractId: string): Promise<Call[]> {
  return listCallsWhere(db, sql`c.contract_id = ${contractId}`)
}

/** The calls of every contract open on a day. */
export function listOpenCalls(db: Db, on: Day): Promise<Call[]> {
  return listCallsWhere(db, sql`c.opens_on <= ${on} and c.closes_on >= ${on}`)
}

/** What the public reads: calls of every contract, open, to come or closed. */
export function listAllCalls(db: Db): Promise<Call[]> {
  return listCallsWhere(db, sql`true`)
}

export async function findCall(db: Db, code: string): Promise<Call | undefined> {
  return (await listCallsWhere(db, sql`c.code = ${code}`))[0]
}

export async function findCallById(db: Db, id: string): Promise<Call | undefined> {
  return (await listCallsWhere(db, sql`c.id = ${id}`))[0]
}

const Framing = z.object({ version: z.number(), body: z.string(), publishedOn: dayColumn })
/** One version of the framing note of a call (PRJ-02). */
export type Framing = z.infer<typeof Framing>

/** Every version of the framing note, the latest first. */
export function listFramings(db: Db, callId: string): Promise<Framing[]> {
  return db.rows(Framing)`
    select version, body, published_on as "publishedOn" from call_framing where call_id = ${callId} order by version desc`
}

export interface CallInput {
  code: string
  title: string
  year: number
  door: Door
  opensOn: Day
  closesOn: Day
}

export async function insertCall(tx: Tx, call: CallInput & { id: string; contractId: string; formVersionId: string }): Promise<void> {
  await tx.run`
    insert into call (id, contract_id, code, title, year, door, opens_on, closes_on, form_version_id)
    values (${call.id}, ${call.contractId}, ${call.code}, ${call.title}, ${call.year}, ${call.door}, ${call.opensOn}, ${call.closesOn}, ${call.formVersionId})`
}

export async function updateCall(tx: Tx, call: CallInput & { id: string; contractId: string; formVersionId: string }): Promise<void> {
  await tx.run`
    update call set title = ${call.title}, year = ${call.year}, door = ${call.door}, opens_on = ${call.opensOn},
      closes_on = ${call.closesOn}, form_version_id = ${call.formVersionId}
    where id = ${call.id} and contract_id = ${call.contractId}`
}

/** Locks a call, so that two editions of its framing note do not take the same number. */
export async function lockCall(tx: Tx, call: { id: string; contractId: string }): Promise<void> {
  await tx.run`select id from call where id = ${call.id} and contract_id = ${call.contractId} for update`
}

/** Whether anything was begun in a call, drafts included: what they hold depends on its year. */
export async function hasApplications(db: Db, callId: string): Promise<boolean> {
  const { begun } = await db.one(z.object({ begun: z.boolean() }))`
    select exists (select 1 from application a where ${wholeDatabase} and a.call_id = ${callId}) as begun`
  return begun
}

export async function insertFraming(tx: Tx, framing: { callId: string; version: number; body: string; publishedOn: Day }): Promise<void> {
  await tx.run`
    insert into call_framing (call_id, version, body, published_on)
    values (${framing.callId}, ${framing.version}, ${framing.body}, ${framing.publishedOn})`
}

const FormVersionRow = z.object({ id: idColumn, code: z.string(), number: z.number(), definition: FormDefinition })
export type FormVersion = z.infer<typeof FormVersionRow>

export function getFormVersion(db: Db, id: string): Promise<FormVersion> {
  return db.one(FormVersionRow)`select id, code, number, definition from form_version where id = ${id}`
}

export function findLatestFormVersion(db: Db, code: string): Promise<FormVersion | undefined> {
  return db.maybe(FormVersionRow)`
    select id, code, number, definition from form_version where code = ${code} order by number desc limit 1`
}

/** Two instances may publish the same number at once: the first wins and both read it. */
export async function insertFormVersion(tx: Tx, version: FormVersion & { publishedOn: Day }): Promise<void> {
  await tx.run`
    insert into form_version (id, code, number, definition, published_on)
    values (${version.id}, ${version.code}, ${version.number}, ${JSON.stringify(version.definition)}::jsonb, ${version.publishedOn})
    on conflict (code, number) do nothing`
}
