import { expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { dbTest } from '#platform/test-database.ts'
import { aWorld, fictitiousSiret, TODAY } from '#testing/world.ts'
import { listMandates } from './mandate.ts'
import { type ClaimInput, claimMandate, decideClaim } from './mandate-claim-acts.ts'
import { listClaimsOf, listWaitingClaims } from './mandate-claim-store.ts'

const publicUrl = 'http://pilotis.example'

async function newcomer(db: Db): Promise<{ personId: string }> {
  const personId = newId()
  await db.run`insert into person (id, name, email) values (${personId}, 'Nouvelle Venue', ${`${personId}@pilotis.example`})`
  return { personId }
}

function claim(change: Partial<ClaimInput> = {}): ClaimInput {
  return {
    id: newId(),
    siret: fictitiousSiret(77),
    organisationName: 'La Roue des Terrils',
    legalForm: 'association',
    publicUrl,
    ...change,
  }
}

dbTest('a claim waits for the project leads, who are told by mail', async ({ db }) => {
  await aWorld(db)
  const person = await newcomer(db)
  expect(await claimMandate(db, person, claim(), TODAY)).toMatchObject({ done: true })
  expect(await listWaitingClaims(db)).toMatchObject([{ organisationName: 'La Roue des Terrils', knownName: null, accepted: null }])
  const mails = await listMails(db)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.body).toContain('http://pilotis.example/mandats/demandes')
  expect(await listMandates(db, person.personId, TODAY)).toEqual([])
})

dbTest('the same form sent twice makes one claim, and a second claim of the SIRET is refused while the first waits', async ({ db }) => {
  await aWorld(db)
  const person = await newcomer(db)
  const first = claim()
  await claimMandate(db, person, first, TODAY)
  expect(await claimMandate(db, person, first, TODAY)).toMatchObject({ done: true })
  expect(await claimMandate(db, person, claim(), TODAY)).toEqual({ done: false, reasons: ['already-waiting'] })
  expect(await claimMandate(db, person, claim({ siret: '00000000000001' }), TODAY)).toEqual({ done: false, reasons: ['not-a-siret'] })
  expect(await listClaimsOf(db, person.personId)).toHaveLength(1)
})

dbTest('accepting a claim creates an unknown organisation and the mandate, once', async ({ db }) => {
  const { mandates } = await aWorld(db)
  const person = await newcomer(db)
  const input = claim()
  await claimMandate(db, person, input, TODAY)
  const decision = { claimId: input.id, accepted: true, reason: '', publicUrl }
  expect(await decideClaim(db, mandates.lead, decision, addDays(TODAY, 2))).toMatchObject({ done: true })
  expect(await decideClaim(db, mandates.lead, decision, addDays(TODAY, 2))).toEqual({ done: false, reasons: ['already-decided'] })
  expect(await listMandates(db, person.personId, addDays(TODAY, 1))).toEqual([])
  const held = await listMandates(db, person.personId, addDays(TODAY, 2))
  expect(held).toMatchObject([{ function: 'porteur', organisationName: 'La Roue des Terrils', contractId: null }])
  expect((await listMails(db))[0]?.subject).toBe('Votre rattachement est confirmé')
  expect(await claimMandate(db, person, claim(), addDays(TODAY, 3))).toEqual({ done: false, reasons: ['already-yours'] })
})

dbTest('accepting a claim on a known SIRET joins that organisation under its own name', async ({ db }) => {
  const { mandates, organisations } = await aWorld(db)
  const person = await newcomer(db)
  const input = claim({ siret: fictitiousSiret(11), organisationName: 'Graines' })
  await claimMandate(db, person, input, TODAY)
  expect(await listWaitingClaims(db)).toMatchObject([{ knownName: 'Graines de Coron' }])
  await decideClaim(db, mandates.lead, { claimId: input.id, accepted: true, reason: '', publicUrl }, TODAY)
  const held = await listMandates(db, person.personId, TODAY)
  expect(held).toMatchObject([{ organisationId: organisations.porteur, organisationName: 'Graines de Coron' }])
})

dbTest('a refusal needs a reason, which the person reads, and gives no mandate', async ({ db }) => {
  const { mandates } = await aWorld(db)
  const person = await newcomer(db)
  const input = claim()
  await claimMandate(db, person, input, TODAY)
  const decision = { claimId: input.id, accepted: false, reason: '', publicUrl }
  expect(await decideClaim(db, mandates.lead, decision, TODAY)).toEqual({ done: false, reasons: ['reason-missing'] })
  const reason = 'Vous n’êtes pas sur la liste des dirigeants.'
  await decideClaim(db, mandates.lead, { ...decision, reason }, TODAY)
  expect((await listMails(db))[0]?.body).toContain(reason)
  expect(await listClaimsOf(db, person.personId)).toMatchObject([{ accepted: false, reason }])
  expect(await listMandates(db, person.personId, TODAY)).toEqual([])
  expect(await decideClaim(db, mandates.lead, { ...decision, claimId: newId() }, TODAY)).toEqual({
    done: false,
    reasons: ['unknown-claim'],
  })
})
