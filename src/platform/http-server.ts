import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import { Refusal } from './errors.ts'

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

export interface HttpServer {
  /** The port really taken: PORT=0 takes a free one. */
  port: number
  /** From now on, this answers. */
  answerWith(fetch: Fetch): void
  /** Takes no new request, waits for those under way at most so long, then closes. */
  stop(waitMs: number): Promise<void>
}

/** Takes the port at once, before the database is opened: a port that is taken is said before anything is done. */
export async function listen(port: number): Promise<HttpServer> {
  let answer: Fetch = starting
  const server = createAdaptorServer({ fetch: (request, env) => answer(request, env) })
  server.listen(port)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw explain(error, port)
  }
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    answerWith: (fetch) => {
      answer = fetch
    },
    stop: (waitMs) => stop(server, waitMs),
  }
}

function starting(): Response {
  const page =
    '<!doctype html><html lang="fr"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Pilotis démarre</title><p>Pilotis démarre\u00A0: cette page s’ouvrira d’elle-même.</p></html>'
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '1' } })
}

function explain(error: unknown, port: number): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      `Le port ${port} est déjà pris par un autre programme\u00A0: arrêtez-le, ou choisissez un autre port (PORT=${port + 1} npm start).`,
    )
  }
  if (error.code === 'EACCES')
    return new Refusal(`Le port ${port} est réservé par le système\u00A0: choisissez-en un autre (PORT=3000 npm start).`)
  return error
}

async function stop(server: ReturnType<typeof createAdaptorServer>, waitMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const http1 = 'closeAllConnections' in server ? server : undefined
  const idle = setInterval(() => http1?.closeIdleConnections(), 50) // a browser keeps its connection after its answer
  const late = setTimeout(() => http1?.closeAllConnections(), waitMs)
  http1?.closeIdleConnections()
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
