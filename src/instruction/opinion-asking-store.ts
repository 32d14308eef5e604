import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

const Consulted = z.object({ id: idColumn, name: z.string(), shortName: z.string().nullable(), funder: z.boolean() })
/** An organisation whose opinion may be asked: a funder of the contract, one that holds a mandate on it, or one asked before. */
export type Consulted = z.infer<typeof Consulted>

export function listConsultable(db: Db, contractId: string, today: Day): Promise<Consulted[]> {
  return db.rows(Consulted)`
    select o.id, o.name, f.short_name as "shortName", f.organisation_id is not null as funder
    from organisation o
    left join contract_funder f on f.organisation_id = o.id and f.contract_id = ${contractId}
    where f.organisation_id is not null or exists (
      select 1 from mandate m where m.organisation_id = o.id and m.contract_id = ${contractId} and m.function <> 'porteur'
        and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today}))
      or exists (select 1 from opinion_link l where l.organisation_id = o.id and l.contract_id = ${contractId})
      or exists (select 1 from opinion_email e where e.organisation_id = o.id and e.contract_id = ${contractId})
    order by f.position nulls last, o.name collate "und-x-icu"`
}

/** Any organisation that the program knows may be asked: a council, a school, a landlord without an account. */
export async function findOrganisationBySiret(db: Db, siret: string): Promise<string | undefined> {
  return (await db.maybe(z.object({ id: idColumn }))`select id from organisation where siret = ${siret}`)?.id
}

const AskedPart = z.object({
  partId: idColumn,
  applicationId: idColumn,
  actionId: idColumn,
  organisationId: idColumn,
  number: z.number().nullable(),
  title: z.string(),
  organisationName: z.string(),
})
/** A part on which opinions may be asked: its file is in, and was not taken back. */
export type AskedPart = z.infer<typeof AskedPart>

/** Of these parts, those of the contract that the mandate sees and that can be examined. */
export function listAskableParts(db: Db, scope: Scope, of: { contractId: string; partIds: readonly string[] }): Promise<AskedPart[]> {
  return db.rows(AskedPart)`
    select p.id as "partId", a.id as "applicationId", p.action_id as "actionId",
      a.organisation_id as "organisationId", s.number, p.title, o.name as "organisationName"
    from action_part p
    join application a on a.id = p.application_id
    join organisation o on o.id = a.organisation_id
    left join submission s on s.application_id = a.id
    where p.id = any(${of.partIds}::uuid[]) and a.contract_id = ${of.contractId} and ${visible('a', scope)}
      and (s.application_id is not null or a.origin = 'dauphin')
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    order by s.number, p.position, p.id`
}

/** The funders of whom these parts ask money and who were not asked their opinion on every one of them. */
export async function listAskedFunders(db: Db, scope: Scope, partIds: readonly string[]): Promise<string[]> {
  const rows = await db.rows(z.object({ id: idColumn }))`
    select distinct m.funder_id as id
    from request m join action_part p on p.id = m.part_id join application a on a.id = p.application_id
    where m.part_id = any(${partIds}::uuid[]) and m.asked_cents > 0 and ${visible('a', scope)}
      and not exists (select 1 from opinion_request r where r.part_id = m.part_id and r.organisation_id = m.funder_id and r.withdrawn_on is null)`
  return rows.map(({ id }) => id)
}

/** Of these parts, those where money is asked of a funder, as « part funder »; the caller has found the parts under its scope. */
export async function listMoneyAsked(tx: Tx, partIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows(z.object({ partId: idColumn, funderId: idColumn }))`
    select m.part_id as "partId", m.funder_id as "funderId" from request m
    where ${wholeDatabase} and m.part_id = any(${[...partIds]}::uuid[]) and m.asked_cents > 0`
  return new Set(rows.map(({ partId, funderId }) => `${partId} ${funderId}`))
}

const LivingAsk = z.object({ requestId: idColumn, partId: idColumn, dueOn: dayColumn })

/** Of these parts, the asks made to an organisation that hold and are not answered; the caller has found the parts under its scope. */
export function listUnanswered(tx: Tx, of: { organisationId: string; partIds: readonly string[] }): Promise<z.infer<typeof LivingAsk>[]> {
  return tx.rows(LivingAsk)`
    select r.id as "requestId", r.part_id as "partId", r.due_on as "dueOn"
    from opinion_request r
    where r.organisation_id = ${of.organisationId} and r.part_id = any(${of.partIds}::uuid[]) and r.withdrawn_on is null and ${wholeDatabase}
      and not exists (select 1 from opinion v where v.opinion_request_id = r.id)`
}

export interface NewOpinionRequest {
  part: AskedPart
  organisationId: string
  askedOn: Day
  dueOn: Day
  askedBy: string
}

/** Asks once: answers 0 when this organisation was already asked on this part. */
export function insertOpinionRequest(tx: Tx, asked: NewOpinionRequest): Promise<number> {
  return tx.run`
    insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
    values (${newId()}, ${asked.part.partId}, ${asked.part.applicationId}, ${asked.organisationId}, ${asked.askedOn}, ${asked.dueOn}, ${asked.askedBy})
    on conflict (part_id, organisation_id) where withdrawn_on is null do nothing`
}

/** Who is asked for an opinion reads the file and its action. */
export async function grantReading(tx: Tx, subjects: { applicationId: string; actionId: string }, organisationId: string): Promise<void> {
  await tx.run`
    insert into reading_right (subject_id, organisation_id, reason)
    values (${subjects.applicationId}, ${organisationId}, 'avis demandé'), (${subjects.actionId}, ${organisationId}, 'avis demandé')
    on conflict (subject_id, organisation_id) do nothing`
}

const Address = z.object({
  organisationId: idColumn,
  email: z.string(),
  /** The organisations of which this person may examine nothing. */
  interests: z.array(idColumn),
})

/** Where to write to the officers of these organisations on a contract, once a person. */
export function listOfficerAddresses(
  db: Db,
  of: { contractId: string; organisationIds: readonly string[]; on: Day },
): Promise<z.infer<typeof Address>[]> {
  return db.rows(Address)`
    select m.organisation_id as "organisationId", n.email,
      (select coalesce(json_agg(i.organisation_id), '[]') from declared_interest i where i.person_id = n.id and i.ended_on is null) as interests
    from mandate m join person n on n.id = m.person_id
    where m.organisation_id = any(${of.organisationIds}::uuid[]) and m.contract_id = ${of.contractId} and m.function <> 'porteur'
      and m.valid_from <= ${of.on} and (m.valid_to is null or m.valid_to >= ${of.on})
    group by m.organisation_id, n.id
    order by 1, 2`
}

/** Where to write to those who act for the organisation that asks. */
export async function listPorteurAddresses(db: Db, organisationId: string, on: Day): Promise<string[]> {
  const rows = await db.rows(z.object({ email: z.string() }))`
    select distinct n.email from mandate m join person n on n.id = m.person_id
    where m.organisation_id = ${organisationId} and m.function = 'porteur' and m.valid_from <= ${on} and (m.valid_to is null or m.valid_to >= ${on})
    order by 1`
  return rows.map(({ email }) => email)
}
