import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { Forbidden, NotFound, NotSignedIn } from '#platform/errors.ts'
import type { Flash, Frame } from '#platform/kit/frame.ts'
import type { Mandate } from './mandate.ts'
import { may, type Permission } from './permissions.ts'

export interface SignedIn {
  personId: string
  name: string
  email: string
  signInId: string
}

/** The contract a request is about: the mandate's, else the living one. */
export interface CurrentContract {
  id: string
  code: string
  name: string
}

/** What the program gives each request. */
export interface AppEnv {
  Variables: {
    db: Database
    /** The civil day: the demonstration's when the database is one. */
    today: Day
    demonstration: boolean
    /** Folder of the content-addressed files. */
    filesFolder: string
    /** Given to storeFile; undefined when files are not scanned. */
    antivirusCommand: string | undefined
    publicUrl: string
    person: SignedIn | undefined
    /** The mandate in use: there on every route whose `allow` names a permission of mandates. */
    mandate: Mandate
    mandateInUse: Mandate | undefined
    contract: CurrentContract | undefined
    frame: Frame
  }
}

export type AppContext = Context<AppEnv>

/** `public`: anybody; `signed-in`: anybody who is; `development`: only beside the sources. */
export type RoutePermission = Permission | 'public' | 'signed-in' | 'demonstration'

/** A middleware that says what it asks, so that a guard can list every route with its permission. */
export type Allow = MiddlewareHandler<AppEnv> & { permission: RoutePermission | readonly RoutePermission[] }

/** Lets through the mandates that carry one of these permissions. The first line of every route. */
export function allow(...permissions: [RoutePermission, ...RoutePermission[]]): Allow {
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    check(c, permissions)
    await next()
  }
  return Object.assign(guard, { permission: permissions.length === 1 ? permissions[0] : permissions })
}

function check(c: AppContext, permissions: readonly RoutePermission[]): void {
  if (permissions.includes('public')) return
  if (permissions.includes('demonstration')) {
    if (c.var.demonstration) return
    throw new NotFound()
  }
  if (!c.var.person) throw new NotSignedIn()
  if (permissions.includes('signed-in')) return
  const mandate = c.var.mandateInUse
  const carried = permissions.some(
    (one) => one !== 'public' && one !== 'signed-in' && one !== 'demonstration' && mandate && may(mandate, one),
  )
  if (!carried) throw new Forbidden()
}

const FLASH = 'pilotis-message'

/** 303 to a page that will say this sentence once. */
export function redirectSaying(c: AppContext, href: string, flash: Flash): Response {
  setCookie(c, FLASH, Buffer.from(JSON.stringify(flash)).toString('base64url'), { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 })
  return c.redirect(href, 303)
}

/** The sentence left by the request before, taken away as it is read. */
export function takeFlash(c: AppContext): Flash | undefined {
  const kept = getCookie(c, FLASH)
  if (!kept) return undefined
  setCookie(c, FLASH, '', { path: '/', maxAge: 0 })
  try {
    const { state, text } = JSON.parse(Buffer.from(kept, 'base64url').toString('utf8'))
    return typeof text === 'string' && ['success', 'info', 'warning', 'error'].includes(state) ? { state, text } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
