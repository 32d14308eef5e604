import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { done, type Result, refused } from '#platform/result.ts'
import {
  type AskedPart,
  type Consulted,
  findOrganisationBySiret,
  grantReading,
  insertOpinionRequest,
  listAskableParts,
  listConsultable,
  listMoneyAsked,
  listOfficerAddresses,
  listUnanswered,
} from './opinion-asking-store.ts'
import type { OpinionRefusal } from './opinion-check.ts'
import { type GivenEntry, giveOpinions, type OpinionEntry, signedIn } from './opinion-giving-acts.ts'
import { sendLink } from './opinion-link-acts.ts'
import { opinionAskedMail } from './opinion-mails.document.ts'
import { type DueDayFlaw, dueDayFlaw } from './piece-deadline.ts'

export interface AskOpinionsInput {
  contractId: string
  partIds: readonly string[]
  organisationIds: readonly string[]
  dueOn: Day
  /** Another organisation, which the program knows but the list does not show. */
  otherSiret?: string | undefined
  /** A funder of the contract is consulted only where money is asked of it; other organisations, on every file. */
  fundersWhereAsked?: boolean | undefined
  /** Where to send a link that opens these files without an account; for one organisation. */
  linkEmail?: string | undefined
  /** Where the program answers, for the links of the mail. */
  publicUrl: string
}

export interface AskedOpinions {
  asked: number
  /** Pairs already asked before: left as they were, due day included. */
  alreadyAsked: number
  /** Pairs left out: nobody gives an opinion on its own application. */
  own: number
  /** Pairs left out: nothing is asked of this funder there. */
  nothingAsked: number
  /** Files that the link sent opens; 0 without a link. */
  byLink: number
}

export type AskingRefusal = 'no-part' | 'no-organisation' | 'unknown-siret' | 'link-for-one' | DueDayFlaw

/** Asks the opinion of organisations on parts, all or nothing, lets them read the files, and sends a link to one that has no account. */
export async function askOpinions(db: Db, by: Mandate, given: AskOpinionsInput, today: Day): Promise<Result<AskedOpinions, AskingRefusal>> {
  return db.transaction(async (tx) => {
    const parts = await listAskableParts(tx, by.scope, given)
    if (parts.length !== new Set(given.partIds).size) throw new NotFound()
    const consultable = await listConsultable(tx, given.contractId, today)
    if (given.organisationIds.some((id) => !consultable.some((one) => one.id === id))) throw new NotFound()
    const other = given.otherSiret === undefined ? undefined : await findOrganisationBySiret(tx, given.otherSiret)
    const organisationIds = [...new Set([...given.organisationIds, ...(other === undefined ? [] : [other])])]
    const reasons = refuseAsking(
      { ...given, organisationIds },
      { unknownSiret: given.otherSiret !== undefined && other === undefined, today },
    )
    if (reasons.length > 0) return refused(...reasons)
    const pairs = await askedPairs(tx, { ...given, organisationIds, parts }, consultable)
    const input = { ...given, organisationIds, parts, pairs }
    const told = await insertRequests(tx, by, input, today)
    await tellOrganisations(tx, told, input, today)
    const byLink = given.linkEmail === undefined ? 0 : await linkTo(tx, by, { ...input, linkEmail: given.linkEmail }, today)
    const asked = [...told.values()].reduce((sum, files) => sum + files.length, 0)
    const own = parts.filter(({ organisationId }) => organisationIds.includes(organisationId)).length
    const nothingAsked = parts.length * organisationIds.length - own - pairs.length
    return done({ asked, alreadyAsked: pairs.length - asked, own, nothingAsked, byLink })
  })
}

function refuseAsking(input: AskOpinionsInput, { unknownSiret, today }: { unknownSiret: boolean; today: Day }): AskingRefusal[] {
  const flaw = dueDayFlaw(input.dueOn, today)
  const none = input.organisationIds.length === 0 && !unknownSiret
  return [
    ...(input.partIds.length === 0 ? (['no-part'] as const) : []),
    ...(none ? (['no-organisation'] as const) : []),
    ...(unknownSiret ? (['unknown-siret'] as const) : []),
    ...(input.linkEmail !== undefined && input.organisationIds.length > 1 ? (['link-for-one'] as const) : []),
    ...(flaw ? [flaw] : []),
  ]
}

/** One link to all that is asked of the organisation on these parts and not answered, asked today or before. */
async function linkTo(
  tx: Tx,
  by: Mandate,
  input: AskOpinionsInput & { parts: readonly AskedPart[]; linkEmail: string },
  today: Day,
): Promise<number> {
  const [organisationId] = input.organisationIds
  if (organisationId === undefined) return 0
  const waiting = new Map((await listUnanswered(tx, { organisationId, partIds: input.partIds })).map((one) => [one.partId, one]))
  const parts = input.parts.flatMap((part) => {
    const ask = waiting.get(part.partId)
    return ask ? [{ ...part, requestId: ask.requestId, dueOn: ask.dueOn }] : []
  })
  const { contractId, linkEmail, publicUrl } = input
  if (parts.length > 0) await sendLink(tx, by, { contractId, organisationId, email: linkEmail, parts, publicUrl }, today)
  return parts.length
}

interface Pair {
  part: AskedPart
  organisationId: string
}

/** Who is consulted on what: nobody on its own application; a funder only where money is asked of it, when that is wanted. */
async function askedPairs(
  tx: Tx,
  input: AskOpinionsInput & { parts: readonly AskedPart[] },
  consultable: readonly Consulted[],
): Promise<Pair[]> {
  const funders = new Set(consultable.filter(({ funder }) => funder).map(({ id }) => id))
  const asked = input.fundersWhereAsked ? await listMoneyAsked(tx, input.partIds) : new Set<string>()
  const wanted = ({ part, organisationId }: Pair): boolean =>
    part.organisationId !== organisationId &&
    (!input.fundersWhereAsked || !funders.has(organisationId) || asked.has(`${part.partId} ${organisationId}`))
  return [...input.organisationIds].sort().flatMap((organisationId) => input.parts.map((part) => ({ part, organisationId })).filter(wanted))
}

/** The parts newly asked, by organisation. */
async function insertRequests(
  tx: Tx,
  by: Mandate,
  input: AskOpinionsInput & { pairs: readonly Pair[] },
  today: Day,
): Promise<Map<string, AskedPart[]>> {
  const told = new Map<string, AskedPart[]>()
  for (const { part, organisationId } of input.pairs) {
    const made = await insertOpinionRequest(tx, { part, organisationId, askedOn: today, dueOn: input.dueOn, askedBy: by.id })
    if (made === 0) continue
    await grantReading(tx, part, organisationId)
    await record(tx, by, 'opinion.asked', part.applicationId, { partId: part.partId, organisationId, dueOn: input.dueOn })
    told.set(organisationId, [...(told.get(organisationId) ?? []), part])
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

export interface GiveOpinionInput extends OpinionEntry {
  applicationId: string
}

/** Gives, or changes, the opinion of one's own organisation on one file. */
export async function giveOpinion(db: Db, by: Mandate, input: GiveOpinionInput, today: Day): Promise<Result<GivenEntry, OpinionRefusal>> {
  return db.transaction(async (tx) => {
    const { applicationId, ...entry } = input
    const given = await giveOpinions(tx, signedIn(by), [entry], today)
    if (!given.done) return refused(...given.refused.flatMap(({ reasons }) => reasons))
    const [only] = given.value
    if (only?.applicationId !== applicationId) throw new NotFound()
    return done(only)
  })
}
