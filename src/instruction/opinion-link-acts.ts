import { randomBytes } from 'node:crypto'
import type { Mandate } from '#access/mandate.ts'
import type { Scope } from '#access/scope.ts'
import { hashToken } from '#access/sign-in.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type GivenOpinions, giveOpinions, type OpinionAuthor, type OpinionEntry } from './opinion-giving-acts.ts'
import { type LinkState, linkExpiry, linkState } from './opinion-link-state.ts'
import {
  countTries,
  findLinkByToken,
  insertLink,
  insertToken,
  insertTry,
  listedBy,
  lockLink,
  type OpinionLink,
  updateRevoked,
} from './opinion-link-store.ts'
import { type MailedPart, opinionLinkMail } from './opinion-mails.document.ts'
import { settingsOn } from './opinion-settings-store.ts'

/** Links that open nothing, from one computer in an hour: enough for a mail cut in two, not for a search. */
export const MOST_MISSES = 30
/** Opinions sent through one link in an hour: a whole programme is about 300 files. */
export const MOST_SENT = 400

export interface SentLink {
  contractId: string
  organisationId: string
  email: string
  parts: readonly (MailedPart & { requestId: string; dueOn: Day })[]
  publicUrl: string
}

/** Makes a link to asks already recorded, and queues the one mail that holds it. Called by the acts that ask. */
export async function sendLink(tx: Tx, by: Mandate, sent: SentLink, today: Day): Promise<string> {
  const { linkDays } = await settingsOn(tx, sent.contractId, today)
  const dueDays = sent.parts.map(({ dueOn }) => dueOn)
  const id = newId()
  const expiresOn = linkExpiry(dueDays, linkDays, today)
  const { contractId, organisationId, email } = sent
  await insertLink(
    tx,
    { id, contractId, organisationId, email, sentOn: today, sentBy: by.id, expiresOn },
    sent.parts.map(({ requestId }) => requestId),
  )
  const token = await newToken(tx, id, today)
  await queueMail(tx, opinionLinkMail({ to: email, parts: sent.parts, expiresOn, token, publicUrl: sent.publicUrl }))
  await record(tx, by, 'opinion-link.sent', id, { organisationId, email, files: sent.parts.length, expiresOn })
  return id
}

/** 192 bits, told once in a mail: the database keeps only its hash. */
export async function newToken(tx: Tx, linkId: string, today: Day): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await insertToken(tx, linkId, hashToken(token), today)
  return token
}

/** What a token opens: a link in one of its states, or nothing at all. */
export type OpenedLink = { state: LinkState; link: OpinionLink } | { state: 'unknown' | 'too-many' }

/** Reads what a link opens; consumes nothing, so that a robot that follows it changes nothing. A link that opens nothing is counted. */
export async function openLink(db: Db, { token, ip }: { token: string; ip: string }, today: Day): Promise<OpenedLink> {
  const link = await findLinkByToken(db, hashToken(token))
  if (link) return { state: linkState(link, today), link }
  return db.transaction(async (tx) => {
    if ((await countTries(tx, { ip, linkId: null })).byIp >= MOST_MISSES) return { state: 'too-many' }
    await insertTry(tx, { ip, linkId: null })
    return { state: 'unknown' }
  })
}

/** Nobody of the program: somebody whose address has no account has no declared interest. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** What a link lets read: what its organisation was given to read, less what the person of its address may not examine. */
export function scopeOf({ personId, organisationId, contractId }: OpinionLink): Scope {
  return { personId: personId ?? NOBODY, organisationId, function: 'opinion-giver', contractId, qpvIds: null }
}

export interface GivenByLink {
  token: string
  ip: string
  signerName: string
  signerFunction: string
  entries: readonly OpinionEntry[]
}

export type LinkAnswer = GivenOpinions | { closed: Exclude<OpenedLink['state'], 'open'> }

/** Gives or corrects opinions through a link, all or none: only what it lists, only while it is open. */
export async function giveByLink(db: Db, input: GivenByLink, today: Day): Promise<LinkAnswer> {
  const { token, ip, signerName, signerFunction, entries } = input
  const first = await openLink(db, { token, ip }, today)
  if (!('link' in first)) return { closed: first.state }
  const linkId = first.link.id
  return db.transaction(async (tx) => {
    await lockLink(tx, linkId)
    const link = await findLinkByToken(tx, hashToken(token))
    if (!link) throw new NotFound()
    const state = linkState(link, today)
    if (state !== 'open') return { closed: state }
    if ((await countTries(tx, { ip, linkId })).byLink + entries.length > MOST_SENT) return { closed: 'too-many' }
    const requestIds = entries.map(({ requestId }) => requestId)
    if ((await listedBy(tx, link.id, requestIds)).length !== new Set(requestIds).size) throw new NotFound()
    for (const _ of entries) await insertTry(tx, { ip, linkId })
    return giveOpinions(tx, authorOf(link, { signerName, signerFunction }), entries, today)
  })
}

function authorOf(link: OpinionLink, signer: { signerName: string; signerFunction: string }): OpinionAuthor {
  const { id: linkId, organisationId } = link
  const actor = { personId: null, id: null }
  return { way: 'link', scope: scopeOf(link), organisationId, actor, givenBy: null, linkId, emailId: null, ...signer }
}

/** From now on the link opens nothing; what came through it stays. */
export async function revokeLink(db: Db, by: Mandate, linkId: string, today: Day): Promise<Result<string, 'already-revoked'>> {
  return db.transaction(async (tx) => {
    const found = await updateRevoked(tx, { linkId, contractId: by.contractId ?? NOBODY, on: today, by: by.id })
    if (found === 0) return refused('already-revoked')
    await record(tx, by, 'opinion-link.revoked', linkId)
    return done(linkId)
  })
}
