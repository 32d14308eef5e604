import { parseSigned } from 'hono/utils/cookie'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { JobHandlers } from '#platform/jobs.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import type { SignedIn } from './http.ts'
import { listMandates } from './mandate.ts'
import { cookieName, hashToken, signInOf } from './sign-in.ts'
import {
  countLinkRequests,
  deleteOtherSignIns,
  deleteSignIn,
  deleteStaleSignIns,
  findSignedIn,
  insertLinkRequest,
  linkIsValid,
  noteUse,
  upsertActingMandate,
} from './sign-in-store.ts'

const MINUTE_MS = 60_000

/**
 * Who a request comes from, by one indexed query: a sign-in that was ended no longer signs in at the very next request.
 * `mandateId` is the mandate taken for this sign-in, if one was.
 */
export async function signedInPerson(
  db: Db,
  headers: Headers,
  now = new Date(),
): Promise<(SignedIn & { mandateId: string | null }) | undefined> {
  const cookie = headers.get('cookie')
  if (!cookie) return undefined
  const { settings } = signInOf(db)
  const name = cookieName(settings.publicUrl)
  const token = (await parseSigned(cookie, settings.secret, name))[name]
  if (!token) return undefined
  const idleSince = new Date(now.getTime() - settings.agentIdleMinutes * MINUTE_MS)
  const found = await findSignedIn(db, { token, now, idleSince })
  if (!found) return undefined
  const { lastUsedAt, ...person } = found
  if (now.getTime() - lastUsedAt.getTime() > MINUTE_MS) await noteUse(db, person.signInId, now)
  return person
}

/**
 * Sends a link to an address, known or not: the answer is the same, so that nobody learns who has an account.
 * `email` is already trimmed, lower-cased and checked.
 */
export async function askForLink(
  db: Db,
  input: { email: string; ip: string; suite: string },
): Promise<Result<'asked', 'too-many-for-address' | 'too-many-for-computer'>> {
  const { auth, settings } = signInOf(db)
  const counted = await db.transaction(async (tx) => {
    const { byEmail, byIp } = await countLinkRequests(tx, input)
    if (byEmail >= settings.linksPerEmail) return refused('too-many-for-address')
    if (byIp >= settings.linksPerIp) return refused('too-many-for-computer')
    await insertLinkRequest(tx, input)
    return done('asked' as const)
  })
  if (!counted.done) return counted
  await auth.api.signInMagicLink({ body: { email: input.email, metadata: { suite: input.suite } }, headers: new Headers() })
  return counted
}

/** Whether the page of a link may offer its button. Reading it, as robots do, consumes nothing. */
export function linkCanBeUsed(db: Db, token: string, now = new Date()): Promise<boolean> {
  return linkIsValid(db, hashToken(token), now)
}

/** Consumes a link: signs in once. Answers the cookies to set. The sign-in that this browser had is ended. */
export async function useLink(db: Db, token: string, headers: Headers): Promise<Result<{ cookies: string[] }, 'link-not-valid'>> {
  const before = await signedInPerson(db, headers)
  const answer = await signInOf(db).auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true })
  if (answer.status === 302) return refused('link-not-valid')
  if (answer.status !== 200) throw new Error(`the link was answered ${answer.status}: ${await answer.text()}`)
  const cookies = answer.headers.getSetCookie()
  const after = await signedInPerson(db, new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') }))
  await db.transaction(async (tx) => {
    if (before) await deleteSignIn(tx, before.personId, before.signInId)
    if (after) await record(tx, { personId: after.personId, id: null }, 'sign-in.opened', after.signInId)
  })
  return done({ cookies })
}

/** Ends the sign-in in use; answers the cookies that clear it. */
export async function signOut(db: Db, by: SignedIn | undefined, headers: Headers): Promise<string[]> {
  const answer = await signInOf(db).auth.api.signOut({ headers, asResponse: true })
  if (by) await db.transaction((tx) => record(tx, { personId: by.personId, id: null }, 'sign-in.closed', by.signInId))
  return answer.headers.getSetCookie()
}

/** Ends another sign-in of the same person; a sign-in of somebody else is not found. */
export function endSignIn(db: Db, by: SignedIn, signInId: string): Promise<Result<'ended', 'not-found'>> {
  return db.transaction(async (tx) => {
    if (!(await deleteSignIn(tx, by.personId, signInId))) return refused('not-found')
    await record(tx, { personId: by.personId, id: null }, 'sign-in.ended', signInId)
    return done('ended' as const)
  })
}

/** Ends all the sign-ins of a person but the one in use; answers how many. */
export function endOtherSignIns(db: Db, by: SignedIn): Promise<number> {
  return db.transaction(async (tx) => {
    const ended = await deleteOtherSignIns(tx, by.personId, by.signInId)
    await record(tx, { personId: by.personId, id: null }, 'sign-in.others-ended', by.signInId, { ended })
    return ended
  })
}

/** Acts from now on under one of one's own mandates of the day. */
export function takeMandate(db: Db, by: SignedIn, mandateId: string, today: Day): Promise<Result<'taken', 'not-yours'>> {
  return db.transaction(async (tx) => {
    const mandates = await listMandates(tx, by.personId, today)
    if (!mandates.some(({ id }) => id === mandateId)) return refused('not-yours')
    await upsertActingMandate(tx, { signInId: by.signInId, personId: by.personId, mandateId })
    await record(tx, { personId: by.personId, id: mandateId }, 'mandate.taken', mandateId)
    return done('taken' as const)
  })
}

/** The nightly clearing of what no longer serves. */
export function signInJobs(db: Db, now: () => Date): JobHandlers {
  return { 'sign-in.clear': { cron: '17 3 * * *', run: () => db.transaction((tx) => deleteStaleSignIns(tx, now())) } }
}
