import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { avenantFlaws } from './avenant-rule.ts'

const contract = { validFrom: day('2024-01-01'), validTo: day('2030-12-31') }

test.each([
  { effectOn: '2024-01-01', newEnd: undefined, signers: 1, flaws: [] },
  { effectOn: '2023-12-31', newEnd: undefined, signers: 1, flaws: ['before-contract'] },
  { effectOn: '2030-12-31', newEnd: '2031-01-01', signers: 1, flaws: [] },
  { effectOn: '2031-01-01', newEnd: '2031-06-30', signers: 1, flaws: ['after-end'] },
  { effectOn: '2027-01-01', newEnd: '2030-12-31', signers: 1, flaws: ['end-not-later'] },
  { effectOn: '2023-01-01', newEnd: '2029-12-31', signers: 0, flaws: ['before-contract', 'end-not-later', 'nobody-signs'] },
])('CON-05: an avenant of $effectOn until $newEnd signed by $signers is refused for $flaws', ({ effectOn, newEnd, signers, flaws }) => {
  expect(avenantFlaws({ effectOn: day(effectOn), newEnd: newEnd === undefined ? undefined : day(newEnd), signers }, contract)).toEqual(
    flaws,
  )
})
