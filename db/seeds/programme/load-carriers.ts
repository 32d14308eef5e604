import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { isFunderSiret } from '../demo-funders.data.ts'
import { fixedId, organisationIdOf } from '../reference.ts'
import { CARRIERS, type Carrier } from './carriers.ts'
import { insertRows, type Row } from './insert-rows.ts'
import { porteurMandateId } from './placed-file.ts'

const SINCE = day('2024-09-02')

const FRESH = CARRIERS.filter(({ known }) => !known)

/** The carriers of the generated files: organisation, person, mandate and account; those written by hand are there already. */
export async function loadCarriers(db: Db): Promise<void> {
  await insertRows(db, 'organisation', FRESH.filter(({ siret }) => !isFunderSiret(siret)).map(organisationRow))
  await insertRows(db, 'person', FRESH.map(personRow))
  await insertRows(db, 'mandate', FRESH.map(mandateRow))
  await insertRows(db, 'bank_account', FRESH.map(accountRow))
}

function organisationRow({ siret, rna, name, legalForm, address, postalCode, communeCode }: Carrier): Row {
  const seat = { address, postal_code: postalCode, commune_code: communeCode }
  return { id: organisationIdOf(siret), siret, rna, name, legal_form: legalForm, ...seat, fictitious: true }
}

function personRow({ email, personName }: Carrier): Row {
  return { id: fixedId(`person/${email}`), name: personName, email, email_verified: true }
}

function mandateRow({ email, siret }: Carrier): Row {
  const person_id = fixedId(`person/${email}`)
  return { id: porteurMandateId(email), person_id, function: 'porteur', organisation_id: organisationIdOf(siret), valid_from: SINCE }
}

function accountRow({ key, siret, iban, name }: Carrier): Row {
  return { id: fixedId(`bank-account/${key}`), organisation_id: organisationIdOf(siret), iban, holder: name, valid_from: SINCE }
}
