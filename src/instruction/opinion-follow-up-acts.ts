import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { type Actor, record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { listOfficerAddresses } from './opinion-asking-store.ts'
import {
  type AwaitedAsk,
  endReading,
  insertReminders,
  listAllAwaited,
  listAwaited,
  listLiveLinks,
  lockAsk,
  updateWithdrawn,
} from './opinion-follow-up-store.ts'
import { newToken } from './opinion-link-acts.ts'
import { deleteOldTries } from './opinion-link-store.ts'
import { opinionReminderMail, opinionWithdrawnMail } from './opinion-mails.document.ts'
import { reminderDue } from './opinion-reminder.ts'
import type { OpinionSettings } from './opinion-settings.ts'
import { settingsOn } from './opinion-settings-store.ts'

export interface ReminderInput {
  contractId: string
  /** Whom to remind of what; without any, all that is late. */
  requestIds?: readonly string[] | undefined
  organisationId?: string | undefined
  publicUrl: string
}

export interface Reminded {
  /** Opinions reminded. */
  reminded: number
  mails: number
  /** Left as they were: a reminder already left today. */
  alreadyToday: number
  /** The organisations to which there is nowhere to write: neither account nor link. */
  unreachable: string[]
}

/** Reminds by hand: one ask, all those of a partner, or all that is late. Never twice the same day. */
export async function remindOpinions(db: Db, by: Mandate, input: ReminderInput, today: Day): Promise<Reminded> {
  return db.transaction(async (tx) => {
    const awaited = await listAwaited(tx, by.scope, input.contractId)
    const wanted = awaited.filter(({ requestId, askedId, dueOn }) => {
      if (input.requestIds) return input.requestIds.includes(requestId)
      return dueOn < today && (input.organisationId === undefined || askedId === input.organisationId)
    })
    if (input.requestIds && wanted.length !== new Set(input.requestIds).size) throw new NotFound()
    return remind(tx, { asks: wanted, actor: by, sentBy: by.id, publicUrl: input.publicUrl }, today)
  })
}

/** What leaves by itself today, contract by contract as each set it. Run twice the same day, it sends nothing more. */
export async function remindDue(db: Db, input: { publicUrl: string }, today: Day): Promise<Reminded> {
  return db.transaction(async (tx) => {
    await deleteOldTries(tx)
    const awaited = await listAllAwaited(tx)
    const settings = new Map<string, OpinionSettings>()
    for (const contractId of new Set(awaited.map((ask) => ask.contractId)))
      settings.set(contractId, await settingsOn(tx, contractId, today))
    const asks = awaited.filter((ask) => {
      const chosen = settings.get(ask.contractId)
      return chosen !== undefined && reminderDue(ask, chosen, today)
    })
    return remind(tx, { asks, actor: { personId: null, id: null }, sentBy: null, publicUrl: input.publicUrl }, today)
  })
}

interface Reminding {
  asks: readonly AwaitedAsk[]
  actor: Actor
  sentBy: string | null
  publicUrl: string
}

/** Only an ask that somebody can be told of is reminded, so that one without an address stays in the list. */
async function remind(tx: Tx, { asks, actor, sentBy, publicUrl }: Reminding, today: Day): Promise<Reminded> {
  const recipients = await recipientsOf(tx, asks, today)
  const reachable = asks.filter(({ requestId }) => recipients.some(({ requestIds }) => requestIds.has(requestId)))
  const sent = await insertReminders(tx, { requestIds: reachable.map(({ requestId }) => requestId), on: today, by: sentBy })
  let mails = 0
  for (const { email, linkId, requestIds } of recipients) {
    const parts = asks.filter(({ requestId }) => requestIds.has(requestId) && sent.has(requestId))
    if (parts.length === 0) continue
    const token = linkId === undefined ? undefined : await newToken(tx, linkId, today)
    await queueMail(tx, opinionReminderMail({ to: email, parts, today, token, publicUrl }))
    mails += 1
  }
  for (const { requestId, applicationId, askedId, dueOn } of asks.filter((ask) => sent.has(ask.requestId))) {
    await record(tx, actor, 'opinion.reminded', applicationId, { requestId, organisationId: askedId, dueOn })
  }
  const unreachable = asks.filter((ask) => !reachable.includes(ask)).map(({ askedName }) => askedName)
  return { reminded: sent.size, mails, alreadyToday: reachable.length - sent.size, unreachable: [...new Set(unreachable)] }
}

interface Recipient {
  email: string
  linkId: string | undefined
  requestIds: ReadonlySet<string>
}

/** The officers of each organisation, then the addresses of its links that are no officer's; each only for what it may examine. */
async function recipientsOf(tx: Tx, asks: readonly AwaitedAsk[], today: Day): Promise<Recipient[]> {
  const recipients: Recipient[] = []
  for (const contractId of [...new Set(asks.map((ask) => ask.contractId))].sort()) {
    const organisationIds = [...new Set(asks.filter((ask) => ask.contractId === contractId).map(({ askedId }) => askedId))]
    for (const { organisationId, email, interests } of await listOfficerAddresses(tx, { contractId, organisationIds, on: today })) {
      const theirs = asks.filter((ask) => ask.contractId === contractId && ask.askedId === organisationId)
      recipients.push({ email, linkId: undefined, requestIds: withoutInterests(theirs, interests) })
    }
  }
  const officers = new Set(recipients.map(({ email }) => email))
  for (const link of await listLiveLinks(tx, { requestIds: asks.map(({ requestId }) => requestId), on: today })) {
    if (officers.has(link.email)) continue
    const theirs = asks.filter(({ requestId }) => link.requestIds.includes(requestId))
    recipients.push({ email: link.email, linkId: link.id, requestIds: withoutInterests(theirs, link.interests) })
  }
  return recipients
}

function withoutInterests(asks: readonly AwaitedAsk[], interests: readonly string[]): Set<string> {
  return new Set(asks.filter(({ organisationId }) => !interests.includes(organisationId)).map(({ requestId }) => requestId))
}

export type AskWithdrawalRefusal = 'reason-missing' | 'already-given' | 'already-withdrawn'

/** Takes an ask back, with its reason. An opinion that was given stays: only one still awaited is no longer asked. */
export async function withdrawAsk(
  db: Db,
  by: Mandate,
  input: { requestId: string; reason: string },
  today: Day,
): Promise<Result<string, AskWithdrawalRefusal>> {
  return db.transaction(async (tx) => {
    const ask = await lockAsk(tx, by.scope, input.requestId)
    if (!ask) throw new NotFound()
    const reason = input.reason.trim()
    const reasons: AskWithdrawalRefusal[] = []
    if (reason === '') reasons.push('reason-missing')
    if (ask.given) reasons.push('already-given')
    if (ask.withdrawn) reasons.push('already-withdrawn')
    if (reasons.length > 0) return refused(...reasons)
    const { requestId, applicationId, actionId, askedId, contractId } = ask
    await updateWithdrawn(tx, { requestId, applicationId, on: today, by: by.id, reason })
    await endReading(tx, { applicationId, actionId, organisationId: askedId })
    await record(tx, by, 'opinion.ask-withdrawn', applicationId, { requestId, organisationId: askedId, reason })
    for (const email of await addressesOf(tx, { contractId, organisationId: askedId, ask }, today)) {
      await queueMail(tx, opinionWithdrawnMail({ to: email, part: ask, reason }))
    }
    return done(requestId)
  })
}

async function addressesOf(
  tx: Tx,
  of: { contractId: string; organisationId: string; ask: { requestId: string; organisationId: string } },
  today: Day,
): Promise<string[]> {
  const officers = await listOfficerAddresses(tx, { contractId: of.contractId, organisationIds: [of.organisationId], on: today })
  const links = await listLiveLinks(tx, { requestIds: [of.ask.requestId], on: today })
  const told = [...officers, ...links].filter(({ interests }) => !interests.includes(of.ask.organisationId))
  return [...new Set(told.map(({ email }) => email))]
}
