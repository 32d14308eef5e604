import type { Mandate } from '#access/mandate.ts'
import type { Scope } from '#access/scope.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { type Actor, record } from '#platform/journal.ts'
import type { Cents } from '#platform/money.ts'
import { type OpinionRefusal, proposesMoreThanAsked, refuseOpinion } from './opinion-check.ts'
import { type Given, insertOpinion, type LockedRequest, listGiven, lockOpinionRequests } from './opinion-giving-store.ts'
import type { OpinionKind } from './opinion-kinds.ts'
import { settingsOn } from './opinion-settings-store.ts'
import { type OpinionWay, opinionTiming } from './opinion-timing.ts'

/** Who gives, and how: what an opinion keeps of its author. Made by {@link signedIn}, or by the pages of the link and of the e-mail. */
export interface OpinionAuthor {
  way: OpinionWay
  /** Under which the files are read. */
  scope: Scope
  /** Whose opinion it is: not that of the agent who types it. */
  organisationId: string
  actor: Actor
  givenBy: string | null
  linkId: string | null
  signerName: string | null
  signerFunction: string | null
  emailId: string | null
}

/** A person who gives the opinion of the organisation of the mandate in use. */
export function signedIn(by: Mandate): OpinionAuthor {
  const none = { linkId: null, signerName: null, signerFunction: null, emailId: null }
  return { way: 'signed-in', scope: by.scope, organisationId: by.organisationId, actor: by, givenBy: by.id, ...none }
}

export interface OpinionEntry {
  /** Made by the page that drew the form: the same form sent twice makes one row. */
  id: string
  requestId: string
  kind: OpinionKind
  reason: string
  proposed: Cents | undefined
  /** The latest opinion that the person had under the eyes; undefined when there was none. */
  seenId: string | undefined
}

export interface GivenEntry {
  requestId: string
  applicationId: string
  aboveAsked: boolean
  afterCommittee: boolean
  /** Another opinion of the same organisation came in between: kept, but this one counts. */
  overtook: Given | undefined
}

export interface RefusedEntry {
  requestId: string
  reasons: OpinionRefusal[]
}

export type GivenOpinions = { done: true; value: GivenEntry[] } | { done: false; refused: RefusedEntry[] }

/** Gives, or changes, the opinions of one organisation, all or none. The ones before stay in the history. */
export async function giveOpinions(db: Db, author: OpinionAuthor, entries: readonly OpinionEntry[], today: Day): Promise<GivenOpinions> {
  return db.transaction(async (tx) => {
    const requestIds = entries.map(({ requestId }) => requestId)
    const locked = await lockOpinionRequests(tx, author.scope, { organisationId: author.organisationId, requestIds })
    const requests = new Map(locked.map((request) => [request.id, request]))
    const before = await listGiven(tx, author.scope, requestIds)
    const weighed = await weigh(tx, { author, entries, requests, before }, today)
    const refused = weighed
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ entry, reasons }) => ({ requestId: entry.requestId, reasons }))
    if (refused.length > 0) return { done: false, refused }
    const value: GivenEntry[] = []
    for (const one of weighed) value.push(await keep(tx, author, one, today))
    return { done: true, value }
  })
}

interface Weighed {
  entry: OpinionEntry
  request: LockedRequest
  reasons: OpinionRefusal[]
  afterCommittee: boolean
  repeated: boolean
  latest: Given | undefined
}

interface Weighing {
  author: OpinionAuthor
  entries: readonly OpinionEntry[]
  requests: ReadonlyMap<string, LockedRequest>
  before: readonly Given[]
}

async function weigh(tx: Tx, { author, entries, requests, before }: Weighing, today: Day): Promise<Weighed[]> {
  if (entries.some(({ requestId }) => !requests.has(requestId))) throw new NotFound()
  const [first] = requests.values()
  if (!first) return []
  const { afterCommittee } = await settingsOn(tx, first.contractId, today)
  return entries.map((entry) => {
    const request = requests.get(entry.requestId) ?? first
    const given = before.filter(({ requestId }) => requestId === entry.requestId)
    const repeated = given.some((one) => one.id === entry.id && one.givenBy === author.givenBy && one.linkId === author.linkId)
    const timing = opinionTiming(author.way, { past: request.past, afterCommittee })
    const reasons = repeated ? [] : refuseOpinion({ ...entry, ...request, taken: timing.taken })
    return { entry, request, reasons, repeated, latest: given[0], afterCommittee: timing.taken && timing.afterCommittee }
  })
}

async function keep(
  tx: Tx,
  author: OpinionAuthor,
  { entry, request, afterCommittee, repeated, latest }: Weighed,
  today: Day,
): Promise<GivenEntry> {
  const { requestId, kind, proposed } = entry
  const aboveAsked = proposesMoreThanAsked(proposed, request.asked ?? undefined)
  const said = { requestId, applicationId: request.applicationId, aboveAsked, afterCommittee }
  if (repeated) return { ...said, overtook: undefined }
  const { way, givenBy, linkId, signerName, signerFunction, emailId } = author
  const opinion = { ...entry, givenOn: today, afterCommittee, givenBy, linkId, signerName, signerFunction, emailId }
  if ((await insertOpinion(tx, opinion)) === 0) throw new NotFound()
  await record(tx, author.actor, 'opinion.given', request.applicationId, {
    opinionId: entry.id,
    partId: request.partId,
    organisationId: author.organisationId,
    kind,
    proposedCents: proposed,
    ...(way === 'signed-in' ? {} : { way, linkId, emailId }),
    ...(afterCommittee ? { afterCommittee } : {}),
  })
  return { ...said, overtook: latest && latest.id !== entry.seenId ? latest : undefined }
}
