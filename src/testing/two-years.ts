import { type Day, day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { anAward, aPartOfYear } from './award.ts'
import { begunDraft } from './draft.ts'
import { aPart, TODAY, type World } from './world.ts'

export interface TwoYears {
  world: World
  /** A garden funded by the State in 2026, asked again in 2027 of two funders who never knew it. */
  actionId: string
  formerFileId: string
  fileId: string
  /** The account of 2026, handed in. */
  reportId: string
  /** The award of 2027, notified and not answered. */
  awardId: string
  draftId: string
  /** Sent without its Dauphin number, with a piece late. */
  numberlessId: string
}

/** Two years of one action, with something at each step: a draft, a piece asked, an opinion asked, an award to answer, accounts. */
export async function twoYears(db: Db): Promise<TwoYears> {
  const { world, id: draftId } = await begunDraft(db)
  const then = { ...world, meetingId: await aFormerMeeting(db, world) }
  const former = await anAward(db, then, { partId: (await aPartOfYear(db, world, 2026)).partId, notifiedOn: day('2026-04-02') })
  const { actionId } = former
  await db.run`update application set dauphin_number = 'DA62260001' where id = ${former.applicationId}`
  await db.run`insert into beneficiary_answer (id, award_id, kind, kept_cents, answered_on, answered_by)
    values (${newId()}, ${former.awardId}, 'confirmed', ${euros(5000)}, ${TODAY}, ${world.mandates.porteur.id})`
  const reportId = await aReport(db, world, { ...former, kind: 'interim' })
  const asked = { state: euros(5000), caf: euros(1000), region: euros(800) }
  const file = await aPart(db, world, { actionId, asked, dauphinNumber: 'DA62270001' })
  const { awardId } = await anAward(db, world, { partId: file.partId })
  await anAward(db, world, { partId: file.partId, funder: 'caf', amount: euros(500), notifiedOn: null })
  await aWithdrawnItem(db, world)
  const numberless = await aPart(db, world, { title: 'Café des parents' })
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${numberless.partId}, 3)`
  await anOpinionRequest(db, world, file)
  await aPieceRequest(db, world, { applicationId: numberless.applicationId, dueOn: day('2027-01-10') })
  return {
    world,
    actionId,
    formerFileId: former.applicationId,
    fileId: file.applicationId,
    reportId,
    awardId,
    draftId,
    numberlessId: numberless.applicationId,
  }
}

export async function aPieceRequest(db: Db, world: World, of: { applicationId: string; dueOn: Day; label?: string }): Promise<string> {
  const id = newId()
  await db.run`insert into piece_request (id, application_id, label, asked_on, due_on, asked_by)
    values (${id}, ${of.applicationId}, ${of.label ?? 'Relevé d’identité bancaire'}, '2027-01-02', ${of.dueOn}, ${world.mandates.lead.id})`
  return id
}

/** One meeting settles one year. */
async function aFormerMeeting(db: Db, world: World): Promise<string> {
  const id = newId()
  await db.run`insert into meeting (id, body_id, title, held_on, starts_at, place)
    values (${id}, ${world.bodyId}, 'Comité des financeurs du 12 mars 2026', '2026-03-12', '09:00', 'Salle du conseil')`
  return id
}

/** Taken back by its organisation once on the agenda, between other files. */
async function aWithdrawnItem(db: Db, world: World): Promise<void> {
  const { partId, applicationId } = await aPart(db, world, { title: 'Vélo-école', organisationId: world.organisations.otherPorteur })
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 2)`
  await db.run`insert into application_withdrawal (application_id, withdrawn_on, withdrawn_by, reason)
    values (${applicationId}, ${TODAY}, ${world.mandates.otherPorteur.id}, 'Plus de local')`
}

async function anOpinionRequest(db: Db, world: World, of: { partId: string; applicationId: string }): Promise<void> {
  await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
    values (${newId()}, ${of.partId}, ${of.applicationId}, ${world.organisations.caf}, '2026-12-20', '2027-01-20', ${world.mandates.lead.id})`
}

async function aReport(db: Db, world: World, of: { actionId: string; partId: string; kind: 'interim' | 'final' }): Promise<string> {
  const id = newId()
  await db.run`insert into report (id, action_id, part_id, year, kind, achievements)
    values (${id}, ${of.actionId}, ${of.partId}, 2026, ${of.kind}, 'Vingt ateliers ont eu lieu.')`
  await db.run`insert into report_deposit (report_id, deposited_on, deposited_by, certified_by)
    values (${id}, ${TODAY}, ${world.mandates.porteur.id}, 'La présidente')`
  return id
}
