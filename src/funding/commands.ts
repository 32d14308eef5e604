import { parseArgs } from 'node:util'
import { listContracts } from '#contract/store.ts'
import { type Command, WrongUsage } from '#platform/commands.ts'
import { type CsvColumn, writeCsv } from '#platform/csv.ts'
import { Refusal } from '#platform/errors.ts'
import { type Cents, decimalEuros } from '#platform/money.ts'
import { type ExportLine, listExportLines } from './programming-export-store.ts'

export const exportProgrammingCommand: Command = {
  name: 'export programming',
  summary: 'écrit la programmation d’un contrat et d’une année, une ligne par dossier et par financeur',
  usage: `npx pilotis export programming --contract CODE --year AAAA

Le fichier CSV (UTF-8, virgules, montants en euros) sort sur la sortie standard, le compte des lignes sur la sortie d’erreur.
Il contient les montants demandés et retenus\u00A0: il n’est pas public. Une case vide\u00A0: rien n’est encore décidé\u202F; 0\u00A0: refusé.`,
  async run({ argv, db, out, err }) {
    const { contract: code, year } = readOptions(argv)
    const contracts = await listContracts(db)
    const contract = contracts.find((one) => one.code === code)
    if (!contract) throw new Refusal(unknown(code, contracts))
    const lines = await listExportLines(db, { contractId: contract.id, year })
    out(writeCsv(COLUMNS, lines))
    err(`${lines.length}\u00A0ligne(s) pour ${contract.name}, ${year}.\n`)
    return 0
  },
}

const amount = (value: Cents | null): string => (value === null ? '' : decimalEuros(value))

const COLUMNS: readonly CsvColumn<ExportLine>[] = [
  { header: 'numero', value: ({ number }) => number },
  { header: 'numero_dauphin', value: ({ dauphinNumber }) => dauphinNumber },
  { header: 'action', value: ({ title }) => title },
  { header: 'porteur', value: ({ organisation }) => organisation },
  { header: 'siret', value: ({ siret }) => siret },
  { header: 'quartiers', value: ({ qpvs }) => qpvs },
  { header: 'orientation', value: ({ orientation }) => orientation },
  { header: 'theme', value: ({ theme }) => theme },
  { header: 'financeur', value: ({ funder }) => funder },
  { header: 'demande', value: ({ asked }) => amount(asked) },
  { header: 'retenu', value: ({ retained }) => amount(retained) },
  { header: 'decide', value: ({ decided }) => amount(decided) },
  { header: 'engage', value: ({ obligated }) => amount(obligated) },
  { header: 'paye', value: ({ paid }) => amount(paid) },
]

function unknown(code: string, contracts: readonly { code: string }[]): string {
  const known =
    contracts.length === 0 ? 'La base n’en contient aucun.' : `Contrats connus\u00A0: ${contracts.map((one) => one.code).join(', ')}.`
  return `Le contrat «\u00A0${code}\u00A0» est inconnu. ${known}`
}

function readOptions(argv: string[]): { contract: string; year: number } {
  const { contract, year } = parsed(argv)
  if (!contract) throw new WrongUsage('Indiquez le contrat\u00A0: --contract lens-lievin-2024-2030.')
  if (!/^\d{4}$/.test(year ?? '')) throw new WrongUsage('Indiquez l’année\u00A0: --year 2027.')
  return { contract, year: Number(year) }
}

function parsed(argv: string[]): { contract?: string | undefined; year?: string | undefined } {
  try {
    return parseArgs({ args: argv, options: { contract: { type: 'string' }, year: { type: 'string' } } }).values
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage('Cette commande n’attend que --contract et --year.')
    throw error
  }
}
