import { expect } from 'vitest'
import { z } from 'zod'
import { addDays } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aWorld, fictitiousSiret, TODAY } from '#testing/world.ts'
import { describeOrganisation, recordBankAccount } from './organisation-acts.ts'
import type { OrganisationDetails } from './organisation-details.ts'
import { getOrganisation, listBankAccounts, listCommunes } from './organisation-store.ts'

const IBAN = 'FR7630006000011234567890189'
const OTHER_IBAN = 'FR1420041010050500013M02606'

function details(change: Partial<OrganisationDetails> = {}): OrganisationDetails {
  return {
    name: 'Graines de Coron et d’Ailleurs',
    shortName: 'GCA',
    siret: fictitiousSiret(11),
    rna: 'W621000001',
    legalForm: 'association',
    address: '3 rue du Terril',
    postalCode: '62300',
    communeCode: '62498',
    ...change,
  }
}

dbTest('an organisation changes what it says of itself, and no other changes with it', async ({ db }) => {
  const { mandates, organisations } = await aWorld(db)
  const before = await getOrganisation(db, organisations.otherPorteur)
  expect(await describeOrganisation(db, mandates.porteur, details())).toMatchObject({ done: true })
  expect(await getOrganisation(db, organisations.porteur)).toMatchObject({ name: 'Graines de Coron et d’Ailleurs', communeName: 'Lens' })
  expect(await getOrganisation(db, organisations.otherPorteur)).toEqual(before)
})

dbTest('an organisation cannot take the SIRET of another legal unit, nor one already held', async ({ db }) => {
  const { mandates, organisations } = await aWorld(db)
  const refused = await describeOrganisation(db, mandates.porteur, details({ siret: fictitiousSiret(12) }))
  expect(refused).toEqual({ done: false, reasons: ['other-legal-unit', 'siret-taken'] })
  expect(await getOrganisation(db, organisations.porteur)).toMatchObject({ name: 'Graines de Coron' })
})

dbTest('a bank account is kept with the former ones and never leaves the store whole', async ({ db }) => {
  const { mandates, organisations } = await aWorld(db)
  const holder = 'Graines de Coron'
  await recordBankAccount(db, mandates.porteur, { id: newId(), iban: 'FR76 3000 6000 0112 3456 7890 189', holder }, TODAY)
  await recordBankAccount(db, mandates.porteur, { id: newId(), iban: OTHER_IBAN, holder }, addDays(TODAY, 1))
  const accounts = await listBankAccounts(db, organisations.porteur)
  expect(accounts.map(({ iban, validFrom }) => [iban, validFrom])).toEqual([
    ['FR14 •••• •••• 606', '2027-01-15'],
    ['FR76 •••• •••• 189', '2027-01-14'],
  ])
  expect(await listBankAccounts(db, organisations.otherPorteur)).toEqual([])
})

dbTest('the same account, or the same form sent twice, makes one row', async ({ db }) => {
  const { mandates, organisations } = await aWorld(db)
  const input = { id: newId(), iban: IBAN, holder: 'Graines de Coron' }
  await recordBankAccount(db, mandates.porteur, input, TODAY)
  await recordBankAccount(db, mandates.porteur, input, TODAY)
  await recordBankAccount(db, mandates.porteur, { ...input, id: newId() }, TODAY)
  expect(await listBankAccounts(db, organisations.porteur)).toHaveLength(1)
})

dbTest('a wrong IBAN is refused, and the journal never holds a right one', async ({ db }) => {
  const { mandates, organisations } = await aWorld(db)
  const wrong = { id: newId(), iban: 'FR7630006000011234567890188', holder: 'x' }
  expect(await recordBankAccount(db, mandates.porteur, wrong, TODAY)).toEqual({ done: false, reasons: ['not-an-iban'] })
  await recordBankAccount(db, mandates.porteur, { ...wrong, iban: IBAN }, TODAY)
  const journal = await db.rows(z.object({ act: z.string(), payload: z.unknown() }))`
    select act, payload from journal where subject_id = ${organisations.porteur}`
  expect(journal.map(({ act }) => act)).toEqual(['bank-account.recorded'])
  expect(JSON.stringify(journal)).not.toContain('30006000')
})

dbTest('the communes are listed by name as French sorts them', async ({ db }) => {
  await aWorld(db)
  await db.run`insert into commune (code, name, department_code) values ('62291', 'Éleu-dit-Leauwette', '62')`
  expect((await listCommunes(db)).map(({ name }) => name)).toEqual(['Éleu-dit-Leauwette', 'Lens', 'Liévin'])
})
