import { connect, type Socket } from 'node:net'

/** What tells that nobody is behind a socket: no file, a file left by a dead process, or another kind of file. */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK'])

/** Connects to a local socket or pipe; answers nothing when nobody listens there. */
export function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.removeAllListeners('error')
      resolve(socket)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => (NOBODY.has(error.code ?? '') ? resolve(undefined) : reject(error)))
  })
}

/** The lines of a stream, whole, whatever pieces they come in. Only \n ends one: JSON may hold any other separator. */
export async function* readLines(socket: Socket): AsyncGenerator<string> {
  socket.setEncoding('utf8')
  let begun: string[] = []
  for await (const piece of socket) {
    const [end = '', ...lines] = String(piece).split('\n')
    begun.push(end)
    if (lines.length === 0) continue // a line of megabytes is joined once, at its end
    const rest = lines.pop() ?? ''
    yield begun.join('')
    yield* lines
    begun = [rest]
  }
}
