import { join } from 'node:path'
import { type Command, WrongUsage } from '#platform/commands.ts'
import type { Db } from '#platform/db.ts'
import { checkDatabase } from './check-faults-store.ts'
import { type CheckedCounts, countChecked } from './check-store.ts'
import { checkContents } from './content-check-store.ts'
import { counted } from './words.ts'

/** `npx pilotis check`: what the database promises, recomputed from its rows; what it names, looked for on the disk. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'vérifie les sommes, les numéros, les droits de lecture, le journal et les fichiers',
  usage: `npx pilotis check [--files]

Recalcule chaque somme enregistrée, suit la chaîne du journal et cherche chaque fichier dans DATA_DIR/files.
  --files  relit aussi le contenu de chaque fichier (plus long)

Une anomalie par ligne sur la sortie d’erreur\u202F; le bilan sur la sortie standard. Code de sortie\u00A0: 0 si tout va bien, 1 sinon.`,
  run: async ({ argv, db, environment, out, err }) => {
    const unknown = argv.find((word) => word !== '--files')
    if (unknown) throw new WrongUsage(`Option inconnue\u00A0: ${unknown}.`)
    const folder = join(environment.dataDir, 'files')
    const faults = await checkEverything(db, folder, { reread: argv.includes('--files') })
    for (const fault of faults) err(`${fault}\n`)
    out(`${summaryOf(await countChecked(db), faults.length)}\n`)
    return faults.length === 0 ? 0 : 1
  },
}

/** Every fault of the database and of the folder of its files, a sentence each. */
export async function checkEverything(db: Db, folder: string, options: { reread: boolean }): Promise<string[]> {
  return [...(await checkDatabase(db)), ...(await checkContents(db, folder, options))]
}

function summaryOf({ envelopes, awards, submissions, journal, files }: CheckedCounts, faults: number): string {
  const seen = [
    counted(envelopes, 'enveloppe', 'enveloppes'),
    counted(awards, 'subvention', 'subventions'),
    counted(submissions, 'dossier déposé', 'dossiers déposés'),
    counted(journal, 'ligne de journal', 'lignes de journal'),
    counted(files, 'fichier', 'fichiers'),
  ]
  return `Vérifié\u00A0: ${seen.join(', ')}. ${faults === 0 ? 'Aucune anomalie.' : `${counted(faults, 'anomalie', 'anomalies')}.`}`
}
