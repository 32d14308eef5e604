import { describe, expect } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, fictitiousSiret, TODAY, type World } from '#testing/world.ts'
import { importDauphin } from './dauphin-acts.ts'
import { DAUPHIN_COLUMNS, type DauphinColumn } from './dauphin-columns.ts'
import { sayCounts } from './dauphin-report.ts'
import type { SheetLine } from './dauphin-rows.ts'

const GOOD: Partial<Record<DauphinColumn, string>> = {
  number: 'DA62270001',
  year: '2027',
  theme: '1.5',
  frequency: 'Renouvellement',
  siret: fictitiousSiret(201),
  organisationName: 'Les Ateliers du Terril',
  thirdPartyKind: 'Association',
  title: 'Vélo-école',
  summary: 'Apprendre à rouler.',
  startsOn: '01/01/2027',
  endsOn: '31/12/2027',
  qpvs: 'QN06201F (60 %) ; QN06202F (40 %)',
  totalCost: '9000',
  funder: '62-ETAT-POLITIQUE-VILLE',
  asked: '5000',
  status: 'Recevable',
}

function sheet(...changes: Partial<Record<DauphinColumn, string>>[]): SheetLine[] {
  const cells = (line: Partial<Record<DauphinColumn, string>>) => DAUPHIN_COLUMNS.map(({ key }) => line[key] ?? '')
  return [
    { line: 1, cells: DAUPHIN_COLUMNS.map(({ header }) => header) },
    ...changes.map((change, index) => ({ line: index + 2, cells: cells({ ...GOOD, ...change }) })),
  ]
}

async function dauphinFirst(db: Db): Promise<World> {
  const world = await aWorld(db)
  await db.run`update call set door = 'dauphin-first' where id = ${world.callId}`
  return world
}

async function importing(db: Db, world: World, rows: SheetLine[], more: { choices?: string[]; dryRun?: boolean } = {}) {
  const result = await importDauphin(db, world.mandates.lead, { callId: world.callId, fileName: 'export.csv', rows, ...more }, TODAY)
  if (!result.done) throw new Error(result.reasons.join())
  return result.value
}

/** Everything an import may touch, as one text. */
async function picture(db: Db): Promise<string> {
  const { all } = await db.one(z.object({ all: z.string() }))`
    select coalesce((select string_agg(p.id || p.title || p.summary || coalesce(p.theme_code, '') || p.starts_on, '#' order by p.id) from action_part p), '')
      || coalesce((select string_agg(r.id || ':' || r.asked_cents, '#' order by r.id) from request r), '')
      || coalesce((select string_agg(t.part_id::text || t.qpv_id || ':' || t.share, '#' order by t.part_id, t.qpv_id) from part_territory t), '')
      || coalesce((select string_agg(b.account || b.amount_cents, '#' order by b.budget_id, b.account) from budget_line b), '')
      || coalesce((select string_agg(s.application_id || ':' || s.number, '#' order by s.number) from submission s), '')
      || coalesce((select string_agg(g.subject_id || ':' || g.organisation_id, '#' order by g.subject_id, g.organisation_id) from reading_right g), '')
      || coalesce((select string_agg(l.id || ':' || l.content::text || coalesce(l.vanished_import_id::text, '-'), '#' order by l.id) from dauphin_line l), '')
      || (select count(*) from organisation)::text as all`
  return all
}

async function partOf(db: Db, number = 'DA62270001') {
  return db.one(z.object({ id: z.string(), title: z.string(), summary: z.string(), asked: z.number() }))`
    select p.id, p.title, p.summary, (select sum(r.asked_cents) from request r where r.part_id = p.id) as asked
    from application a join action_part p on p.application_id = a.id where a.dauphin_number = ${number}`
}

dbTest('an import makes the organisation, the submitted file, its requests, its shares and its readers', async ({ db }) => {
  const world = await dauphinFirst(db)
  const report = await importing(
    db,
    world,
    sheet({}, { funder: 'CAF du Pas-de-Calais', asked: '1000' }, { funder: 'Commune de Lens', asked: '300' }),
  )
  expect(report.counts).toEqual({ read: 3, new: 3, same: 0, changed: 0, conflict: 0, vanished: 0, refused: 0 })
  const file = await db.one(z.record(z.string(), z.unknown()))`
    select o.name, o.legal_form as form, o.fictitious, a.origin, s.number, s.framing_version as framing, p.title, p.renewed,
      (select count(*) from part_territory t where t.part_id = p.id) as places,
      (select json_agg(r.asked_cents order by r.asked_cents) from request r where r.part_id = p.id) as asked,
      (select json_agg(g.organisation_id) from reading_right g where g.subject_id = a.id) as readers
    from application a join organisation o on o.id = a.organisation_id join submission s on s.application_id = a.id
      join action_part p on p.application_id = a.id where a.dauphin_number = 'DA62270001'`
  expect(file).toMatchObject({
    name: 'Les Ateliers du Terril',
    form: 'association',
    fictitious: true,
    origin: 'dauphin',
    number: 1,
    framing: 1,
  })
  expect(file).toMatchObject({ title: 'Vélo-école', renewed: true, places: 2, asked: [100_000, 500_000] })
  const { state, epci, caf } = world.organisations
  expect(new Set(z.array(z.string()).parse(file['readers']))).toEqual(new Set([state, epci, caf]))
})

dbTest('the same file imported again changes nothing', async ({ db }) => {
  const world = await dauphinFirst(db)
  const rows = sheet({}, { funder: 'CAF' }, { number: 'DA62270002', title: 'Autre', siret: fictitiousSiret(202) })
  await importing(db, world, rows)
  const before = await picture(db)
  const again = await importing(db, world, rows)
  expect(again.counts).toMatchObject({ new: 0, same: 3, changed: 0, conflict: 0, vanished: 0 })
  expect(await picture(db)).toBe(before)
})

dbTest('a trial run writes nothing', async ({ db }) => {
  const world = await dauphinFirst(db)
  const before = await picture(db)
  const report = await importing(db, world, sheet({}), { dryRun: true })
  expect(report.counts.new).toBe(1)
  expect(await picture(db)).toBe(before)
})

describe('what changed on the portal', () => {
  dbTest('is taken where nobody edited it here', async ({ db }) => {
    const world = await dauphinFirst(db)
    await importing(db, world, sheet({}))
    const report = await importing(
      db,
      world,
      sheet({ asked: '7000', title: 'Vélo-école pour adultes', qpvs: 'QN06203F', totalCost: '12000' }),
    )
    expect(report.lines[0]?.changes.map(({ field, outcome }) => [field, outcome])).toEqual([
      ['title', 'taken'],
      ['qpvs', 'taken'],
      ['totalCost', 'taken'],
      ['asked', 'taken'],
    ])
    expect(await partOf(db)).toMatchObject({ title: 'Vélo-école pour adultes', asked: 700_000 })
    const [place] = await db.rows(z.object({ code: z.string() }))`select q.code from part_territory t join qpv q on q.id = t.qpv_id`
    expect(place?.code).toBe('QN06203F')
  })

  dbTest('is shown and kept as edited here, unless the portal’s value is chosen field by field', async ({ db }) => {
    const world = await dauphinFirst(db)
    await importing(db, world, sheet({}))
    const { id } = await partOf(db)
    await db.run`update action_part set title = 'Titre corrigé ici', summary = 'Résumé corrigé ici' where id = ${id}`
    const rows = sheet({ title: 'Titre du portail', summary: 'Résumé du portail' })
    const seen = await importing(db, world, rows, { dryRun: true })
    expect(seen.counts.conflict).toBe(1)
    await importing(db, world, rows, { choices: ['DA62270001|62 etat politique ville|summary'] })
    expect(await partOf(db)).toMatchObject({ title: 'Titre corrigé ici', summary: 'Résumé du portail' })
    expect((await importing(db, world, rows)).counts).toMatchObject({ same: 1, conflict: 0 })
  })

  dbTest('a vanished line is marked once and undone nowhere; back, it is a change', async ({ db }) => {
    const world = await dauphinFirst(db)
    await importing(db, world, sheet({}, { funder: 'CAF' }))
    expect((await importing(db, world, sheet({}))).counts).toMatchObject({ vanished: 1, same: 1 })
    expect((await importing(db, world, sheet({}))).counts).toMatchObject({ vanished: 0, same: 1 })
    expect(await partOf(db)).toMatchObject({ asked: 1_000_000 })
    expect((await importing(db, world, sheet({}, { funder: 'CAF' }))).counts).toMatchObject({ changed: 1, same: 1 })
  })
})

dbTest('good lines enter and refused ones are told', async ({ db }) => {
  const world = await dauphinFirst(db)
  const report = await importing(db, world, sheet({}, { number: 'DA62270002', siret: '4,5E+13' }))
  expect(report.counts).toMatchObject({ read: 2, new: 1, refused: 1 })
  expect(report.refused).toEqual([{ line: 3, column: 'siret', value: '4,5E+13', rule: 'siret-rounded' }])
})

dbTest('a sheet without its columns imports nothing', async ({ db }) => {
  const world = await dauphinFirst(db)
  const input = { callId: world.callId, fileName: 'x', rows: [{ line: 1, cells: ['SIRET'] }] }
  expect(await importDauphin(db, world.mandates.lead, input, TODAY)).toEqual({ done: false, reasons: ['missing-columns'] })
})

dbTest('a sheet of headings alone imports nothing, and says so', async ({ db }) => {
  const world = await dauphinFirst(db)
  const report = await importing(db, world, sheet())
  expect(report.counts).toEqual({ read: 0, new: 0, same: 0, changed: 0, conflict: 0, vanished: 0, refused: 0 })
  expect(sayCounts(report.counts)).toBe('0 ligne lue\u00A0: rien à importer.')
})

dbTest('an import into the call of another contract is refused', async ({ db }) => {
  const world = await dauphinFirst(db)
  const by = { ...world.mandates.lead, contractId: world.callId }
  const input = { callId: world.callId, fileName: 'x', rows: sheet({}) }
  expect(await importDauphin(db, by, input, TODAY)).toEqual({ done: false, reasons: ['unknown-call'] })
})

dbTest('lines of an organisation in which the person declared an interest are left to somebody else', async ({ db }) => {
  const world = await dauphinFirst(db)
  await db.run`insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
    values (gen_random_uuid(), ${world.mandates.lead.personId}, ${world.organisations.porteur}, 'Trésorière', '2026-01-01')`
  const report = await importing(db, world, sheet({ siret: fictitiousSiret(11) }))
  expect(report.refused.map(({ rule }) => rule)).toEqual(['declared-interest'])
})

dbTest('a State line joins the file begun on Pilotis that has its number; a difference is a conflict', async ({ db }) => {
  const world = await aWorld(db)
  await aPart(db, world, { title: 'Vélo-école', dauphinNumber: 'DA62270001', asked: { state: euros(4000) } })
  const here = { siret: fictitiousSiret(11), summary: 'Un jardin partagé au pied des immeubles.', qpvs: 'QN06201F' }
  const rows = sheet(here, { ...here, funder: 'CAF' })
  const report = await importing(db, world, rows, { choices: ['DA62270001|62 etat politique ville|asked'] })
  expect(report.lines[0]?.changes.map(({ field, outcome }) => [field, outcome])).toEqual([['asked', 'conflict']])
  expect(report.refused.map(({ line, rule }) => [line, rule])).toEqual([[3, 'state-line-only']])
  expect(await partOf(db)).toMatchObject({ asked: 500_000 })
  const answer = await db.one(z.object({ raw: z.string() }))`select raw from answer where field = ${`asked.${world.organisations.state}`}`
  expect(answer.raw).toBe('5000')
})

dbTest('a renewal goes on with the action of the same title, so that all its years are one', async ({ db }) => {
  const world = await dauphinFirst(db)
  const { actionId } = await aPart(db, world, { title: 'VELO ECOLE' })
  await importing(
    db,
    world,
    sheet({ siret: fictitiousSiret(11) }, { number: 'DA62270009', title: 'Tout autre chose', siret: fictitiousSiret(11) }),
  )
  const rows = await db.rows(z.object({ number: z.string(), same: z.boolean() }))`
    select a.dauphin_number as number, p.action_id = ${actionId} as same from application a join action_part p on p.application_id = a.id
    where a.dauphin_number is not null order by 1`
  expect(rows.map(({ same }) => same)).toEqual([true, false])
})

dbTest('5,000 lines are imported, and then found unchanged', { timeout: 120_000 }, async ({ db }) => {
  const world = await dauphinFirst(db)
  const rows = sheet(
    ...Array.from({ length: 5000 }, (_, index) => ({
      number: `DA${String(Math.floor(index / 2)).padStart(8, '0')}`,
      siret: fictitiousSiret(1000 + (Math.floor(index / 2) % 700)),
      title: `Action ${Math.floor(index / 2)}`,
      funder: index % 2 === 0 ? 'État' : 'CAF',
    })),
  )
  const started = performance.now()
  expect((await importing(db, world, rows)).counts).toMatchObject({ new: 5000, refused: 0 })
  const imported = performance.now()
  expect((await importing(db, world, rows)).counts).toMatchObject({ same: 5000 })
  console.info(`5,000 lines: ${Math.round(imported - started)} ms new, ${Math.round(performance.now() - imported)} ms again`)
})
