import type { Db } from '#platform/db.ts'
import { queueMail } from '#platform/mail.ts'
import { signInPaths } from './sign-in-paths.ts'

interface SignInMail {
  to: string
  token: string
  suite: string
  publicUrl: string
  linkMinutes: number
}

/** The mail that carries the link. The link opens our page: a robot that follows it consumes nothing. */
export async function queueSignInMail(db: Db, { to, token, suite, publicUrl, linkMinutes }: SignInMail): Promise<void> {
  const body = [
    'Bonjour,',
    'Vous avez demandé à vous connecter à Pilotis, la plateforme du contrat de ville.',
    `Ouvrez cette page, puis appuyez sur le bouton «\u00A0Me connecter\u00A0»\u00A0:\n${publicUrl}${signInPaths.link(token, suite)}`,
    `Ce lien est valable ${linkMinutes} minutes et ne sert qu’une fois.`,
    'Si vous n’avez rien demandé, ne faites rien\u00A0: sans ce lien, personne ne peut se connecter à votre place. Ne le transmettez à personne.',
    'L’équipe du contrat de ville',
  ].join('\n\n')
  await db.transaction((tx) => queueMail(tx, { to, subject: 'Votre lien de connexion à Pilotis', body }))
}
