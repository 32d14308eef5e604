import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { cents, euros } from '#platform/money.ts'
import { decisionEvents } from './decision-events.ts'

const AWARD = {
  ...{ year: 2026, funderShortName: 'CAF', granted: euros(3_000), decided: euros(3_000), reason: '' },
  ...{ actNumber: '2026-12', actAuthority: 'Conseil', actSignedOn: day('2026-03-10'), notifiedOn: null },
  ...{ answer: null, answerReason: null, answeredOn: null, obligations: [], payments: [] },
}
const titles = (award: Parameters<typeof decisionEvents>[0][number]): string[] => decisionEvents([award]).map(({ title }) => title)

test('an act alone is one event, with its number, its day and its authority', () => {
  expect(decisionEvents([AWARD])).toEqual([
    { on: '2026-03-10', title: 'CAF, 2026\u00A0: 3\u202F000\u00A0€ décidés', detail: 'Acte 2026-12 du 10 mars 2026, Conseil' },
  ])
})

test('an act of nothing is a refusal, with its reason', () => {
  const [refusal] = decisionEvents([{ ...AWARD, granted: cents(0), decided: cents(0), reason: 'Hors champ' }])
  expect(refusal).toMatchObject({ title: 'CAF, 2026\u00A0: refusé', detail: 'Acte 2026-12 du 10 mars 2026, Conseil\u00A0: Hors champ' })
})

test.each([
  { answer: 'confirmed' as const, title: 'CAF, 2026\u00A0: subvention confirmée par le porteur' },
  { answer: 'reduced' as const, title: 'CAF, 2026\u00A0: subvention réduite par le porteur à 2\u202F000\u00A0€' },
  { answer: 'given-up' as const, title: 'CAF, 2026\u00A0: subvention abandonnée par le porteur' },
])('the answer of the porteur stands above the notification: $answer', ({ answer, title }) => {
  const told = { ...AWARD, decided: euros(2_000), notifiedOn: day('2026-04-02'), answeredOn: day('2026-04-02') }
  const [first, second] = decisionEvents([{ ...told, answer, answerReason: 'Local fermé' }])
  expect(first).toEqual({ on: '2026-04-02', title, detail: 'Local fermé' })
  expect(second?.title).toBe('CAF, 2026\u00A0: décision notifiée au porteur')
})

test('obligations and payments come latest first', () => {
  const obligations = [{ awardId: 'a', id: 'o', number: 'EJ-1', amount: euros(3_000), on: day('2026-05-01'), paid: euros(1_000) }]
  const payments = [{ awardId: 'a', id: 'p', obligationId: 'o', amount: euros(1_000), on: day('2026-06-01'), override: '', number: '' }]
  expect(titles({ ...AWARD, obligations, payments })).toEqual([
    'CAF, 2026\u00A0: 1\u202F000\u00A0€ payés',
    'CAF, 2026\u00A0: 3\u202F000\u00A0€ engagés',
    'CAF, 2026\u00A0: 3\u202F000\u00A0€ décidés',
  ])
})
