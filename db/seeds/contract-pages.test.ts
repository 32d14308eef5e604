import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { findContract } from '#contract/store.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { loadReference } from './reference.ts'

const VALENCIENNES = '/contrats/valenciennes-2015-2022'

dbTest('CON-01, CON-04, CON-06, CON-08: anybody reads the closed contract with its ends, signatures, annexes and texts', async ({ db }) => {
  await loadReference(db)
  const { get } = testApp(db, undefined)
  const page = await (await get(VALENCIENNES)).text()
  for (const said of ['Fin le samedi 31 décembre 2022', 'Fin le jeudi 31 décembre 2020', 'article 181', 'déduite du document', 'Terminé'])
    expect(page).toContain(said)
  for (const said of ['4 sur 40, il en manque 36', 'Attendue, non citée', 'Citée, fichier manquant', 'Aucune action publiée'])
    expect(page).toContain(said)
  for (const said of [
    'Cohésion sociale',
    'Deux volets distincts',
    'Laïcité, citoyenneté',
    'Égalité entre les femmes et les hommes',
    'intitulé absent des documents',
  ])
    expect(page).toContain(said)
  expect(page).not.toContain('En vigueur')
  const before = await (await get(`${VALENCIENNES}?au=2018-12-27`)).text()
  expect(before).toContain('Fin le jeudi 31 décembre 2020')
  expect(before).not.toContain('Fin le samedi 31 décembre 2022')
  expect(before).not.toContain('Protocole d’engagements renforcés et réciproques</a>')
  expect((await get(`${VALENCIENNES}?au=hier`)).status).toBe(200)
})

dbTest('CON-07: the protocol shows its signatures as they can be read, and what it adds, changes and keeps', async ({ db }) => {
  await loadReference(db)
  const { get } = testApp(db, undefined)
  const href =
    /\/contrats\/valenciennes-2015-2022\/documents\/[0-9a-f-]{36}(?=">Protocole)/.exec(await (await get(VALENCIENNES)).text())?.[0] ?? ''
  const page = await (await get(href)).text()
  for (const said of [
    'Signé, date illisible dans le document',
    'date probable, à confirmer',
    'Ajouté (2)',
    'Modifié (2)',
    'Gardé (2)',
    'Contributions des partenaires',
    '36 signataires annoncés ne sont pas nommés',
  ])
    expect(page).toContain(said)
})

dbTest('XCU-04: the contracts of both generations are listed, and the living one stays that of the public', async ({ db }) => {
  await loadReference(db)
  const { get } = testApp(db, undefined)
  const list = await (await get('/contrats')).text()
  for (const said of ['Lens-Liévin 2024-2030', 'Valenciennes Métropole 2015-2022', 'En cours', 'Terminé']) expect(list).toContain(said)
  expect((await get('/public')).headers.get('location')).toBe('/contrats/lens-lievin-2024-2030')
  expect((await findContract(db, 'valenciennes-2015-2022'))?.validTo).toBe('2022-12-31')
  const living = await (await get('/contrats/lens-lievin-2024-2030')).text()
  for (const said of ['Priorités locales', 'Projets de quartier', 'Cadre fictif, pour la démonstration']) expect(living).toContain(said)
  expect(await (await get('/textes-de-reference')).text()).toContain('Pacte de Dijon')
  const frame = await (await get(`${VALENCIENNES}/cadre`)).text()
  for (const said of ['2.3 Développer', 'une action, un engagement, un indicateur, un budget']) expect(frame).toContain(said)
})

const FILES = ['annexes', 'commitments', 'contract-carriers', 'contract-documents', 'contract-terms', 'document-items', 'frame-changes']
const MORE = [
  'frame-elements',
  'measures',
  'orientations-2015',
  'reference-texts',
  'signatories',
  'stated-figures',
  'text-citations',
  'transversal-axes',
]
const Sourced = z.array(
  z.object({ readOn: z.iso.date(), source: z.string().min(20).optional(), sourceDocument: z.string().min(20).optional() }),
)

test.each([...FILES, ...MORE])('XCU-03: every record of %s says where it was read, and when', (name) => {
  const records = Sourced.parse(JSON.parse(readFileSync(new URL(`reference/${name}.json`, import.meta.url), 'utf8')))
  expect(records.filter(({ source, sourceDocument }) => source === undefined && sourceDocument === undefined)).toEqual([])
})
