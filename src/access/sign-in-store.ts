import { z } from 'zod'
import { countColumn, idColumn, instantColumn } from '#platform/columns.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

const SignedInRow = z.object({
  signInId: idColumn,
  personId: idColumn,
  name: z.string(),
  email: z.string(),
  mandateId: idColumn.nullable(),
  lastUsedAt: instantColumn,
})
export type SignedInRow = z.infer<typeof SignedInRow>

/** Whose sign-in this token is, if it still holds: not ended, not past its life, and not idle when its person is an agent. */
export function findSignedIn(db: Db, by: { token: string; now: Date; idleSince: Date }): Promise<SignedInRow | undefined> {
  return db.maybe(SignedInRow)`
    select s.id as "signInId", p.id as "personId", p.name, p.email, a.mandate_id as "mandateId", s.last_used_at as "lastUsedAt"
    from sign_in s
    join person p on p.id = s.person_id
    left join acting_mandate a on a.sign_in_id = s.id
    where s.token = ${by.token} and s.expires_at > ${by.now}
      and (s.last_used_at > ${by.idleSince}
        or not exists (select 1 from mandate m where m.person_id = s.person_id and m.function <> 'porteur'))`
}

export async function noteUse(db: Db, signInId: string, now: Date): Promise<void> {
  await db.run`update sign_in set last_used_at = ${now} where id = ${signInId}`
}

const SignInRow = z.object({
  id: idColumn,
  createdAt: instantColumn,
  lastUsedAt: instantColumn,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
})
export type SignInRow = z.infer<typeof SignInRow>

/** The sign-ins of a person that still hold, the latest used first. */
export function listSignIns(db: Db, by: { personId: string; now: Date }): Promise<SignInRow[]> {
  return db.rows(SignInRow)`
    select id, created_at as "createdAt", last_used_at as "lastUsedAt", ip_address as "ipAddress", user_agent as "userAgent"
    from sign_in where person_id = ${by.personId} and expires_at > ${by.now}
    order by last_used_at desc, id`
}

/** Ends one sign-in of a person; answers whether there was one. */
export async function deleteSignIn(tx: Tx, personId: string, signInId: string): Promise<boolean> {
  return (await tx.run`delete from sign_in where id = ${signInId} and person_id = ${personId}`) > 0
}

export function deleteOtherSignIns(tx: Tx, personId: string, keptId: string): Promise<number> {
  return tx.run`delete from sign_in where person_id = ${personId} and id <> ${keptId}`
}

const Asked = z.object({ byEmail: countColumn, byIp: countColumn })

/** Links asked in the last hour; two requests for one address or one computer wait for each other. */
export async function countLinkRequests(tx: Tx, of: { email: string; ip: string }): Promise<z.infer<typeof Asked>> {
  await tx.run`select pg_advisory_xact_lock(1472031, hashtext(${of.email}))`
  await tx.run`select pg_advisory_xact_lock(1472032, hashtext(${of.ip}))`
  return tx.one(Asked)`
    select count(*) filter (where email = ${of.email}) as "byEmail", count(*) filter (where ip_address = ${of.ip}) as "byIp"
    from sign_in_link_request
    where asked_at > clock_timestamp() - interval '1 hour' and (email = ${of.email} or ip_address = ${of.ip})`
}

export async function insertLinkRequest(tx: Tx, of: { email: string; ip: string }): Promise<void> {
  await tx.run`insert into sign_in_link_request (id, email, ip_address) values (${newId()}, ${of.email}, ${of.ip})`
}

/** Whether a link waits to be used; reading consumes nothing. */
export async function linkIsValid(db: Db, tokenHash: string, now: Date): Promise<boolean> {
  const found = await db.rows(
    z.object({ id: idColumn }),
  )`select id from sign_in_link where token_hash = ${tokenHash} and expires_at > ${now}`
  return found.length > 0
}

/** Removes what no longer serves: used-up sign-ins, links past their time, requests older than a day. */
export async function deleteStaleSignIns(tx: Tx, now: Date): Promise<void> {
  await tx.run`delete from sign_in where expires_at < ${now}`
  await tx.run`delete from sign_in_link where expires_at < ${now}`
  await tx.run`delete from sign_in_link_request where asked_at < ${now}::timestamptz - interval '1 day'`
}

/** Takes a mandate for a sign-in. The database refuses a mandate that is not this person's. */
export async function upsertActingMandate(tx: Tx, of: { signInId: string; personId: string; mandateId: string }): Promise<void> {
  await tx.run`
    insert into acting_mandate (sign_in_id, person_id, mandate_id) values (${of.signInId}, ${of.personId}, ${of.mandateId})
    on conflict (sign_in_id) do update set mandate_id = excluded.mandate_id`
}

/** The mandate in use by a sign-in; undefined when none was chosen. */
export async function actingMandateId(db: Db, signInId: string): Promise<string | undefined> {
  const found = await db.maybe(z.object({ mandateId: idColumn }))`
    select mandate_id as "mandateId" from acting_mandate where sign_in_id = ${signInId}`
  return found?.mandateId
}
