import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { LEGAL_FORMS, type LegalForm } from './legal-forms.ts'

const ClaimRow = z.object({
  id: idColumn,
  personId: idColumn,
  personName: z.string(),
  personEmail: z.string(),
  siret: z.string(),
  organisationName: z.string(),
  legalForm: z.enum(LEGAL_FORMS),
  claimedOn: dayColumn,
  /** The organisation that already has this SIRET, with its own name: to compare with what is claimed. */
  knownName: z.string().nullable(),
  accepted: z.boolean().nullable(),
  reason: z.string().nullable(),
})
export type Claim = z.infer<typeof ClaimRow>

const CLAIMS = sql`select c.id, c.person_id as "personId", p.name as "personName", p.email as "personEmail", c.siret,
    c.organisation_name as "organisationName", c.legal_form as "legalForm", c.claimed_on as "claimedOn",
    o.name as "knownName", d.accepted, d.reason
  from mandate_claim c
  join person p on p.id = c.person_id
  left join organisation o on o.siret = c.siret
  left join mandate_claim_decision d on d.claim_id = c.id`

/** The claims that wait for a decision, the oldest first. */
export function listWaitingClaims(db: Db): Promise<Claim[]> {
  return db.rows(ClaimRow)`
    ${CLAIMS}
    where d.claim_id is null
    order by c.claimed_at, c.id`
}

/** What a person claimed, the latest first, with what was decided. */
export function listClaimsOf(db: Db, personId: string): Promise<Claim[]> {
  return db.rows(ClaimRow)`
    ${CLAIMS}
    where c.person_id = ${personId}
    order by c.claimed_at desc, c.id`
}

/** One claim, kept from being decided twice at once. */
export async function lockClaim(tx: Tx, id: string): Promise<Claim | undefined> {
  await tx.run`select id from mandate_claim where id = ${id} for update`
  return tx.maybe(ClaimRow)`
    ${CLAIMS}
    where c.id = ${id}`
}

/** Two claims of one person at once wait for each other. */
export async function lockPerson(tx: Tx, personId: string): Promise<{ name: string; email: string }> {
  return tx.one(z.object({ name: z.string(), email: z.string() }))`select name, email from person where id = ${personId} for update`
}

/** The SIRET for which a person acts on a day under a porteur's mandate. */
export async function listActingSirets(db: Db, personId: string, today: Day): Promise<string[]> {
  const rows = await db.rows(z.object({ siret: z.string() }))`
    select o.siret from mandate m join organisation o on o.id = m.organisation_id
    where m.person_id = ${personId} and m.function = 'porteur' and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})`
  return rows.map(({ siret }) => siret)
}

export interface NewClaim {
  id: string
  personId: string
  siret: string
  organisationName: string
  legalForm: LegalForm
  claimedOn: Day
}

export async function insertClaim(tx: Tx, made: NewClaim): Promise<void> {
  await tx.run`insert into mandate_claim (id, person_id, siret, organisation_name, legal_form, claimed_on)
    values (${made.id}, ${made.personId}, ${made.siret}, ${made.organisationName}, ${made.legalForm}, ${made.claimedOn})`
}

export async function insertClaimDecision(
  tx: Tx,
  made: { claimId: string; reason: string; decidedOn: Day; decidedBy: string; mandateId: string | null },
): Promise<void> {
  await tx.run`insert into mandate_claim_decision (claim_id, accepted, reason, decided_on, decided_by, mandate_id)
    values (${made.claimId}, ${made.mandateId !== null}, ${made.reason}, ${made.decidedOn}, ${made.decidedBy}, ${made.mandateId})`
}

/** A porteur's mandate holds on every contract: its organisation is its whole scope. */
export async function insertPorteurMandate(
  tx: Tx,
  made: { id: string; personId: string; organisationId: string; validFrom: Day },
): Promise<void> {
  await tx.run`insert into mandate (id, person_id, function, organisation_id, valid_from)
    values (${made.id}, ${made.personId}, 'porteur', ${made.organisationId}, ${made.validFrom})`
}

/** The addresses of the project leads of a day: the claims are theirs to decide. */
export async function listProjectLeadEmails(db: Db, today: Day): Promise<string[]> {
  const rows = await db.rows(z.object({ email: z.string() }))`
    select distinct p.email from mandate m join person p on p.id = m.person_id
    where m.function = 'project-lead' and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
    order by p.email`
  return rows.map(({ email }) => email)
}
