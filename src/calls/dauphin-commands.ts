import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { findToday } from '#access/demonstration-store.ts'
import { listMandates, type Mandate } from '#access/mandate.ts'
import { idColumn } from '#platform/columns.ts'
import { type Command, type CommandContext, WrongUsage } from '#platform/commands.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/errors.ts'
import { type Call, findCall } from './call-store.ts'
import { DAUPHIN_FILE_REFUSALS, readDauphinFile } from './dauphin.import.ts'
import { DAUPHIN_IMPORT_REFUSALS, importDauphin } from './dauphin-acts.ts'
import { columnHeader } from './dauphin-columns.ts'
import { sayRefusal } from './dauphin-refusals.ts'
import { type DauphinReport, sayCounts } from './dauphin-report.ts'
import type { SheetLine } from './dauphin-rows.ts'
import { sayValue } from './dauphin-words.ts'

export const importDauphinCommand: Command = {
  name: 'import dauphin',
  summary: 'importe un export de Dauphin dans un appel à projets',
  usage: [
    'npx pilotis import dauphin FICHIER --call CODE [--dry-run]',
    '',
    'FICHIER est un tableur .xlsx ou un texte .csv (docs/dauphin-import.md). Ce qui a été modifié dans Pilotis n’est jamais écrasé.',
    '--dry-run montre ce qui changerait et n’écrit rien.',
    'Le compte rendu sort sur la sortie standard, les lignes refusées sur la sortie d’erreur\u00A0: il y en a, le code de retour est 1',
    'et les bonnes lignes sont importées. L’import est fait au nom de la cheffe ou du chef de projet du contrat.',
  ].join('\n'),
  async run(context) {
    const { file, callCode, dryRun } = readOptions(context.argv)
    const rows = await readRows(resolve(context.cwd, file))
    const call = await findCall(context.db, callCode)
    if (!call) throw new Refusal(`Aucun appel à projets n’a le code «\u00A0${callCode}\u00A0».`)
    const today = await findToday(context.db, new Date())
    const by = await getProjectLead(context.db, call, today)
    const input = { callId: call.id, fileName: basename(file), rows, dryRun, through: 'command' as const }
    const result = await importDauphin(context.db, by, input, today)
    if (!result.done) throw new Refusal(`${result.reasons.map((reason) => DAUPHIN_IMPORT_REFUSALS[reason]).join('. ')}.`)
    return report(context, result.value)
  },
}

function readOptions(argv: string[]): { file: string; callCode: string; dryRun: boolean } {
  const { positionals, values } = parsed(argv)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new WrongUsage('Indiquez un fichier, et un seul.')
  if (values.call === undefined) throw new WrongUsage('Indiquez l’appel à projets\u00A0: --call aap-2027.')
  return { file, callCode: values.call, dryRun: values['dry-run'] ?? false }
}

function parsed(argv: string[]): { positionals: string[]; values: { call?: string | undefined; 'dry-run'?: boolean | undefined } } {
  try {
    return parseArgs({ args: argv, allowPositionals: true, options: { call: { type: 'string' }, 'dry-run': { type: 'boolean' } } })
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage('Cette commande n’attend que --call et --dry-run.')
    throw error
  }
}

async function readRows(path: string): Promise<SheetLine[]> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) throw new Refusal(`Le fichier ${path} ne se lit pas\u00A0: vérifiez son nom et ses droits.`)
  const read = await readDauphinFile(bytes)
  if (!read.done) throw new Refusal(`${read.reasons.map((reason) => DAUPHIN_FILE_REFUSALS[reason]).join('. ')}.`)
  return read.value
}

/** A command acts under a real mandate: that of the longest-standing project lead of the contract. */
async function getProjectLead(db: Db, call: Call, today: Day): Promise<Mandate> {
  const lead = await db.maybe(z.object({ id: idColumn, personId: idColumn }))`
    select m.id, m.person_id as "personId" from mandate m
    where m.contract_id = ${call.contractId} and m.function = 'project-lead'
      and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
    order by m.valid_from, m.id limit 1`
  const mandate = lead && (await listMandates(db, lead.personId, today)).find(({ id }) => id === lead.id)
  if (!mandate)
    throw new Refusal(
      `Le contrat «\u00A0${call.contractName}\u00A0» n’a pas de cheffe ni de chef de projet\u00A0: donnez d’abord ce mandat.`,
    )
  return mandate
}

function report({ out, err }: CommandContext, made: DauphinReport): number {
  out(`${made.dryRun ? 'Essai, rien n’est écrit. ' : ''}${sayCounts(made.counts)}\n`)
  for (const header of made.unknownHeaders) out(`Colonne inconnue, gardée\u00A0: ${header}\n`)
  for (const { line, changes } of made.lines) {
    for (const { field, portal, here, outcome } of changes) {
      const kept = outcome === 'conflict' ? ` (conflit\u00A0: gardé ici ${sayValue(field, here)})` : ''
      out(`Ligne ${line.line}, ${line.number}, ${columnHeader(field)}\u00A0: ${sayValue(field, portal)}${kept}\n`)
    }
  }
  for (const { number, funderLine } of made.vanished) out(`Disparue de l’export\u00A0: ${number}, ${funderLine}\n`)
  for (const one of made.refused) {
    const { says, fix } = sayRefusal(one)
    err(`Ligne ${one.line}, ${columnHeader(one.column)} «\u00A0${one.value}\u00A0»\u00A0: ${says}. ${fix}.\n`)
  }
  return made.refused.length > 0 ? 1 : 0
}
