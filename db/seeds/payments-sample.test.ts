import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPaymentFile, readPaymentLines } from '#agreement/payments.import.ts'

test('the sample of payments reads as an export: good lines, a line twice, and the dirt of a real export', async () => {
  const read = await readPaymentFile(readFileSync(new URL('./samples/paiements-2026.csv', import.meta.url)))
  if (!read.done) throw new Error(read.reasons.join())
  const lines = readPaymentLines(read.value)
  expect(lines).toHaveLength(18)
  expect(lines.filter(({ flaws, total }) => flaws.length === 0 && !total)).toHaveLength(16)
  expect(lines.find(({ content }) => content.dayText === '31/02/2027')?.flaws).toEqual(['number-missing', 'day-unreadable'])
  expect(new Set(lines.map(({ fingerprint }) => fingerprint)).size).toBe(17) // one line stands twice
  expect(lines.at(-1)?.total).toBe(true)
})
