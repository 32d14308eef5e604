import { parseArgs } from 'node:util'
import { type Command, WrongUsage } from '#platform/commands.ts'
import { type Cents, euros } from '#platform/money.ts'
import { exportSubsidies } from './scdl.document.ts'

export const exportSubsidiesCommand: Command = {
  name: 'export subventions',
  summary: 'écrit les subventions notifiées d’une année au schéma national SCDL 2.1.1',
  usage:
    'npx pilotis export subventions --year AAAA [--above EUROS]\n\nLe fichier CSV sort sur la sortie standard, les avertissements sur la sortie d’erreur.\n--above 23000 ne garde que les conventions obligatoires.',
  async run({ argv, db, out, err }) {
    const { year, above } = readOptions(argv)
    const made = await exportSubsidies(db, { year, above })
    out(made.csv)
    for (const warning of made.warnings) err(`${warning}\n`)
    err(`${made.rows}\u00A0ligne(s) pour ${year}.\n`)
    return 0
  },
}

function readOptions(argv: string[]): { year: number; above: Cents | undefined } {
  const { values } = parsed(argv)
  if (!/^\d{4}$/.test(values.year ?? '')) throw new WrongUsage('Indiquez l’année\u00A0: --year 2026.')
  if (values.above !== undefined && !/^\d{1,9}$/.test(values.above)) throw new WrongUsage('--above attend un nombre entier d’euros.')
  return { year: Number(values.year), above: values.above === undefined ? undefined : euros(Number(values.above)) }
}

function parsed(argv: string[]): { values: { year?: string | undefined; above?: string | undefined } } {
  try {
    return parseArgs({ args: argv, options: { year: { type: 'string' }, above: { type: 'string' } } })
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage('Cette commande n’attend que --year et --above.')
    throw error
  }
}
