import { createHash } from 'node:crypto'
import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink } from 'better-auth/plugins/magic-link'
import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { kyselyDialect } from '#platform/kysely-dialect.ts'
import { queueSignInMail } from './sign-in-mail.ts'

export interface SignInSettings {
  /** Signs the cookies (SECRET). */
  secret: string
  /** Where the links of the mails lead (PUBLIC_URL, without a final slash); https makes the cookie Secure. */
  publicUrl: string
  linkMinutes: number
  /** Links that one address may ask in an hour. */
  linksPerEmail: number
  /** Links that one computer may ask in an hour: a whole town hall may share one. */
  linksPerIp: number
  /** A sign-in ends after that, whatever happens. */
  lifetimeHours: number
  /** The sign-in of an agent (any function but porteur) ends when unused for that long; a porteur writes slowly. */
  agentIdleMinutes: number
}

export const SIGN_IN_DEFAULTS = {
  linkMinutes: 30,
  linksPerEmail: 5,
  linksPerIp: 30,
  lifetimeHours: 12,
  agentIdleMinutes: 30,
} satisfies Partial<SignInSettings>

/** Only the program sets it, from the connection: Better Auth keeps it with the sign-in. */
export const ADDRESS_HEADER = 'x-pilotis-address'

/** What the database keeps of the token of a link: of no use to who reads the database. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** `__Host-` where the browser allows it: no other site of the same domain can set this cookie. */
export function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-pilotis' : 'pilotis'
}

interface SignIn {
  settings: SignInSettings
  auth: ReturnType<typeof makeAuth>
}

const configured = new WeakMap<Db, SignIn>()

/** Once for each database that the program opens, before any page. */
export function configureSignIn(database: Db, settings: Pick<SignInSettings, 'secret' | 'publicUrl'> & Partial<SignInSettings>): void {
  const whole = { ...SIGN_IN_DEFAULTS, ...settings }
  configured.set(database, { settings: whole, auth: makeAuth(database, whole) })
}

export function signInOf(database: Db): SignIn {
  const found = configured.get(database)
  if (!found) throw new Error('configureSignIn was not called for this database')
  return found
}

/** Better Auth over our tables. Its own routes are never mounted: our pages and acts call its functions. */
function makeAuth(database: Db, settings: SignInSettings) {
  const secure = settings.publicUrl.startsWith('https:')
  return betterAuth({
    secret: settings.secret,
    baseURL: settings.publicUrl,
    database: { dialect: kyselyDialect(database), type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false }, // counted by sign-in-acts.ts, for all instances together
    session: { ...SESSION, expiresIn: settings.lifetimeHours * 3600 },
    ...TABLES,
    plugins: [
      magicLink({
        expiresIn: settings.linkMinutes * 60,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashToken(token) },
        sendMagicLink: ({ email, token, metadata }) =>
          queueSignInMail(database, { to: email, token, suite: String(metadata?.['suite'] ?? '/'), ...settings }),
      }),
      entrance,
    ],
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: false, // said by hand below: __Host- rather than Better Auth's __Secure-
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: cookieName(settings.publicUrl) } },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  })
}

/** No refresh: Better Auth's would push the end forward at each use; ours is written by signedInPerson. */
const SESSION = {
  modelName: 'sign_in',
  fields: {
    userId: 'person_id',
    expiresAt: 'expires_at',
    createdAt: 'created_at',
    updatedAt: 'last_used_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
  disableSessionRefresh: true,
} as const

const TABLES = {
  user: {
    modelName: 'person',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  verification: {
    modelName: 'sign_in_link',
    fields: { identifier: 'token_hash', expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  account: {
    modelName: 'sign_in_account',
    fields: {
      userId: 'person_id',
      providerId: 'provider_id',
      accountId: 'account_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
} as const

/** Signs a person in at once: called by the demonstration entrance only, which checks the nature of the database. */
const entrance = {
  id: 'demonstration-entrance',
  endpoints: {
    enterAs: createAuthEndpoint(
      '/enter-as',
      { method: 'POST', requireHeaders: true, body: z.object({ personId: z.uuid() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId)
        if (!user) throw new NotFound()
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ signInId: session.id })
      },
    ),
  },
} satisfies BetterAuthPlugin
