import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { awaitedByPartner } from './opinion-counts.ts'

const TODAY = day('2027-02-10')
const ask = (askedName: string, days: number, remindedOn: typeof TODAY | null = null) => ({
  requestId: newId(),
  contractId: newId(),
  applicationId: newId(),
  actionId: newId(),
  partId: newId(),
  askedId: askedName,
  askedName,
  number: 1,
  title: 'Vélo-école',
  organisationId: newId(),
  organisationName: 'Graines de Coron',
  askedOn: addDays(TODAY, -30),
  dueOn: addDays(TODAY, days),
  remindedOn,
  reminders: 0,
})

test('PRJ-06: late opinions are counted partner by partner, the latest partner first, the due day itself not late', () => {
  const asks = [ask('CAF', 0), ask('ARS', -1), ask('ARS', -8, addDays(TODAY, -2)), ask('CAF', 4), ask('CAF', 5)]
  expect(awaitedByPartner(asks, TODAY)).toEqual([
    { askedId: 'ARS', askedName: 'ARS', awaited: 2, late: 2, oldest: addDays(TODAY, -8), remindedOn: addDays(TODAY, -2) },
    { askedId: 'CAF', askedName: 'CAF', awaited: 3, late: 0, oldest: undefined, remindedOn: undefined },
  ])
  expect(awaitedByPartner([], TODAY)).toEqual([])
})
