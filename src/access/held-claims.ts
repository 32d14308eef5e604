import type { HeldThings } from './held-thing.ts'
import { listWaitingClaims } from './mandate-claim-store.ts'
import { organisationPaths } from './organisation-paths.ts'
import { may } from './permissions.ts'

/** The claims to act for an organisation that wait for the project lead. */
export const heldClaims: HeldThings = async (db, mandate) => {
  if (!may(mandate, 'claim:decide')) return []
  const claims = await listWaitingClaims(db)
  return claims.map(({ id, organisationName }) => ({
    kind: 'Rattachements à confirmer',
    subjectId: id,
    label: organisationName,
    href: organisationPaths.claims,
  }))
}
