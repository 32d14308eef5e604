import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Cents } from '#platform/money.ts'
import { aPart, type PartWish, TODAY, type World } from './world.ts'

export interface AwardWish extends PartWish {
  cents: Cents
  notified?: boolean
  funder?: 'state' | 'region' | 'caf' | 'epci'
}

/** A part with a decided award of one funder, notified unless said otherwise: plain inserts, through the triggers. */
export async function anAward(
  db: Db,
  world: World,
  wish: AwardWish,
): Promise<{ partId: string; actionId: string; applicationId: string; awardId: string; actId: string }> {
  const funder = wish.funder ?? 'state'
  const part = await aPart(db, world, wish)
  const ids = { ...part, awardId: newId(), actId: newId() }
  const by = world.mandates[funder]
  await db.run`insert into award (id, action_id, part_id, year, envelope_id)
    values (${ids.awardId}, ${part.actionId}, ${part.partId}, ${wish.year ?? 2027}, ${world.envelopes[funder]})`
  await db.run`insert into funder_act (id, funder_id, authority, number, signed_on, recorded_on, recorded_by)
    values (${ids.actId}, ${world.organisations[funder]}, 'Autorité de test', ${`2027-${ids.actId.slice(-6)}`}, ${TODAY}, ${TODAY}, ${by.id})`
  const decisionId = newId()
  await db.run`insert into decision (id, award_id, act_id, amount_cents, decided_on, decided_by) values (${decisionId}, ${ids.awardId}, ${ids.actId}, ${wish.cents}, ${TODAY}, ${by.id})`
  await db.run`insert into award_territory (decision_id, award_id, qpv_id, amount_cents) values (${decisionId}, ${ids.awardId}, ${world.qpvs.lens}, ${wish.cents})`
  if (wish.notified !== false) await notified(db, { awardId: ids.awardId, mandateId: by.id })
  return ids
}

async function notified(db: Db, of: { awardId: string; mandateId: string }): Promise<void> {
  const fileId = newId()
  const letterId = newId()
  await db.run`insert into stored_file (id, hash, size_bytes, kind, name) values (${fileId}, ${'a'.repeat(64)}, 10, 'pdf', 'lettre.pdf')`
  await db.run`insert into letter (id, award_id, kind, file_id, produced_on, produced_by) values (${letterId}, ${of.awardId}, 'award', ${fileId}, ${TODAY}, ${of.mandateId})`
  await db.run`insert into notification (id, award_id, letter_id, notified_on, notified_by) values (${newId()}, ${of.awardId}, ${letterId}, ${TODAY}, ${of.mandateId})`
}
