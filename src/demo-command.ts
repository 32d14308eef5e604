import { join } from 'node:path'
import { z } from 'zod'
import { type Command, WrongUsage } from '#platform/commands.ts'
import { Refusal } from '#platform/errors.ts'
import { buildDemonstration } from '#seeds/demo.ts'

/** Demonstration or real is written once, at the creation of a database: a real one never becomes a demonstration. */
export const demoCommand: Command = {
  name: 'demo',
  summary: 'Remplit une base de données vide avec le monde de démonstration.',
  usage: 'npx pilotis demo\n\nRefuse une base qui a déjà servi, même vide de dossiers.',
  createsDatabase: true,
  run: async ({ argv, db, environment, out, err }) => {
    if (argv.length > 0) throw new WrongUsage(`Argument inattendu\u00A0: ${argv[0]}.`)
    const used = await db.maybe(z.object({ demonstration: z.boolean() }))`select demonstration from database_nature`
    if (used)
      throw new Refusal(
        'Cette base de données a déjà servi\u00A0: la démonstration ne se crée que dans une base vide. Rien n’a été modifié.',
      )
    // Progress goes where errors go: the standard output is for what the command answers.
    await buildDemonstration(db, join(environment.dataDir, 'files'), (text) => err(`${text}\n`))
    out('Le monde de démonstration est prêt.\n')
    return 0
  },
}
