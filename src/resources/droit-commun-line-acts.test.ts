import { beforeEach, describe, expect } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aLine } from '#testing/means.ts'
import { aWorld, TODAY, type World } from '#testing/world.ts'
import { addLine, endLine, type LineInput } from './droit-commun-line-acts.ts'
import { type LineSearch, listLines, listOwners } from './droit-commun-line-store.ts'

beforeEach(() => expect.hasAssertions())

const line = (world: World, wish: Partial<LineInput> = {}): LineInput => ({
  id: newId(),
  ownerId: world.organisations.caf,
  name: 'Contrat local d’accompagnement à la scolarité',
  brings: 'Une part du poste d’animation.',
  criteria: '',
  audience: '',
  link: '',
  kind: 'money',
  communeCode: null,
  themeCode: null,
  validFrom: TODAY,
  validTo: null,
  source: 'monde de test',
  ...wish,
})

async function names(db: Db, world: World, search: Partial<LineSearch> = {}): Promise<string[]> {
  return (await listLines(db, { contractId: world.contractId, on: TODAY, ...search })).map(({ name }) => name)
}

describe('adding', () => {
  dbTest('ENG-13: the project lead writes a line of any partner; the same form sent twice makes one', async ({ db }) => {
    const world = await aWorld(db)
    const input = line(world)
    for (const _ of [1, 2]) expect(await addLine(db, world.mandates.lead, input, TODAY)).toEqual({ done: true, value: input.id })
    expect(await names(db, world)).toEqual([input.name])
  })

  dbTest('a partner writes its own lines and no other’s', async ({ db }) => {
    const world = await aWorld(db)
    expect((await addLine(db, world.mandates.caf, line(world), TODAY)).done).toBe(true)
    expect(await addLine(db, world.mandates.region, line(world), TODAY)).toEqual({ done: false, reasons: ['not-your-line'] })
    expect(await names(db, world)).toHaveLength(1)
  })

  dbTest('every fault is said at once', async ({ db }) => {
    const world = await aWorld(db)
    const wrong = { ownerId: world.organisations.porteur, themeCode: '9.9', communeCode: '75056', validTo: addDays(TODAY, -1) }
    expect(await addLine(db, world.mandates.lead, line(world, wrong), TODAY)).toEqual({
      done: false,
      reasons: ['unknown-owner', 'unknown-theme', 'unknown-commune', 'ends-before-it-begins'],
    })
  })
})

describe('ending', () => {
  dbTest('a line ends on a date: it stays in the catalogue of the past, and another may begin', async ({ db }) => {
    const world = await aWorld(db)
    const id = await aLine(db, world, { validFrom: day('2026-01-01') })
    expect((await endLine(db, world.mandates.caf, { id, on: addDays(TODAY, -1) }, TODAY)).done).toBe(true)
    expect(await names(db, world)).toEqual([])
    expect(await names(db, world, { ended: true })).toEqual(['Aide au lien social'])
    expect(await names(db, world, { on: day('2026-06-01') })).toEqual(['Aide au lien social'])
    expect(await endLine(db, world.mandates.lead, { id, on: TODAY }, TODAY)).toEqual({ done: false, reasons: ['ended'] })
    expect((await endLine(db, world.mandates.lead, { id, on: addDays(TODAY, -1) }, TODAY)).done).toBe(true)
  })

  dbTest('nobody ends the line of another organisation, before it began, nor one that does not exist', async ({ db }) => {
    const world = await aWorld(db)
    const id = await aLine(db, world)
    expect(await endLine(db, world.mandates.region, { id, on: addDays(TODAY, -1) }, TODAY)).toEqual({
      done: false,
      reasons: ['not-your-line', 'ends-before-it-begins'],
    })
    await expect(endLine(db, world.mandates.lead, { id: newId(), on: TODAY }, TODAY)).rejects.toThrow(NotFound)
    expect(await names(db, world)).toHaveLength(1)
  })
})

describe('looking', () => {
  dbTest('ENG-13: a theme finds its lines, those of its heading, and those that hold for every theme', async ({ db }) => {
    const world = await aWorld(db)
    for (const [name, themeCode] of [
      ['Tous', null],
      ['Cohésion', '1'],
      ['Lien social', '1.5'],
      ['Emploi', '2.1'],
    ] as const) {
      await aLine(db, world, { name, themeCode })
    }
    expect(await names(db, world, { themeCode: '1.5' })).toEqual(['Cohésion', 'Lien social', 'Tous'])
    expect(await names(db, world, { themeCode: '1' })).toEqual(['Cohésion', 'Lien social', 'Tous'])
    expect(await names(db, world, { themeCode: '2' })).toEqual(['Emploi', 'Tous'])
  })

  dbTest('words, kind and owner narrow the list; accents do not count', async ({ db }) => {
    const world = await aWorld(db)
    await aLine(db, world, { name: 'Adultes-relais', kind: 'post', ownerId: world.organisations.state })
    await aLine(db, world, { name: 'Scolarité' })
    expect(await names(db, world, { text: 'scolarite' })).toEqual(['Scolarité'])
    expect(await names(db, world, { kind: 'post' })).toEqual(['Adultes-relais'])
    expect(await names(db, world, { ownerId: world.organisations.caf })).toEqual(['Scolarité'])
    expect(await names(db, world, { text: '%' })).toEqual([])
  })

  dbTest('the owners are the partners of the contract, never an applicant', async ({ db }) => {
    const world = await aWorld(db)
    const owners = (await listOwners(db, world.contractId, TODAY)).map(({ id }) => id)
    expect(owners).toContain(world.organisations.caf)
    expect(owners).not.toContain(world.organisations.porteur)
  })
})
