import { prepareDataFolder } from '#platform/data-folder.ts'
import { type DatabaseHold, holdDatabase } from '#platform/database-hold.ts'
import type { Database } from '#platform/db.ts'
import type { Environment } from '#platform/environment.ts'
import { Refusal } from '#platform/errors.ts'
import { type HttpServer, listen } from '#platform/http-server.ts'
import { stopSignal } from '#platform/stop-signal.ts'
import { executeIn } from './commands.ts'
import { openForServer } from './opening.ts'
import { type Program, startProgram } from './program.ts'

/** Requests under way at the stop are waited for so long. */
const LONGEST_REQUEST_MS = 10_000

const say = (text: string): void => {
  process.stdout.write(text)
}

/** Runs the server until it is told to stop; answers the exit code. */
export async function serve(environment: Environment): Promise<number> {
  prepareDataFolder(environment.dataDir)
  const held: Held = { hold: await holdOrRefuse(environment) }
  try {
    held.http = await listen(environment.port)
    held.database = await openForServer(environment, say)
    held.program = await startProgram(environment, held.database)
    held.hold?.opened(executeIn(environment, held.database))
    held.http.answerWith(held.program.fetch)
    const stopped = stopSignal() // until then a signal simply ends the process: a start holds nothing that kill -9 could damage
    announce(environment, held.http.port)
    await stopped
    say('Arrêt de Pilotis…\n')
  } finally {
    await release(held)
  }
  return 0
}

interface Held {
  hold: DatabaseHold | undefined
  http?: HttpServer
  database?: Database
  program?: Program
}

/** In the reverse order: nothing is closed while something may still use it. */
async function release({ hold, http, database, program }: Held): Promise<void> {
  const close = async (): Promise<void> => {
    await program?.stop()
    await database?.close()
  }
  await http?.stop(LONGEST_REQUEST_MS)
  await (hold ? hold.finish(close) : close())
}

/** A real PostgreSQL takes several instances; the embedded database only one. */
async function holdOrRefuse({ databaseUrl, dataDir }: Environment): Promise<DatabaseHold | undefined> {
  if (databaseUrl) return undefined
  const hold = await holdDatabase(dataDir)
  if (hold) return hold
  throw new Refusal(
    `Un autre Pilotis utilise déjà les données de ${dataDir}\u00A0: arrêtez-le d’abord, ou choisissez un autre dossier par DATA_DIR.`,
  )
}

function announce(environment: Environment, port: number): void {
  const address = environment.port === port ? environment.publicUrl : `http://localhost:${port}`
  say(`Pilotis est ouvert sur ${address} (Ctrl-C pour l’arrêter).\n`)
}
