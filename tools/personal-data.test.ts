import { expect, test } from 'vitest'
import { checkPersonalData } from './personal-data.ts'
import { describeViolations, listProjectFiles, readProjectFile } from './source-tree.ts'

const judge = (text: string): string[] => describeViolations(checkPersonalData({ path: 'docs/x.md', text }))
/** Put together here, so that this file does not hold what it forbids. */
const phone = (...parts: string[]): string => parts.join(' ')
const email = (domain: string): string => `prenom.nom${'@'}${domain}`

test.each([
  ['an e-mail address', email('ville-exemple.fr')],
  ['an e-mail address', `Écrire à ${email('pas-de-calais.gouv.fr')}.`],
  ['an e-mail address', email('example.org.attaque.fr')],
  ['a telephone number', phone('03', '21', '11', '22', '33')],
  ['a telephone number', `+33${phone('3', '21', '11', '22', '33').replaceAll(' ', '')}`],
  ['a telephone number', phone('+33', '3', '21', '11', '22', '33')],
  ['a telephone number', phone('06', '12', '34', '56', '78').replaceAll(' ', '.')],
  ['a telephone number', phone('06', '12', '34', '56', '78').replaceAll(' ', '')],
  ['a telephone number', phone('06', '12', '34', '56', '78').replaceAll(' ', '\u00a0')],
])('%s is refused: %s', (what, text) => {
  expect(judge(text)).toEqual([`docs/x.md:1 holds ${what}: use a reserved one`])
})

test.each([
  'amina@association.example',
  'porteur@example.org',
  'porteur@example.fr',
  'import @hono/node-server@2.1.8',
  '03 53 01 22 33',
  '+33 6 39 98 00 00',
  '0123456789',
  'SIRET 00012345600017',
  'le 01.02.2027, de 10 h à 12 h',
  '{"x": 50.4281234567, "y": 2.0612345678}',
])('is allowed: %s', (text) => {
  expect(judge(text)).toEqual([])
})

const TEXT = /\.(ts|tsx|js|mjs|json|md|sql|css|html|svg|yml|yaml|csv|txt|typ)$|(^|\/)[^.]+$/

test('no file of the project holds a real address or telephone number', () => {
  const files = listProjectFiles().filter((path) => TEXT.test(path) && path !== 'package-lock.json')
  expect(describeViolations(files.map(readProjectFile).flatMap(checkPersonalData))).toEqual([])
})
