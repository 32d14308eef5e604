import { type Mandate, withScope } from '#access/mandate.ts'
import type { MandateFunction } from '#access/permissions.ts'
import { type Day, day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Cents, euros } from '#platform/money.ts'

/** A small world for tests, written by plain inserts: what acts would have made. Fictitious SIRET begin with 000. */
export interface World {
  contractId: string
  contractCode: string
  organisations: { epci: string; state: string; region: string; caf: string; porteur: string; otherPorteur: string }
  mandates: Record<'porteur' | 'otherPorteur' | 'lead' | 'state' | 'region' | 'caf' | 'epci', Mandate>
  qpvs: { lens: string; lievin: string; both: string }
  orientations: { cohesion: string; employment: string }
  callId: string
  formVersionId: string
  bodyId: string
  meetingId: string
  envelopes: { state: string; region: string; caf: string; epci: string }
}

export const TODAY = day('2027-01-14')
const SINCE = day('2024-01-01')

/** Luhn-valid SIRET beginning with 000, one a number. */
export function fictitiousSiret(rank: number): string {
  const body = `000${String(rank).padStart(6, '0')}0001`
  for (let check = 0; check < 10; check += 1) {
    const siret = `${body}${check}`
    if (luhn(siret) % 10 === 0) return siret
  }
  throw new Error('unreachable: one of ten digits closes a Luhn sum')
}

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

async function organisation(db: Db, rank: number, name: string, form: string): Promise<string> {
  const id = newId()
  await db.run`insert into organisation (id, siret, name, legal_form, address, postal_code, fictitious)
    values (${id}, ${fictitiousSiret(rank)}, ${name}, ${form}, '1 rue de la Fosse', '62300', true)`
  return id
}

export async function aMandate(
  db: Db,
  of: { name: string; organisationId: string; function: MandateFunction; contractId: string | null },
): Promise<Mandate> {
  const personId = newId()
  const id = newId()
  const email = `${personId.slice(-12)}@pilotis.example`
  await db.run`insert into person (id, name, email, email_verified) values (${personId}, ${of.name}, ${email}, true)`
  await db.run`insert into mandate (id, person_id, function, organisation_id, contract_id, valid_from)
    values (${id}, ${personId}, ${of.function}, ${of.organisationId}, ${of.contractId}, ${SINCE})`
  return withScope({
    id,
    personId,
    personName: of.name,
    function: of.function,
    organisationId: of.organisationId,
    organisationName: of.name,
    contractId: of.contractId,
    validFrom: SINCE,
    validTo: null,
    qpvIds: null,
  })
}

async function territory(db: Db): Promise<World['qpvs']> {
  await db.run`insert into commune (code, name, department_code) values ('62498', 'Lens', '62'), ('62510', 'Liévin', '62')`
  await db.run`insert into epci (siren, name) values ('246200364', 'CA de Lens - Liévin')`
  const qpvs = { lens: newId(), lievin: newId(), both: newId() }
  for (const [id, code, name, communes] of [
    [qpvs.lens, 'QN06201F', 'Cité des Galibots', ['62498']],
    [qpvs.lievin, 'QN06202F', 'Cité des Lampistes', ['62510']],
    [qpvs.both, 'QN06203F', 'Cité du Vieux-Chevalement', ['62498', '62510']],
  ] as const) {
    await db.run`insert into qpv (id, code, name, generation, epci_siren, inhabitants, fictitious, valid_from)
      values (${id}, ${code}, ${name}, 2024, '246200364', 3000, true, ${SINCE})`
    for (const commune of communes) await db.run`insert into qpv_commune (qpv_id, commune_code) values (${id}, ${commune})`
  }
  return qpvs
}

const FUNDERS = [
  ['state', 2, 'État, crédits de la politique de la ville', 'État', 'state', '74etat', true],
  ['epci', 1, 'Agglomération de Lens-Liévin', 'Agglomération', 'epci', '74epci', true],
  ['region', 3, 'Région Hauts-de-France', 'Région', 'region', '74region', false],
  ['caf', 4, 'CAF du Pas-de-Calais', 'CAF', 'caf', '74orgasoc', false],
] as const

/** The smallest form version: the columns of the test world do not depend on its content. */
const EMPTY_FORM = JSON.stringify({ sections: [] })

export async function aWorld(db: Db): Promise<World> {
  const qpvs = await territory(db)
  const ids: Record<string, string> = {}
  for (const [key, rank, name, , form] of FUNDERS) ids[key] = await organisation(db, rank, name, form)
  const porteur = await organisation(db, 11, 'Graines de Coron', 'association')
  const otherPorteur = await organisation(db, 12, 'Commune de Liévin', 'commune')
  const organisations = {
    epci: ids['epci'] ?? '',
    state: ids['state'] ?? '',
    region: ids['region'] ?? '',
    caf: ids['caf'] ?? '',
    porteur,
    otherPorteur,
  }
  const contractId = newId()
  await db.run`insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, source)
    values (${contractId}, 'lens-lievin-2024-2030', 'Lens-Liévin 2024-2030', '2024-2030', ${organisations.epci}, ${SINCE}, '2030-12-31', 'monde de test')`
  for (const id of Object.values(qpvs)) await db.run`insert into contract_qpv (contract_id, qpv_id) values (${contractId}, ${id})`
  let position = 0
  for (const [key, , , short, , account, pilot] of FUNDERS) {
    position += 1
    await db.run`insert into contract_funder (contract_id, organisation_id, short_name, budget_account, pilot, position)
      values (${contractId}, ${ids[key]}, ${short}, ${account}, ${pilot}, ${position})`
  }
  return {
    contractId,
    contractCode: 'lens-lievin-2024-2030',
    organisations,
    qpvs,
    ...(await frame(db, contractId)),
    ...(await money(db, contractId, organisations)),
    mandates: await people(db, contractId, organisations),
  }
}

async function people(db: Db, contractId: string, of: World['organisations']): Promise<World['mandates']> {
  const officer = (name: string, organisationId: string, fn: MandateFunction) =>
    aMandate(db, { name, organisationId, function: fn, contractId })
  return {
    porteur: await aMandate(db, { name: 'Porteuse', organisationId: of.porteur, function: 'porteur', contractId: null }),
    otherPorteur: await aMandate(db, { name: 'Autre porteur', organisationId: of.otherPorteur, function: 'porteur', contractId: null }),
    lead: await officer('Cheffe de projet', of.epci, 'project-lead'),
    state: await officer('Instructeur de l’État', of.state, 'state-instructor'),
    region: await officer('Chargée de mission de la Région', of.region, 'funder'),
    caf: await officer('Conseiller de la CAF', of.caf, 'funder'),
    epci: await officer('Directrice des finances', of.epci, 'funder'),
  }
}

async function frame(
  db: Db,
  contractId: string,
): Promise<Pick<World, 'orientations' | 'callId' | 'formVersionId' | 'bodyId' | 'meetingId'>> {
  const made = {
    orientations: { cohesion: newId(), employment: newId() },
    callId: newId(),
    formVersionId: newId(),
    bodyId: newId(),
    meetingId: newId(),
  }
  await db.run`insert into orientation (id, contract_id, code, label, pillar, fictitious, valid_from) values
    (${made.orientations.cohesion}, ${contractId}, '1.1', 'Lien social et accès aux droits', 'cohesion', true, ${SINCE}),
    (${made.orientations.employment}, ${contractId}, '2.1', 'Emploi et insertion', 'employment', true, ${SINCE})`
  await db.run`insert into theme (code, label) values ('1', 'Cohésion sociale'), ('2', 'Développement économique et emploi')`
  await db.run`insert into theme (code, label, parent_code) values ('1.5', 'Lien social, citoyenneté et participation des habitants', '1'), ('2.1', 'Emploi', '2')`
  await db.run`insert into form_version (id, code, number, definition, published_on) values (${made.formVersionId}, 'test', 1, ${EMPTY_FORM}::jsonb, ${SINCE})`
  await db.run`insert into call (id, contract_id, code, title, year, door, opens_on, closes_on, form_version_id)
    values (${made.callId}, ${contractId}, 'aap-2027', 'Appel à projets 2027', 2027, 'pilotis-first', '2026-11-02', '2027-01-31', ${made.formVersionId})`
  await db.run`insert into call_framing (call_id, version, body, published_on) values (${made.callId}, 1, 'Note de cadrage.', '2026-11-02')`
  await db.run`insert into body (id, contract_id, name, kind) values (${made.bodyId}, ${contractId}, 'Comité des financeurs', 'funders-committee')`
  await db.run`insert into meeting (id, body_id, title, held_on, starts_at, place)
    values (${made.meetingId}, ${made.bodyId}, 'Comité des financeurs du 11 mars 2027', '2027-03-11', '09:00', 'Salle du conseil')`
  return made
}

async function money(db: Db, contractId: string, of: World['organisations']): Promise<Pick<World, 'envelopes'>> {
  const envelopes = { state: newId(), region: newId(), caf: newId(), epci: newId() }
  for (const [key, label, kind] of [
    ['state', 'Crédits spécifiques (programme 147)', 'specific'],
    ['region', 'Politique de la ville', 'specific'],
    ['caf', 'Action sociale', 'droit-commun'],
    ['epci', 'Contrat de ville', 'specific'],
  ] as const) {
    await db.run`insert into envelope (id, contract_id, funder_id, year, code, label, kind, amount_cents)
      values (${envelopes[key]}, ${contractId}, ${of[key]}, 2027, ${key}, ${label}, ${kind}, ${euros(100_000)})`
  }
  return { envelopes }
}

export interface PartWish {
  title?: string
  organisationId?: string
  /** Asked of each funder, in cents. */
  asked?: Partial<Record<'state' | 'region' | 'caf' | 'epci', Cents>>
  /** Shares by neighbourhood; all in Lens by default. */
  shares?: readonly (readonly [qpvId: string, share: number])[]
  submitted?: boolean
  actionId?: string
  dauphinNumber?: string
  submittedOn?: Day
  callId?: string
  year?: number
}

/** A submitted application with one part, its requests, its budget and its reading rights. */
export async function aPart(
  db: Db,
  world: World,
  wish: PartWish = {},
): Promise<{ applicationId: string; partId: string; actionId: string }> {
  const ids = { applicationId: newId(), partId: newId(), actionId: wish.actionId ?? newId() }
  const organisationId = wish.organisationId ?? world.organisations.porteur
  const made = { title: wish.title ?? 'Jardin nourricier', callId: wish.callId ?? world.callId, year: wish.year ?? 2027, organisationId }
  const by = organisationId === world.organisations.porteur ? world.mandates.porteur : world.mandates.otherPorteur
  await db.run`insert into application (id, call_id, contract_id, organisation_id, form_version_id, origin, dauphin_number, created_on, created_by)
    values (${ids.applicationId}, ${made.callId}, ${world.contractId}, ${organisationId}, ${world.formVersionId}, 'pilotis', ${wish.dauphinNumber ?? null}, ${TODAY}, ${by.id})`
  if (!wish.actionId) {
    await db.run`insert into action (id, contract_id, organisation_id, title, first_year, created_on)
      values (${ids.actionId}, ${world.contractId}, ${organisationId}, ${made.title}, ${made.year}, ${TODAY})`
  }
  await db.run`insert into action_part (id, application_id, action_id, contract_id, organisation_id, year, position, renewed, title, summary,
      orientation_id, theme_code, starts_on, ends_on)
    values (${ids.partId}, ${ids.applicationId}, ${ids.actionId}, ${world.contractId}, ${organisationId}, ${made.year}, 1, ${wish.actionId !== undefined}, ${made.title},
      'Un jardin partagé au pied des immeubles.', ${world.orientations.cohesion}, '1.5', ${`${made.year}-01-01`}, ${`${made.year}-12-31`})`
  await content(db, world, ids, wish)
  if (wish.submitted !== false) await submitted(db, world, { ...ids, callId: made.callId, mandateId: by.id, on: wish.submittedOn ?? TODAY })
  return ids
}

async function content(db: Db, world: World, ids: { applicationId: string; partId: string }, wish: PartWish): Promise<void> {
  for (const [qpvId, share] of wish.shares ?? [[world.qpvs.lens, 1]]) {
    await db.run`insert into part_territory (part_id, qpv_id, share) values (${ids.partId}, ${qpvId}, ${share})`
  }
  await db.run`insert into part_public (part_id, age_band, women, men) values (${ids.partId}, '26-59', 20, 10)`
  const asked = Object.entries(wish.asked ?? { state: euros(5000), epci: euros(2000) })
  for (const [key, value] of asked) {
    const funderId = world.organisations[key === 'state' ? 'state' : key === 'region' ? 'region' : key === 'caf' ? 'caf' : 'epci']
    await db.run`insert into request (id, part_id, application_id, funder_id, asked_cents) values (${newId()}, ${ids.partId}, ${ids.applicationId}, ${funderId}, ${value})`
  }
  const budgetId = newId()
  const total = asked.reduce((sum, [, value]) => sum + value, 0) + 100_000
  await db.run`insert into budget (id, part_id, version, created_on) values (${budgetId}, ${ids.partId}, 1, ${TODAY})`
  await db.run`insert into budget_line (budget_id, account, amount_cents) values
    (${budgetId}, '601', ${total}), (${budgetId}, '756', 100000)`
}

async function submitted(
  db: Db,
  world: World,
  file: { applicationId: string; actionId: string; callId: string; mandateId: string; on: Day },
): Promise<void> {
  await db.run`insert into submission (application_id, call_id, number, submitted_on, submitted_by, framing_version)
    select ${file.applicationId}, ${file.callId}, coalesce(max(number), 0) + 1, ${file.on}, ${file.mandateId}, 1 from submission where call_id = ${file.callId}`
  for (const subject of [file.applicationId, file.actionId]) {
    await db.run`insert into reading_right (subject_id, organisation_id, reason)
      select ${subject}, f.organisation_id, 'financeur' from contract_funder f
      where f.contract_id = ${world.contractId} and (f.pilot or exists (
        select 1 from request r where r.application_id = ${file.applicationId} and r.funder_id = f.organisation_id and r.asked_cents > 0))
      on conflict do nothing`
  }
}
