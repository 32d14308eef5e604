import { beforeAll, describe, expect, test } from 'vitest'
import { audiencesOf, type Field, mayRead, type Relation, type Step } from '#access/field-readers.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { type TestApp, testApp } from '#testing/app.ts'
import { type FileKey, type MarkedWorld, markedWorld, READER_KEYS, type ReaderKey } from '#testing/marked-world.ts'
import { marksIn } from '#testing/marks.ts'
import { type Page, walk } from '#testing/walk.ts'
import { listRoutes } from './route-permissions.ts'

const DEPTH = 4
const KEYS: readonly FileKey[] = ['A', 'B', 'C', 'D', 'E', 'X', 'K', 'O', 'P', 'R']

/** How each reader stands to each file; `none` when not said. */
const RELATIONS: Record<ReaderKey, Partial<Record<FileKey, Relation>>> = {
  nobody: {},
  porteur: { A: 'own', B: 'own', C: 'own', X: 'own', O: 'own' },
  otherPorteur: { D: 'own', E: 'own' },
  lead: { A: 'given', B: 'given', C: 'given', E: 'given', K: 'given', R: 'own' },
  state: { A: 'given', B: 'given', C: 'given', E: 'given', K: 'given' },
  signatory: { A: 'given', B: 'given', C: 'given', E: 'given', K: 'given' },
  delegate: { A: 'given', B: 'given', C: 'given', K: 'given' },
  interested: { E: 'given', K: 'given', P: 'own' },
  region: { K: 'given' },
  caf: { A: 'given', B: 'given', K: 'given' },
  ars: { A: 'given', B: 'given', K: 'given' },
  elected: { A: 'in-scope', E: 'in-scope' },
  council: { A: 'in-scope' },
  leadElsewhere: { D: 'given', R: 'own' },
}

const REACHED: Record<FileKey, readonly Step[]> = {
  A: ['sent', 'decided', 'told', 'answered'],
  B: ['sent'],
  C: ['sent', 'answered'],
  D: ['sent'],
  E: ['sent', 'decided'],
  X: ['sent'],
  K: ['sent'],
  O: ['sent'],
  R: ['sent'],
  P: ['sent'],
}

function expectedFor(reader: ReaderKey, marked: MarkedWorld): string[] {
  const mandate = marked.readers[reader]
  return KEYS.flatMap((key) => {
    const relation = RELATIONS[reader][key] ?? 'none'
    const audiences = audiencesOf(mandate && { function: mandate.function, relation })
    return marked.fields[key].filter((field: Field) => mayRead(field, audiences, REACHED[key])).map((field) => `${key} ${field}`)
  }).sort()
}

let marked: MarkedWorld
let routes: string[]
const walks = new Map<ReaderKey, Map<string, Page>>()

/** Pages of national figures: four digits of theirs may be those of an amount. */
const FIGURES = '/territoires'

/** What no page links to, and anybody may type. */
const TYPED = [
  '/api/v1/neighbourhoods?contract=lens-lievin-2024-2030',
  '/api/v1/programming?contract=lens-lievin-2024-2030&from=2027&to=2027&by=territory,theme',
  '/api/v1/contracts/lens-lievin-2024-2030/actions',
  '/api/v1/contracts/autre-contrat/actions',
  '/donnees/subventions-2027.csv',
]

/** Routes whose pages are not walked, with why. The key ends where all that follows it is of the same kind. */
const NOT_WALKED: Record<string, string> = {
  '/assets/': 'no data',
  '/guide/images/': 'pictures of the guide, public',
  '/connexion/lien': 'needs the link of a mail: sign-in-routes.test.ts',
  '/.well-known/security.txt': 'no data',
  '/kit': 'samples of the kit, beside the sources',
  '/demonstration': 'a demonstration only, where all is fictitious',
  '/messages': 'a demonstration only, where all is fictitious',
  '/appels/:code/import-dauphin/:fileId': 'a file just handed in, read by who handed it in: dauphin-routes.test.ts',
  '/demandes/:id/pieces/:attachmentId': 'bytes of files: attachment-routes.test.ts',
  '/demandes/:id/recepisse': 'a document of its own process: submission-routes.test.ts',
  '/courriers/:awardId/courrier.pdf': 'a document of its own process: letter-routes.test.ts',
  '/subventions/:awardId/courrier.pdf': 'a document of its own process: letter-routes.test.ts',
  '/programmation/a3': 'a document of its own process, of the rows of /programmation',
  '/comites/:id/en-direct': 'a stream without end: committee-routes.test.ts',
  '/avis/:token': 'the link of one organisation: opinion-link-routes.test.ts',
  '/conventions/': 'the world has no agreement: agreement-routes.test.ts',
  '/subventions/conventions/': 'the world has no agreement: agreement-routes.test.ts',
  '/paiements/imports/:fileId': 'a file just handed in: payment-import-routes.test.ts',
  '/paiements/lignes/': 'the world has no line without a match: payment-import-routes.test.ts',
  '/exports/': 'made in the background for who asked: export-routes.test.ts',
  '/instruction/courriels/': 'the world has no e-mail typed by an agent: opinion-routes.test.ts',
  '/contrats/:code/': 'annexes and documents of the contract, public',
  '/engagements/': 'commitments of the contract, public',
  '/mesures/': 'national measures, public',
}

function isWalked(path: string): boolean {
  return !Object.keys(NOT_WALKED).some(
    (start) => path === start || (start.endsWith('/') ? path.startsWith(start) : path.startsWith(`${start}/`)),
  )
}

beforeAll(async () => {
  const db = await freshDatabase()
  marked = await markedWorld(db)
  const apps = new Map<ReaderKey, TestApp>(READER_KEYS.map((key) => [key, testApp(db, marked.readers[key])]))
  routes = listRoutes(testApp(db, undefined).app.routes).flatMap(({ method, path }) => (method === 'GET' ? [path] : []))
  const patterns = routes.map((path) => ({ path, pattern: patternOf(path) }))
  const routeOf = (href: string): string => patterns.find(({ pattern }) => pattern.test(href.split('?')[0] ?? ''))?.path ?? href
  const everywhere = new Set([...routes.filter((path) => !path.includes(':') && isWalked(path)), ...TYPED, ...marked.typed])
  for (const [key, app] of apps) {
    const pages = new Map<string, Page>()
    walks.set(key, pages)
    await walk(app, [key === 'nobody' ? '/' : '/accueil'], DEPTH, { pages, routeOf })
    for (const href of pages.keys()) everywhere.add(href)
  }
  for (const [key, app] of apps) await walk(app, everywhere, 0, { pages: walks.get(key) ?? new Map(), routeOf })
}, 300_000)

describe('who sees what', () => {
  test.each(READER_KEYS)(
    'XCU-01: « %s » finds in all pages, lists, exports and the API what the table of roles and fields says, and nothing else',
    (reader) => {
      const found = new Map<string, string>()
      for (const [href, page] of walks.get(reader) ?? []) {
        for (const one of marksIn(page.text, href.startsWith(FIGURES) ? [] : KEYS)) if (!found.has(one)) found.set(one, href)
      }
      const expected = expectedFor(reader, marked)
      const leaks = [...found].filter(([one]) => !expected.includes(one)).map(([one, href]) => `${one} at ${href}`)
      const hidden = expected.filter((one) => !found.has(one)).map((one) => `${one} nowhere`)
      expect([...leaks, ...hidden]).toEqual([])
    },
  )

  test('every page that can be opened was, for every route of the program', () => {
    const opened = [...walks.values()].flatMap((pages) =>
      [...pages].flatMap(([href, { status }]) => (status !== 404 && status !== 403 ? [href.split('?')[0] ?? ''] : [])),
    )
    const missed = routes.filter((path) => isWalked(path) && !opened.some((href) => patternOf(path).test(href)))
    expect(missed).toEqual([])
  })

  test('every box of free text, on every page of every role, says who reads it', () => {
    const silent = new Set<string>()
    for (const pages of walks.values()) {
      for (const [href, { text }] of pages) {
        for (const [, id = ''] of text.matchAll(/<textarea\b[^>]*\bid="([^"]+)"/g))
          if (!text.includes(`id="${id}-lu"`)) silent.add(`${href} ${id}`)
      }
    }
    expect([...silent]).toEqual([])
  })
})

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+(?:\{([^}]+(?:\}[^}/]*)*)\})?/g, (_, own) => own ?? '[^/]+').replace(/\*/g, '.*')}$`)
}
