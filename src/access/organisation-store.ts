import { z } from 'zod'
import { dayColumn, idColumn, instantColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { maskIban } from '#platform/identifiers.ts'
import { LEGAL_FORMS, type LegalForm } from './legal-forms.ts'
import type { OrganisationDetails } from './organisation-details.ts'

const OrganisationRow = z.object({
  id: idColumn,
  siret: z.string(),
  rna: z.string().nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  legalForm: z.enum(LEGAL_FORMS),
  address: z.string(),
  postalCode: z.string(),
  communeCode: z.string().nullable(),
  communeName: z.string().nullable(),
  fictitious: z.boolean(),
})
export type Organisation = z.infer<typeof OrganisationRow>

/** An organisation is no secret between those who are signed in: its bank account is, and is elsewhere. */
export function findOrganisation(db: Db, id: string): Promise<Organisation | undefined> {
  return db.maybe(OrganisationRow)`
    select o.id, o.siret, o.rna, o.name, o.short_name as "shortName", o.legal_form as "legalForm", o.address, o.postal_code as "postalCode",
      o.commune_code as "communeCode", c.name as "communeName", o.fictitious
    from organisation o left join commune c on c.code = o.commune_code
    where o.id = ${id}`
}

export async function getOrganisation(db: Db, id: string): Promise<Organisation> {
  const organisation = await findOrganisation(db, id)
  if (!organisation) throw new Error(`no organisation ${id}`)
  return organisation
}

/** Locks the organisation that a change is about to be decided on. */
export function lockOrganisation(tx: Tx, id: string): Promise<{ siret: string }> {
  return tx.one(z.object({ siret: z.string() }))`select siret from organisation where id = ${id} for update`
}

export async function insertOrganisation(
  tx: Tx,
  made: { id: string; siret: string; name: string; legalForm: LegalForm; fictitious: boolean },
): Promise<void> {
  await tx.run`insert into organisation (id, siret, name, legal_form, fictitious)
    values (${made.id}, ${made.siret}, ${made.name}, ${made.legalForm}, ${made.fictitious})`
}

export async function updateOrganisation(tx: Tx, id: string, details: OrganisationDetails): Promise<void> {
  await tx.run`
    update organisation set name = ${details.name}, short_name = ${details.shortName || null}, siret = ${details.siret}, rna = ${details.rna || null},
      legal_form = ${details.legalForm}, address = ${details.address}, postal_code = ${details.postalCode}, commune_code = ${details.communeCode || null}
    where id = ${id}`
}

/** The number is masked as it comes in: the whole one never leaves this file. */
const BankAccountRow = z.object({
  id: idColumn,
  iban: z.string().transform(maskIban),
  holder: z.string(),
  validFrom: dayColumn,
  recordedAt: instantColumn,
})
export type BankAccount = z.infer<typeof BankAccountRow>

/** The accounts of an organisation, the one in use first. */
export function listBankAccounts(db: Db, organisationId: string): Promise<BankAccount[]> {
  return db.rows(BankAccountRow)`
    select id, iban, holder, valid_from as "validFrom", recorded_at as "recordedAt" from bank_account
    where organisation_id = ${organisationId} order by recorded_at desc, id desc`
}

export async function isAccountInUse(db: Db, organisationId: string, account: { iban: string; holder: string }): Promise<boolean> {
  const latest = await db.maybe(z.object({ same: z.boolean() }))`
    select iban = ${account.iban} and holder = ${account.holder} as same from bank_account
    where organisation_id = ${organisationId} order by recorded_at desc, id desc limit 1`
  return latest?.same ?? false
}

/** Sent twice, the same form makes one row; answers whether it made one. */
export async function insertBankAccount(
  tx: Tx,
  made: { id: string; organisationId: string; iban: string; holder: string; validFrom: Day },
): Promise<boolean> {
  const rows = await tx.run`insert into bank_account (id, organisation_id, iban, holder, valid_from)
    values (${made.id}, ${made.organisationId}, ${made.iban}, ${made.holder}, ${made.validFrom}) on conflict (id) do nothing`
  return rows === 1
}

const CommuneRow = z.object({ code: z.string(), name: z.string() })

/** The communes that this database knows, by name. */
export function listCommunes(db: Db): Promise<z.infer<typeof CommuneRow>[]> {
  return db.rows(CommuneRow)`select code, name from commune order by name collate "und-x-icu"`
}
