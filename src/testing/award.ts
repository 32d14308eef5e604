import { z } from 'zod'
import { recordFunderAct } from '#funding/decision-acts.ts'
import { retain } from '#funding/retention-acts.ts'
import { type Day, day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Cents, euros } from '#platform/money.ts'
import { aPart, type PartWish, TODAY, type World } from './world.ts'

export interface AwardWish {
  funder?: 'state' | 'region' | 'caf' | 'epci'
  amount?: Cents
  /** Of an action and part already there; else one is made from `part`. */
  partId?: string
  part?: PartWish
  /** Told on this day, by a plain row; not told when null. */
  notifiedOn?: Day | null
  /** The year of the part: its envelope is made when the world has none. */
  year?: number
}

export interface MadeAward {
  awardId: string
  actionId: string
  partId: string
  applicationId: string
}

/** An award as the acts of funding make it: on the agenda, retained, decided by the funder's own act; told unless said otherwise. */
export async function anAward(db: Db, world: World, wish: AwardWish = {}): Promise<MadeAward> {
  const { funder = 'state', amount = euros(5000), notifiedOn = TODAY } = wish
  const by = world.mandates[funder]
  const partId = wish.partId ?? (await aPart(db, world, { dauphinNumber: `DA${newId().slice(-8).toUpperCase()}`, ...wish.part })).partId
  const part = await db.one(Ids)`
    select action_id as "actionId", application_id as "applicationId", year from action_part where id = ${partId}`
  const envelopeId =
    part.year === 2027 ? world.envelopes[funder] : await anEnvelope(db, world, { funderId: by.organisationId, year: part.year })
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 1) on conflict do nothing`
  const seenId = null
  const retention = { id: newId(), meetingId: world.meetingId, partId, envelopeId, cents: amount, reason: 'Décision du comité', seenId }
  must(await retain(db, by, retention, TODAY))
  const line = { partId, envelopeId, cents: amount, reason: 'Comme le comité' }
  const act = { id: newId(), authority: 'Autorité de test', number: newId().slice(-8), signedOn: TODAY, year: part.year, lines: [line] }
  must(await recordFunderAct(db, by, act, TODAY))
  const { id } = await db.one(z.object({ id: z.string() }))`select id from award where part_id = ${partId} and envelope_id = ${envelopeId}`
  if (notifiedOn) await aNotification(db, { awardId: id, kind: amount > 0 ? 'award' : 'refusal', on: notifiedOn, by: by.id })
  return { awardId: id, partId, actionId: part.actionId, applicationId: part.applicationId }
}

const Ids = z.object({ actionId: z.string(), applicationId: z.string(), year: z.number() })

function must(result: { done: boolean }): void {
  if (!result.done) throw new Error(JSON.stringify(result))
}

async function anEnvelope(db: Db, world: World, of: { funderId: string; year: number }): Promise<string> {
  const id = newId()
  await db.run`insert into envelope (id, contract_id, funder_id, year, code, label, kind, amount_cents)
    values (${id}, ${world.contractId}, ${of.funderId}, ${of.year}, ${id.slice(-6)}, 'Autre année', 'specific', ${euros(100_000)})`
  return id
}

async function aNotification(db: Db, of: { awardId: string; kind: 'award' | 'refusal'; on: Day; by: string }): Promise<void> {
  const [fileId, letterId] = [newId(), newId()]
  await db.run`insert into stored_file (id, hash, size_bytes, kind, name) values (${fileId}, ${'0'.repeat(64)}, 1, 'pdf', 'courrier.pdf')`
  await db.run`insert into letter (id, award_id, kind, file_id, produced_on, produced_by)
    values (${letterId}, ${of.awardId}, ${of.kind}, ${fileId}, ${of.on}, ${of.by})`
  await db.run`insert into notification (id, award_id, letter_id, notified_on, notified_by)
    values (${newId()}, ${of.awardId}, ${letterId}, ${of.on}, ${of.by})`
}

/** A year that the world has no call for: 2026, closed long ago. */
export async function aPartOfYear(db: Db, world: World, year: number, actionId?: string): Promise<{ partId: string; actionId: string }> {
  const callId = newId()
  await db.run`insert into call (id, contract_id, code, title, year, door, opens_on, closes_on, form_version_id)
    values (${callId}, ${world.contractId}, ${`aap-${year}`}, ${`Appel à projets ${year}`}, ${year}, 'pilotis-first', ${day(`${year - 1}-11-02`)}, ${day(`${year}-01-31`)}, ${world.formVersionId})`
  await db.run`insert into call_framing (call_id, version, body, published_on) values (${callId}, 1, 'Note.', ${day(`${year - 1}-11-02`)})`
  return aPart(db, world, { callId, year, ...(actionId ? { actionId } : {}) })
}

/** A funder that sets one of its own rules from a day. */
export async function aFunderRule(db: Db, of: { funderId: string; rule: string; from: Day }): Promise<void> {
  await db.run`insert into funder_rule (id, funder_id, rule, active, valid_from, source)
    values (${newId()}, ${of.funderId}, ${of.rule}, true, ${of.from}, 'monde de test')`
}
