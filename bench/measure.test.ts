import { expect, test } from 'vitest'
import { against, exitCode, mediansOf, middle, RUNS, sentence, under, WARM_UPS } from './measure.ts'

const beside = (value: number) => against('Une page', value, { name: 'son SQL', value: 10 }, { times: 3, plus: 15 })

test.each([
  { value: 44.99, holds: true },
  { value: 45, holds: true },
  { value: 45.01, holds: false },
])('$value ms beside 10 ms of SQL, within 3 times plus 15 ms, holds is $holds', ({ value, holds }) => {
  expect(beside(value)).toMatchObject({ unit: 'ms', value, baseline: { name: 'son SQL', value: 10 }, holds })
})

test('a measure has the keys of bench/results.json and no other', () => {
  expect(Object.keys(beside(20))).toEqual(['name', 'unit', 'value', 'baseline', 'ratio', 'aim', 'holds'])
  expect(under('Mémoire', 'MB', 399.996, 400)).toEqual({
    name: 'Mémoire',
    unit: 'MB',
    value: 400,
    baseline: null,
    ratio: null,
    aim: 'moins de 400 MB',
    holds: true,
  })
})

test('a value equal to the limit is not under it', () => {
  expect(under('Démarrage', 's', 4, 4).holds).toBe(false)
})

test('one aim missed makes the bench exit 1, and is said', () => {
  expect(exitCode([beside(20), under('Mémoire', 'MB', 399, 400)])).toBe(0)
  expect(exitCode([beside(20), under('Mémoire', 'MB', 401, 400)])).toBe(1)
  expect(sentence(under('Mémoire', 'MB', 401, 400))).toMatch(/^MANQUÉ {2}Mémoire\s: 401 MB\. But\s: moins de 400 MB\.$/)
  expect(sentence(beside(20))).toContain('20 ms, à côté de 10 ms (son SQL)\u00A0: rapport 2')
})

test('works are run in turn, their warm-ups left out, and the middle is kept', async () => {
  const order: string[] = []
  const medians = await mediansOf([async (run) => order.push(`page ${run}`), async (run) => order.push(`sql ${run}`)])
  expect(medians).toHaveLength(2)
  expect(order).toHaveLength(2 * (WARM_UPS + RUNS))
  expect(order.slice(0, 4)).toEqual(['page 0', 'sql 0', 'page 1', 'sql 1'])
  expect(middle([9, 1, 5])).toBe(5)
})
