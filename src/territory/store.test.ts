import { expect } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { findQpv, listQpvs } from './store.ts'

const EPCI = '246200364'
const OTHER_EPCI = '245900758'

async function aQpv(
  db: Db,
  wish: { code: string; generation: 2015 | 2024; from: string; to?: string; communes: string[]; epci?: string },
): Promise<void> {
  const id = newId()
  await db.run`insert into qpv (id, code, name, generation, epci_siren, fictitious, valid_from, valid_to)
    values (${id}, ${wish.code}, ${`Quartier ${wish.code}`}, ${wish.generation}, ${wish.epci ?? EPCI}, true, ${wish.from}, ${wish.to ?? null})`
  for (const commune of wish.communes) await db.run`insert into qpv_commune (qpv_id, commune_code) values (${id}, ${commune})`
}

/** The list of 2015 was in force until that of 2024 took its place, on 1 January 2024. */
async function twoLists(db: Db): Promise<void> {
  await db.run`insert into commune (code, name, department_code) values ('62498', 'Lens', '62'), ('62510', 'Liévin', '62'), ('59606', 'Valenciennes', '59')`
  await db.run`insert into epci (siren, name) values (${EPCI}, 'CA de Lens - Liévin'), (${OTHER_EPCI}, 'CA Valenciennes Métropole')`
  await aQpv(db, { code: 'QP062001', generation: 2015, from: '2015-01-01', to: '2024-01-01', communes: ['62498'] })
  await aQpv(db, { code: 'QN06201A', generation: 2024, from: '2024-01-01', communes: ['62498'] })
  await aQpv(db, { code: 'QN06202B', generation: 2024, from: '2024-01-01', communes: ['62498', '62510'] })
  await aQpv(db, { code: 'QN05901C', generation: 2024, from: '2024-01-01', communes: ['59606'], epci: OTHER_EPCI })
}

dbTest('TER-01: of two successive lists, a day finds the neighbourhoods of the one in force', async ({ db }) => {
  await twoLists(db)
  const codes = async (on: string): Promise<string[]> =>
    (await listQpvs(db, { epciSiren: EPCI, on: day(on) })).map(({ code }) => code).sort()
  expect(await codes('2014-12-31')).toEqual([])
  expect(await codes('2015-01-01')).toEqual(['QP062001'])
  expect(await codes('2023-12-31')).toEqual(['QP062001'])
  expect(await codes('2024-01-01')).toEqual(['QN06201A', 'QN06202B'])
})

dbTest('TER-01: a neighbourhood has its communes, its list and its dates; the department is that of its communes', async ({ db }) => {
  await twoLists(db)
  expect(await findQpv(db, 'QN06202B')).toMatchObject({
    generation: 2024,
    validFrom: '2024-01-01',
    validTo: null,
    communes: [
      { code: '62498', name: 'Lens' },
      { code: '62510', name: 'Liévin' },
    ],
  })
  expect(await findQpv(db, 'QN00000Z')).toBeUndefined()
  const departments = await db.rows(z.object({ code: z.string(), departmentCode: z.string() }))`
    select distinct q.code, c.department_code as "departmentCode" from qpv q
    join qpv_commune qc on qc.qpv_id = q.id join commune c on c.code = qc.commune_code where q.generation = 2024 order by q.code`
  expect(departments.map(({ departmentCode }) => departmentCode)).toEqual(['59', '62', '62'])
})
