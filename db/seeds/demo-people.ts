import { listMandates, type Mandate } from '#access/mandate.ts'
import { claimMandate, decideClaim } from '#access/mandate-claim-acts.ts'
import { describeOrganisation, recordBankAccount } from '#access/organisation-acts.ts'
import { insertOrganisation } from '#access/organisation-store.ts'
import type { MandateFunction } from '#access/permissions.ts'
import { addDays, type Day, day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { isFunderSiret } from './demo-funders.data.ts'
import { DEMO_OFFICERS, DEMO_ORGANISATIONS, type DemoOfficer, type DemoOrganisation } from './demo-people.data.ts'
import { accomplished, DEMO_URL, type DemoWorld, mandateOf } from './demo-world.ts'
import { fixedId, organisationIdOf } from './reference.ts'

const SINCE = day('2024-09-02')
/** The day on which the newcomer of the second call asked to act for her association. */
const ARRIVED = day('2026-12-03')
const NEWCOMER = 'tablee'

/** Every person of the demonstration with a mandate; the first of an officer who holds two is under its key. */
export async function makePeople(db: Db, contractId: string, funderIds: ReadonlyMap<string, string>): Promise<Map<string, Mandate>> {
  const mandates = new Map<string, Mandate>()
  for (const officer of DEMO_OFFICERS) {
    const organisationId = funderIds.get(officer.funder) ?? ''
    for (const [key, mandate] of await makeOfficer(db, officer, { organisationId, contractId })) mandates.set(key, mandate)
  }
  for (const organisation of DEMO_ORGANISATIONS) {
    if (organisation.key !== NEWCOMER) mandates.set(organisation.key, await makePorteur(db, organisation))
  }
  return mandates
}

async function makePerson(db: Db, person: { name: string; email: string }): Promise<string> {
  const id = fixedId(`person/${person.email}`)
  await db.run`insert into person (id, name, email, email_verified) values (${id}, ${person.name}, ${person.email}, true)`
  return id
}

async function makeMandate(
  db: Db,
  of: { personId: string; function: MandateFunction; organisationId: string; contractId: string | null; validFrom: Day },
): Promise<Mandate> {
  const id = fixedId(`mandate/${of.personId}/${of.function}`)
  await db.run`insert into mandate (id, person_id, function, organisation_id, contract_id, valid_from)
    values (${id}, ${of.personId}, ${of.function}, ${of.organisationId}, ${of.contractId}, ${of.validFrom})`
  return heldMandate(db, of.personId, { id, on: of.validFrom })
}

async function heldMandate(db: Db, personId: string, of: { id?: string; on: Day }): Promise<Mandate> {
  const held = (await listMandates(db, personId, of.on)).find(({ id }) => of.id === undefined || id === of.id)
  if (!held) throw new Error(`no mandate of ${personId} on ${of.on}`)
  return held
}

async function makeOfficer(
  db: Db,
  officer: DemoOfficer,
  of: { organisationId: string; contractId: string },
): Promise<[key: string, mandate: Mandate][]> {
  const personId = await makePerson(db, officer)
  const made: [string, Mandate][] = []
  for (const [rank, fn] of officer.functions.entries()) {
    const mandate = await makeMandate(db, { personId, function: fn, ...of, validFrom: SINCE })
    made.push([rank === 0 ? officer.key : `${officer.key}/${fn}`, mandate])
  }
  return made
}

async function makePorteur(db: Db, organisation: DemoOrganisation): Promise<Mandate> {
  const organisationId = organisationIdOf(organisation.siret)
  const { siret, name, legalForm, person } = organisation
  if (!isFunderSiret(siret))
    await db.transaction((tx) => insertOrganisation(tx, { id: organisationId, siret, name, legalForm, fictitious: true }))
  const personId = await makePerson(db, person)
  const mandate = await makeMandate(db, { personId, function: 'porteur', organisationId, contractId: null, validFrom: SINCE })
  await fillDetails(db, mandate, organisation)
  return mandate
}

async function fillDetails(db: Db, mandate: Mandate, organisation: DemoOrganisation): Promise<void> {
  const { key, name, siret, legalForm, address, postalCode, communeCode, iban } = organisation
  const { shortName = '', rna = '' } = organisation
  const details = { name, shortName, siret, rna, legalForm, address, postalCode, communeCode }
  accomplished(await describeOrganisation(db, mandate, details), `describe ${key}`)
  const account = { id: fixedId(`bank-account/${key}`), iban, holder: name }
  accomplished(await recordBankAccount(db, mandate, account, mandate.validFrom), `record the account of ${key}`)
}

/** A newcomer claims her association's SIRET, and the project lead confirms: she then asks for the first time. */
export async function welcomeNewcomer(world: DemoWorld): Promise<Mandate> {
  const { db } = world
  const organisation = DEMO_ORGANISATIONS.find(({ key }) => key === NEWCOMER)
  if (!organisation) throw new Error('the newcomer is in the data')
  const personId = await makePerson(db, organisation.person)
  const { name: organisationName, siret, legalForm } = organisation
  const claim = { id: fixedId(`claim/${NEWCOMER}`), siret, organisationName, legalForm, publicUrl: DEMO_URL }
  accomplished(await claimMandate(db, { personId }, claim, ARRIVED), 'claim a mandate')
  const decision = { claimId: claim.id, accepted: true, reason: '', publicUrl: DEMO_URL }
  const confirmedOn = addDays(ARRIVED, 4)
  accomplished(await decideClaim(db, mandateOf(world, 'lead'), decision, confirmedOn), 'confirm a mandate')
  const mandate = await heldMandate(db, personId, { on: confirmedOn })
  await fillDetails(db, mandate, organisation)
  return mandate
}

/** Another one still waits on the day of the demonstration. */
export async function leaveClaimWaiting({ db }: DemoWorld): Promise<void> {
  const personId = await makePerson(db, { name: 'Zoé Marquant', email: 'zoe.marquant@pilotis.example' })
  const claim = {
    id: fixedId('claim/waiting'),
    siret: '00062999800014',
    organisationName: 'Les Marcheuses du Terril',
    legalForm: 'association' as const,
    publicUrl: DEMO_URL,
  }
  accomplished(await claimMandate(db, { personId }, claim, day('2027-03-04')), 'claim a second mandate')
}
