import { parseHTML } from 'linkedom'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#platform/test-database.ts'
import { type TestApp, testApp } from '#testing/app.ts'
import { markedWorld } from '#testing/marked-world.ts'

let app: TestApp

beforeAll(async () => {
  const db = await freshDatabase()
  app = testApp(db, (await markedWorld(db)).readers.state)
}, 120_000)

interface Shown {
  /** What the form of the filters holds, by the names of the address. */
  values: Record<string, string>
  /** What could be chosen instead: the last option of each list, a letter in each text. */
  others: Record<string, string>
  /** The links that sort this list or turn its pages. */
  links: string[]
}

/** What a field holds, and what it could hold instead. */
function fieldOf(field: Element): { held: string; other: string } {
  const options = [...field.querySelectorAll('option')]
  const wordOf = (option: Element | undefined): string => option?.getAttribute('value') ?? option?.textContent ?? ''
  if (options.length > 0)
    return { held: wordOf(options.find((one) => one.hasAttribute('selected')) ?? options[0]), other: wordOf(options.at(-1)) }
  const held = field.getAttribute('value') ?? ''
  return { held, other: /search|text/.test(field.getAttribute('type') ?? 'text') ? 'e' : held }
}

async function shown(path: string, href: string): Promise<Shown> {
  const answer = await app.get(href)
  expect([href, answer.status]).toEqual([href, 200])
  const { document } = parseHTML(await answer.text())
  const form = [...document.querySelectorAll('main form')].find((one) => one.getAttribute('method') !== 'post')
  const fields = [...(form?.querySelectorAll('select[name], input[name]:not([type=checkbox])') ?? [])]
  const named = fields.map((field) => ({ name: field.getAttribute('name') ?? '', ...fieldOf(field) }))
  const links = [...document.querySelectorAll('main thead th a, main nav.pages a')].map((one) => one.getAttribute('href') ?? '')
  return {
    values: Object.fromEntries(named.map(({ name, held }) => [name, held])),
    others: Object.fromEntries(named.map(({ name, other }) => [name, other])),
    links: links.filter((link) => link.startsWith(`${path}?`)),
  }
}

test.each([
  ['/dossiers'],
  ['/instruction/droit-commun'],
  ['/instruction/marqueur'],
  ['/programmation'],
  ['/programmation/analyse'],
  ['/paiements'],
  ['/courriers'],
  ['/conventions'],
  ['/bilans'],
  ['/suivi'],
  ['/suivi?liste=a-engager'],
  ['/engagements'],
  ['/quartiers'],
  ['/droit-commun'],
])('the address of %s keeps every filter, and so do the links that sort it or turn its pages', async (start) => {
  const path = start.split('?')[0] ?? ''
  const { others } = await shown(path, start)
  expect(Object.keys(others).length).toBeGreaterThan(0)
  const wanted = { ...others, ...(path.endsWith('analyse') ? { lignes: 'quartier' } : {}) }
  const chosen = Object.entries(wanted).filter(([, value]) => value !== '')
  const again = await shown(path, `${path}?${new URLSearchParams(chosen)}`)
  expect(again.values).toMatchObject(Object.fromEntries(chosen))
  for (const link of again.links) {
    const kept = new URLSearchParams(link.split('?')[1])
    for (const [name, value] of chosen) expect([link, name, kept.get(name)]).toEqual([link, name, value])
  }
})
