import { expect } from 'vitest'
import { day } from '#platform/day.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { listAwardDocuments } from './award-documents-store.ts'
import { findAwardState } from './award-state-store.ts'

const FINAL_LATE = day('2028-07-01')

dbTest('FIN-09: every paper of an award is in one list; what lacks names who must give it, by reader', async ({ db }) => {
  const world = await aWorld(db)
  const { mandates } = world
  const amount = euros(24_000)
  const { awardId } = await anAward(db, world, { amount, part: { asked: { state: amount, epci: euros(10) } } })
  const read = async (as: keyof typeof mandates, today = TODAY) => {
    const award = await findAwardState(db, mandates[as].scope, awardId, today)
    return award ? listAwardDocuments(db, mandates[as].scope, award, today) : []
  }
  const own = await read('porteur')
  expect(own.map(({ name, state }) => [name.replace(/n°.*/, ''), state])).toEqual([
    ['Récépissé de la demande', 'there'],
    ['Acte ', 'there'],
    ['Courrier d’attribution', 'there'],
    ['Convention', 'missing'],
    ['Bilan final 2027', 'expected'],
  ])
  expect(own.find(({ state }) => state === 'missing')?.detail).toBe('Obligatoire, à préparer par État, crédits de la politique de la ville')
  expect((await read('state', FINAL_LATE)).filter(({ state }) => state === 'missing').map(({ detail }) => detail)).toEqual([
    'Obligatoire, à préparer par État, crédits de la politique de la ville',
    'À déposer par Graines de Coron',
  ])
  const hrefs = async (as: keyof typeof mandates) => (await read(as)).find(({ name }) => name.startsWith('Courrier'))?.href
  expect([await hrefs('porteur'), await hrefs('state'), await hrefs('lead')]).toEqual([
    `/subventions/${awardId}/courrier.pdf`,
    `/courriers/${awardId}/courrier.pdf`,
    null,
  ])
  expect(await read('otherPorteur')).toEqual([])
})
