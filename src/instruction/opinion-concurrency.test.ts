import { expect, test } from 'vitest'
import { addDays } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { aMandate, aPart, aWorld, TODAY } from '#testing/world.ts'
import { askOpinions, giveOpinion } from './opinion-acts.ts'
import { giveOpinions, signedIn } from './opinion-giving-acts.ts'
import { giveByLink, revokeLink } from './opinion-link-acts.ts'
import { listLinks } from './opinion-link-store.ts'
import { listOpinions, listReplacedOpinions } from './opinion-store.ts'

test('PRJ-06: two people of one organisation at once: every opinion is kept, one counts, and all but the first are told', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const { applicationId, partId } = await aPart(db, world)
  const { caf, lead } = world.mandates
  const colleague = await aMandate(db, {
    name: 'Collègue',
    organisationId: caf.organisationId,
    function: 'funder',
    contractId: world.contractId,
  })
  const asking = { contractId: world.contractId, partIds: [partId], organisationIds: [caf.organisationId], dueOn: addDays(TODAY, 9) }
  const asked = await Promise.all([1, 2, 3].map(() => askOpinions(db, lead, { ...asking, publicUrl: 'https://pilotis.example' }, TODAY)))
  expect(asked.filter((result) => result.done && result.value.asked === 1)).toHaveLength(1)
  expect(await listMails(db)).toHaveLength(2)
  const [request] = await listOpinions(db, lead.scope, [partId])
  const opinion = { applicationId, requestId: request?.requestId ?? '', reason: 'Utile.', proposed: undefined, seenId: undefined }
  const results = await Promise.all(
    [caf, colleague, caf, colleague, caf, colleague].map((by) =>
      giveOpinion(db, by, { ...opinion, id: newId(), kind: 'favourable' }, TODAY),
    ),
  )
  expect(results.filter((result) => result.done && result.value.overtook !== undefined)).toHaveLength(5)
  expect(await listOpinions(db, lead.scope, [partId])).toMatchObject([{ given: 6 }])
  expect(await listReplacedOpinions(db, lead.scope, applicationId)).toHaveLength(5)
})

test('PRJ-06: one signed in and one by a link answer the same files at once: all is kept, one counts, and the link revoked meanwhile is one or the other', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const parts = [await aPart(db, world), await aPart(db, world, { title: 'Vélo-école' })]
  const { caf, lead } = world.mandates
  const partIds = parts.map(({ partId }) => partId)
  const asking = { contractId: world.contractId, partIds, organisationIds: [caf.organisationId], dueOn: addDays(TODAY, 9) }
  await askOpinions(db, lead, { ...asking, linkEmail: 'avis@caf.example', publicUrl: 'https://pilotis.example' }, TODAY)
  const body = (await listMails(db)).find(({ recipient }) => recipient === 'avis@caf.example')?.body ?? ''
  const token = /\/avis\/([\w-]{32})/.exec(body)?.[1] ?? ''
  const requestIds = (await listOpinions(db, lead.scope, partIds)).map(({ requestId }) => requestId)
  const entries = (ids: readonly string[]) =>
    ids.map((requestId) => ({
      id: newId(),
      requestId,
      kind: 'favourable' as const,
      reason: 'Utile.',
      proposed: undefined,
      seenId: undefined,
    }))
  const signer = { ip: '192.0.2.1', signerName: 'A. Exemple', signerFunction: 'Accueil' }
  const byLink = () => giveByLink(db, { token, ...signer, entries: entries(requestIds) }, TODAY)
  const byAccount = () => giveOpinions(db, signedIn(caf), entries(requestIds.toReversed()), TODAY)
  const answers = await Promise.all([byLink(), byAccount(), byLink(), byAccount()])
  expect(answers.every((answer) => 'done' in answer && answer.done)).toBe(true)
  expect(await listOpinions(db, lead.scope, partIds)).toMatchObject([{ given: 4 }, { given: 4 }])
  const [link] = await listLinks(db, world.contractId)
  const [late, revoked] = await Promise.all([byLink(), revokeLink(db, lead, link?.id ?? '', TODAY)])
  expect(revoked.done).toBe(true)
  const kept = 'done' in late && late.done ? 5 : 4
  expect(await listOpinions(db, lead.scope, partIds)).toMatchObject([{ given: kept }, { given: kept }])
  expect(await byLink()).toEqual({ closed: 'revoked' })
})
