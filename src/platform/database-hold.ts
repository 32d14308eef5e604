import { answerCommand, type Execute } from './command-channel.ts'
import { takeEmbeddedLock } from './embedded-lock.ts'

export interface DatabaseHold {
  /** The database is open: the commands that waited are run. */
  opened(execute: Execute): void
  /** Waits for the commands under way, closes what is given, and gives the data folder back, in that order. */
  finish(close: () => Promise<void>): Promise<void>
}

/** Takes the embedded database for this process, and runs the commands asked beside it. Nothing when another holds it. */
export async function holdDatabase(dataDir: string): Promise<DatabaseHold | undefined> {
  const ready = Promise.withResolvers<Execute>()
  ready.promise.catch(() => {}) // when no command waits, nobody else listens to that failure
  const running = new Set<Promise<void>>()
  let finishing = false
  const lock = await takeEmbeddedLock(dataDir, (socket) => {
    if (finishing) {
      socket.destroy() // the command will ask again, and find the next holder or none
      return
    }
    const command = answerCommand(socket, ready.promise)
    running.add(command)
    command.finally(() => running.delete(command))
  })
  if (!lock) return undefined
  return {
    opened: ready.resolve,
    finish: async (close) => {
      finishing = true
      ready.reject(new Error('the database was not opened'))
      await Promise.allSettled(running)
      await close()
      await lock.release()
    },
  }
}
