import { listMandates, type Mandate } from '#access/mandate.ts'
import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { isFunderSiret } from '../demo-funders.data.ts'
import { fixedId, organisationIdOf } from '../reference.ts'
import { CARRIERS } from './carriers.ts'
import { insertRows } from './insert-rows.ts'
import { porteurMandateId } from './placed-file.ts'

const SINCE = day('2024-09-02')

/** The carriers of the generated files: organisation, person, mandate and account; those written by hand are there already. */
export async function loadCarriers(db: Db): Promise<void> {
  const fresh = CARRIERS.filter(({ known }) => !known)
  await insertRows(
    db,
    'organisation',
    fresh
      .filter(({ siret }) => !isFunderSiret(siret))
      .map((one) => ({
        id: organisationIdOf(one.siret),
        siret: one.siret,
        rna: one.rna,
        name: one.name,
        legal_form: one.legalForm,
        address: one.address,
        postal_code: one.postalCode,
        commune_code: one.communeCode,
        fictitious: true,
      })),
  )
  await insertRows(
    db,
    'person',
    fresh.map(({ email, personName }) => ({ id: fixedId(`person/${email}`), name: personName, email, email_verified: true })),
  )
  await insertRows(
    db,
    'mandate',
    fresh.map(({ email, siret }) => ({
      id: porteurMandateId(email),
      person_id: fixedId(`person/${email}`),
      function: 'porteur',
      organisation_id: organisationIdOf(siret),
      valid_from: SINCE,
    })),
  )
  await insertRows(
    db,
    'bank_account',
    fresh.map(({ key, siret, iban, name }) => ({
      id: fixedId(`bank-account/${key}`),
      organisation_id: organisationIdOf(siret),
      iban,
      holder: name,
      valid_from: SINCE,
    })),
  )
}

/** The mandate under which a carrier asks. */
export async function carrierMandate(db: Db, email: string): Promise<Mandate> {
  const held = await listMandates(db, fixedId(`person/${email}`), day('2027-03-09'))
  const mandate = held.find(({ id }) => id === porteurMandateId(email))
  if (!mandate) throw new Error(`no mandate of ${email}`)
  return mandate
}
