import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Sql, sql } from '#platform/sql.ts'

const OpinionLink = z.object({
  id: idColumn,
  contractId: idColumn,
  contractName: z.string(),
  organisationId: idColumn,
  organisationName: z.string(),
  email: z.string(),
  /** Whoever has an account under this address: what that person may not examine, the link does not show. */
  personId: idColumn.nullable(),
  sentOn: dayColumn,
  expiresOn: dayColumn,
  revokedOn: dayColumn.nullable(),
  files: countColumn,
  given: countColumn,
})
/** A link sent to the contact of an organisation, with how many opinions it asks and how many came through it. */
export type OpinionLink = z.infer<typeof OpinionLink>

function linksWhere(condition: Sql): Sql {
  return sql`
    select l.id, l.contract_id as "contractId", c.name as "contractName", l.organisation_id as "organisationId", o.name as "organisationName",
      l.email, (select n.id from person n where n.email = l.email) as "personId", l.sent_on as "sentOn", l.expires_on as "expiresOn", l.revoked_on as "revokedOn",
      (select count(*) from opinion_link_request listed join opinion_request r on r.id = listed.opinion_request_id
        where listed.link_id = l.id and r.withdrawn_on is null) as files,
      (select count(distinct v.opinion_request_id) from opinion v where v.link_id = l.id) as given
    from opinion_link l join organisation o on o.id = l.organisation_id join contract c on c.id = l.contract_id
    where ${wholeDatabase} and ${condition}`
}

/** The link that a token opens, whatever its state. Names no file: what it lists is read under its scope. */
export function findLinkByToken(db: Db, tokenHash: string): Promise<OpinionLink | undefined> {
  return db.maybe(OpinionLink)`${linksWhere(sql`l.id = (select t.link_id from opinion_link_token t where t.token_hash = ${tokenHash})`)}`
}

/** The links of a contract, the latest first. */
export function listLinks(db: Db, contractId: string): Promise<OpinionLink[]> {
  return db.rows(OpinionLink)`${linksWhere(sql`l.contract_id = ${contractId} order by l.sent_on desc, o.name collate "und-x-icu", l.id`)}`
}

/** Holds a link while an opinion comes through it: a revocation waits, or is seen. */
export async function lockLink(tx: Tx, id: string): Promise<void> {
  await tx.run`select 1 from opinion_link where id = ${id} for update`
}

export interface NewLink {
  id: string
  contractId: string
  organisationId: string
  email: string
  sentOn: Day
  sentBy: string
  expiresOn: Day
}

export async function insertLink(tx: Tx, link: NewLink, requestIds: readonly string[]): Promise<void> {
  await tx.run`
    insert into opinion_link (id, contract_id, organisation_id, email, sent_on, sent_by, expires_on)
    values (${link.id}, ${link.contractId}, ${link.organisationId}, ${link.email}, ${link.sentOn}, ${link.sentBy}, ${link.expiresOn})`
  await tx.run`
    insert into opinion_link_request (link_id, opinion_request_id) select ${link.id}::uuid, id from unnest(${requestIds}::uuid[]) as id`
}

/** A link may have several tokens: a reminder cannot send the first again, since only its hash is kept. */
export async function insertToken(tx: Tx, linkId: string, tokenHash: string, madeOn: Day): Promise<void> {
  await tx.run`insert into opinion_link_token (token_hash, link_id, made_on) values (${tokenHash}, ${linkId}, ${madeOn})`
}

export function updateRevoked(tx: Tx, of: { linkId: string; contractId: string; on: Day; by: string }): Promise<number> {
  return tx.run`
    update opinion_link set revoked_on = ${of.on}, revoked_by = ${of.by}
    where id = ${of.linkId} and contract_id = ${of.contractId} and revoked_on is null`
}

/** Of these asks, those that the link lists. */
export async function listedBy(db: Db, linkId: string, requestIds: readonly string[]): Promise<string[]> {
  const rows = await db.rows(z.object({ id: idColumn }))`
    select opinion_request_id as id from opinion_link_request
    where link_id = ${linkId} and opinion_request_id = any(${requestIds}::uuid[]) and ${wholeDatabase}`
  return rows.map(({ id }) => id)
}

const Tries = z.object({ byIp: countColumn, byLink: countColumn })

/** Of the last hour: links that opened nothing, from one computer; opinions sent through one link. */
export function countTries(db: Db, of: { ip: string; linkId: string | null }): Promise<z.infer<typeof Tries>> {
  return db.one(Tries)`
    select count(*) filter (where link_id is null and ip_address = ${of.ip}) as "byIp", count(*) filter (where link_id = ${of.linkId}::uuid) as "byLink"
    from opinion_link_try
    where tried_at > clock_timestamp() - interval '1 hour' and ((link_id is null and ip_address = ${of.ip}) or link_id = ${of.linkId}::uuid)`
}

export async function insertTry(tx: Tx, of: { ip: string; linkId: string | null }): Promise<void> {
  await tx.run`insert into opinion_link_try (id, link_id, ip_address) values (${newId()}, ${of.linkId}, ${of.ip})`
}

export async function deleteOldTries(tx: Tx): Promise<void> {
  await tx.run`delete from opinion_link_try where tried_at < clock_timestamp() - interval '1 day'`
}

/** The address last used for each organisation of a contract: typed again for nothing. */
export async function listLastAddresses(db: Db, contractId: string): Promise<Map<string, string>> {
  const rows = await db.rows(z.object({ organisationId: idColumn, email: z.string() }))`
    select distinct on (organisation_id) organisation_id as "organisationId", email
    from opinion_link where contract_id = ${contractId} order by organisation_id, sent_on desc, id desc`
  return new Map(rows.map(({ organisationId, email }) => [organisationId, email]))
}
