import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { amountWords } from './amount-words.ts'

test.each([
  { cents: cents(14_827_500), reading: 'read', period: 'par an', words: 'Déclaré\u00A0: 148\u202F275\u00A0€ (par an)' },
  { cents: cents(100), reading: 'inferred', period: null, words: 'Déclaré\u00A0: 1\u00A0€, lecture à confirmer' },
  { cents: null, reading: 'illegible', period: null, words: 'Déclaré\u00A0: illisible dans le document' },
] as const)('XCU-03: an amount $reading of $cents cents is said « $words »', ({ words, ...amount }) => {
  expect(amountWords({ step: 'declared', ...amount })).toBe(words)
})
