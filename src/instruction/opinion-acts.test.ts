import { describe, expect } from 'vitest'
import { z } from 'zod'
import { addDays, type Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { cents, euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { aMandate, aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { askOpinions, giveOpinion } from './opinion-acts.ts'
import { latestOpinions, listOpinions, listReplacedOpinions, missingOpinions } from './opinion-store.ts'

const DUE = addDays(TODAY, 21)
const PUBLIC_URL = 'https://pilotis.example'

const askUntil = (db: Db, world: World, of: { partIds: string[]; organisationIds: string[]; dueOn: Day }) =>
  askOpinions(db, world.mandates.lead, { contractId: world.contractId, publicUrl: PUBLIC_URL, ...of }, TODAY)
const ask = (db: Db, world: World, partIds: string[], organisationIds: string[]) =>
  askUntil(db, world, { partIds, organisationIds, dueOn: DUE })

async function askedOf(
  db: Db,
  key: 'caf' | 'state' | 'region',
): Promise<{ world: World; applicationId: string; partId: string; requestId: string }> {
  const world = await aWorld(db)
  const { applicationId, partId } = await aPart(db, world)
  await ask(db, world, [partId], [world.organisations[key]])
  const [request] = await listOpinions(db, world.mandates.lead.scope, [partId])
  return { world, applicationId, partId, requestId: request?.requestId ?? '' }
}

const opinion = (of: { applicationId: string; requestId: string }) => ({
  id: newId(),
  applicationId: of.applicationId,
  requestId: of.requestId,
  kind: 'favourable' as const,
  reason: 'Action utile et bien notée.',
  proposed: undefined,
  seenId: undefined,
})

describe('asking', () => {
  dbTest('PRJ-06: opinions are asked of several organisations on several files at once, one mail a person', async ({ db }) => {
    const world = await aWorld(db)
    const parts = [await aPart(db, world), await aPart(db, world, { title: 'Vélo-école' })]
    const result = await ask(
      db,
      world,
      parts.map(({ partId }) => partId),
      [world.organisations.caf, world.organisations.region],
    )
    expect(result).toEqual({ done: true, value: { asked: 4, alreadyAsked: 0, own: 0, nothingAsked: 0, byLink: 0 } })
    const mails = await listMails(db)
    expect(mails).toHaveLength(2)
    expect(mails[0]?.subject).toBe('Votre avis est demandé sur 2 dossiers')
    expect(mails[0]?.body).toContain('Vélo-école')
    expect(mails[0]?.body).toContain('jeudi 4 février 2027')
  })

  dbTest('XCU-01: who is asked for an opinion may read the file and its action from then on, and not before', async ({ db }) => {
    const world = await aWorld(db)
    const { partId, applicationId, actionId } = await aPart(db, world)
    const seen = () => listOpinions(db, world.mandates.caf.scope, [partId])
    expect(await seen()).toEqual([])
    await ask(db, world, [partId], [world.organisations.caf])
    expect(await seen()).toHaveLength(1)
    const rights = await db.rows(z.object({ subject_id: z.uuid() }))`
      select subject_id from reading_right where organisation_id = ${world.organisations.caf} and reason = 'avis demandé'`
    expect(new Set(rights.map(({ subject_id }) => subject_id))).toEqual(new Set([applicationId, actionId]))
  })

  dbTest('who declared an interest in an applicant receives no mail about its file', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world, { title: 'Vélo-école' })
    const other = await aPart(db, world, { title: 'Ludothèque', organisationId: world.organisations.otherPorteur })
    await db.run`insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
      values (${newId()}, ${world.mandates.caf.personId}, ${world.organisations.porteur}, 'administrateur', ${TODAY})`
    await ask(db, world, [partId], [world.organisations.caf])
    expect(await listMails(db)).toEqual([])
    await ask(db, world, [partId, other.partId], [world.organisations.caf, world.organisations.region])
    const bodies = (await listMails(db)).map(({ body }) => [body.includes('Vélo-école'), body.includes('Ludothèque')])
    expect(bodies).toHaveLength(2)
    expect(bodies).toContainEqual([true, true])
    expect(bodies).toContainEqual([false, true])
  })

  dbTest('asking again changes nothing, writes to nobody and says so', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    await ask(db, world, [partId], [world.organisations.caf])
    const again = await askUntil(db, world, {
      partIds: [partId],
      organisationIds: [world.organisations.caf, world.organisations.region],
      dueOn: addDays(DUE, 3),
    })
    expect(again).toEqual({ done: true, value: { asked: 1, alreadyAsked: 1, own: 0, nothingAsked: 0, byLink: 0 } })
    expect(await listMails(db)).toHaveLength(2)
    const due = (await listOpinions(db, world.mandates.lead.scope, [partId])).map(({ organisationName, dueOn }) => [
      organisationName,
      dueOn,
    ])
    expect(due).toEqual([
      ['Région', addDays(DUE, 3)],
      ['CAF', DUE],
    ])
  })

  dbTest('nothing chosen and a day past are refused together', async ({ db }) => {
    const world = await aWorld(db)
    expect(await askUntil(db, world, { partIds: [], organisationIds: [], dueOn: addDays(TODAY, -1) })).toEqual({
      done: false,
      reasons: ['no-part', 'no-organisation', 'past'],
    })
  })

  dbTest('an organisation that has no place in the contract cannot be asked', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    await expect(ask(db, world, [partId], [world.organisations.otherPorteur])).rejects.toThrow(NotFound)
  })

  dbTest('nobody is asked an opinion on its own application', async ({ db }) => {
    const world = await aWorld(db)
    const { organisationId } = world.mandates.otherPorteur
    await aMandate(db, { name: 'Élue', organisationId, function: 'funder', contractId: world.contractId })
    const parts = [await aPart(db, world), await aPart(db, world, { organisationId })]
    const partIds = parts.map(({ partId }) => partId)
    expect(await ask(db, world, partIds, [organisationId])).toEqual({
      done: true,
      value: { asked: 1, alreadyAsked: 0, own: 1, nothingAsked: 0, byLink: 0 },
    })
    expect(await listOpinions(db, world.mandates.lead.scope, partIds)).toMatchObject([{ partId: partIds[0] }])
  })

  dbTest('one file that cannot be examined, and nothing is asked at all', async ({ db }) => {
    const world = await aWorld(db)
    const good = await aPart(db, world)
    const draft = await aPart(db, world, { submitted: false })
    await expect(ask(db, world, [good.partId, draft.partId], [world.organisations.caf])).rejects.toThrow(NotFound)
    expect(await listOpinions(db, world.mandates.lead.scope, [good.partId])).toEqual([])
  })
})

describe('giving', () => {
  dbTest('PRJ-06: an opinion changed is a new row: the latest counts, the first stays in the history', async ({ db }) => {
    const { world, applicationId, partId, requestId } = await askedOf(db, 'state')
    const first = { ...opinion({ applicationId, requestId }), proposed: euros(4_000) }
    await giveOpinion(db, world.mandates.state, first, TODAY)
    const second = { ...opinion({ applicationId, requestId }), kind: 'reserved' as const, proposed: euros(3_000), seenId: first.id }
    const result = await giveOpinion(db, world.mandates.state, second, addDays(TODAY, 1))
    expect(result).toMatchObject({ done: true, value: { aboveAsked: false, overtook: undefined } })
    const [latest] = await latestOpinions(db, world.mandates.lead.scope, [partId])
    expect(latest).toMatchObject({ kind: 'reserved', proposed: euros(3_000), given: 2, givenOn: addDays(TODAY, 1) })
    const replaced = await listReplacedOpinions(db, world.mandates.lead.scope, applicationId)
    expect(replaced).toMatchObject([{ kind: 'favourable', proposed: euros(4_000), givenOn: TODAY }])
  })

  dbTest('the same form sent twice makes one row', async ({ db }) => {
    const { world, partId, ...of } = await askedOf(db, 'caf')
    const input = opinion(of)
    await giveOpinion(db, world.mandates.caf, input, TODAY)
    await giveOpinion(db, world.mandates.caf, input, TODAY)
    expect(await latestOpinions(db, world.mandates.lead.scope, [partId])).toMatchObject([{ given: 1 }])
  })

  dbTest('two people of one organisation: both opinions are kept, the latest counts, the second is told', async ({ db }) => {
    const { world, partId, ...of } = await askedOf(db, 'caf')
    const { caf } = world.mandates
    const colleague = await aMandate(db, {
      name: 'Collègue',
      organisationId: caf.organisationId,
      function: 'funder',
      contractId: world.contractId,
    })
    const first = opinion(of)
    await giveOpinion(db, caf, first, TODAY)
    const result = await giveOpinion(db, colleague, { ...opinion(of), kind: 'reserved' }, TODAY)
    expect(result).toMatchObject({
      done: true,
      value: { overtook: { id: first.id, kind: 'favourable', personName: 'Conseiller de la CAF' } },
    })
    expect(await latestOpinions(db, world.mandates.lead.scope, [partId])).toMatchObject([{ given: 2, kind: 'reserved' }])
  })

  dbTest('more than asked is kept and said', async ({ db }) => {
    const { world, partId, ...of } = await askedOf(db, 'state')
    const result = await giveOpinion(db, world.mandates.state, { ...opinion(of), proposed: cents(500_001) }, TODAY)
    expect(result).toMatchObject({ done: true, value: { aboveAsked: true } })
    expect(await latestOpinions(db, world.mandates.lead.scope, [partId])).toMatchObject([{ proposed: 500_001 }])
  })

  dbTest('who holds an envelope of the contract may propose without being asked; who has none may not', async ({ db }) => {
    const { world, partId, ...of } = await askedOf(db, 'caf')
    expect((await giveOpinion(db, world.mandates.caf, { ...opinion(of), proposed: euros(500) }, TODAY)).done).toBe(true)
    await db.run`delete from envelope where funder_id = ${world.organisations.caf}`
    const refusal = await giveOpinion(db, world.mandates.caf, { ...opinion(of), proposed: euros(500) }, TODAY)
    expect(refusal).toEqual({ done: false, reasons: ['amount-without-money'] })
    expect(await latestOpinions(db, world.mandates.lead.scope, [partId])).toMatchObject([{ given: 1 }])
  })

  dbTest('nobody gives the opinion of another organisation', async ({ db }) => {
    const { world, partId, ...of } = await askedOf(db, 'caf')
    for (const mandate of [world.mandates.state, world.mandates.lead, world.mandates.region, world.mandates.porteur]) {
      await expect(giveOpinion(db, mandate, opinion(of), TODAY)).rejects.toThrow(NotFound)
    }
    expect(await latestOpinions(db, world.mandates.lead.scope, [partId])).toEqual([])
  })

  dbTest('the id of another opinion writes nothing', async ({ db }) => {
    const { world, partId, ...of } = await askedOf(db, 'caf')
    await ask(db, world, [partId], [world.organisations.state])
    const stateRequest = (await listOpinions(db, world.mandates.lead.scope, [partId])).find(({ requestId }) => requestId !== of.requestId)
    const given = opinion(of)
    await giveOpinion(db, world.mandates.caf, given, TODAY)
    const stolen = { ...opinion({ ...of, requestId: stateRequest?.requestId ?? '' }), id: given.id }
    await expect(giveOpinion(db, world.mandates.state, stolen, TODAY)).rejects.toThrow(NotFound)
  })
})

describe('what a committee needs', () => {
  dbTest('GOV-09: the opinions asked and not given are missing, whatever their due day', async ({ db }) => {
    const { world, partId, ...of } = await askedOf(db, 'caf')
    await askUntil(db, world, { partIds: [partId], organisationIds: [world.organisations.region], dueOn: TODAY })
    expect((await missingOpinions(db, [partId])).map(({ organisationName }) => organisationName)).toEqual(['Région', 'CAF'])
    await giveOpinion(db, world.mandates.caf, opinion(of), TODAY)
    expect((await missingOpinions(db, [partId])).map(({ organisationName }) => organisationName)).toEqual(['Région'])
    expect(await missingOpinions(db, [])).toEqual([])
  })

  dbTest('opinions are preparatory: an applicant sees none, not even on its own file', async ({ db }) => {
    const { world, partId, ...of } = await askedOf(db, 'caf')
    await giveOpinion(db, world.mandates.caf, opinion(of), TODAY)
    await giveOpinion(db, world.mandates.caf, opinion(of), TODAY)
    expect(await listReplacedOpinions(db, world.mandates.caf.scope, of.applicationId)).toHaveLength(1)
    expect(await listOpinions(db, world.mandates.porteur.scope, [partId])).toEqual([])
    expect(await listReplacedOpinions(db, world.mandates.porteur.scope, of.applicationId)).toEqual([])
  })
})
