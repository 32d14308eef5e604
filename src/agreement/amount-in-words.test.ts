import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { amountInWords, numberInWords } from './amount-in-words.ts'

test.each([
  [0, 'zéro euro'],
  [1, 'un euro'],
  [2, 'deux euros'],
  [16, 'seize euros'],
  [17, 'dix-sept euros'],
  [21, 'vingt et un euros'],
  [61, 'soixante et un euros'],
  [70, 'soixante-dix euros'],
  [71, 'soixante et onze euros'],
  [79, 'soixante-dix-neuf euros'],
  [80, 'quatre-vingts euros'],
  [81, 'quatre-vingt-un euros'],
  [90, 'quatre-vingt-dix euros'],
  [91, 'quatre-vingt-onze euros'],
  [99, 'quatre-vingt-dix-neuf euros'],
  [100, 'cent euros'],
  [101, 'cent un euros'],
  [200, 'deux cents euros'],
  [201, 'deux cent un euros'],
  [1_000, 'mille euros'],
  [1_001, 'mille un euros'],
  [1_100, 'mille cent euros'],
  [2_000, 'deux mille euros'],
  [80_000, 'quatre-vingt mille euros'],
  [200_000, 'deux cent mille euros'],
  [80_080, 'quatre-vingt mille quatre-vingts euros'],
  [1_000_000, 'un million d’euros'],
  [1_000_200, 'un million deux cents euros'],
  [2_000_000, 'deux millions d’euros'],
  [80_000_000, 'quatre-vingts millions d’euros'],
  [200_000_000, 'deux cents millions d’euros'],
  [1_000_000_000, 'un milliard d’euros'],
])('%d euros are written « %s »', (amount, words) => {
  expect(amountInWords(euros(amount))).toBe(words)
})

test.each([
  [1, 'un centime d’euro'],
  [80, 'quatre-vingts centimes d’euro'],
  [101, 'un euro et un centime'],
  [2_255_573, 'vingt-deux mille cinq cent cinquante-cinq euros et soixante-treize centimes'],
  [200_000_050, 'deux millions d’euros et cinquante centimes'],
])('%d cents are written « %s »', (amount, words) => {
  expect(amountInWords(cents(amount))).toBe(words)
})

test('a negative amount is never written in a letter', () => {
  expect(() => amountInWords(cents(-1))).toThrow(RangeError)
})

const SMALL = new Map<string, number>([
  ...['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize'].map(
    (word, value): [string, number] => [word, value],
  ),
  ['quatorze', 14],
  ['quinze', 15],
  ['seize', 16],
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
])

/** Reads the words back, as a listener would: each word adds, « cent » and « vingt » after a smaller number multiply. */
function readBack(words: string): number {
  let [total, thousands, run] = [0, 0, 0]
  for (const word of words.split(/[ -]/).filter((one) => one !== 'et')) {
    if (/^cents?$/.test(word)) run = Math.max(run, 1) * 100
    else if (word === 'mille') [thousands, run] = [Math.max(run, 1) * 1000, 0]
    else if (/^(million|milliard)s?$/.test(word)) {
      total += run * (word.startsWith('million') ? 1_000_000 : 1_000_000_000)
      run = 0
    } else if (/^vingts?$/.test(word) && run % 100 === 4) run += 76
    else run += SMALL.get(word) ?? Number.NaN
  }
  return total + thousands + run
}

test('every number up to a thousand billion reads back as itself', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => readBack(numberInWords(value)) === value))
  for (let value = 0; value < 2_000; value += 1) expect(readBack(numberInWords(value))).toBe(value)
})

test('two numbers below ten thousand are never written alike', () => {
  const written = new Set(Array.from({ length: 10_000 }, (_, value) => numberInWords(value)))
  expect(written.size).toBe(10_000)
})
