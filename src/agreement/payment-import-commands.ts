import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { findToday } from '#access/demonstration-store.ts'
import { listMandates, type Mandate } from '#access/mandate.ts'
import { PERMISSIONS } from '#access/permissions.ts'
import { wholeDatabase } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import { type Command, type CommandContext, WrongUsage } from '#platform/commands.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/errors.ts'
import { formatEuros } from '#platform/money.ts'
import { importPayments, type PaymentReport } from './payment-import-acts.ts'
import { sayLineReason } from './payment-match.ts'
import { sayPaymentCounts } from './payment-plan.ts'
import { type PaymentFile, readPaymentFile, readPaymentLines } from './payments.import.ts'

export const importPaymentsCommand: Command = {
  name: 'import payments',
  summary: 'importe les paiements d’un financeur depuis un tableur',
  usage: [
    'npx pilotis import payments FICHIER [--funder SIRET] [--dry-run]',
    '',
    'FICHIER est un tableur .xlsx ou un texte .csv\u00A0: N° EJ, N° DP ou mandat, Montant, Date de paiement, SIRET ou Tiers.',
    'Le financeur est celui des engagements que le fichier nomme\u00A0; --funder le dit quand ils sont de plusieurs, ou d’aucun.',
    '--dry-run montre ce qui serait payé et n’écrit rien. Le même paiement n’entre jamais deux fois.',
    'Le compte rendu sort sur la sortie standard, les lignes à traiter sur la sortie d’erreur\u00A0: il y en a, le code de retour est 1.',
  ].join('\n'),
  async run(context) {
    const { path, siret, dryRun } = readOptions(context)
    const file = await readLines(path)
    const today = await findToday(context.db, new Date())
    const by = await getAccountant(context.db, await getFunder(context.db, file, siret), today)
    const result = await importPayments(context.db, by, { fileName: basename(path), file, dryRun }, today)
    if (!result.done) throw new Refusal(result.reasons.join(' '))
    return report(context, result.value, dryRun)
  },
}

function readOptions({ argv, cwd }: CommandContext): { path: string; siret: string | undefined; dryRun: boolean } {
  try {
    const options = { funder: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const
    const { positionals, values } = parseArgs({ args: argv, allowPositionals: true, options })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) throw new WrongUsage('Indiquez un fichier, et un seul.')
    return { path: resolve(cwd, file), siret: values.funder, dryRun: values['dry-run'] ?? false }
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage('Cette commande n’attend que --funder et --dry-run.')
    throw error
  }
}

async function readLines(path: string): Promise<PaymentFile> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) throw new Refusal(`Le fichier ${path} ne se lit pas\u00A0: vérifiez son nom et ses droits.`)
  const read = await readPaymentFile(bytes)
  if (!read.done) throw new Refusal(read.reasons.join(' '))
  return read.value
}

/** The one funder whose obligations bear the numbers of the file, unless it is said. */
async function getFunder(db: Db, file: PaymentFile, siret: string | undefined): Promise<string> {
  const numbers = readPaymentLines(file).map(({ content }) => content.obligation)
  const rows = await db.rows(z.object({ id: idColumn }))`
    select distinct f.id from organisation f join envelope e on e.funder_id = f.id
    where ${wholeDatabase} and (f.siret = ${siret ?? ''} or (${siret === undefined} and exists (
      select 1 from award w join obligation b on b.award_id = w.id
      where w.envelope_id = e.id and upper(regexp_replace(b.number, '\\s', '', 'g')) = any(${numbers}::text[]))))`
  const [only, ...others] = rows
  if (only && others.length === 0) return only.id
  throw new Refusal(
    siret === undefined
      ? 'Le financeur ne se déduit pas des numéros d’engagement\u00A0: indiquez son SIRET par --funder.'
      : `Aucun financeur n’a le SIRET ${siret}.`,
  )
}

/** A command acts under a real mandate: the longest-standing one of the funder that may record payments. */
async function getAccountant(db: Db, funderId: string, today: Day): Promise<Mandate> {
  const functions: readonly string[] = PERMISSIONS['payment:record']
  const found = await db.maybe(z.object({ id: idColumn, personId: idColumn }))`
    select m.id, m.person_id as "personId" from mandate m
    where m.organisation_id = ${funderId} and m.function = any(${[...functions]}::text[])
      and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
    order by m.valid_from, m.id limit 1`
  const mandate = found && (await listMandates(db, found.personId, today)).find(({ id }) => id === found.id)
  if (!mandate) throw new Refusal('Personne n’enregistre les paiements de ce financeur\u00A0: donnez d’abord ce mandat.')
  return mandate
}

function report({ out, err }: CommandContext, { counts, lines }: PaymentReport, dryRun: boolean): number {
  out(`${dryRun ? 'Essai, rien n’est écrit. ' : ''}${sayPaymentCounts(counts)}\n`)
  for (const { line, outcome, content, obligation } of lines) {
    if (outcome === 'paid' && content.amount !== null)
      out(
        `Ligne ${line}, ${content.obligation}, ${content.number}\u00A0: ${formatEuros(content.amount)}, ${obligation?.organisationName ?? ''}\n`,
      )
  }
  for (const { line, outcome, content, reasons } of lines) {
    if (outcome === 'waiting') err(`Ligne ${line}, ${content.obligation}\u00A0: ${reasons.map(sayLineReason).join(' ')}\n`)
  }
  return counts.waiting > 0 ? 1 : 0
}
