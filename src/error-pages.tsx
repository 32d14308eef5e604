import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ZodError } from 'zod'
import type { AppContext, AppEnv } from '#access/http.ts'
import { errorCode } from '#platform/db-core.ts'
import { Forbidden, NotFound, NotSignedIn } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { Frame } from '#platform/kit/frame.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { footOf } from './menu.ts'

interface Said {
  status: 400 | 401 | 403 | 404 | 413 | 500
  code: string
  title: string
  text: string
}

/** The one place that turns what was thrown into an answer: a page for people, the error object for the API. */
export const answerError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof NotSignedIn && !isApi(c)) {
    const back = c.req.method === 'GET' ? `?suite=${encodeURIComponent(c.req.path)}` : ''
    return c.redirect(`/connexion${back}`, 303)
  }
  return say(c, saidOf(error))
}

function saidOf(error: unknown): Said {
  if (error instanceof NotSignedIn)
    return { status: 401, code: 'not-signed-in', title: 'Connexion nécessaire', text: 'Connectez-vous pour continuer.' }
  if (error instanceof Forbidden) return FORBIDDEN
  if (error instanceof NotFound) return NOT_FOUND
  if (error instanceof ZodError) return BAD_INPUT
  if (error instanceof HTTPException) return error.status === 403 ? FORBIDDEN : error.status === 413 ? TOO_LARGE : BAD_INPUT
  if (UNREADABLE.has(errorCode(error))) return BAD_INPUT
  const reference = newId().slice(-8)
  console.error(`error ${reference}:`, error)
  return {
    status: 500,
    code: 'internal',
    title: 'Une erreur s’est produite de notre côté',
    text: `Rien de ce qui était enregistré n’est perdu. Réessayez dans quelques minutes\u202F; si l’erreur revient, transmettez cette référence à l’équipe du contrat de ville\u00A0: ${reference}.`,
  }
}

/** What the database cannot read as text (a NUL byte) or as an identifier: it came with the address, and is no fault of ours. */
const UNREADABLE: ReadonlySet<string> = new Set(['22021', '22P02'])

const FORBIDDEN: Said = {
  status: 403,
  code: 'forbidden',
  title: 'Ce mandat ne permet pas de faire cela',
  text: 'Vous n’agissez que sous un mandat à la fois. Si vous en avez un autre, prenez-le en haut de la page.',
}
const NOT_FOUND: Said = {
  status: 404,
  code: 'not-found',
  title: 'Cette page n’existe pas, ou ne vous est pas ouverte',
  text: 'L’adresse est peut-être incomplète, ou le dossier ne relève pas de votre mandat.',
}
const BAD_INPUT: Said = {
  status: 400,
  code: 'bad-input',
  title: 'La demande envoyée n’est pas lisible',
  text: 'Revenez à la page précédente et recommencez\u00A0: ce que vous aviez tapé y est encore.',
}
const TOO_LARGE: Said = {
  status: 413,
  code: 'too-large',
  title: 'Ce fichier est trop lourd',
  text: 'Un fichier fait 10\u00A0Mo au plus. Revenez à la page précédente et choisissez un fichier plus léger.',
}

/** A body over the limit: back to its form, which says so beside the file field; the API answers its error. */
export async function tooLarge(c: Context): Promise<Response> {
  await readToItsEnd(c.req.raw.body)
  const from = c.req.header('referer')
  if (isApi(c) || !from || !URL.canParse(from)) return say(c, TOO_LARGE)
  const back = new URL(from)
  back.searchParams.set('fichier', 'trop-lourd')
  return c.redirect(back.pathname + back.search, 303)
}

/** Beyond, the connection is cut: nobody sends as much by mistake. */
const MOST_READ = 200 * 1024 * 1024

/** A browser reads no answer before its whole body has left: answered sooner, it would say that the connection was reset. */
async function readToItsEnd(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return
  let read = 0
  for await (const piece of body) {
    read += piece.length
    if (read > MOST_READ) return
  }
}

function isApi(c: Context): boolean {
  return c.req.path.startsWith('/api/')
}

function say(c: Context, { status, code, title, text }: Said): Response | Promise<Response> {
  if (isApi(c)) return c.json({ error: { code, message: `${title}. ${text}`, details: [] } }, status)
  const page = (
    <PublicPage frame={frameOr(c)} title={title}>
      <p>{text}</p>
      <p>
        <a href="/">Revenir à l’accueil</a>
      </p>
    </PublicPage>
  )
  return c.html(page, status)
}

/** When the fault came before the frame was built, a bare one. */
function frameOr(c: AppContext): Frame {
  return (
    c.get('frame') ?? {
      contractName: 'Contrat de ville',
      homeHref: '/',
      menu: [],
      foot: footOf(undefined),
      mandates: [],
      currentPath: c.req.path,
    }
  )
}
