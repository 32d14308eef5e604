import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { markedWorld } from '#testing/marked-world.ts'
import { type Page, walk } from '#testing/walk.ts'
import { unexplainedAcronyms } from './acronyms.ts'
import { listRoutes } from './route-permissions.ts'

let pages: [string, string][] = []

beforeAll(async () => {
  const db = await freshDatabase()
  const { readers } = await markedWorld(db)
  const found = new Map<string, string>()
  const starts = listRoutes(testApp(db, undefined).app.routes)
    .filter(({ method, path }) => method === 'GET' && !path.includes(':') && path !== '/connexion/lien')
    .map(({ path }) => path)
  for (const mandate of [undefined, readers.lead, readers.porteur]) {
    const here = new Map<string, Page>()
    await walk(testApp(db, mandate), starts, 1, {
      pages: here,
      routeOf: (href) => href.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, ':id').replace(/\?.*/, ''),
    })
    for (const [href, page] of here) found.set(`${mandate?.function ?? 'nobody'} ${href}`, page.text)
  }
  pages = [...found]
}, 120_000)

test('an acronym that the kit does not spell out is found, once; codes, words and what is spelled out are not', () => {
  const page = '<html><p>La CAF, le SIVOM et le SIVOM, dossier DA62-ABC, État</p><script>const XYZ = 1</script></html>'
  expect(unexplainedAcronyms(page)).toEqual(['SIVOM'])
})

test('XCU-06: every acronym of the pages is spelled out in the list of the kit', () => {
  expect(pages.length).toBeGreaterThan(300)
  const unknown = new Map<string, string>()
  for (const [where, text] of pages) for (const word of unexplainedAcronyms(text)) if (!unknown.has(word)) unknown.set(word, where)
  expect([...unknown]).toEqual([])
})
