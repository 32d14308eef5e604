import { isSiret } from '#platform/identifiers.ts'

export type ClaimFlaw = 'not-a-siret' | 'already-yours' | 'already-waiting'

/** Every reason to refuse that a person claims to act for the organisation of a SIRET. */
export function checkClaim(siret: string, person: { actsForSirets: readonly string[]; waitingSirets: readonly string[] }): ClaimFlaw[] {
  const flaws: ClaimFlaw[] = []
  if (!isSiret(siret)) flaws.push('not-a-siret')
  if (person.actsForSirets.includes(siret)) flaws.push('already-yours')
  if (person.waitingSirets.includes(siret)) flaws.push('already-waiting')
  return flaws
}

export type ClaimDecisionFlaw = 'already-decided' | 'reason-missing'

/** A claim is decided once; a refusal says why, since the person reads it. */
export function checkClaimDecision(decision: { accepted: boolean; reason: string }, claim: { decided: boolean }): ClaimDecisionFlaw[] {
  const flaws: ClaimDecisionFlaw[] = []
  if (claim.decided) flaws.push('already-decided')
  if (!decision.accepted && decision.reason === '') flaws.push('reason-missing')
  return flaws
}
