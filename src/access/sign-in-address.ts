import { isIP } from 'node:net'
import { z } from 'zod'
import type { AppContext } from './http.ts'
import { ADDRESS_HEADER } from './sign-in.ts'

const Connection = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) })

/** A computer of the same machine or network: the proxy in front of the program. */
const NEAR = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i

/**
 * The computer a request comes from. What a proxy says is believed only of a near one, and only its own last word: the
 * rest of X-Forwarded-For is written by whoever calls.
 */
export function clientAddress(c: AppContext): string {
  const direct = directAddress(c.env)
  if (direct !== '' && !NEAR.test(direct)) return direct
  const said = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return isIP(said) ? said : direct
}

function directAddress(env: unknown): string {
  const connection = Connection.safeParse(env)
  return connection.success ? connection.data.incoming.socket.remoteAddress.replace(/^::ffff:/, '') : ''
}

/** The headers of a request as Better Auth keeps them with the sign-in: the address is ours, never the caller's word. */
export function signInHeaders(c: AppContext): Headers {
  const headers = new Headers(c.req.raw.headers)
  const address = clientAddress(c)
  headers.delete(ADDRESS_HEADER)
  if (address) headers.set(ADDRESS_HEADER, address)
  return headers
}
