import { Hono } from 'hono'
import { z } from 'zod'
import { parseTyped, readForm } from '#platform/form.ts'
import { type AppContext, type AppEnv, allow, redirectSaying } from './http.ts'
import { SignInLinkPage, SignInRefusedPage } from './SignInLinkPage.tsx'
import { SignInPage } from './SignInPage.tsx'
import { SignInSentPage } from './SignInSentPage.tsx'
import { signInOf } from './sign-in.ts'
import { askForLink, linkCanBeUsed, signOut, useLink } from './sign-in-acts.ts'
import { clientAddress, signInHeaders } from './sign-in-address.ts'
import { localPath } from './sign-in-destination.ts'
import { signInPaths } from './sign-in-paths.ts'

/** The shape of the tokens that Better Auth makes: anything else was cut or made up. */
const TOKEN = /^[a-zA-Z]{32}$/

const AskForLink = z.object({
  email: z
    .string()
    .default('')
    .transform((text) => text.trim().toLowerCase())
    .pipe(
      z
        .email('Écrivez une adresse électronique complète. Exemple\u00A0: prenom.nom@example.fr')
        .max(254, 'Cette adresse est trop longue\u00A0: vérifiez-la'),
    ),
})

const TOO_MANY = {
  'too-many-for-address':
    'Plusieurs liens ont déjà été demandés pour cette adresse depuis une heure. Ouvrez le dernier reçu, ou réessayez dans une heure',
  'too-many-for-computer': 'Trop de liens ont été demandés depuis votre réseau. Réessayez dans une heure',
} as const

export const signInRoutes = new Hono<AppEnv>()

signInRoutes.get('/connexion', allow('public'), (c) => {
  const suite = localPath(c.req.query('suite'))
  if (c.var.person) return c.redirect(suite, 303)
  return c.html(<SignInPage frame={c.var.frame} suite={suite} demonstration={c.var.demonstration} />)
})

signInRoutes.post('/connexion', allow('public'), async (c) => {
  const typed = await readForm(c)
  const suite = localPath(typed.values['suite'])
  const again = { frame: c.var.frame, suite, email: typed.values['email'] ?? '', demonstration: c.var.demonstration }
  const read = parseTyped(AskForLink, typed)
  if (!read.ok) return c.html(<SignInPage {...again} errors={read.errors} />, 400)
  const asked = await askForLink(c.var.db, { email: read.value.email, ip: clientAddress(c), suite })
  if (!asked.done) {
    const errors = asked.reasons.map((reason) => ({ field: 'email', message: TOO_MANY[reason] }))
    return c.html(<SignInPage {...again} errors={errors} />, 429)
  }
  const mailbox = c.var.demonstration ? { mailboxHref: signInPaths.mailbox } : {}
  return c.html(<SignInSentPage frame={c.var.frame} email={read.value.email} suite={suite} minutes={linkMinutes(c)} {...mailbox} />)
})

signInRoutes.get('/connexion/lien', allow('public'), async (c) => {
  const token = c.req.query('jeton') ?? ''
  const suite = localPath(c.req.query('suite'))
  c.header('cache-control', 'no-store')
  if (!TOKEN.test(token)) return refuse(c, suite, 400)
  if (!(await linkCanBeUsed(c.var.db, token))) return refuse(c, suite, 410)
  return c.html(<SignInLinkPage frame={c.var.frame} token={token} suite={suite} />)
})

signInRoutes.post('/connexion/lien', allow('public'), async (c) => {
  const { values } = await readForm(c)
  const token = values['jeton'] ?? ''
  const suite = localPath(values['suite'])
  if (!TOKEN.test(token)) return refuse(c, suite, 400)
  const used = await useLink(c.var.db, token, signInHeaders(c))
  if (!used.done) return refuse(c, suite, 410)
  setCookies(c, used.value.cookies)
  return c.redirect(suite, 303)
})

signInRoutes.post('/deconnexion', allow('public'), async (c) => {
  setCookies(c, await signOut(c.var.db, c.var.person, signInHeaders(c)))
  return redirectSaying(c, '/', { state: 'success', text: 'Vous êtes déconnecté.' })
})

function refuse(c: AppContext, suite: string, status: 400 | 410): Response | Promise<Response> {
  return c.html(<SignInRefusedPage frame={c.var.frame} suite={suite} minutes={linkMinutes(c)} />, status)
}

function linkMinutes(c: AppContext): number {
  return signInOf(c.var.db).settings.linkMinutes
}

/** The cookies that Better Auth made, as they are. */
export function setCookies(c: AppContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}
