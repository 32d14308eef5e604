import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { isIban, normaliseIban } from '#platform/identifiers.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { findOrganisationBySiret } from './account-store.ts'
import type { Mandate } from './mandate.ts'
import { checkOrganisation, type OrganisationDetails, type OrganisationFlaw } from './organisation-details.ts'
import { insertBankAccount, isAccountInUse, lockOrganisation, updateOrganisation } from './organisation-store.ts'

export type DescribeRefusal = OrganisationFlaw | 'siret-taken'

/** An organisation corrects what it says of itself: that of the mandate, and no other. */
export async function describeOrganisation(db: Db, by: Mandate, input: OrganisationDetails): Promise<Result<undefined, DescribeRefusal>> {
  return db.transaction(async (tx) => {
    const current = await lockOrganisation(tx, by.organisationId)
    const reasons: DescribeRefusal[] = checkOrganisation(input, current)
    const holder = await findOrganisationBySiret(tx, input.siret)
    if (holder && holder.id !== by.organisationId) reasons.push('siret-taken')
    if (reasons.length > 0) return refused(...reasons)
    await updateOrganisation(tx, by.organisationId, input)
    await record(tx, by, 'organisation.described', by.organisationId, { siret: input.siret, legalForm: input.legalForm })
    return done(undefined)
  })
}

export interface BankAccountInput {
  id: string
  iban: string
  holder: string
}

/** A new account is added to the former ones, which stay: what was paid was paid there. The journal never holds the number. */
export async function recordBankAccount(
  db: Db,
  by: Mandate,
  input: BankAccountInput,
  today: Day,
): Promise<Result<undefined, 'not-an-iban'>> {
  if (!isIban(input.iban)) return refused('not-an-iban')
  const account = { ...input, iban: normaliseIban(input.iban), organisationId: by.organisationId, validFrom: today }
  return db.transaction(async (tx) => {
    await lockOrganisation(tx, by.organisationId)
    if (await isAccountInUse(tx, by.organisationId, account)) return done(undefined)
    const made = await insertBankAccount(tx, account)
    if (made) await record(tx, by, 'bank-account.recorded', by.organisationId, { validFrom: today })
    return done(undefined)
  })
}
