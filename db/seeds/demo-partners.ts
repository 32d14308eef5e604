import { listMandates, type Mandate } from '#access/mandate.ts'
import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { DECLARED_INTEREST, DEMO_PARTNERS, DEMO_ROLES, type DemoPartner, type DemoRole, PARTNERS_ASKED } from './demo-partners.data.ts'
import { fixedId } from './fixed-id.ts'
import { CARRIERS, siretOf } from './programme/carriers.ts'
import { insertRows, type Row } from './programme/insert-rows.ts'
import type { PartnerAsked } from './programme/load-instruction.ts'
import { organisationIdOf } from './reference.ts'

const SINCE = day('2024-09-02')

/** The partners that fund nothing, the elected, the council, the State’s delegates: one person and one mandate each, by its key. */
export async function makePartners(db: Db, contractId: string, funderIds: ReadonlyMap<string, string>): Promise<Map<string, Mandate>> {
  await insertRows(db, 'organisation', DEMO_PARTNERS.map(organisationRow))
  await insertRows(
    db,
    'person',
    DEMO_ROLES.map(({ name, email }) => ({ id: personIdOf(email), name, email, email_verified: true })),
  )
  const mandates = DEMO_ROLES.map((role) => ({
    ...mandateRow(role),
    organisation_id: organisationOf(role, funderIds),
    contract_id: contractId,
  }))
  await insertRows(db, 'mandate', mandates)
  await insertRows(db, 'mandate_territory', DEMO_ROLES.flatMap(placeRows))
  const held: [string, Mandate][] = []
  for (const role of DEMO_ROLES) held.push([role.key, await heldBy(db, role)])
  return new Map(held)
}

function organisationRow({ name, shortName, legalForm, rank, communeCode }: DemoPartner): Row {
  const siret = siretOf(rank)
  const short_name = shortName ?? null
  return { id: organisationIdOf(siret), siret, name, short_name, legal_form: legalForm, commune_code: communeCode, fictitious: true }
}

function mandateRow(role: DemoRole): Row {
  return { id: mandateIdOf(role), person_id: personIdOf(role.email), function: role.function, valid_from: SINCE }
}

/** Narrower than the contract when communes are named. */
function placeRows(role: DemoRole): Row[] {
  const mandate_id = mandateIdOf(role)
  return (role.communes ?? []).map((commune_code) => ({
    id: fixedId(`mandate-territory/${role.key}/${commune_code}`),
    mandate_id,
    commune_code,
  }))
}

async function heldBy(db: Db, role: DemoRole): Promise<Mandate> {
  const mandate = (await listMandates(db, personIdOf(role.email), SINCE)).find(({ id }) => id === mandateIdOf(role))
  if (!mandate) throw new Error(`no mandate of ${role.key}`)
  return mandate
}

function personIdOf(email: string): string {
  return fixedId(`person/${email}`)
}

function mandateIdOf({ key }: DemoRole): string {
  return fixedId(`mandate/role/${key}`)
}

function organisationOf({ of, key }: DemoRole, funderIds: ReadonlyMap<string, string>): string {
  if ('funder' in of) return known(funderIds.get(of.funder), key)
  if ('carrier' in of) return organisationIdOf(known(CARRIERS.find(({ name }) => name === of.carrier)?.siret, key))
  return organisationIdOf(siretOf(known(DEMO_PARTNERS.find((partner) => partner.key === of.partner)?.rank, key)))
}

function known<T>(found: T | undefined, of: string): T {
  if (found === undefined) throw new Error(`the demonstration does not know the organisation of ${of}`)
  return found
}

/** Declared once the carriers are there. */
export async function declareInterest(db: Db): Promise<void> {
  const { role, carrier, nature, on } = DECLARED_INTEREST
  const person = known(
    DEMO_ROLES.find(({ key }) => key === role),
    role,
  )
  const siret = known(CARRIERS.find(({ name }) => name === carrier)?.siret, carrier)
  await insertRows(db, 'declared_interest', [
    {
      id: fixedId(`interest/${role}`),
      person_id: personIdOf(person.email),
      organisation_id: organisationIdOf(siret),
      nature,
      declared_on: on,
    },
  ])
}

export function partnersAsked(mandates: ReadonlyMap<string, Mandate>): PartnerAsked[] {
  return PARTNERS_ASKED.map(({ role, themes, answered }) => ({
    key: role,
    organisationId: known(mandates.get(role), role).organisationId,
    themes,
    answered,
  }))
}
