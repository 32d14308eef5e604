import { setTimeout as wait } from 'node:timers/promises'
import { askHolder } from '#platform/command-channel.ts'
import { type Command, type CommandRequest, chooseCommand, type Streams } from '#platform/commands.ts'
import { prepareDataFolder } from '#platform/data-folder.ts'
import { holdDatabase } from '#platform/database-hold.ts'
import { connectToHolder } from '#platform/embedded-lock.ts'
import { endProcess } from '#platform/end-process.ts'
import { type Environment, readEnvironment } from '#platform/environment.ts'
import { Refusal } from '#platform/errors.ts'
import { commands, executeIn } from './commands.ts'
import { embeddedDatabaseExists, openMigrated } from './opening.ts'
import { serve } from './serve.ts'

const SERVE = {
  name: 'serve',
  summary: 'Ouvre Pilotis dans un navigateur, jusqu’à Ctrl-C.',
  usage: 'npx pilotis serve\n\nLit PORT, DATABASE_URL, DATA_DIR, PUBLIC_URL, SECRET, SMTP_URL et OIDC_* dans l’environnement.',
}
const streams: Streams = { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) }

await endProcess(async () => {
  const request = { argv: process.argv.slice(2), cwd: process.cwd() }
  const choice = chooseCommand([SERVE, ...commands], request.argv)
  if (!choice.command) {
    streams.out(choice.out)
    streams.err(choice.err)
    return choice.code
  }
  const environment = readEnvironment(process.env)
  const command = commands.find((one) => one === choice.command)
  if (!command) return serve(environment)
  return environment.databaseUrl ? runAlone(environment, request) : runEmbedded(environment, command, request)
})

async function runAlone(environment: Environment, request: CommandRequest): Promise<number> {
  const db = await openMigrated(environment)
  try {
    return await executeIn(environment, db)(request, streams)
  } finally {
    await db.close()
  }
}

/** Through the process that holds the embedded database if there is one, else as that process. */
async function runEmbedded(environment: Environment, command: Command, request: CommandRequest): Promise<number> {
  if (!embeddedDatabaseExists(environment) && !command.createsDatabase) {
    throw new Refusal(
      `Aucune base de données dans ${environment.dataDir}\u00A0: lancez d’abord «\u00A0npm start\u00A0» ou «\u00A0npx pilotis migrate\u00A0».`,
    )
  }
  prepareDataFolder(environment.dataDir)
  for (let tries = 0; tries < 20; tries += 1) {
    const outcome = (await throughHolder(environment, request)) ?? (await asHolder(environment, request))
    if (outcome !== 'not-started') return outcome
    await wait(100) // another process is starting or stopping
  }
  throw new Refusal(`Un autre Pilotis utilise les données de ${environment.dataDir} sans répondre\u00A0: attendez sa fin, ou arrêtez-le.`)
}

async function throughHolder(environment: Environment, request: CommandRequest): Promise<number | 'not-started' | undefined> {
  const socket = await connectToHolder(environment.dataDir)
  if (!socket) return undefined
  const outcome = await askHolder(socket, request, streams)
  if (outcome === 'interrupted') throw new Refusal('Le serveur s’est arrêté pendant la commande\u00A0: relancez-la.')
  return outcome
}

async function asHolder(environment: Environment, request: CommandRequest): Promise<number | 'not-started'> {
  const hold = await holdDatabase(environment.dataDir)
  if (!hold) return 'not-started'
  const opening = openMigrated(environment)
  try {
    const execute = executeIn(environment, await opening)
    hold.opened(execute)
    return await execute(request, streams)
  } finally {
    await hold.finish(() =>
      opening.then(
        (db) => db.close(),
        () => {},
      ),
    )
  }
}
