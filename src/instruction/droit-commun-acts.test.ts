import { beforeEach, describe, expect } from 'vitest'
import { markDecided } from '#calls/decided-store.ts'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { endLine } from '#resources/droit-commun-line-acts.ts'
import { aLine } from '#testing/means.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { type AnswerInput, answerTries, overrideRoute, type TryInput, tryLines } from './droit-commun-acts.ts'
import { listCountedTries, listMyTries } from './droit-commun-asking-store.ts'
import { type PartRoute, specificRouteOpen, triedLines } from './droit-commun-read-store.ts'
import { listTried } from './droit-commun-try-store.ts'

const DUE = addDays(TODAY, 21)
const AFTER = addDays(DUE, 1)

beforeEach(() => expect.hasAssertions())

async function ask(db: Db, world: World, wish: Partial<TryInput> & { partIds: string[] }): ReturnType<typeof tryLines> {
  return tryLines(
    db,
    world.mandates.lead,
    { contractId: world.contractId, dueOn: DUE, publicUrl: 'https://pilotis.example', ...wish },
    TODAY,
  )
}

async function routeOn(db: Db, partId: string, on = TODAY): Promise<PartRoute | undefined> {
  return (await specificRouteOpen(db, [partId], on)).get(partId)
}

const answer = (tryId: string, wish: Partial<AnswerInput> = {}): AnswerInput => ({
  id: newId(),
  tryId,
  outcome: 'no',
  amount: null,
  means: '',
  reason: 'Hors de nos critères',
  ...wish,
})

/** A part with one line of the CAF and one of the State, both tried. */
async function tried(db: Db): Promise<{ world: World; applicationId: string; partId: string; caf: string; state: string }> {
  const world = await aWorld(db)
  await aLine(db, world)
  await aLine(db, world, { ownerId: world.organisations.state, name: 'Adultes-relais', kind: 'post' })
  const { partId, applicationId } = await aPart(db, world)
  await ask(db, world, { partIds: [partId] })
  const rows = await listTried(db, world.mandates.lead.scope, { partIds: [partId], today: TODAY })
  const of = (ownerId: string): string => rows.find((row) => row.ownerId === ownerId)?.tryId ?? ''
  return { world, applicationId, partId, caf: of(world.organisations.caf), state: of(world.organisations.state) }
}

async function linesTried(db: Db, partId: string): Promise<string[]> {
  const route = (await specificRouteOpen(db, [partId], TODAY)).get(partId)
  return route ? triedLines(route, TODAY) : []
}

describe('which lines fit', () => {
  dbTest('PRJ-07: contract, theme or its heading, commune and day; never a line of the applicant itself', async ({ db }) => {
    const world = await aWorld(db)
    for (const [name, wish] of [
      ['Partout', {}],
      ['Titre', { themeCode: '1' }],
      ['Thème', { themeCode: '1.5' }],
      ['Autre thème', { themeCode: '2.1' }],
      ['Lens', { communeCode: '62498' }],
      ['Liévin', { communeCode: '62510' }],
      ['À venir', { validFrom: addDays(TODAY, 1) }],
      ['Finie', { validFrom: addDays(TODAY, -9), validTo: addDays(TODAY, -1) }],
      ['La sienne', { ownerId: world.organisations.epci }],
    ] as const) {
      await aLine(db, world, { name, ...wish })
    }
    const { partId } = await aPart(db, world)
    const rows = await listTried(db, world.mandates.lead.scope, { partIds: [partId], today: TODAY })
    expect(rows.map(({ lineName }) => lineName).toSorted()).toEqual(['La sienne', 'Lens', 'Partout', 'Thème', 'Titre'])
    const own = await aPart(db, world, { organisationId: world.organisations.otherPorteur })
    await db.run`update droit_commun_line set owner_id = ${world.organisations.otherPorteur} where name = 'La sienne'`
    const others = await listTried(db, world.mandates.lead.scope, { partIds: [own.partId], today: TODAY })
    expect(others.map(({ lineName }) => lineName)).not.toContain('La sienne')
  })

  dbTest('a decided file is judged by the lines of its day: a later line reopens nothing', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    await db.transaction((tx) => markDecided(tx, [partId], TODAY))
    await aLine(db, world, { validFrom: addDays(TODAY, 1) })
    expect(await routeOn(db, partId, AFTER)).toMatchObject({ route: 'none-fits', open: true, lines: [] })
  })
})

describe('asking', () => {
  dbTest('PRJ-07, ENG-02: every line that fits is asked at once; its owner reads the file and is written to once', async ({ db }) => {
    const world = await aWorld(db)
    await aLine(db, world)
    await aLine(db, world, { name: 'Emploi', themeCode: '2.1' })
    const [one, other] = [await aPart(db, world, { title: 'Vélo-école' }), await aPart(db, world, { title: 'Ludothèque' })]
    expect(await listMyTries(db, world.mandates.caf.scope, world.contractId)).toEqual([])
    const result = await ask(db, world, { partIds: [one.partId, other.partId] })
    expect(result).toEqual({ done: true, value: { asked: 2, parts: 2, alreadyAsked: 0, without: 0 } })
    expect(await listMyTries(db, world.mandates.caf.scope, world.contractId)).toHaveLength(2)
    const mails = await listMails(db)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.body).toContain('Vélo-école')
    expect(mails[0]?.body).toContain('Ludothèque')
    expect(await ask(db, world, { partIds: [one.partId] })).toEqual({
      done: true,
      value: { asked: 0, parts: 0, alreadyAsked: 1, without: 0 },
    })
    expect(await listMails(db)).toHaveLength(1)
  })

  dbTest('nothing chosen and a day past are refused together; a draft, or a line that does not fit, is not found', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    const draft = await aPart(db, world, { submitted: false })
    const unfit = await aLine(db, world, { themeCode: '2.1' })
    expect(await ask(db, world, { partIds: [], lineIds: [], dueOn: addDays(TODAY, -1) })).toEqual({
      done: false,
      reasons: ['no-part', 'no-line', 'past'],
    })
    await expect(ask(db, world, { partIds: [draft.partId] })).rejects.toThrow(NotFound)
    await expect(ask(db, world, { partIds: [partId], lineIds: [unfit] })).rejects.toThrow(NotFound)
    expect(await ask(db, world, { partIds: [partId] })).toMatchObject({ done: true, value: { asked: 0, without: 1 } })
  })
})

describe('the route', () => {
  dbTest('PRJ-07: closed until every line has answered, then open with the reasons kept', async ({ db }) => {
    const { world, partId, caf, state } = await tried(db)
    expect(await routeOn(db, partId)).toMatchObject({ route: 'waiting', open: false })
    await answerTries(db, world.mandates.caf, { answers: [answer(caf)] }, TODAY)
    expect(await routeOn(db, partId)).toMatchObject({ route: 'waiting', open: false })
    const half = answer(state, { outcome: 'partial', amount: euros(2_500), reason: 'Plafond' })
    await answerTries(db, world.mandates.state, { answers: [half] }, TODAY)
    expect(await routeOn(db, partId)).toMatchObject({ route: 'mixed', open: true })
    const lines = await linesTried(db, partId)
    expect(lines).toHaveLength(2)
    expect(lines?.join(' ')).toMatch(/CAF, Aide au lien social.*non \(Hors de nos critères\).*14\/01\/2027/)
    expect(lines?.join(' ')).toMatch(/État, Adultes-relais.*en partie, 2.500.*\(Plafond\)/)
  })

  dbTest('PRJ-07: no answer in time opens the route by itself, and counts against the partner', async ({ db }) => {
    const { world, partId, caf } = await tried(db)
    await answerTries(db, world.mandates.caf, { answers: [answer(caf)] }, TODAY)
    expect(await routeOn(db, partId, DUE)).toMatchObject({ route: 'waiting', open: false })
    expect(await routeOn(db, partId, AFTER)).toMatchObject({ route: 'specific', open: true })
    const counted = await listCountedTries(db, { contractId: world.contractId, year: 2027 })
    expect(counted.map(({ ownerName, outcome }) => [ownerName, outcome])).toEqual([
      ['État', null],
      ['CAF', 'no'],
    ])
  })

  dbTest('a line that takes the action whole closes the specific route, unless it comes after the due day', async ({ db }) => {
    const { world, partId, caf } = await tried(db)
    const whole = { outcome: 'yes', amount: euros(5_000), reason: '' } as const
    await answerTries(db, world.mandates.caf, { answers: [answer(caf, whole)] }, DUE)
    expect(await routeOn(db, partId, AFTER)).toMatchObject({ route: 'droit-commun', open: false })
    await answerTries(db, world.mandates.caf, { answers: [answer(caf)] }, DUE)
    expect(await routeOn(db, partId, AFTER)).toMatchObject({ route: 'specific', open: true })
    await answerTries(db, world.mandates.caf, { answers: [answer(caf, whole)] }, AFTER)
    expect(await routeOn(db, partId, AFTER)).toMatchObject({ route: 'mixed', open: true })
  })

  dbTest('a line that ends keeps what was tried on it; one that was never asked is no longer waited for', async ({ db }) => {
    const { world, partId, caf } = await tried(db)
    const late = await aLine(db, world, { name: 'Nouvelle' })
    expect(await routeOn(db, partId)).toMatchObject({ route: 'to-try', open: false })
    await endLine(db, world.mandates.lead, { id: late, on: TODAY }, TODAY)
    await answerTries(db, world.mandates.caf, { answers: [answer(caf)] }, TODAY)
    const route = await routeOn(db, partId, AFTER)
    expect(route).toMatchObject({ route: 'specific' })
    expect(route?.lines).toHaveLength(2)
  })

  dbTest('PRJ-07: an override opens the route for a reason that stays; without a reason it is refused', async ({ db }) => {
    const { world, partId } = await tried(db)
    const input = { id: newId(), contractId: world.contractId, partId, reason: '  ' }
    expect(await overrideRoute(db, world.mandates.lead, input, TODAY)).toEqual({ done: false, reasons: ['reason-missing'] })
    for (const reason of ['Le comité est demain', 'Encore']) await overrideRoute(db, world.mandates.lead, { ...input, reason }, TODAY)
    expect(await routeOn(db, partId)).toMatchObject({ route: 'waiting', open: true, override: { reason: 'Le comité est demain' } })
    expect((await linesTried(db, partId)).at(-1)).toContain('Le comité est demain')
  })
})

describe('answering', () => {
  dbTest('ENG-02: several at once, all or nothing, with every fault beside its line', async ({ db }) => {
    const { world, partId, caf } = await tried(db)
    const other = await aPart(db, world)
    await ask(db, world, { partIds: [other.partId] })
    const second = (await listMyTries(db, world.mandates.caf.scope, world.contractId)).find((one) => one.partId === other.partId)?.id ?? ''
    const answers = [answer(caf), answer(second, { reason: '' })]
    expect(await answerTries(db, world.mandates.caf, { answers }, TODAY)).toEqual({ done: false, reasons: [`${second}:reason-missing`] })
    expect(await routeOn(db, partId, AFTER)).toMatchObject({ route: 'specific' })
    expect((await listMyTries(db, world.mandates.caf.scope, world.contractId)).every(({ outcome }) => outcome === null)).toBe(true)
    expect(await answerTries(db, world.mandates.caf, { answers: [answer(caf), answer(second)] }, TODAY)).toEqual({ done: true, value: 2 })
  })

  dbTest('the same form sent twice keeps one answer; a change of mind is a new row', async ({ db }) => {
    const { world, caf } = await tried(db)
    const first = answer(caf)
    for (const _ of [1, 2]) await answerTries(db, world.mandates.caf, { answers: [first] }, TODAY)
    await answerTries(db, world.mandates.caf, { answers: [answer(caf, { reason: 'Autre motif' })] }, TODAY)
    const mine = await listMyTries(db, world.mandates.caf.scope, world.contractId)
    expect(mine).toMatchObject([{ outcome: 'no', reason: 'Autre motif' }])
    expect(await db.run`select 1 from droit_commun_answer`).toBe(2)
  })

  dbTest('nobody answers for the line of another organisation, nor on a file taken back', async ({ db }) => {
    const { world, applicationId, caf } = await tried(db)
    for (const by of [world.mandates.lead, world.mandates.state, world.mandates.region, world.mandates.porteur]) {
      await expect(answerTries(db, by, { answers: [answer(caf)] }, TODAY)).rejects.toThrow(NotFound)
    }
    await db.run`insert into application_withdrawal (application_id, withdrawn_on, withdrawn_by, reason)
      values (${applicationId}, ${TODAY}, ${world.mandates.porteur.id}, 'Plus de local')`
    await expect(answerTries(db, world.mandates.caf, { answers: [answer(caf)] }, TODAY)).rejects.toThrow(NotFound)
    expect(await listMyTries(db, world.mandates.caf.scope, world.contractId)).toEqual([])
  })

  dbTest('an applicant reads nothing of what is tried, not even on its own file', async ({ db }) => {
    const { world, partId } = await tried(db)
    expect(await listTried(db, world.mandates.porteur.scope, { partIds: [partId], today: TODAY })).toEqual([])
  })
})
