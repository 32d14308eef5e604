import { z } from 'zod'
import type { Field } from '#access/field-readers.ts'
import type { Mandate } from '#access/mandate.ts'
import { FIRST_FORM } from '#calls/first-form.data.ts'
import { recordFunderAct } from '#funding/decision-acts.ts'
import { retain } from '#funding/retention-acts.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Cents, euros } from '#platform/money.ts'
import { anAward } from './award.ts'
import { amountOf, ask, mark, opinion, worded } from './marks.ts'
import { narrowedTo, theOtherRoles } from './roles.ts'
import { aMandate, aPart, aWorld, TODAY, type World } from './world.ts'

/** The files of the world where every protected field holds a text or an amount found nowhere else. */
export const FILES = {
  A: 'decided, notified, paid, accounted for',
  B: 'examined, retained, not decided',
  C: 'refused, and told',
  D: 'of another contract',
  E: 'in Liévin, decided, not notified',
  X: 'a draft',
  K: 'of the contract, whatever the file',
  O: 'of the organisation that asks',
  R: 'of an organisation that funds',
  P: 'of a person',
} as const
export type FileKey = keyof typeof FILES

export interface MarkedWorld {
  world: World
  readers: Record<ReaderKey, Mandate | undefined>
  /** What each file holds. */
  fields: Record<FileKey, readonly Field[]>
  /** Addresses that mails give or anybody may type, which no page links to. */
  typed: readonly string[]
}

export const READER_KEYS = [
  'nobody',
  'porteur',
  'otherPorteur',
  'lead',
  'state',
  'signatory',
  'delegate',
  'interested',
  'region',
  'caf',
  'ars',
  'elected',
  'council',
  'leadElsewhere',
] as const
export type ReaderKey = (typeof READER_KEYS)[number]

const Id = z.object({ id: z.string() })

export async function markedWorld(db: Db): Promise<MarkedWorld> {
  const formVersionId = newId()
  const world: World = { ...(await aWorld(db)), formVersionId }
  await db.run`insert into form_version (id, code, number, definition, published_on)
    values (${formVersionId}, 'marked', 1, ${JSON.stringify(FIRST_FORM.definition)}::jsonb, ${TODAY})`
  const others = await theOtherRoles(db, world)
  const elsewhere = await anotherContract(db, world)
  const readers = {
    nobody: undefined,
    ...{
      porteur: world.mandates.porteur,
      otherPorteur: world.mandates.otherPorteur,
      lead: world.mandates.lead,
      state: world.mandates.state,
    },
    ...{ region: world.mandates.region, caf: world.mandates.caf },
    ...{ signatory: others.signatory, ars: others.ars, elected: others.elected, council: others.council },
    delegate: await narrowedTo(db, others.delegate, [world.qpvs.lens]),
    interested: await anInterestedInstructor(db, world),
    leadElsewhere: elsewhere.lead,
  }
  const fields = {
    A: await decidedFile(db, world, 'A', others.ars),
    B: await examinedFile(db, world, 'B', others.ars),
    C: await refusedFile(db, world, 'C'),
    D: await fileElsewhere(db, world, elsewhere),
    E: await fileOfLievin(db, world, 'E'),
    X: await draft(db, world, 'X'),
    K: await setByFunders(db, world, 'K'),
    R: await aRule(db, world, 'R'),
    O: await ofTheOrganisation(db, world, 'O'),
    P: ['interest.nature'] as const,
  }
  await noise(db, world)
  return { world, readers, fields, typed: await typedAddresses(db) }
}

async function anInterestedInstructor(db: Db, { contractId, organisations }: World): Promise<Mandate> {
  const of = { name: 'Instructrice', organisationId: organisations.state, function: 'state-instructor', contractId } as const
  const mandate = await aMandate(db, of)
  await db.run`insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
    values (${newId()}, ${mandate.personId}, ${organisations.porteur}, ${mark('P', 'interest.nature')}, ${TODAY})`
  return mandate
}

interface Made {
  applicationId: string
  partId: string
  actionId: string
}

const OF_EACH: readonly Field[] = ['action.published', 'application.text', 'request.asked']

async function sentFile(db: Db, world: World, key: FileKey, by: 'porteur' | 'otherPorteur'): Promise<Made> {
  const organisationId = world.organisations[by]
  const qpvId = key === 'E' ? world.qpvs.lievin : world.qpvs.lens
  const asked = { state: ask(key), ...(key === 'A' || key === 'B' ? { caf: euros(12) } : {}) }
  const file = await aPart(db, world, { title: mark(key, 'action.published'), organisationId, asked, shares: [[qpvId, 1]] })
  await db.run`update application set dauphin_number = ${`DA62270${key.charCodeAt(0)}`} where id = ${file.applicationId}`
  await worded(db, key, file)
  return file
}

async function examinedFile(db: Db, world: World, key: FileKey, ars: Mandate): Promise<readonly Field[]> {
  const file = await sentFile(db, world, key, 'porteur')
  await examined(db, world, { key, file, consulted: [world.mandates.caf, ars] })
  await retained(db, world, key, file)
  await assessed(db, world, key, file)
  return [...OF_EACH, ...EXAMINED, ...RETAINED, 'gender.comment', 'droit-commun.answer']
}

/** Ordinary policy tried and refused; the gender marker discussed by two. */
async function assessed(db: Db, world: World, key: FileKey, { applicationId, partId }: Made): Promise<void> {
  const { lead, caf } = world.mandates
  const [lineId, tryId] = [newId(), newId()]
  await db.run`insert into droit_commun_line (id, owner_id, name, funds, kind, valid_from, source, recorded_by)
    values (${lineId}, ${caf.organisationId}, 'Prestation de service', 'Les activités', 'money', '2024-01-01', 'monde de test', ${lead.id})`
  await db.run`insert into droit_commun_try (id, part_id, application_id, line_id, asked_on, due_on, asked_by)
    values (${tryId}, ${partId}, ${applicationId}, ${lineId}, '2026-12-20', '2027-01-20', ${lead.id})`
  await db.run`insert into droit_commun_answer (id, try_id, outcome, reason, answered_on, answered_by)
    values (${newId()}, ${tryId}, 'no', ${mark(key, 'droit-commun.answer')}, ${TODAY}, ${caf.id})`
  await db.run`insert into gender_assessment (id, part_id, application_id, person_id, together, mixed_public, main_goal, evidence, comment,
      criteria_needed, marker, assessed_on, assessed_by)
    values (${newId()}, ${partId}, ${applicationId}, ${lead.personId}, true, false, true, '', ${mark(key, 'gender.comment')}, 2, 2, ${TODAY}, ${lead.id})`
}

const EXAMINED: readonly Field[] = ['completeness.note', 'piece.asked', 'opinion.reason', 'opinion.proposed', 'application.reopening']
const RETAINED: readonly Field[] = ['retention.amount', 'retention.reason']

async function examined(db: Db, world: World, of: { key: FileKey; file: Made; consulted: readonly Mandate[] }): Promise<void> {
  const { key, file } = of
  const lead = world.mandates.lead.id
  await db.run`insert into completeness (id, application_id, complete, note, stated_on, stated_by)
    values (${newId()}, ${file.applicationId}, true, ${mark(key, 'completeness.note')}, ${TODAY}, ${lead})`
  await db.run`insert into piece_request (id, application_id, label, reason, asked_on, due_on, asked_by)
    values (${newId()}, ${file.applicationId}, 'Devis', ${mark(key, 'piece.asked')}, ${TODAY}, '2027-01-30', ${lead})`
  await db.run`insert into application_reopening (id, application_id, reopened_on, until, reason, reopened_by)
    values (${newId()}, ${file.applicationId}, '2026-12-01', '2026-12-20', ${mark(key, 'application.reopening')}, ${lead})`
  for (const [index, by] of of.consulted.entries()) await opinion(db, { key, file, by, lead, proposed: index === 0 })
}

async function retained(db: Db, world: World, key: FileKey, { partId }: Made): Promise<void> {
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, ${key.charCodeAt(0)})`
  const by = { id: newId(), meetingId: world.meetingId, partId, envelopeId: world.envelopes.state, seenId: null }
  const cents = euros(amountOf(key, 'retention.amount'))
  must(await retain(db, world.mandates.state, { ...by, cents, reason: mark(key, 'retention.reason') }, TODAY))
}

async function decided(db: Db, world: World, of: { key: FileKey; file: Made; cents: Cents; field?: Field }): Promise<string> {
  const { key, file } = of
  const line = { partId: file.partId, envelopeId: world.envelopes.state, cents: of.cents, reason: mark(key, of.field ?? 'decision.reason') }
  const act = { id: newId(), authority: 'Autorité de test', number: `A-${key}`, signedOn: TODAY, year: 2027, lines: [line] }
  must(await recordFunderAct(db, world.mandates.state, act, TODAY))
  return (await db.one(Id)`select id from award where part_id = ${file.partId}`).id
}

async function told(db: Db, world: World, awardId: string, kind: 'award' | 'refusal'): Promise<void> {
  const [fileId, letterId, by] = [newId(), newId(), world.mandates.state.id]
  await db.run`insert into stored_file (id, hash, size_bytes, kind, name) values (${fileId}, ${'0'.repeat(64)}, 1, 'pdf', 'courrier.pdf')`
  await db.run`insert into letter (id, award_id, kind, file_id, produced_on, produced_by)
    values (${letterId}, ${awardId}, ${kind}, ${fileId}, ${TODAY}, ${by})`
  await db.run`insert into notification (id, award_id, letter_id, notified_on, notified_by)
    values (${newId()}, ${awardId}, ${letterId}, ${TODAY}, ${by})`
}

async function decidedFile(db: Db, world: World, key: FileKey, ars: Mandate): Promise<readonly Field[]> {
  const file = await sentFile(db, world, key, 'porteur')
  await examined(db, world, { key, file, consulted: [world.mandates.caf, ars] })
  await retained(db, world, key, file)
  const awardId = await decided(db, world, { key, file, cents: euros(amountOf(key, 'award.amount')) })
  await told(db, world, awardId, 'award')
  await followed(db, world, { key, file, awardId })
  await overridden(db, world, key, file)
  return [...OF_EACH, ...EXAMINED, ...RETAINED, 'decision.reason', 'award.amount', ...FOLLOWED]
}

const FOLLOWED: readonly Field[] = ['answer.reason', 'obligation.number', 'payment.override', 'report.text', 'deposit.override']

async function followed(db: Db, world: World, of: { key: FileKey; file: Made; awardId: string }): Promise<void> {
  const { key, file, awardId } = of
  const [obligationId, reportId] = [newId(), newId()]
  const [porteur, state] = [world.mandates.porteur.id, world.mandates.state.id]
  await db.run`insert into beneficiary_answer (id, award_id, kind, kept_cents, reason, answered_on, answered_by)
    values (${newId()}, ${awardId}, 'confirmed', ${euros(amountOf(key, 'award.amount'))}, ${mark(key, 'answer.reason')}, ${TODAY}, ${porteur})`
  await db.run`insert into obligation (id, award_id, number, amount_cents, obligated_on, recorded_by)
    values (${obligationId}, ${awardId}, ${mark(key, 'obligation.number')}, ${euros(amountOf(key, 'award.amount'))}, ${TODAY}, ${state})`
  await db.run`insert into payment (id, award_id, obligation_id, amount_cents, paid_on, recorded_by, suspension_override)
    values (${newId()}, ${awardId}, ${obligationId}, ${euros(100)}, ${TODAY}, ${state}, ${mark(key, 'payment.override')})`
  await db.run`insert into report (id, action_id, part_id, year, kind, achievements)
    values (${reportId}, ${file.actionId}, ${file.partId}, 2027, 'interim', ${mark(key, 'report.text')})`
  await db.run`insert into report_deposit (report_id, deposited_on, deposited_by, certified_by)
    values (${reportId}, ${TODAY}, ${porteur}, 'La présidente')`
}

async function refusedFile(db: Db, world: World, key: FileKey): Promise<readonly Field[]> {
  const file = await sentFile(db, world, key, 'porteur')
  await examined(db, world, { key, file, consulted: [] })
  await retained(db, world, key, file)
  await told(db, world, await decided(db, world, { key, file, cents: euros(0), field: 'decision.refusal' }), 'refusal')
  return [...OF_EACH, 'completeness.note', 'piece.asked', 'application.reopening', ...RETAINED, 'decision.refusal']
}

async function fileOfLievin(db: Db, world: World, key: FileKey): Promise<readonly Field[]> {
  const file = await sentFile(db, world, key, 'otherPorteur')
  await retained(db, world, key, file)
  await decided(db, world, { key, file, cents: euros(amountOf(key, 'award.amount')) })
  return [...OF_EACH, ...RETAINED, 'decision.reason', 'award.amount']
}

interface Elsewhere {
  contractId: string
  callId: string
  orientationId: string
  lead: Mandate
}

/** Another contract with the same pilots: what they see of one is not what they see of the other. */
async function anotherContract(db: Db, { organisations, formVersionId, qpvs }: World): Promise<Elsewhere> {
  const [contractId, callId, orientationId] = [newId(), newId(), newId()]
  await db.run`insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, source)
    values (${contractId}, 'autre-contrat', 'Autre contrat', '2024-2030', ${organisations.epci}, '2024-01-01', '2030-06-30', 'monde de test')`
  await db.run`insert into contract_qpv (contract_id, qpv_id) values (${contractId}, ${qpvs.lens})`
  await db.run`insert into contract_funder (contract_id, organisation_id, short_name, budget_account, pilot, position)
    values (${contractId}, ${organisations.state}, 'État', '74etat', true, 1), (${contractId}, ${organisations.epci}, 'Agglomération', '74epci', true, 2)`
  await db.run`insert into orientation (id, contract_id, code, label, pillar, fictitious, valid_from)
    values (${orientationId}, ${contractId}, '1.1', 'Lien social', 'cohesion', true, '2024-01-01')`
  await db.run`insert into call (id, contract_id, code, title, year, door, opens_on, closes_on, form_version_id)
    values (${callId}, ${contractId}, 'aap-autre', 'Appel à projets de l’autre contrat', 2027, 'pilotis-first', '2026-11-02', '2027-01-31', ${formVersionId})`
  await db.run`insert into call_framing (call_id, version, body, published_on) values (${callId}, 1, 'Note.', '2026-11-02')`
  const of = {
    name: 'Cheffe de projet de l’autre contrat',
    organisationId: organisations.epci,
    function: 'project-lead',
    contractId,
  } as const
  return { contractId, callId, orientationId, lead: await aMandate(db, of) }
}

async function fileElsewhere(db: Db, world: World, { contractId, callId, orientationId }: Elsewhere): Promise<readonly Field[]> {
  const there = { ...world, contractId, callId, orientations: { cohesion: orientationId, employment: orientationId } }
  const file = await sentFile(db, there, 'D', 'otherPorteur')
  await db.run`insert into completeness (id, application_id, complete, note, stated_on, stated_by)
    values (${newId()}, ${file.applicationId}, true, ${mark('D', 'completeness.note')}, ${TODAY}, ${world.mandates.lead.id})`
  return [...OF_EACH, 'completeness.note']
}

async function draft(db: Db, world: World, key: FileKey): Promise<readonly Field[]> {
  const file = await aPart(db, world, { title: 'Un brouillon', submitted: false })
  await db.run`insert into answer (application_id, subject_id, field, revision, raw, author_id)
    values (${file.applicationId}, ${file.partId}, 'need', 1, ${mark(key, 'application.draft')}, ${world.mandates.porteur.personId})`
  return ['application.draft']
}

async function setByFunders(db: Db, { envelopes, mandates }: World, key: FileKey): Promise<readonly Field[]> {
  await db.run`insert into envelope_revision (id, envelope_id, amount_cents, reason, revised_on, revised_by)
    values (${newId()}, ${envelopes.state}, ${euros(100_000)}, ${mark(key, 'envelope.reason')}, ${TODAY}, ${mandates.state.id})`
  return ['envelope.reason']
}

async function aRule(db: Db, { organisations }: World, key: FileKey): Promise<readonly Field[]> {
  await db.run`insert into funder_rule (id, funder_id, rule, active, valid_from, source)
    values (${newId()}, ${organisations.epci}, 'payment-needs-final-report', false, ${TODAY}, ${mark(key, 'funder-rule.source')})`
  return ['funder-rule.source']
}

async function overridden(db: Db, { organisations, mandates }: World, key: FileKey, { actionId }: Made): Promise<void> {
  const conditionId = newId()
  await db.run`insert into deposit_condition (id, action_id, funder_id, deposit_year, report_kind, report_year)
    values (${conditionId}, ${actionId}, ${organisations.epci}, 2027, 'final', 2026)`
  await db.run`insert into deposit_override (id, condition_id, reason, granted_on, granted_by)
    values (${newId()}, ${conditionId}, ${mark(key, 'deposit.override')}, ${TODAY}, ${mandates.epci.id})`
}

async function ofTheOrganisation(db: Db, { organisations }: World, key: FileKey): Promise<readonly Field[]> {
  await db.run`update organisation set address = ${mark(key, 'organisation.address')} where id = ${organisations.porteur}`
  return ['organisation.address']
}

async function typedAddresses(db: Db): Promise<string[]> {
  const files = await db.rows(Id)`select id from application`
  const pieces = await db.rows(Asked)`select id, application_id as "applicationId" from piece_request`
  const parts = await db.rows(Asked)`select id, application_id as "applicationId" from action_part`
  const lines = await db.rows(Id)`select id from droit_commun_line`
  const opinions = await db.rows(Asked)`select id, application_id as "applicationId" from opinion_request`
  return [
    ...files.flatMap(({ id }) => [`/demandes/${id}/numero-dauphin`, `/demandes/${id}/pieces-demandees`, `/demandes/${id}/fiche-dauphin`]),
    ...parts.map(({ id, applicationId }) => `/dossiers/${applicationId}/marqueur/${id}/discussion`),
    ...lines.map(({ id }) => `/droit-commun/lignes/${id}/fin`),
    ...opinions.flatMap(({ id }) => [`/instruction/demandes-d-avis/${id}`, `/instruction/demandes-d-avis/${id}/retrait`]),
    ...files.map(({ id }) => `/dossiers/${id}/droit-commun/derogation`),
    ...files.flatMap(({ id }) => [`/dossiers/${id}`, `/dossiers/${id}/completude`, `/dossiers/${id}/pieces-demandees`]),
    ...pieces.map(({ id, applicationId }) => `/demandes/${applicationId}/pieces-demandees/${id}`),
    ...opinions.map(({ id, applicationId }) => `/dossiers/${applicationId}/avis/${id}`),
  ]
}

const Asked = z.object({ id: z.string(), applicationId: z.string() })

/** Other files, so that no sum over files is the amount of one. */
async function noise(db: Db, world: World): Promise<void> {
  const common = { organisationId: world.organisations.otherPorteur, shares: [[world.qpvs.lievin, 1]] as const }
  await anAward(db, world, { amount: euros(41), notifiedOn: null, part: { ...common, title: 'Bruit décidé', asked: { state: euros(43) } } })
  const { partId } = await aPart(db, world, { ...common, title: 'Bruit retenu', asked: { state: euros(47) } })
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 200)`
  const entry = { id: newId(), meetingId: world.meetingId, partId, envelopeId: world.envelopes.state, seenId: null }
  must(await retain(db, world.mandates.state, { ...entry, cents: euros(31), reason: 'Moins' }, TODAY))
}

function must(result: { done: boolean }): void {
  if (!result.done) throw new Error(JSON.stringify(result))
}
