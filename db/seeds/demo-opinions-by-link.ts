import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { insertOrganisation } from '#access/organisation-store.ts'
import { wholeDatabase } from '#access/scope.ts'
import { askOpinions } from '#instruction/opinion-acts.ts'
import { listUnanswered } from '#instruction/opinion-asking-store.ts'
import { giveByLink } from '#instruction/opinion-link-acts.ts'
import { idColumn } from '#platform/columns.ts'
import { addDays, type Day } from '#platform/day.ts'
import { LANDLORD_REASON, LANDLORD_SIGNER, LINKED_LANDLORD } from './demo-opinions-by-link.data.ts'
import { accomplished, DEMO_URL, type DemoWorld } from './demo-world.ts'
import { fixedId } from './fixed-id.ts'

/** How many files the landlord is asked about. */
const LINKED_FILES = 4

/** What these makers need of the world. */
export type OpinionWorld = Pick<DemoWorld, 'db' | 'contractId' | 'mandates'>

function leadOf({ mandates }: OpinionWorld): Mandate {
  const lead = mandates.get('lead')
  if (!lead) throw new Error('the demonstration has no project lead')
  return lead
}

/** A landlord without an account, asked by one link about a few files: one answered, the others late on the day of the demonstration. */
export async function askLandlordByLink(world: OpinionWorld, today: Day): Promise<void> {
  const { db, contractId } = world
  const lead = leadOf(world)
  const organisationId = fixedId('organisation/linked-landlord')
  const { siret, name, email } = LINKED_LANDLORD
  await db.transaction((tx) => insertOrganisation(tx, { id: organisationId, siret, name, legalForm: 'landlord', fictitious: true }))
  const [askedOn, dueOn] = [addDays(today, -18), addDays(today, -4)]
  const partIds = await undecidedParts(world, { submittedBefore: askedOn })
  const input = { contractId, partIds, organisationIds: [], otherSiret: siret, linkEmail: email, dueOn, publicUrl: DEMO_URL }
  accomplished(await askOpinions(db, lead, input, askedOn), 'ask the landlord by a link')
  const [first] = await db.transaction((tx) => listUnanswered(tx, { organisationId, partIds: partIds.slice(0, 1) }))
  if (!first) return
  const entry = { id: fixedId('opinion/linked-landlord'), requestId: first.requestId, kind: 'favourable' as const, reason: LANDLORD_REASON }
  const entries = [{ ...entry, proposed: undefined, seenId: undefined }]
  const given = await giveByLink(db, { token: await sentToken(world), ip: '127.0.0.1', ...LANDLORD_SIGNER, entries }, addDays(today, -9))
  if (!('done' in given && given.done)) throw new Error('the demonstration cannot give an opinion by a link')
}

/** Files of the year, sent and not decided, in the order of their numbers. */
async function undecidedParts({ db, contractId }: OpinionWorld, { submittedBefore }: { submittedBefore: Day }): Promise<string[]> {
  const rows = await db.rows(z.object({ id: idColumn }))`
    select p.id from action_part p join application a on a.id = p.application_id join submission s on s.application_id = a.id
    where ${wholeDatabase} and a.contract_id = ${contractId} and s.submitted_on <= ${submittedBefore}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
      and not exists (select 1 from application_decided d where d.application_id = a.id)
    order by p.year desc, s.number, p.position limit ${LINKED_FILES}`
  return rows.map(({ id }) => id)
}

/** The token is nowhere but in the mail, as for whoever receives it. */
async function sentToken({ db }: OpinionWorld): Promise<string> {
  const { body } = await db.one(z.object({ body: z.string() }))`
    select body from mail where recipient = ${LINKED_LANDLORD.email} order by queued_at desc, id desc limit 1`
  const token = /\/avis\/([\w-]{32})/.exec(body)?.[1]
  if (token === undefined) throw new Error('the mail of the link holds no link')
  return token
}
