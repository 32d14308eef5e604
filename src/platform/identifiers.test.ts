import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { formatSiret, isIban, isRna, isSiren, isSiret, maskIban, normaliseIban, normaliseSiret, sirenOf } from './identifiers.ts'

test.each([
  { text: '732829320', valid: true },
  { text: '732829321', valid: false },
  { text: '000000000', valid: true }, // fictitious numbers of the demonstration begin with 000
  { text: '73282932', valid: false },
  { text: '7328293200', valid: false },
  { text: '73282932a', valid: false },
  { text: '732 829 320', valid: false },
  { text: '٧٣٢٨٢٩٣٢٠', valid: false },
  { text: '', valid: false },
])('the SIREN « $text » is valid: $valid', ({ text, valid }) => {
  expect(isSiren(text)).toBe(valid)
})

test.each([
  { text: '23350001600040', valid: true }, // Région Bretagne, example of the national schema
  { text: '38047555800058', valid: true },
  { text: '23350001600041', valid: false },
  { text: '2335000160004', valid: false },
  { text: '233500016000400', valid: false },
  { text: '21860194600000', valid: false }, // ruined by a spreadsheet: the last digits became zeros
  { text: '35600000000048', valid: true }, // La Poste, head office: Luhn
  { text: '35600000009075', valid: true }, // La Poste: sum of digits is a multiple of 5
  { text: '35600000009076', valid: false },
  { text: '35600000049837', valid: true },
  { text: '35600000104506', valid: false },
  { text: '35600100009075', valid: false }, // the rule of La Poste is for its SIREN only
])('the SIRET « $text » is valid: $valid', ({ text, valid }) => {
  expect(isSiret(text)).toBe(valid)
})

test.each([
  { text: 'W380475558', valid: true },
  { text: 'W9R1234567', valid: true }, // La Réunion
  { text: 'W38047555', valid: false },
  { text: 'W3804755580', valid: false },
  { text: 'w380475558', valid: false },
  { text: '380475558', valid: false },
  { text: 'W3804755R8', valid: false },
])('the RNA number « $text » is valid: $valid', ({ text, valid }) => {
  expect(isRna(text)).toBe(valid)
})

test.each([
  { text: 'FR7630006000011234567890189', valid: true },
  { text: 'FR76 3000 6000 0112 3456 7890 189', valid: true },
  { text: 'FR76\u00a03000\u00a06000\u202f0112 3456 7890 189', valid: true },
  { text: 'fr76 3000 6000 0112 3456 7890 189', valid: true },
  { text: 'FR7630006000011234567890188', valid: false },
  { text: 'FR763000600001123456789018', valid: false },
  { text: 'BE68539007547034', valid: true },
  { text: '', valid: false },
])('the IBAN « $text » is valid: $valid', ({ text, valid }) => {
  expect(isIban(text)).toBe(valid)
})

test.each([
  ['FR76 3000 6000 0112 3456 7890 189', 'FR76 •••• •••• 189'],
  ['BE68539007547034', 'BE68 •••• •••• 034'],
  ['FR7630006', '•••• ••••'], // too short to hide anything: nothing is shown
  ['', '•••• ••••'],
])('the account « %s » is shown as « %s »', (text, masked) => {
  expect(maskIban(text)).toBe(masked)
})

test('an IBAN is stored without spaces and in capitals', () => {
  expect(normaliseIban(' fr76 3000-6000\u202f0112 3456 7890 189 ')).toBe('FR7630006000011234567890189')
})

test.each([
  '233 500 016 00040',
  '233\u00a0500\u00a0016\u202f00040',
  ' 23350001600040\n',
  '233.500.016.00040',
  '233-500-016 00040',
  '２３３５０００１６０００４０',
])('the SIRET typed « %s » loses its spaces only', (typed) => {
  expect(normaliseSiret(typed)).toBe('23350001600040')
})

test('the SIREN is the start of the SIRET, which is shown in groups', () => {
  expect(sirenOf('23350001600040')).toBe('233500016')
  expect(formatSiret('23350001600040')).toBe('233\u00a0500\u00a0016\u00a000040')
  expect(formatSiret('autre')).toBe('autre')
})

describe('compared with an independent library', () => {
  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))

  test('any nine digits get the same answer', () => {
    fc.assert(
      fc.property(digits(9), (text) => {
        expect(isSiren(text)).toBe(stdnum['FR']?.['siren']?.validate(text).isValid)
      }),
      { numRuns: 2000 },
    )
  })

  test('any fourteen digits outside La Poste get the same answer when their SIREN is valid', () => {
    fc.assert(
      fc.property(digits(14), (text) => {
        fc.pre(isSiren(text.slice(0, 9)) && !text.startsWith('356000000'))
        expect(isSiret(text)).toBe(stdnum['FR']?.['siret']?.validate(text).isValid)
      }),
      { numRuns: 500 },
    )
  })

  test('changing one digit of a valid SIRET makes it invalid', () => {
    fc.assert(
      fc.property(digits(13), fc.nat(13), fc.integer({ min: 1, max: 9 }), (start, at, shift) => {
        const siret = [...'0123456789'].map((key) => start + key).find((text) => isSiret(text)) ?? ''
        fc.pre(!siret.startsWith('356000000'))
        const changed = siret.slice(0, at) + ((Number(siret[at]) + shift) % 10) + siret.slice(at + 1)
        fc.pre(!changed.startsWith('356000000'))
        expect(isSiret(changed)).toBe(false)
      }),
    )
  })
})
