import { expect } from 'vitest'
import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { idColumn } from '#platform/columns.ts'
import type { Database } from '#platform/db.ts'
import { storeFile } from '#platform/file-store.ts'
import { dbTest } from '#platform/test-database.ts'
import { type TestApp, testApp } from '#testing/app.ts'
import { theOtherRoles } from '#testing/roles.ts'
import { twoYears } from '#testing/two-years.ts'

/** Composed by another process, in seconds: their own tests open them. */
const SLOW = /\/(a3|courrier\.pdf)(\?|$)/
const DEPTH = 2
/** Far beyond what the small world needs: a page that links to itself without end fails instead of hanging. */
const MOST_PAGES = 400

interface Found {
  opened: Set<string>
  dead: string[]
}

/** Follows every link of a reader's pages, the home first, `DEPTH` pages away; then each page once. */
async function crawl(app: TestApp, start: string): Promise<Found> {
  const opened = new Set<string>()
  const dead: string[] = []
  let here = [{ href: start, from: 'the start' }]
  for (let depth = 0; depth <= DEPTH + 1; depth += 1) {
    const next: typeof here = []
    for (const { href, from } of here) {
      if (opened.has(href)) continue
      opened.add(href)
      expect(opened.size, 'pages opened').toBeLessThan(MOST_PAGES)
      const { status, links } = await open(app, href)
      if (status >= 400) dead.push(`${status} ${href}, from ${from}`)
      next.push(...links.map((link) => ({ href: link, from: href })))
    }
    here = next.filter(({ href }) => !opened.has(href))
  }
  return { opened, dead }
}

async function open({ get }: TestApp, href: string): Promise<{ status: number; links: string[] }> {
  const answer = await get(href)
  const to = answer.headers.get('location')
  if (to) return { status: answer.status, links: [to.replace('http://pilotis.example', '')] }
  const text = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
  const hrefs = [...text.matchAll(/<a\b[^>]* href="([^"#]+)/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
  return { status: answer.status, links: [...new Set(hrefs)].filter((one) => /^\/(?!\/)/.test(one) && !SLOW.test(one)) }
}

async function crawlAs(db: Database, reader: Mandate | undefined): Promise<Found> {
  const app = testApp(db, reader)
  const stored = await storeFile(app.filesFolder, { name: 'courrier.txt', content: new TextEncoder().encode('Un courrier.') })
  if (stored.done) await db.run`update stored_file set hash = ${stored.value.hash}`
  return crawl(app, reader ? '/accueil' : '/')
}

const READERS = ['porteur', 'otherPorteur', 'lead', 'state', 'region', 'caf', 'epci', 'nobody'] as const
const OTHER_ROLES = ['delegate', 'signatory', 'ars', 'elected', 'council'] as const

dbTest.for(READERS)('no link leads nowhere, nor where it is refused, under the eyes of %s', { timeout: 120_000 }, async (key, { db }) => {
  const { world } = await twoYears(db)
  const { opened, dead } = await crawlAs(db, key === 'nobody' ? undefined : world.mandates[key])
  expect(dead).toEqual([])
  expect(opened.size).toBeGreaterThan(15)
})

dbTest.for(OTHER_ROLES)(
  'no link leads nowhere, nor where it is refused, under the eyes of « %s »',
  { timeout: 120_000 },
  async (key, { db }) => {
    const { world } = await twoYears(db)
    const roles = await theOtherRoles(db, world)
    const { opened, dead } = await crawlAs(db, roles[key])
    expect(dead).toEqual([])
    expect(opened.size).toBeGreaterThan(10)
  },
)

dbTest(
  'a funder first asked this year reads the accounts of the year before, which serve the renewal, and not its file',
  async ({ db }) => {
    const { world, reportId, formerFileId, fileId } = await twoYears(db)
    const { get } = testApp(db, world.mandates.caf)
    expect(await (await get('/bilans')).text()).toContain(`href="/bilans/${reportId}"`)
    const report = await get(`/bilans/${reportId}`)
    expect(report.status).toBe(200)
    expect(await report.text()).toContain('Vingt ateliers ont eu lieu.')
    expect([(await get(`/dossiers/${formerFileId}`)).status, (await get(`/dossiers/${fileId}`)).status]).toEqual([404, 200])
    await db.run`delete from reading_right where organisation_id = ${world.organisations.caf}`
    expect((await get(`/bilans/${reportId}`)).status).toBe(404)
  },
)

dbTest('an act leads to the files of its decisions, except those that its reader may not open', async ({ db }) => {
  const { world, formerFileId } = await twoYears(db)
  const { id } = await db.one(z.object({ id: idColumn }))`
    select d.act_id as id from decision d join award w on w.id = d.award_id where w.year = 2026`
  const read = async (reader: Mandate): Promise<string> => (await testApp(db, reader).get(`/decisions/actes/${id}`)).text()
  const [pilot, newcomer] = [await read(world.mandates.state), await read(world.mandates.caf)]
  expect(pilot).toContain(`href="/dossiers/${formerFileId}"`)
  expect(newcomer).toContain('Jardin nourricier')
  expect(newcomer).not.toContain(formerFileId)
})

dbTest('« Commencer une demande » is for porteurs, strangers and newcomers: an officer is not led where it is refused', async ({ db }) => {
  const { world } = await twoYears(db)
  const wayIn = async (reader: Mandate | undefined): Promise<string | undefined> => {
    const page = await (await testApp(db, reader).get('/appels-a-projets/aap-2027')).text()
    return /href="([^"]+)"[^>]*>Commencer une demande/.exec(page)?.[1]
  }
  expect(await wayIn(world.mandates.porteur)).toBe('/demandes/nouvelle?appel=aap-2027')
  expect(await wayIn(undefined)).toBe('/connexion?suite=%2Fdemandes%2Fnouvelle%3Fappel%3Daap-2027')
  for (const officer of [world.mandates.lead, world.mandates.state, world.mandates.caf]) expect(await wayIn(officer)).toBeUndefined()
  await db.run`update mandate set valid_to = '2026-12-31' where person_id = ${world.mandates.otherPorteur.personId}`
  expect(await wayIn(world.mandates.otherPorteur)).toBe('/mandats/demande')
})
