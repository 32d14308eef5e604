import { expect } from 'vitest'
import { z } from 'zod'
import type { Database } from '#platform/db.ts'
import { errorCode } from '#platform/db-core.ts'
import { listMails } from '#platform/mail.ts'
import { freshDatabase, dbTest as test } from '#platform/test-database.ts'
import { aMandate, aWorld, TODAY } from '#testing/world.ts'
import type { SignedIn } from './http.ts'
import { configureSignIn } from './sign-in.ts'
import {
  askForLink,
  endOtherSignIns,
  endSignIn,
  linkCanBeUsed,
  signedInPerson,
  signInJobs,
  signOut,
  takeMandate,
  useLink,
} from './sign-in-acts.ts'
import { actingMandateId, listSignIns, upsertActingMandate } from './sign-in-store.ts'

const SECRET = 'un-secret-de-test-de-plus-de-32-caracteres'
const EMAIL = 'nouvelle.venue@example.fr'

function configure(db: Database, settings: { publicUrl?: string; linksPerIp?: number } = {}): void {
  configureSignIn(db, { secret: SECRET, publicUrl: 'http://pilotis.example', ...settings })
}

async function aToken(db: Database, email = EMAIL): Promise<string> {
  expect(await askForLink(db, { email, ip: '192.0.2.1', suite: '/' })).toMatchObject({ done: true })
  const [mail] = await listMails(db)
  return /jeton=([a-zA-Z]+)/.exec(mail?.body ?? '')?.[1] ?? ''
}

async function aSignIn(db: Database, email = EMAIL): Promise<{ headers: Headers; person: SignedIn }> {
  const used = await useLink(db, await aToken(db, email), new Headers({ 'user-agent': 'Firefox/140.0 Windows' }))
  if (!used.done) throw new Error('the link was refused')
  const headers = new Headers({ cookie: used.value.cookies.map((one) => one.split(';')[0]).join('; ') })
  const person = await signedInPerson(db, headers)
  if (!person) throw new Error('nobody is signed in')
  return { headers, person }
}

test('a link signs in once, and makes a person of an address not yet known', async ({ db }) => {
  configure(db)
  const token = await aToken(db)
  const used = await useLink(db, token, new Headers())
  expect(used).toMatchObject({ done: true })
  expect(await useLink(db, token, new Headers())).toEqual({ done: false, reasons: ['link-not-valid'] })
  const people = await db.rows(z.object({ email: z.string(), verified: z.boolean() }))`select email, email_verified as verified from person`
  expect(people).toEqual([{ email: EMAIL, verified: true }])
})

test('the database keeps the hash of a link, never its token', async ({ db }) => {
  configure(db)
  const token = await aToken(db)
  const rows = await db.rows(z.object({ row: z.string() }))`select to_jsonb(l)::text as row from sign_in_link l`
  expect(rows).toHaveLength(1)
  expect(rows[0]?.row).not.toContain(token)
})

test('looking at a link, twice, consumes nothing', async ({ db }) => {
  configure(db)
  const token = await aToken(db)
  expect(await linkCanBeUsed(db, token)).toBe(true)
  expect(await linkCanBeUsed(db, token)).toBe(true)
  expect(await useLink(db, token, new Headers())).toMatchObject({ done: true })
  expect(await linkCanBeUsed(db, token)).toBe(false)
})

test('an expired link is refused, an unknown one too', async ({ db }) => {
  configure(db)
  const token = await aToken(db)
  await db.run`update sign_in_link set expires_at = clock_timestamp() - interval '1 second'`
  expect(await linkCanBeUsed(db, token)).toBe(false)
  expect(await useLink(db, token, new Headers())).toEqual({ done: false, reasons: ['link-not-valid'] })
  expect(await useLink(db, 'x'.repeat(32), new Headers())).toEqual({ done: false, reasons: ['link-not-valid'] })
})

test('a link lasts thirty minutes', async ({ db }) => {
  configure(db)
  await aToken(db)
  const Life = z.object({ minutes: z.number() })
  const { minutes } = await db.one(Life)`select round(extract(epoch from expires_at - created_at) / 60) as minutes from sign_in_link`
  expect(minutes).toBe(30)
})

test('a sixth link in an hour for one address is refused, and one an hour later is not', async ({ db }) => {
  configure(db)
  for (let count = 0; count < 5; count += 1) await aToken(db)
  const again = { email: EMAIL, ip: '192.0.2.9', suite: '/' }
  expect(await askForLink(db, again)).toEqual({ done: false, reasons: ['too-many-for-address'] })
  expect(await askForLink(db, { ...again, email: 'autre@example.fr' })).toMatchObject({ done: true })
  await db.run`update sign_in_link_request set asked_at = asked_at - interval '1 hour'`
  expect(await askForLink(db, again)).toMatchObject({ done: true })
})

test('one computer asks so many links in an hour, whatever the addresses', async ({ db }) => {
  configure(db, { linksPerIp: 2 })
  const ask = (email: string) => askForLink(db, { email, ip: '192.0.2.1', suite: '/' })
  expect(await ask('a@example.fr')).toMatchObject({ done: true })
  expect(await ask('b@example.fr')).toMatchObject({ done: true })
  expect(await ask('c@example.fr')).toEqual({ done: false, reasons: ['too-many-for-computer'] })
  expect(await listMails(db)).toHaveLength(2)
})

test('the cookie is out of reach of scripts and of other sites; with https it is Secure and of this host only', async ({ db }) => {
  configure(db)
  const plain = await useLink(db, await aToken(db), new Headers())
  expect(plain.done && plain.value.cookies[0]).toMatch(/^pilotis=.*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
  configure(db, { publicUrl: 'https://pilotis.example' })
  const secure = await useLink(db, await aToken(db), new Headers())
  expect(secure.done && secure.value.cookies[0]).toMatch(/^__Host-pilotis=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('a cookie whose signature or token was changed signs nobody in', async ({ db }) => {
  configure(db)
  const { headers } = await aSignIn(db)
  const cookie = headers.get('cookie') ?? ''
  expect(await signedInPerson(db, new Headers({ cookie }))).toMatchObject({ email: EMAIL })
  expect(await signedInPerson(db, new Headers({ cookie: cookie.replace('=', '=x') }))).toBeUndefined()
  const token = await db.one(z.object({ token: z.string() }))`select token from sign_in`
  expect(await signedInPerson(db, new Headers({ cookie: `pilotis=${token.token}` }))).toBeUndefined()
  expect(await signedInPerson(db, new Headers({ cookie: 'pilotis=%E0%A4%A' }))).toBeUndefined()
  expect(await signedInPerson(db, new Headers())).toBeUndefined()
})

test('a sign-in that was ended no longer signs in at the next request; those of others are not touched', async ({ db }) => {
  configure(db)
  const phone = await aSignIn(db)
  const office = await aSignIn(db)
  const stranger = await aSignIn(db, 'autre@example.fr')
  expect(await endSignIn(db, stranger.person, phone.person.signInId)).toEqual({ done: false, reasons: ['not-found'] })
  expect(await signedInPerson(db, phone.headers)).toBeDefined()
  expect(await endSignIn(db, office.person, phone.person.signInId)).toMatchObject({ done: true })
  expect(await signedInPerson(db, phone.headers)).toBeUndefined()
  const third = await aSignIn(db)
  expect(await endOtherSignIns(db, third.person)).toBe(1)
  expect(await signedInPerson(db, office.headers)).toBeUndefined()
  expect(await signedInPerson(db, third.headers)).toBeDefined()
  expect(await signedInPerson(db, stranger.headers)).toBeDefined()
})

test('signing out ends the sign-in itself, not only the cookie', async ({ db }) => {
  configure(db)
  const { headers, person } = await aSignIn(db)
  const cookies = await signOut(db, person, headers)
  expect(cookies.join()).toContain('pilotis=; Max-Age=0')
  expect(await signedInPerson(db, headers)).toBeUndefined()
})

test('signing in again in the same browser ends the sign-in it had', async ({ db }) => {
  configure(db)
  const { headers, person } = await aSignIn(db)
  await useLink(db, await aToken(db), headers)
  expect(await signedInPerson(db, headers)).toBeUndefined()
  expect(await listSignIns(db, { personId: person.personId, now: new Date() })).toHaveLength(1)
})

test('a sign-in ends after twelve hours; unused, that of an agent ends after thirty minutes, that of a porteur does not', async ({
  db,
}) => {
  const world = await aWorld(db)
  configure(db)
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  const signIn = async (personId: string) => aSignIn(db, `${personId.slice(-12)}@pilotis.example`)
  const porteur = await signIn(world.mandates.porteur.personId)
  const agent = await signIn(world.mandates.lead.personId)
  expect(await signedInPerson(db, agent.headers, later(29))).toBeDefined()
  expect(await signedInPerson(db, agent.headers, later(58))).toBeDefined() // the use at 29 minutes counted
  expect(await signedInPerson(db, agent.headers, later(89))).toBeUndefined()
  expect(await signedInPerson(db, porteur.headers, later(11 * 60 + 59))).toBeDefined()
  expect(await signedInPerson(db, porteur.headers, later(12 * 60 + 1))).toBeUndefined()
})

test('one takes only a mandate of one’s own; the database refuses it too', async ({ db }) => {
  const world = await aWorld(db)
  configure(db)
  const { lead, state } = world.mandates
  const { person, headers } = await aSignIn(db, `${lead.personId.slice(-12)}@pilotis.example`)
  expect(await takeMandate(db, person, state.id, TODAY)).toEqual({ done: false, reasons: ['not-yours'] })
  expect(await takeMandate(db, person, lead.id, TODAY)).toMatchObject({ done: true })
  expect(await actingMandateId(db, person.signInId)).toBe(lead.id)
  expect(await signedInPerson(db, headers)).toMatchObject({ mandateId: lead.id })
  const stolen = { signInId: person.signInId, personId: person.personId, mandateId: state.id }
  const refusal = db.transaction((tx) => upsertActingMandate(tx, stolen)).catch(errorCode)
  expect(await refusal).toBe('23503')
})

test('a mandate that has ended cannot be taken', async ({ db }) => {
  const { organisations } = await aWorld(db)
  configure(db)
  const mandate = await aMandate(db, { name: 'Ancienne', organisationId: organisations.porteur, function: 'porteur', contractId: null })
  await db.run`update mandate set valid_to = '2026-12-31' where id = ${mandate.id}`
  const { person } = await aSignIn(db, `${mandate.personId.slice(-12)}@pilotis.example`)
  expect(await takeMandate(db, person, mandate.id, TODAY)).toEqual({ done: false, reasons: ['not-yours'] })
})

test('the nightly job clears what no longer serves and nothing else', async ({ db }) => {
  configure(db)
  const { headers } = await aSignIn(db)
  await aToken(db)
  const at = (hours: number) => signInJobs(db, () => new Date(Date.now() + hours * 3_600_000))['sign-in.clear']?.run({})
  await at(0)
  expect(await signedInPerson(db, headers)).toBeDefined()
  await at(25)
  const left = await db.one(z.object({ count: z.number() }))`
    select (select count(*) from sign_in) + (select count(*) from sign_in_link) + (select count(*) from sign_in_link_request) as count`
  expect(left.count).toBe(0)
})

test('of two uses of one link at the same instant, one signs in', async () => {
  const database = await freshDatabase()
  configure(database)
  const token = await aToken(database)
  const both = await Promise.all([useLink(database, token, new Headers()), useLink(database, token, new Headers())])
  expect(both.filter((one) => one.done)).toHaveLength(1)
})
