import { expect } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { errorConstraint } from '#platform/db-core.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { referenceTerritory } from '#testing/territory.ts'
import { EMPLOYMENT_RATE, QPV_INHABITANTS } from './figure.ts'
import { chooseFigure } from './figure-choice.ts'
import { figuresOf, listFigures } from './figure-store.ts'
import { checkSectors } from './sector-coverage.ts'
import { listCommunesInPolicy, listSectors } from './sector-store.ts'
import { findQpv, listCommunePlaces, listPerimeters, listQpvs, listQpvsOfCommune } from './store.ts'

const VALENCIENNES = '245901160'
const LENS_LIEVIN = '246200364'
const IN_2019 = day('2019-07-04')

const territoryTest = dbTest.extend<{ loaded: Database }>({
  loaded: async ({ db }, use) => {
    await referenceTerritory(db)
    await use(db)
  },
})

territoryTest(
  'TER-01: Valenciennes has its fourteen neighbourhoods until the list of 2024, one in four communes',
  async ({ loaded: db }) => {
    const found = await listQpvs(db, { epciSiren: VALENCIENNES, on: IN_2019, kind: 'qpv' })
    expect(found).toHaveLength(14)
    expect(found.every(({ generation, code }) => generation === 2015 && code.startsWith('QP059'))).toBe(true)
    expect(found.find(({ code }) => code === 'QP059021')?.communes.map(({ name }) => name)).toEqual([
      'Anzin',
      'Beuvrages',
      'Bruay-sur-l’Escaut'.replace('’', "'"),
      'Valenciennes',
    ])
    expect(await listQpvs(db, { epciSiren: VALENCIENNES, on: day('2024-01-01') })).toEqual([])
  },
)

territoryTest('TER-02: watch neighbourhoods stand beside priority ones: one kind, the other, or both', async ({ loaded: db }) => {
  const by = { epciSiren: LENS_LIEVIN, on: IN_2019 }
  const [both, qpv, qva] = await Promise.all([listQpvs(db, by), listQpvs(db, { ...by, kind: 'qpv' }), listQpvs(db, { ...by, kind: 'qva' })])
  expect([both.length, qpv.length, qva.length]).toEqual([4, 2, 2])
  expect(qva.every(({ fictitious, kind }) => fictitious && kind === 'qva')).toBe(true)
})

territoryTest(
  'TER-09: a neighbourhood keeps its other names, and its programmes without the dates that no document gives',
  async ({ loaded: db }) => {
    const lecocq = await findQpv(db, 'QP059024')
    expect(lecocq?.aliases.map(({ name }) => name)).toEqual(['Chanteclerc le Coq', 'Cité Lecoq'])
    expect(lecocq?.programmes).toMatchObject([{ programme: 'npnru', siteName: 'Cité Lecoq', validFrom: null, validTo: null }])
    expect((await findQpv(db, 'QN06293Z'))?.programmes.map(({ programme }) => programme)).toEqual(['educational-city', 'erbm', 'npnru'])
    expect((await listQpvsOfCommune(db, '59153')).map(({ name }) => name)).toEqual(['Centre-Ville', 'Lecocq'])
  },
)

territoryTest('TER-10: both populations of Pas-de-Calais are kept, and a calculation says which one it used', async ({ loaded: db }) => {
  const subject = { kind: 'department' as const, code: '62' }
  const figures = await listFigures(db, { subjects: [subject], indicators: [QPV_INHABITANTS] })
  expect(figures.map(({ value, year }) => ({ value, year }))).toEqual([
    { value: 159_000, year: 2018 },
    { value: 149_827, year: null },
  ])
  expect(chooseFigure(figures)?.used.source).toContain('Brochure du préfet')
  const all = await listFigures(db, { subjects: [subject] })
  expect(all.filter(({ value }) => value === null).length).toBeGreaterThan(10)
  expect(all.filter(({ value, note }) => value === null && note === null)).toEqual([])
})

territoryTest(
  'TER-06: the rates of Valenciennes are loaded whole, without the year that the table does not print',
  async ({ loaded: db }) => {
    const subjects = [...Array(14).keys()].map((rank) => ({ kind: 'qpv' as const, code: `QP0590${20 + rank}` }))
    const figures = await listFigures(db, { subjects, indicators: [EMPLOYMENT_RATE] })
    expect(figures).toHaveLength(14)
    expect(figures.every(({ year, definition, fictitious }) => year === null && definition !== null && !fictitious)).toBe(true)
    expect(figuresOf(figures, { kind: 'qpv', code: 'QP059029' }, EMPLOYMENT_RATE)[0]?.value).toBe(52.4)
  },
)

territoryTest.for([-0.1, 100.1])('TER-06: the database refuses a rate of %s per cent', async (rate, { loaded: db }) => {
  const refused = await db.run`insert into figure (id, subject_kind, subject_code, indicator, label, value, unit, source, read_on)
      values (${newId()}, 'qpv', 'QP059024', 'employment-rate', 'Taux', ${rate}, '%', 'source de test', '2026-11-20')`.then(
    () => undefined,
    errorConstraint,
  )
  expect(refused).toBe('figure_rate_between_0_and_100')
})

territoryTest(
  'TER-08: the sectors of Valenciennes hold its twelve communes in policy once each; the six others are not legible',
  async ({ loaded: db }) => {
    const [sectors, inPolicy] = await Promise.all([
      listSectors(db, { epciSiren: VALENCIENNES, on: IN_2019 }),
      listCommunesInPolicy(db, { epciSiren: VALENCIENNES, on: IN_2019 }),
    ])
    expect(sectors.map(({ communes, projectLeads, statedCommunes }) => [communes.length, projectLeads, statedCommunes])).toEqual([
      [6, 5, 9],
      [6, 6, 9],
    ])
    const coverage = checkSectors(
      inPolicy,
      sectors.map((one) => ({ ...one, communeCodes: one.communes.map(({ code }) => code) })),
    )
    expect(coverage).toEqual({ missing: [], repeated: [], outside: [], withoutOfficer: [] })
    expect(sectors[0]?.communes.filter(({ deduced }) => !deduced)).toHaveLength(3)
  },
)

territoryTest('TER-08: the database refuses a commune in two sectors of one division', async ({ loaded: db }) => {
  const insert = db.run`insert into animation_sector_commune (sector_id, epci_siren, valid_from, commune_code)
    select id, epci_siren, valid_from, '59606' from animation_sector where name like 'Nord%'`
  await expect(insert).rejects.toThrow()
})

territoryTest('each fictitious neighbourhood has a closed perimeter near its communes, marked as drawn by us', async ({ loaded: db }) => {
  const qpvs = await listQpvs(db, { epciSiren: LENS_LIEVIN, on: day('2027-01-14') })
  const perimeters = await listPerimeters(
    db,
    qpvs.map(({ id }) => id),
  )
  expect(perimeters).toHaveLength(10)
  const rings = perimeters.flatMap(({ polygons }) => polygons.flat())
  expect(rings.every((ring) => ring.length > 8 && String(ring[0]) === String(ring.at(-1)))).toBe(true)
  expect(rings.flat().every(([longitude, latitude]) => longitude > 2.6 && longitude < 3 && latitude > 50.3 && latitude < 50.5)).toBe(true)
  expect(perimeters.every(({ fictitious }) => fictitious)).toBe(true)
  expect(await listCommunePlaces(db, LENS_LIEVIN)).toHaveLength(8)
  const others = await db.one(z.object({ count: z.number() }))`select count(*) from qpv_perimeter where not fictitious`
  expect(others.count).toBe(0)
})
