import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { aboveAsked, typedAboveAsked } from './above-asked.ts'

test.each([
  { amount: euros(3000), asked: euros(3000), said: undefined },
  { amount: euros(0), asked: euros(0), said: undefined },
  { amount: euros(1), asked: euros(0), said: 'rien n’est demandé' },
  { amount: cents(300_001), asked: euros(3000), said: '0,01 € de plus que la demande' },
  { amount: euros(5999), asked: euros(3000), said: '2 999 € de plus que la demande' },
  { amount: euros(6000), asked: euros(3000), said: '2 fois la demande' },
  { amount: euros(50_000), asked: euros(3000), said: 'plus de 16 fois la demande' },
])('$amount cents for $asked asked is said « $said »', ({ amount, asked, said }) => {
  expect(aboveAsked(amount, asked)?.replaceAll(/\s/g, ' ')).toBe(said)
})

test('an amount that cannot be read is not compared', () => {
  expect(typedAboveAsked('douze', euros(1))).toBeUndefined()
  expect(typedAboveAsked('48 000', euros(3000))).toBe('16 fois la demande')
})
