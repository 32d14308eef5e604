import { expect } from 'vitest'
import { createApp } from '#app.tsx'
import type { Database } from '#platform/db.ts'
import { listMails } from '#platform/mail.ts'
import { dbTest as test } from '#platform/test-database.ts'
import { aWorld, fictitiousSiret, TODAY, type World } from '#testing/world.ts'
import { configureSignIn } from './sign-in.ts'
import { signedInPerson } from './sign-in-acts.ts'

const ORIGIN = 'http://pilotis.example'

interface Browser {
  get(path: string): Promise<Response>
  post(path: string, fields?: Record<string, string>): Promise<Response>
}

/** The program and a browser that keeps its cookies. */
async function browserOn(db: Database, nature: 'demonstration' | 'real' = 'real'): Promise<Browser> {
  await db.run`insert into database_nature (demonstration) values (${nature === 'demonstration'}) on conflict do nothing`
  if (nature === 'demonstration') await db.run`insert into demonstration_day (day) values (${TODAY}) on conflict do nothing`
  configureSignIn(db, { secret: 'un-secret-de-test-de-plus-de-32-caracteres', publicUrl: ORIGIN })
  const app = createApp({
    database: db,
    filesFolder: '/nowhere',
    publicUrl: ORIGIN,
    now: () => new Date(`${TODAY}T09:00:00Z`),
    whoIs: (headers) => signedInPerson(db, headers),
  })
  const jar = new Map<string, string>()
  const call = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { origin: ORIGIN, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const response = await app.request(`${ORIGIN}${path}`, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) keep(jar, cookie)
    return response
  }
  return {
    get: (path) => call(path, {}),
    post: (path, fields = {}) => call(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  if (/max-age=0/i.test(cookie)) jar.delete(name)
  else jar.set(name, value)
}

async function linkOf(db: Database): Promise<string> {
  const [mail] = await listMails(db)
  return /http:\/\/pilotis\.example(\/connexion\/lien\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
}

function tokenOf(link: string): string {
  return new URL(link, ORIGIN).searchParams.get('jeton') ?? ''
}

async function signIn(db: Database, browser: Browser, email: string): Promise<void> {
  await browser.post('/connexion', { email })
  const used = await browser.post('/connexion/lien', { jeton: tokenOf(await linkOf(db)), suite: '/compte' })
  expect(used.status).toBe(303)
}

function emailOf(personId: string): string {
  return `${personId.slice(-12)}@pilotis.example`
}

test('a link is asked, received, shown twice to a robot, used once by the person, and refused after that', async ({ db }) => {
  const browser = await browserOn(db)
  const asked = await browser.post('/connexion', { email: '  Marie.Fictive@Example.FR ', suite: '/demandes?tri=date' })
  expect(asked.status).toBe(200)
  expect(await asked.text()).toContain('Regardez vos messages')
  const link = await linkOf(db)
  for (const robot of [await browser.get(link), await browser.get(link)]) {
    expect(robot.status).toBe(200)
    expect(robot.headers.getSetCookie()).toEqual([])
  }
  const form = { jeton: tokenOf(link), suite: '/demandes?tri=date' }
  const used = await browser.post('/connexion/lien', form)
  expect([used.status, used.headers.get('location')]).toEqual([303, '/demandes?tri=date'])
  const account = await browser.get('/compte')
  expect(await account.text()).toContain('marie.fictive@example.fr')
  const again = await browser.post('/connexion/lien', form)
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('Recevoir un nouveau lien')
  expect((await browser.get(link)).status).toBe(410)
})

test('the answer is the same for a known address and for an unknown one', async ({ db }) => {
  const world = await aWorld(db)
  const browser = await browserOn(db)
  const known = emailOf(world.mandates.lead.personId)
  const said = async (email: string) => (await (await browser.post('/connexion', { email })).text()).replaceAll(email, '…')
  expect(await said(known)).toBe(await said('inconnue@example.fr'))
})

test('what is no address is said beside its field, and kept as it was typed', async ({ db }) => {
  const browser = await browserOn(db)
  for (const email of ['', 'marie', 'marie@', 'a b@example.fr', `${'a'.repeat(100_000)}@example.fr`, 'x@example.fr\0']) {
    const refused = await browser.post('/connexion', { email })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('aria-invalid="true"')
  }
  expect(await (await browser.post('/connexion', { email: 'marie@' })).text()).toContain('value="marie@"')
  expect(await listMails(db)).toEqual([])
})

test('a sixth link in an hour is refused beside the field', async ({ db }) => {
  const browser = await browserOn(db)
  for (let count = 0; count < 5; count += 1) expect((await browser.post('/connexion', { email: 'm@example.fr' })).status).toBe(200)
  const sixth = await browser.post('/connexion', { email: 'm@example.fr' })
  expect(sixth.status).toBe(429)
  expect(await sixth.text()).toContain('réessayez dans une heure')
})

test('a link cut short is refused as such; an unknown one as no longer valid', async ({ db }) => {
  const browser = await browserOn(db)
  expect((await browser.get('/connexion/lien')).status).toBe(400)
  expect((await browser.get('/connexion/lien?jeton=abc')).status).toBe(400)
  expect((await browser.post('/connexion/lien', { jeton: "'; drop table person" })).status).toBe(400)
  expect((await browser.post('/connexion/lien', {})).status).toBe(400)
  expect((await browser.get(`/connexion/lien?jeton=${'x'.repeat(32)}`)).status).toBe(410)
  expect((await browser.post('/connexion/lien', { jeton: 'x'.repeat(32) })).status).toBe(410)
})

test('after the sign-in, nobody is sent to another site', async ({ db }) => {
  const browser = await browserOn(db)
  await browser.post('/connexion', { email: 'm@example.fr', suite: 'https://ailleurs.example/' })
  const link = await linkOf(db)
  expect(link).not.toContain('ailleurs')
  const used = await browser.post('/connexion/lien', { jeton: tokenOf(link), suite: '//ailleurs.example/' })
  expect([used.status, used.headers.get('location')]).toEqual([303, '/'])
  expect((await browser.get('/connexion?suite=%2F%2Failleurs.example')).headers.get('location')).toBe('/')
})

test('the account lists one’s sign-ins; one of them ended no longer opens it; signing out closes the last', async ({ db }) => {
  const phone = await browserOn(db)
  await signIn(db, phone, 'm@example.fr')
  const office = await browserOn(db)
  await signIn(db, office, 'm@example.fr')
  const page = await (await office.get('/compte')).text()
  const [, other = ''] = /name="connexion" value="([^"]+)"/.exec(page) ?? []
  expect((await office.post('/compte/connexions/fin', { connexion: other })).status).toBe(303)
  expect((await phone.get('/compte')).headers.get('location')).toBe('/connexion?suite=%2Fcompte')
  expect((await office.post('/compte/connexions/fin', { connexion: other })).status).toBe(404)
  expect((await office.post('/compte/connexions/fin', { connexion: 'x' })).status).toBe(404)
  expect((await office.post('/deconnexion')).status).toBe(303)
  expect((await office.get('/compte')).status).toBe(303)
})

test('a person names herself, declares an interest once, and ends it', async ({ db }) => {
  const world = await aWorld(db)
  const browser = await browserOn(db)
  await signIn(db, browser, emailOf(world.mandates.state.personId))
  await browser.post('/compte/nom', { nom: 'Marie Fictive' })
  expect((await browser.post('/compte/nom', { nom: ' ' })).status).toBe(400)
  const [, id = ''] = /name="id" value="([^"]+)"/.exec(await (await browser.get('/compte')).text()) ?? []
  const form = { id, siret: fictitiousSiret(11).replace(/(...)/g, '$1 '), nature: 'Trésorière' }
  expect((await browser.post('/compte/interets', { ...form, siret: '12' })).status).toBe(400)
  expect((await browser.post('/compte/interets', { ...form, siret: fictitiousSiret(99) })).status).toBe(422)
  for (const sent of [await browser.post('/compte/interets', form), await browser.post('/compte/interets', form)])
    expect(sent.status).toBe(303)
  const page = await (await browser.get('/compte')).text()
  expect(page).toContain('Marie Fictive')
  expect(page.split('Trésorière').length - 1).toBe(2) // the row, and the example of the field
  expect((await browser.post('/compte/interets/fin', { interet: id })).status).toBe(303)
  expect((await browser.post('/compte/interets/fin', { interet: id })).status).toBe(404)
})

test('a mandate is taken from the account, never somebody else’s', async ({ db }) => {
  const world = await aWorld(db)
  const browser = await browserOn(db)
  await signIn(db, browser, emailOf(world.mandates.lead.personId))
  const take = (mandate: string) => browser.post('/compte/mandat', { mandate, retour: '//ailleurs.example' })
  const taken = await take(world.mandates.lead.id)
  expect([taken.status, taken.headers.get('location')]).toEqual([303, '/'])
  expect((await take(world.mandates.state.id)).status).toBe(404)
  expect((await take('x')).status).toBe(404)
})

test('a demonstration is entered by role, without a mail', async ({ db }) => {
  const world = await aWorld(db)
  const browser = await browserOn(db, 'demonstration')
  expect(await (await browser.get('/demonstration')).text()).toContain('Entrer comme Cheffe de projet')
  const entered = await browser.post('/demonstration', { mandate: world.mandates.lead.id })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
  expect(await (await browser.get('/compte')).text()).toContain('Mandat en cours')
  expect((await browser.post('/demonstration', { mandate: world.contractId })).status).toBe(404)
})

test('the day of the demonstration moves forward; a refusal is said beside its field', async ({ db }) => {
  const browser = await browserOn(db, 'demonstration')
  const move = (date: string) => browser.post('/demonstration/date', { date })
  expect((await move('2027-03-11')).status).toBe(303)
  expect(await (await browser.get('/demonstration')).text()).toContain('jeudi 11 mars 2027')
  const back = await move('2027-03-10')
  expect(back.status).toBe(422)
  expect(await back.text()).toContain('ne revient pas en arrière. Choisissez')
  expect((await move('2040-01-01')).status).toBe(422)
  expect((await move('')).status).toBe(400)
})

test('the mailbox shows the mail of a demonstration, with a link that can be followed', async ({ db }) => {
  const browser = await browserOn(db, 'demonstration')
  expect(await (await browser.get('/messages')).text()).toContain('Aucun message')
  await browser.post('/connexion', { email: 'm@example.fr' })
  expect(await (await browser.get('/messages')).text()).toContain(`href="${(await linkOf(db)).replaceAll('&', '&amp;')}"`)
})

test('on a real database the entrance, the chosen day and the mailbox do not exist', async ({ db }) => {
  const world: World = await aWorld(db)
  const browser = await browserOn(db)
  const answers = [
    await browser.get('/demonstration'),
    await browser.post('/demonstration', { mandate: world.mandates.lead.id }),
    await browser.post('/demonstration/date', { date: '2027-03-11' }),
    await browser.get('/messages'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([])
  expect(await (await browser.get('/connexion')).text()).not.toContain('/demonstration')
})
