import { expect, test } from 'vitest'
import { z } from 'zod'
import { findContract, listContractQpvs, listFunders, listOrientations, listThemes, PILLARS } from '#contract/store.ts'
import { day } from '#platform/day.ts'
import { isSiren, isSiret, sirenOf } from '#platform/identifiers.ts'
import { dbTest } from '#platform/test-database.ts'
import { findQpv, listQpvs } from '#territory/store.ts'
import bodies from './reference/bodies.json' with { type: 'json' }
import communes from './reference/communes.json' with { type: 'json' }
import contracts from './reference/contracts.json' with { type: 'json' }
import epcis from './reference/epci.json' with { type: 'json' }
import funderRules from './reference/funder-rules.json' with { type: 'json' }
import funders from './reference/funders.json' with { type: 'json' }
import orientations from './reference/orientations.json' with { type: 'json' }
import qpvs from './reference/qpvs.json' with { type: 'json' }
import themes from './reference/themes.json' with { type: 'json' }
import { LENS_LIEVIN, loadReference } from './reference.ts'

const TODAY = day('2027-01-14')
const Count = z.object({ count: z.number() })

test('every reference record says where it comes from and when it was read', () => {
  const all = [...bodies, ...communes, ...contracts, ...epcis, ...funderRules, ...funders, ...orientations, ...qpvs, ...themes]
  expect(all.filter(({ source, readOn }) => source.length < 20 || !/^\d{4}-\d{2}-\d{2}$/.test(readOn))).toEqual([])
})

test('an organisation of the reference has a fictitious SIRET that begins with 000 and holds its keys', () => {
  expect(funders.filter(({ siret }) => !siret.startsWith('000') || !isSiret(siret) || !isSiren(sirenOf(siret)))).toEqual([])
})

dbTest('the reference data hold the 36 communes of Lens-Liévin, its neighbourhoods and its contract (TER-01, CON-01)', async ({ db }) => {
  await loadReference(db)
  const contract = await findContract(db, LENS_LIEVIN)
  expect(contract).toMatchObject({ generation: '2024-2030', validFrom: '2024-01-01', validTo: '2030-12-31' })
  expect(await db.one(Count)`select count(*) from epci_commune where epci_siren = '246200364'`).toEqual({ count: 36 })
  const listed = await listContractQpvs(db, contract?.id ?? '')
  expect(listed).toHaveLength(10)
  expect(listed.every(({ fictitious }) => fictitious)).toBe(true)
  expect(listed.filter((one) => one.communes.length === 2)).toHaveLength(1)
})

dbTest('the neighbourhoods of 2024 were not in force the day before (TER-01)', async ({ db }) => {
  await loadReference(db)
  const before = await listQpvs(db, { epciSiren: '246200364', on: day('2023-12-31') })
  expect(before.map(({ generation }) => generation)).toEqual([2015, 2015, 2015, 2015])
  expect(await listQpvs(db, { epciSiren: '246200364', on: day('2024-01-01') })).toHaveLength(10)
  expect(await findQpv(db, 'QN06298Z')).toMatchObject({ name: 'Cité des Galibots', generation: 2024 })
})

dbTest('each pillar has an orientation, and each orientation one pillar (CON-02)', async ({ db }) => {
  await loadReference(db)
  const contract = await findContract(db, LENS_LIEVIN)
  const pillars = (await listOrientations(db, contract?.id ?? '', TODAY)).map(({ pillar }) => pillar)
  expect(new Set(pillars)).toEqual(new Set(PILLARS))
  const funderNames = (await listFunders(db, contract?.id ?? '')).map(({ shortName }) => shortName)
  expect(funderNames).toEqual([
    'État',
    'Région',
    'Département',
    'Agglomération',
    'CAF',
    'Lens',
    'Liévin',
    'Avion',
    'Sallaumines',
    'Harnes',
    'Bully-les-Mines',
    'Méricourt',
    'Billy-Montigny',
  ])
  expect((await listThemes(db)).filter(({ parentCode }) => parentCode === null)).toHaveLength(4)
})

dbTest('loading the reference data a second time changes nothing', async ({ db }) => {
  await loadReference(db)
  const counts = () =>
    db.one(z.record(z.string(), z.number()))`
      select (select count(*) from commune) as communes, (select count(*) from qpv) as qpvs, (select count(*) from theme) as themes,
        (select count(*) from organisation) as organisations, (select count(*) from orientation) as orientations,
        (select count(*) from body) as bodies, (select count(*) from funder_rule) as rules`
  const before = await counts()
  await loadReference(db)
  expect(await counts()).toEqual(before)
})
