import { parseArgs } from 'node:util'
import { type Command, WrongUsage } from '#platform/commands.ts'
import { writeCsv } from '#platform/csv.ts'
import type { Db } from '#platform/db.ts'
import { type Cents, euros } from '#platform/money.ts'
import { SCDL_FIELDS, type ScdlRow, scdlFlaws } from './scdl-fields.ts'
import { rnaLeftOut, scdlRow } from './scdl-row.ts'
import { listPublishedAwards } from './store.ts'

export interface ScdlExport {
  csv: string
  rows: number
  warnings: string[]
}

/** The subsidies of a year in the national schema: every row valid, the same bytes for the same database. */
export async function exportSubsidies(db: Db, by: { year: number; above?: Cents | undefined }): Promise<ScdlExport> {
  const awards = (await listPublishedAwards(db, by)).filter(({ decided }) => by.above === undefined || decided > by.above)
  const good: ScdlRow[] = []
  const warnings: string[] = []
  for (const award of awards) {
    const row = scdlRow(award)
    const flaws = scdlFlaws(row)
    if (flaws.length === 0) good.push(row)
    else warnings.push(`«\u00A0${award.title}\u00A0» (${award.organisationName}) n’est pas publié\u00A0: ${flaws.join('\u202F; ')}`)
    if (rnaLeftOut(award))
      warnings.push(`Le numéro RNA de «\u00A0${award.organisationName}\u00A0» n’entre pas dans le schéma national\u00A0: le SIRET suffit.`)
  }
  const columns = SCDL_FIELDS.map(({ name }) => ({ header: name, value: (row: ScdlRow) => row[name] }))
  return { csv: writeCsv(columns, good, { formulaSafe: false }), rows: good.length, warnings }
}

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
