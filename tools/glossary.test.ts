import { expect, test } from 'vitest'
import { checkDoNotSay, checkTerms, GLOSSARY, listCodes, listIdentifiers, listSqlNames, type Name, readGlossary } from './glossary.ts'
import { describeViolations, listProjectFiles, readProjectFile, readSources } from './source-tree.ts'

const PAGE = `# Words

| French | code | meaning | source | do not say |
|---|---|---|---|---|
| dossier de demande | \`application\` | one request | design §3 | \`dossier\`, \`demande\` |
| part d’un dossier | \`action_part\` | one action of it | design §3 | |
`
const terms = readGlossary(PAGE)
const namesOf = (text: string, path = 'src/calls/store.ts'): Name[] => listIdentifiers({ path, text })

test('a row gives its French term, its code names and what not to say', () => {
  expect(terms).toMatchObject([
    { line: 5, french: 'dossier de demande', codeNames: ['application'], doNotSay: ['dossier', 'demande'] },
    { line: 6, french: 'part d’un dossier', codeNames: ['action_part'], doNotSay: [] },
  ])
})

test.each([
  ['identifiers', 'const application = 1; const actionPart = 2'],
  ['types', 'type Application = { actionPart: string }'],
  ['plurals', 'const applications = [], actionParts = []'],
])('a code name may be borne by %s', (_what, text) => {
  expect(checkTerms(terms, namesOf(text))).toEqual([])
})

test('a code name may be borne by a table or a column of the migrations', () => {
  const names = listSqlNames({ path: 'db/migrations/0007_calls.sql', text: 'create table application (\n  action_part uuid\n)' })
  expect(checkTerms(terms, names)).toEqual([])
})

test('a code name may be a code kept in a column or a type', () => {
  const [term] = readGlossary('| chef de projet | `project-lead` | a function | design | |')
  const inSql = listCodes({ path: 'db/migrations/0003_access.sql', text: "function text check (function in ('porteur', 'project-lead'))" })
  const inCode = listCodes({ path: 'src/access/permissions.ts', text: "const FUNCTIONS = ['porteur', 'project-lead']" })
  expect(term && [...checkTerms([term], inSql), ...checkTerms([term], inCode)]).toEqual([])
})

test('a code name that nothing bears is refused', () => {
  expect(describeViolations(checkTerms(terms, namesOf('const application = 1')))).toEqual([
    'docs/glossary.md:6 « part d’un dossier » names action_part, which the program does not',
  ])
})

test('a word in a comment or in a text of a migration bears nothing', () => {
  const names = listSqlNames({ path: 'db/migrations/0001_x.sql', text: "-- application\ninsert into x values ('action_part')" })
  expect(checkTerms(terms, names)).toHaveLength(2)
})

test('a row without meaning, source or code name is refused', () => {
  const bad = readGlossary('| a | `application` | | law | |\n| b | `application` | x | | |\n| c | application | x | law | |')
  expect(checkTerms(bad, namesOf('const application = 1'))).toHaveLength(3)
})

test.each(['dossier', 'dossierId', 'listDossiers', 'Dossier', 'montantDemande', 'dossier_id'])('an identifier %s is refused', (name) => {
  expect(checkDoNotSay(terms, namesOf(`const ${name} = 1`))).toHaveLength(1)
})

test.each(['application', 'demandeur', 'dossierless'])('an identifier %s is allowed', (name) => {
  expect(checkDoNotSay(terms, namesOf(`const ${name} = 1`))).toEqual([])
})

test('a French word in a text or in the names of a foreign format is allowed', () => {
  expect(checkDoNotSay(terms, namesOf("const path = '/dossiers'"))).toEqual([])
  expect(checkDoNotSay(terms, namesOf('const montantDemande = 1', 'src/transparency/scdl.document.ts'))).toEqual([])
})

const page = readGlossary(readProjectFile(GLOSSARY).text)
const sources = readSources('src/')
const migrations = listProjectFiles()
  .filter((path) => /^db\/migrations\/.*\.sql$/.test(path))
  .map(readProjectFile)
const identifiers = sources.flatMap(listIdentifiers)

test('the glossary holds the words of the slice', () => {
  expect(page.length).toBeGreaterThan(60)
})

test('each code name of the glossary is in the program', () => {
  const names = [...identifiers, ...migrations.flatMap(listSqlNames), ...[...sources, ...migrations].flatMap(listCodes)]
  expect(describeViolations(checkTerms(page, names))).toEqual([])
})

test('the program says no word that the glossary rules out', () => {
  expect(describeViolations(checkDoNotSay(page, identifiers))).toEqual([])
})
