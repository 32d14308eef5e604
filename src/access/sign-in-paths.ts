import { localPath } from './sign-in-destination.ts'

/** The addresses of sign-in, of the account, of the demonstration entrance and of the mailbox. */
export const signInPaths = {
  signIn: (suite?: string): string => withSuite('/connexion', suite),
  link: (token: string, suite: string): string =>
    `${withSuite('/connexion/lien', suite)}${localPath(suite) === '/' ? '?' : '&'}jeton=${encodeURIComponent(token)}`,
  useLink: '/connexion/lien',
  signOut: '/deconnexion',
  account: '/compte',
  accountName: '/compte/nom',
  signIns: '/compte/connexions',
  endSignIn: '/compte/connexions/fin',
  endOtherSignIns: '/compte/connexions/autres/fin',
  interests: '/compte/interets',
  endInterest: '/compte/interets/fin',
  takeMandate: '/compte/mandat',
  demonstration: '/demonstration',
  demonstrationDay: '/demonstration/date',
  mailbox: '/messages',
}

function withSuite(path: string, suite?: string): string {
  const kept = localPath(suite)
  return kept === '/' ? path : `${path}?suite=${encodeURIComponent(kept)}`
}
