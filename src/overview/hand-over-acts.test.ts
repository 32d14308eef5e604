import { expect } from 'vitest'
import { z } from 'zod'
import { type HandOverInput, handOver, keyOf } from '#access/hand-over-acts.ts'
import { listReceived } from '#access/hand-over-store.ts'
import { heldClaims } from '#access/held-claims.ts'
import type { HeldThings } from '#access/held-thing.ts'
import type { Mandate } from '#access/mandate.ts'
import { heldAwards } from '#agreement/held-awards-store.ts'
import { heldDrafts } from '#calls/held-drafts-store.ts'
import { heldMoney } from '#funding/held-money-store.ts'
import { heldAsks } from '#instruction/held-asks-store.ts'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { twoYears } from '#testing/two-years.ts'
import { aMandate, aPart, aWorld, TODAY, type World } from '#testing/world.ts'

const PROVIDERS = [heldClaims, heldDrafts, heldAsks, heldMoney, heldAwards]
const held: HeldThings = async (db, mandate, today) => (await Promise.all(PROVIDERS.map((one) => one(db, mandate, today)))).flat()

const ends = (mandate: Mandate, wish: Partial<HandOverInput> = {}): HandOverInput => ({
  ...{ id: newId(), mandateId: mandate.id, endsOn: TODAY, note: 'Appeler la mairie.', receivers: new Map<string, string>(), held },
  ...wish,
})
const self = (mandate: Mandate) => ({ personId: mandate.personId, mandate })

const colleagueOf = (db: Db, world: World, of: Mandate): Promise<Mandate> =>
  aMandate(db, { name: 'Collègue', organisationId: of.organisationId, function: of.function, contractId: world.contractId })

const endOf = async (db: Db, { id }: Mandate): Promise<string | null> =>
  (await db.one(z.object({ to: z.string().nullable() }))`select valid_to as to from mandate where id = ${id}`).to

dbTest(
  'ANI-03: what each function holds is listed: drafts, opinions, pieces, meetings, envelopes, decisions not notified',
  async ({ db }) => {
    const { world } = await twoYears(db)
    const { partId, applicationId } = await aPart(db, world, { asked: { caf: euros(900) } })
    await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
      values (${newId()}, ${partId}, ${applicationId}, ${world.organisations.caf}, ${TODAY}, '2027-01-20', ${world.mandates.lead.id})`
    const kinds = async (mandate: Mandate): Promise<string[]> => [...new Set((await held(db, mandate, TODAY)).map(({ kind }) => kind))]
    expect(await kinds(world.mandates.porteur)).toEqual(['Brouillons de demande', 'Bilans 2027 à remettre', 'Bilans 2026 à remettre'])
    expect(await kinds(world.mandates.caf)).toEqual(['Avis à rendre', 'Enveloppes où il reste à décider', 'Décisions à notifier'])
    expect(await kinds(world.mandates.lead)).toEqual([
      'Pièces demandées, attendues',
      'Séances à tenir ou à clore',
      'Enveloppes où il reste à décider',
    ])
  },
)

dbTest(
  'ANI-03: a person ends its mandate: things go to a colleague or stay, the day is set, the colleague finds them with the note',
  async ({ db }) => {
    const { world } = await twoYears(db)
    const { caf } = world.mandates
    const colleague = await colleagueOf(db, world, caf)
    const things = await held(db, caf, TODAY)
    const [first] = things
    const receivers = new Map(first ? [[keyOf(first), colleague.id]] : [])
    const result = await handOver(db, self(caf), ends(caf, { receivers }), TODAY)
    expect(result).toEqual({ done: true, value: { given: 1, left: things.length - 1 } })
    expect(await endOf(db, caf)).toBe(TODAY)
    const received = await listReceived(db, colleague)
    expect(received).toHaveLength(things.length)
    expect(received.filter(({ mine }) => mine).map(({ label }) => label)).toEqual([first?.label])
    expect(received[0]?.note).toBe('Appeler la mairie.')
    const journal = await db.rows(z.object({ act: z.string() }))`select act from journal where subject_id = ${caf.id}`
    expect(journal).toEqual([{ act: 'mandate.handed-over' }])
  },
)

dbTest('the same form sent twice makes one hand-over', async ({ db }) => {
  const { world } = await twoYears(db)
  const input = ends(world.mandates.caf)
  for (let time = 0; time < 2; time += 1) expect((await handOver(db, self(world.mandates.caf), input, TODAY)).done).toBe(true)
  expect(await db.rows(z.object({ id: z.string() }))`select id from hand_over`).toHaveLength(1)
})

dbTest('the project lead ends a mandate of its contract; another officer does not, and finds nothing', async ({ db }) => {
  const world = await aWorld(db)
  const { caf, lead, state, porteur } = world.mandates
  const unknown = { done: false, reasons: ['unknown-mandate'] }
  expect(await handOver(db, self(state), ends(caf), TODAY)).toEqual(unknown)
  expect(await handOver(db, self(lead), ends(porteur), TODAY)).toEqual(unknown)
  expect(await handOver(db, self(lead), ends(caf, { mandateId: newId() }), TODAY)).toEqual(unknown)
  expect((await handOver(db, self(lead), ends(caf), TODAY)).done).toBe(true)
})

dbTest('a receiver of another organisation, or whose mandate ends before, is refused and nothing is written', async ({ db }) => {
  const { world } = await twoYears(db)
  const { caf, region } = world.mandates
  const [thing] = await held(db, caf, TODAY)
  const to = (id: string) => new Map(thing ? [[keyOf(thing), id]] : [])
  const refusal = { done: false, reasons: ['unknown-receiver'] }
  expect(await handOver(db, self(caf), ends(caf, { receivers: to(region.id) }), TODAY)).toEqual(refusal)
  const leaving = await colleagueOf(db, world, caf)
  await db.run`update mandate set valid_to = ${TODAY} where id = ${leaving.id}`
  expect(await handOver(db, self(caf), ends(caf, { receivers: to(leaving.id) }), TODAY)).toEqual(refusal)
  expect(await handOver(db, self(caf), ends(caf, { endsOn: addDays(TODAY, -1), note: '' }), TODAY)).toEqual({
    done: false,
    reasons: ['ends-in-the-past', 'note-missing'],
  })
  expect(await endOf(db, caf)).toBeNull()
})
