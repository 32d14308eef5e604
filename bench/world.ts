import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { cents, euros } from '#platform/money.ts'
import { aPart, aWorld, fictitiousSiret, TODAY, type World } from '#testing/world.ts'

export interface BenchWorld {
  world: World
  applicationIds: string[]
}

/** A porteur has two or three files a year, not three hundred. */
const FILES_EACH = 2.5

const FUNDERS = ['state', 'epci', 'region', 'caf'] as const

/** Three hundred files of one year: four funders asked, opinions, amounts retained, half of them decided, a year before for two thirds. */
export async function aFullYear(db: Db, files: number): Promise<BenchWorld> {
  return db.transaction(async (tx) => {
    const world = await aWorld(tx)
    await tx.run`update envelope set amount_cents = 1000000000`
    const porteurs = await organisations(tx, Math.ceil(files / FILES_EACH))
    const applicationIds: string[] = []
    for (let rank = 0; rank < files; rank += 1) {
      const asked = Object.fromEntries(FUNDERS.map((key, index) => [key, euros(1000 + ((rank * 7 + index * 13) % 40) * 100)]))
      const shares: [string, number][] =
        rank % 5 === 0
          ? [
              [world.qpvs.lens, 0.6],
              [world.qpvs.lievin, 0.4],
            ]
          : [[rank % 2 ? world.qpvs.lens : world.qpvs.lievin, 1]]
      const part = await aPart(tx, world, {
        title: `Action ${rank} du quartier, atelier et sorties`,
        asked,
        organisationId: porteurs[rank % porteurs.length] ?? '',
        shares,
        dauphinNumber: `DA${String(rank).padStart(8, '0')}`,
      })
      applicationIds.push(part.applicationId)
      await examined(tx, world, part, rank)
    }
    return { world, applicationIds }
  })
}

async function organisations(db: Db, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let rank = 0; rank < count; rank += 1) {
    const id = newId()
    ids.push(id)
    await db.run`insert into organisation (id, siret, name, legal_form, address, postal_code, fictitious)
      values (${id}, ${fictitiousSiret(100 + rank)}, ${`Association ${rank}`}, 'association', '1 rue de la Fosse', '62300', true)`
  }
  return ids
}

async function examined(
  db: Db,
  world: World,
  part: { partId: string; applicationId: string; actionId: string },
  rank: number,
): Promise<void> {
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${part.partId}, ${rank})`
  for (const key of FUNDERS) {
    const by = world.mandates[key]
    const requestId = newId()
    await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
      values (${requestId}, ${part.partId}, ${part.applicationId}, ${world.organisations[key]}, ${TODAY}, ${TODAY}, ${world.mandates.lead.id})`
    if (rank % 7 === 0) continue
    await db.run`insert into opinion (id, opinion_request_id, kind, reason, proposed_cents, given_on, given_by)
      values (${newId()}, ${requestId}, 'favourable', 'Action utile.', ${euros(800)}, ${TODAY}, ${by.id})`
    await db.run`insert into retention (id, meeting_id, part_id, envelope_id, retained_cents, retained_on, retained_by)
      values (${newId()}, ${world.meetingId}, ${part.partId}, ${world.envelopes[key]}, ${euros(800)}, ${TODAY}, ${by.id})`
    if (rank % 2 === 0) await decided(db, world, { ...part, key })
  }
}

async function decided(db: Db, world: World, of: { partId: string; actionId: string; key: (typeof FUNDERS)[number] }): Promise<void> {
  const ids = { act: newId(), award: newId(), decision: newId() }
  const by = world.mandates[of.key]
  await db.run`insert into funder_act (id, funder_id, authority, number, signed_on, recorded_on, recorded_by)
    values (${ids.act}, ${world.organisations[of.key]}, 'Autorité', ${ids.act.slice(-12)}, ${TODAY}, ${TODAY}, ${by.id})`
  await db.run`insert into award (id, action_id, part_id, year, envelope_id) values (${ids.award}, ${of.actionId}, ${of.partId}, 2027, ${world.envelopes[of.key]})`
  await db.run`insert into decision (id, award_id, act_id, amount_cents, decided_on, decided_by)
    values (${ids.decision}, ${ids.award}, ${ids.act}, ${cents(80_000)}, ${TODAY}, ${by.id})`
}
