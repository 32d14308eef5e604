import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import type { Cents } from '#platform/money.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { opinionAskedMail } from './mails.document.ts'
import {
  type AskedPart,
  grantReading,
  insertOpinionRequest,
  listAskableParts,
  listConsultable,
  listOfficerAddresses,
} from './opinion-asking-store.ts'
import { type OpinionRefusal, proposesMoreThanAsked, refuseOpinion } from './opinion-check.ts'
import type { OpinionKind } from './opinion-kinds.ts'
import { type Given, insertOpinion, listGiven, lockOpinionRequest } from './opinion-store.ts'
import { type DueDayFlaw, dueDayFlaw } from './piece-deadline.ts'

export interface AskOpinionsInput {
  contractId: string
  partIds: readonly string[]
  organisationIds: readonly string[]
  dueOn: Day
  /** Where the program answers, for the links of the mail. */
  publicUrl: string
}

export interface AskedOpinions {
  asked: number
  /** Pairs already asked before: left as they were, due day included. */
  alreadyAsked: number
  /** Pairs left out: nobody gives an opinion on its own application. */
  own: number
}

export type AskingRefusal = 'no-part' | 'no-organisation' | DueDayFlaw

/** Asks the opinion of organisations on parts, all or nothing, and lets them read the files. */
export async function askOpinions(db: Db, by: Mandate, input: AskOpinionsInput, today: Day): Promise<Result<AskedOpinions, AskingRefusal>> {
  return db.transaction(async (tx) => {
    const parts = await listAskableParts(tx, by.scope, input)
    if (parts.length !== new Set(input.partIds).size) throw new NotFound()
    const consultable = new Set((await listConsultable(tx, input.contractId, today)).map(({ id }) => id))
    if (input.organisationIds.some((id) => !consultable.has(id))) throw new NotFound()
    const reasons = refuseAsking(input, today)
    if (reasons.length > 0) return refused(...reasons)
    const told = await insertRequests(tx, by, { ...input, parts }, today)
    await tellOrganisations(tx, told, input, today)
    const asked = [...told.values()].reduce((sum, files) => sum + files.length, 0)
    const organisations = new Set(input.organisationIds)
    const own = parts.filter(({ organisationId }) => organisations.has(organisationId)).length
    return done({ asked, alreadyAsked: parts.length * organisations.size - own - asked, own })
  })
}

function refuseAsking(input: AskOpinionsInput, today: Day): AskingRefusal[] {
  const flaw = dueDayFlaw(input.dueOn, today)
  return [
    ...(input.partIds.length === 0 ? (['no-part'] as const) : []),
    ...(input.organisationIds.length === 0 ? (['no-organisation'] as const) : []),
    ...(flaw ? [flaw] : []),
  ]
}

/** The parts newly asked, by organisation. */
async function insertRequests(
  tx: Tx,
  by: Mandate,
  input: AskOpinionsInput & { parts: readonly AskedPart[] },
  today: Day,
): Promise<Map<string, AskedPart[]>> {
  const told = new Map<string, AskedPart[]>()
  for (const organisationId of [...new Set(input.organisationIds)].sort()) {
    for (const part of input.parts.filter((each) => each.organisationId !== organisationId)) {
      const made = await insertOpinionRequest(tx, { part, organisationId, askedOn: today, dueOn: input.dueOn, askedBy: by.id })
      if (made === 0) continue
      await grantReading(tx, part, organisationId)
      await record(tx, by, 'opinion.asked', part.applicationId, { partId: part.partId, organisationId, dueOn: input.dueOn })
      told.set(organisationId, [...(told.get(organisationId) ?? []), part])
    }
  }
  return told
}

/** One mail a person, whatever the number of files. */
async function tellOrganisations(tx: Tx, told: Map<string, AskedPart[]>, input: AskOpinionsInput, today: Day): Promise<void> {
  const addresses = await listOfficerAddresses(tx, { contractId: input.contractId, organisationIds: [...told.keys()], on: today })
  for (const { organisationId, email, interests } of addresses) {
    const parts = (told.get(organisationId) ?? []).filter((part) => !interests.includes(part.organisationId))
    if (parts.length === 0) continue
    await queueMail(tx, opinionAskedMail({ to: email, parts, dueOn: input.dueOn, publicUrl: input.publicUrl }))
  }
}

export interface GiveOpinionInput {
  /** Made by the page that drew the form: the same form sent twice makes one row. */
  id: string
  applicationId: string
  requestId: string
  kind: OpinionKind
  reason: string
  proposed: Cents | undefined
  /** The latest opinion that the person had under the eyes; undefined when there was none. */
  seenId: string | undefined
}

export interface GivenOpinion {
  aboveAsked: boolean
  /** Another opinion of the same organisation came in between: kept, but this one counts. */
  overtook: Given | undefined
}

/** Gives, or changes, the opinion of one's own organisation. The others stay in the history. */
export async function giveOpinion(db: Db, by: Mandate, input: GiveOpinionInput, today: Day): Promise<Result<GivenOpinion, OpinionRefusal>> {
  return db.transaction(async (tx) => {
    const request = await lockOpinionRequest(tx, by.scope, input)
    if (!request) throw new NotFound()
    const before = await listGiven(tx, by.scope, request.id)
    const aboveAsked = proposesMoreThanAsked(input.proposed, request.asked ?? undefined)
    if (before.some(({ id, givenBy }) => id === input.id && givenBy === by.id)) return done({ aboveAsked, overtook: undefined })
    const refusals = refuseOpinion({ ...input, hasMoney: request.hasMoney })
    if (refusals.length > 0) return refused(...refusals)
    if ((await insertOpinion(tx, { ...input, givenOn: today, givenBy: by.id })) === 0) throw new NotFound()
    const { kind, proposed } = input
    await record(tx, by, 'opinion.given', input.applicationId, {
      opinionId: input.id,
      partId: request.partId,
      kind,
      proposedCents: proposed,
    })
    return done({ aboveAsked, overtook: before[0] && before[0].id !== input.seenId ? before[0] : undefined })
  })
}
