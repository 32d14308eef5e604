/** The addresses of one’s organisation and of the claims to act for one. */
export const organisationPaths = {
  mine: '/mon-organisation',
  bankAccounts: '/mon-organisation/rib',
  claim: '/mandats/demande',
  claims: '/mandats/demandes',
  claimDecision: (claimId: string): string => `/mandats/demandes/${claimId}/decision`,
}
