import type { Socket } from 'node:net'
import { z } from 'zod'
import type { CommandRequest, Streams } from './commands.ts'
import { readLines } from './local-socket.ts'

/**
 * Between a command and the process that holds the embedded database, over its socket: one JSON value a line.
 * The command asks once; the holder says that it has started, then what is printed as it comes, then the exit code.
 */
const Request = z.object({ argv: z.array(z.string()), cwd: z.string() })
const Frame = z.union([
  z.object({ started: z.literal(true) }),
  z.object({ out: z.string() }),
  z.object({ err: z.string() }),
  z.object({ exit: z.number().int() }),
])
type Frame = z.infer<typeof Frame>
const Json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})

/** Runs what was asked, printing on the given streams; answers the exit code. Called once the database is open. */
export type Execute = (request: CommandRequest, streams: Streams) => Promise<number>

/** The holder's side. A command goes on to its end even when the person who asked goes away: half an act is never left. */
export async function answerCommand(socket: Socket, ready: Promise<Execute>): Promise<void> {
  socket.on('error', () => {}) // the asker went away; nobody is left to tell
  const send = (frame: Frame): void => {
    if (socket.writable) socket.write(`${JSON.stringify(frame)}\n`)
  }
  const request = await readRequest(socket)
  const execute = await ready.catch(() => undefined) // a holder that could not open its database never starts a command
  if (!request || !execute) {
    socket.destroy()
    return
  }
  send({ started: true })
  const streams = { out: (text: string) => send({ out: text }), err: (text: string) => send({ err: text }) }
  send({ exit: await execute(request, streams).catch((error: unknown) => failed(error, streams)) })
  socket.end()
}

/** A bug in a command is shown to who asked for it, and does not bring the server down. */
function failed(error: unknown, streams: Streams): number {
  streams.err(`${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}

/** The first line; the rest is read and dropped, so that the end of the connection is noticed. */
async function readRequest(socket: Socket): Promise<CommandRequest | undefined> {
  socket.setEncoding('utf8')
  const line = await new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (piece) => {
      text += piece
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    socket.on('close', () => resolve(''))
  })
  const parsed = Json.pipe(Request).safeParse(line)
  return parsed.success ? parsed.data : undefined
}

/**
 * The command's side: the exit code of the holder, `not-started` when it closed before it began (it was stopping:
 * asking again is safe), `interrupted` when it stopped in the middle.
 */
export async function askHolder(
  socket: Socket,
  request: CommandRequest,
  streams: Streams,
): Promise<number | 'not-started' | 'interrupted'> {
  socket.on('error', () => {}) // told by the end of the lines
  socket.write(`${JSON.stringify(request)}\n`)
  let started = false
  for await (const line of linesUntilBroken(socket)) {
    const frame = Json.pipe(Frame).parse(line)
    if ('started' in frame) started = true
    if ('out' in frame) streams.out(frame.out)
    if ('err' in frame) streams.err(frame.err)
    if ('exit' in frame) return frame.exit
  }
  return started ? 'interrupted' : 'not-started'
}

async function* linesUntilBroken(socket: Socket): AsyncGenerator<string> {
  try {
    yield* readLines(socket)
  } catch (error) {
    if (!socket.destroyed) throw error
  }
}
