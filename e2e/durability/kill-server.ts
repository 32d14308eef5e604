import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { submissionPaths } from '#calls/submission-paths.ts'
import { killIn, type Moment, type Round } from './kill-round.ts'

export interface Visit {
  mandateId: string
  draftIds: readonly string[]
  atOnce: number
  moment: Moment
}

/** The server itself, over HTTP: signs in, sends the form of each draft, and kills the server meanwhile. A 303 is an acknowledgement. */
export async function killServer(script: string, environment: NodeJS.ProcessEnv, visit: Visit): Promise<Round> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const settings = { ...environment, PORT: String(port), PUBLIC_URL: origin, NODE_ENV: 'production' }
  const child = spawn(process.execPath, [script], { env: settings, stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  try {
    await opened(child)
    const headers = { origin, cookie: await enter(origin, visit.mandateId) }
    const round = await sendAll(child, visit, (id) => post(`${origin}${submissionPaths.submission(id)}`, headers, { id }))
    await closed
    return { ...round, signal: child.signalCode }
  } finally {
    child.kill('SIGKILL')
  }
}

/** Several forms at once; each sender ends with the server. */
async function sendAll(child: ChildProcess, { draftIds, atOnce, moment }: Visit, send: (id: string) => Promise<Response>): Promise<Round> {
  const round: Round = { begun: new Set(), acknowledged: new Map(), signal: null }
  const left = draftIds[Symbol.iterator]()
  const sender = async (): Promise<void> => {
    for (const id of left) {
      round.begun.add(id)
      const answer = await send(id).catch(() => undefined)
      if (!answer) return
      if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`)
      round.acknowledged.set(id, undefined)
      if (round.acknowledged.size === moment.acknowledgements) killIn(child, moment.milliseconds)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sender))
  return round
}

/** Goes on reading the output afterwards: a server that nobody listens to would end by itself. */
function opened(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)))
    child.stdout?.on('data', (piece) => {
      said += piece
      if (said.includes('http://')) resolve()
    })
  })
}

async function enter(origin: string, mandate: string): Promise<string> {
  const answer = await post(`${origin}/demonstration`, { origin }, { mandate })
  if (answer.status !== 303) throw new Error(`the entrance answered ${answer.status}: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function post(url: string, headers: Record<string, string>, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}
