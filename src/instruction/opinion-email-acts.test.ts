import { describe, expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { listAskedOf } from './my-opinions-store.ts'
import { askOpinions, giveOpinion } from './opinion-acts.ts'
import { recordEmail, typeOpinions } from './opinion-email-acts.ts'
import { findEmail, listEmails } from './opinion-email-store.ts'
import { markExamined } from './opinion-giving-store.ts'
import { upsertSettings } from './opinion-settings-store.ts'
import { listOpinions } from './opinion-store.ts'

const DUE = addDays(TODAY, 10)
const FILE = { hash: 'a'.repeat(64), size: 1200, kind: 'pdf', name: 'courriel-de-la-caf.pdf' }

async function anEmail(db: Db, files = 3): Promise<{ world: World; emailId: string; partIds: string[] }> {
  const world = await aWorld(db)
  const partIds: string[] = []
  for (let rank = 0; rank < files; rank += 1) partIds.push((await aPart(db, world, { title: `Action ${rank}` })).partId)
  const { contractId, organisations, mandates } = world
  const input = { contractId, partIds, organisationIds: [organisations.caf], dueOn: DUE, publicUrl: 'https://pilotis.example' }
  await askOpinions(db, mandates.lead, input, TODAY)
  const emailId = newId()
  const email = { id: emailId, contractId, organisationId: organisations.caf, sentOn: TODAY, file: FILE }
  for (let time = 0; time < 2; time += 1) expect(await recordEmail(db, mandates.lead, email, TODAY)).toEqual({ done: true, value: emailId })
  return { world, emailId, partIds }
}

async function entriesOf(db: Db, { contractId, organisations, mandates }: World) {
  const asked = await listAskedOf(db, mandates.lead.scope, { contractId, organisationId: organisations.caf })
  return asked.map(({ requestId }) => ({
    id: newId(),
    requestId,
    kind: 'favourable' as const,
    reason: 'Avis du courriel.',
    proposed: undefined,
    seenId: undefined,
  }))
}

describe('PRJ-06: opinions typed by an agent after an e-mail', () => {
  dbTest('are recorded at once against the one e-mail, and say who typed them and after what', async ({ db }) => {
    const { world, emailId, partIds } = await anEmail(db, 40)
    const { contractId, mandates, organisations } = world
    const entries = await entriesOf(db, world)
    expect(await typeOpinions(db, mandates.lead, { contractId, emailId, entries }, addDays(DUE, 4))).toMatchObject({ done: true })
    const rows = await listOpinions(db, mandates.state.scope, partIds)
    expect(rows.filter(({ kind }) => kind === 'favourable')).toHaveLength(40)
    expect(rows[0]).toMatchObject({
      organisationId: organisations.caf,
      way: 'email',
      emailSentOn: TODAY,
      typedBy: 'Agglomération de Lens-Liévin',
    })
    expect(await listEmails(db, mandates.lead.scope, contractId)).toMatchObject([{ opinions: 40, fileName: FILE.name }])
  })

  dbTest('are all recorded or none: one row without a reason stops the forty', async ({ db }) => {
    const { world, emailId, partIds } = await anEmail(db)
    const { contractId, mandates } = world
    const entries = await entriesOf(db, world)
    const flawed = entries.map((entry, rank) => (rank === 1 ? { ...entry, reason: ' ' } : entry))
    const answer = await typeOpinions(db, mandates.lead, { contractId, emailId, entries: flawed }, TODAY)
    expect(answer).toEqual({ done: false, refused: [{ requestId: entries[1]?.requestId, reasons: ['reason-missing'] }] })
    expect((await listOpinions(db, mandates.lead.scope, partIds)).every(({ kind }) => kind === null)).toBe(true)
  })

  dbTest('are those of the organisation that wrote: not of another, and after an e-mail of today at the latest', async ({ db }) => {
    const { world, emailId, partIds } = await anEmail(db)
    const { contractId, mandates, organisations } = world
    const input = { contractId, partIds, organisationIds: [organisations.region], dueOn: DUE, publicUrl: 'https://pilotis.example' }
    await askOpinions(db, mandates.lead, input, TODAY)
    const region = (await listOpinions(db, mandates.lead.scope, partIds)).find(
      ({ organisationId }) => organisationId === organisations.region,
    )
    const [entry] = await entriesOf(db, world)
    if (!entry || !region) throw new Error('asked')
    const stolen = { ...entry, requestId: region.requestId }
    await expect(typeOpinions(db, mandates.lead, { contractId, emailId, entries: [stolen] }, TODAY)).rejects.toThrow(NotFound)
    const email = { id: newId(), contractId, organisationId: organisations.caf, file: FILE }
    expect(await recordEmail(db, mandates.lead, { ...email, sentOn: addDays(TODAY, 1) }, TODAY)).toEqual({
      done: false,
      reasons: ['in-the-future'],
    })
    await expect(recordEmail(db, mandates.lead, { ...email, organisationId: organisations.porteur, sentOn: TODAY }, TODAY)).rejects.toThrow(
      NotFound,
    )
  })

  dbTest('an e-mail that speaks of a file that one may not examine is not shown to that person', async ({ db }) => {
    const { world, emailId } = await anEmail(db)
    const { contractId, mandates, organisations } = world
    await typeOpinions(db, mandates.lead, { contractId, emailId, entries: await entriesOf(db, world) }, TODAY)
    expect(await findEmail(db, mandates.state.scope, { contractId, id: emailId })).toBeDefined()
    await db.run`insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
      values (${newId()}, ${mandates.state.personId}, ${organisations.porteur}, 'Membre du bureau', ${TODAY})`
    expect(await findEmail(db, mandates.state.scope, { contractId, id: emailId })).toBeUndefined()
  })

  dbTest('after the committee an opinion is noted as such, or refused when the contract says so', async ({ db }) => {
    const { world, emailId, partIds } = await anEmail(db)
    const { contractId, mandates } = world
    await db.transaction((tx) => markExamined(tx, partIds, TODAY))
    const [first, second] = await entriesOf(db, world)
    if (!first || !second) throw new Error('asked')
    const noted = await typeOpinions(db, mandates.lead, { contractId, emailId, entries: [first] }, TODAY)
    expect(noted).toMatchObject({ done: true, value: [{ afterCommittee: true }] })
    expect((await listOpinions(db, mandates.lead.scope, partIds)).filter(({ afterCommittee }) => afterCommittee)).toHaveLength(1)
    const settings = { remindBefore: [3], remindAfter: [1], linkDays: 15, afterCommittee: 'refused' as const }
    await db.transaction((tx) => upsertSettings(tx, { contractId, validFrom: TODAY, setBy: mandates.lead.id }, settings))
    const refused = await typeOpinions(db, mandates.lead, { contractId, emailId, entries: [second] }, TODAY)
    expect(refused).toMatchObject({ done: false, refused: [{ reasons: ['after-committee'] }] })
    const own = (await listOpinions(db, mandates.caf.scope, partIds)).find(({ requestId }) => requestId === second.requestId)
    const signedIn = await giveOpinion(db, mandates.caf, { ...second, applicationId: own?.applicationId ?? '' }, TODAY)
    expect(signedIn).toEqual({ done: false, reasons: ['after-committee'] })
  })
})
