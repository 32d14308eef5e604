import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { findOrganisationBySiret } from './account-store.ts'
import type { LegalForm } from './legal-forms.ts'
import type { Mandate } from './mandate.ts'
import { type ClaimDecisionFlaw, type ClaimFlaw, checkClaim, checkClaimDecision } from './mandate-claim.ts'
import { queueClaimDecisionMail, queueClaimMail } from './mandate-claim-mail.ts'
import * as store from './mandate-claim-store.ts'
import { isFictitiousSiret } from './organisation-details.ts'
import { insertOrganisation } from './organisation-store.ts'

export interface ClaimInput {
  id: string
  siret: string
  organisationName: string
  legalForm: LegalForm
  publicUrl: string
}

/** A person without mandate asks to act for an organisation. Sent twice, the same form makes one claim. */
export async function claimMandate(db: Db, by: { personId: string }, input: ClaimInput, today: Day): Promise<Result<undefined, ClaimFlaw>> {
  return db.transaction(async (tx) => {
    const person = await store.lockPerson(tx, by.personId)
    const claims = await store.listClaimsOf(tx, by.personId)
    if (claims.some(({ id }) => id === input.id)) return done(undefined)
    const flaws = checkClaim(input.siret, {
      actsForSirets: await store.listActingSirets(tx, by.personId, today),
      waitingSirets: claims.filter(({ accepted }) => accepted === null).map(({ siret }) => siret),
    })
    if (flaws.length > 0) return refused(...flaws)
    await store.insertClaim(tx, { ...input, personId: by.personId, claimedOn: today })
    await record(tx, { personId: by.personId, id: null }, 'mandate-claim.made', input.id, { siret: input.siret })
    const leads = await store.listProjectLeadEmails(tx, today)
    await queueClaimMail(tx, leads, { ...input, personName: person.name, personEmail: person.email })
    return done(undefined)
  })
}

export interface ClaimDecisionInput {
  claimId: string
  accepted: boolean
  reason: string
  publicUrl: string
}

/** The project lead confirms, which makes the organisation if need be and the mandate, or refuses with a reason. */
export async function decideClaim(
  db: Db,
  by: Mandate,
  input: ClaimDecisionInput,
  today: Day,
): Promise<Result<store.Claim, ClaimDecisionFlaw | 'unknown-claim'>> {
  return db.transaction(async (tx) => {
    const claim = await store.lockClaim(tx, input.claimId)
    if (!claim) return refused('unknown-claim')
    const flaws = checkClaimDecision(input, { decided: claim.accepted !== null })
    if (flaws.length > 0) return refused(...flaws)
    const mandateId = input.accepted ? await grantMandate(tx, by, claim, today) : null
    await store.insertClaimDecision(tx, { ...input, mandateId, decidedOn: today, decidedBy: by.id })
    await record(tx, by, input.accepted ? 'mandate-claim.accepted' : 'mandate-claim.refused', claim.id, { siret: claim.siret })
    await queueClaimDecisionMail(tx, claim.personEmail, {
      ...input,
      siret: claim.siret,
      organisationName: claim.knownName ?? claim.organisationName,
    })
    return done(claim)
  })
}

async function grantMandate(tx: Tx, by: Mandate, claim: store.Claim, today: Day): Promise<string> {
  const known = await findOrganisationBySiret(tx, claim.siret)
  const organisationId = known?.id ?? newId()
  if (!known) {
    const { siret, legalForm, organisationName: name } = claim
    await insertOrganisation(tx, { id: organisationId, siret, name, legalForm, fictitious: isFictitiousSiret(siret) })
    await record(tx, by, 'organisation.created', organisationId, { siret })
  }
  const id = newId()
  await store.insertPorteurMandate(tx, { id, personId: claim.personId, organisationId, validFrom: today })
  await record(tx, by, 'mandate.granted', id, { personId: claim.personId, organisationId })
  return id
}
