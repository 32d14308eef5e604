import { type Command, WrongUsage } from '#platform/commands.ts'
import { migrate, readMigrations } from '#platform/migrate.ts'

/** Every command opens a migrated database; this one does nothing else, before a first start or in a deployment. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Met la base de données au schéma de ce programme.',
  usage:
    'npx pilotis migrate\n\nSans danger si la base est déjà à jour. Refuse une base plus récente que le programme.\nCrée la base embarquée, vide, s’il n’y en a pas.',
  createsDatabase: true,
  run: async ({ argv, db, out }) => {
    if (argv.length > 0) throw new WrongUsage(`Argument inattendu\u00A0: ${argv[0]}.`)
    await migrate(db)
    out(`La base de données est à jour (version ${readMigrations().at(-1)?.number ?? 0}).\n`)
    return 0
  },
}
