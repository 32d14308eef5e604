import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { type AppEnv, allow } from '#access/http.ts'
import { findMeeting } from '#governance/meeting-store.ts'
import type { Database } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { idField } from '#platform/form.ts'

/** Shorter than the minute after which proxies cut a silent answer. */
const HEARTBEAT_MS = 20_000

export const liveRoutes = new Hono<AppEnv>()

/** Tells each screen of a meeting that an amount was fixed; it then reads its page again, under its own mandate. */
liveRoutes.get('/comites/:id/en-direct', allow('meeting:read'), async (c) => {
  const id = idField.safeParse(c.req.param('id'))
  const contractId = c.var.contract?.id
  if (!id.success || !contractId || !(await findMeeting(c.var.db, { contractId, id: id.data }))) throw new NotFound()
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, (stream) => follow(stream, c.var.db, id.data))
})

async function follow(stream: SSEStreamingApi, database: Database, meetingId: string): Promise<void> {
  const { promise: left, resolve: leave } = Promise.withResolvers<void>()
  stream.onAbort(leave)
  const stop = await subscribe(database, { meetingId, tell: () => void stream.writeSSE({ event: 'montants', data: '' }), end: leave })
  const heart = setInterval(() => void stream.writeSSE({ event: 'ici', data: '' }), HEARTBEAT_MS)
  await stream.writeSSE({ event: 'ici', data: '', retry: 3000 })
  await left
  clearInterval(heart)
  await stop()
}

interface Subscriber {
  meetingId: string
  tell: () => void
  /** Ends the answer: the program is stopping. */
  end: () => void
}

/** One listening connection a database, whatever the number of screens. */
interface Hub {
  subscribers: Set<Subscriber>
  listening: Promise<() => Promise<void>>
  endAll: () => void
}

const hubs = new WeakMap<Database, Hub>()

async function subscribe(database: Database, subscriber: Subscriber): Promise<() => Promise<void>> {
  const hub = hubs.get(database) ?? openHub(database)
  hub.subscribers.add(subscriber)
  await hub.listening
  return async () => {
    hub.subscribers.delete(subscriber)
    if (hub.subscribers.size > 0 || hubs.get(database) !== hub) return
    hubs.delete(database)
    process.off('SIGTERM', hub.endAll).off('SIGINT', hub.endAll)
    await (await hub.listening)()
  }
}

function openHub(database: Database): Hub {
  const subscribers = new Set<Subscriber>()
  const hear = (meetingId: string): void => {
    for (const subscriber of subscribers) if (subscriber.meetingId === meetingId) subscriber.tell()
  }
  // A stop waits for the answers under way: these would never end by themselves.
  const endAll = (): void => {
    for (const { end } of subscribers) end()
  }
  process.once('SIGTERM', endAll).once('SIGINT', endAll)
  const hub = { subscribers, listening: database.listen('meeting', hear), endAll }
  hubs.set(database, hub)
  hub.listening.catch(() => hubs.delete(database)) // the next screen tries again
  return hub
}
