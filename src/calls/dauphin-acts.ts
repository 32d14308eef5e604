import type { Mandate } from '#access/mandate.ts'
import { listContractQpvs, listFunders, listThemes } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type Call, findCallById, lockCall } from './call-store.ts'
import { admitLines } from './dauphin-admission.ts'
import { writeChange } from './dauphin-change-store.ts'
import type { DauphinContext } from './dauphin-context.ts'
import { changesToWrite, diffDauphin, type LineDiff } from './dauphin-diff.ts'
import { insertImport, markVanished, updateLines } from './dauphin-line-store.ts'
import { insertNewFiles, insertNewLines } from './dauphin-new-acts.ts'
import { type DauphinReport, dauphinReport } from './dauphin-report.ts'
import { readDauphinRows, type SheetLine } from './dauphin-rows.ts'
import { listHeldFiles, listInterestSirets, listKnownLines } from './dauphin-store.ts'
import { grantFundersReading } from './reading-store.ts'

export interface DauphinInput {
  callId: string
  fileName: string
  /** The stored file they come from, when there is one. */
  fileId?: string | null
  /** The lines of the sheet; the first one holds the headings. */
  rows: readonly SheetLine[]
  /** Conflicts for which the portal’s value was chosen: see choiceKey. */
  choices?: readonly string[]
  dryRun?: boolean
  /** How it was asked, kept in the journal. */
  through?: 'page' | 'command'
}

export type DauphinImportRefusal = 'unknown-call' | 'no-framing' | 'missing-columns'

export const DAUPHIN_IMPORT_REFUSALS = {
  'unknown-call': 'Cet appel n’est pas de votre contrat de ville',
  'no-framing': 'Cet appel n’a pas de note de cadrage\u00A0: publiez-la d’abord, chaque demande en garde la version',
  'missing-columns': 'Il manque des colonnes au fichier\u00A0: rien n’a été importé',
} satisfies Record<DauphinImportRefusal, string>

/**
 * Imports a sheet of the State’s portal into a call: its good lines all or nothing, its refused lines told. Repeatable:
 * keyed on Dauphin number and funder line, it never overwrites what was edited here unless `choices` says so.
 */
export async function importDauphin(
  db: Db,
  by: Mandate,
  input: DauphinInput,
  today: Day,
): Promise<Result<DauphinReport, DauphinImportRefusal>> {
  if (input.dryRun) return compare(db, by, input)
  return db.transaction(async (tx) => {
    const call = await findCallById(tx, input.callId)
    if (!call || call.contractId !== by.contractId) return refused('unknown-call')
    await lockCall(tx, call)
    const compared = await compare(tx, by, input)
    if (!compared.done) return compared
    if (compared.value.refused.some(({ rule }) => rule === 'missing-column')) return refused('missing-columns')
    await save(tx, by, { call, input, report: compared.value }, today)
    return compared
  })
}

/** What an import would do. */
async function compare(db: Db, by: Mandate, input: DauphinInput): Promise<Result<DauphinReport, DauphinImportRefusal>> {
  const call = await findCallById(db, input.callId)
  if (!call || call.contractId !== by.contractId) return refused('unknown-call')
  if (call.framingVersion === null) return refused('no-framing')
  const context = await getContext(db, call)
  const held = await listHeldFiles(db, call.id)
  const interests = await listInterestSirets(db, by.personId)
  const read = admitLines(readDauphinRows(input.rows, context), { context, held, interests })
  const known = await listKnownLines(db, call.id)
  return done(dauphinReport(read, diffDauphin(read, known, held), input.dryRun ?? false))
}

async function getContext(db: Db, call: Call): Promise<DauphinContext> {
  const themes = await listThemes(db)
  const qpvs = await listContractQpvs(db, call.contractId)
  const funders = await listFunders(db, call.contractId)
  return {
    year: call.year,
    door: call.door,
    themes: themes.filter(({ parentCode }) => parentCode !== null),
    qpvCodes: qpvs.map(({ code }) => code),
    funders,
  }
}

interface Import {
  call: Call
  input: DauphinInput
  report: DauphinReport
}

async function save(tx: Tx, by: Mandate, { call, input, report }: Import, today: Day): Promise<void> {
  const importId = newId()
  const summary = { ...report.counts }
  await insertImport(tx, {
    id: importId,
    callId: call.id,
    fileId: input.fileId ?? null,
    fileName: input.fileName,
    today,
    by: by.id,
    summary,
  })
  const made = await insertNewFiles(tx, by, { call, lines: report.lines }, today)
  const joined = await insertNewLines(tx, { callId: call.id, importId, lines: report.lines, made })
  const choices = new Set(input.choices ?? [])
  for (const diff of report.lines) await applyChanges(tx, by, diff, choices)
  const known = report.lines.flatMap((diff) => (diff.known ? [{ id: diff.known.id, content: contentOf(diff) }] : []))
  if (known.length > 0) await updateLines(tx, { callId: call.id, importId, lines: known })
  if (report.vanished.length > 0) await markVanished(tx, { callId: call.id, importId, ids: report.vanished.map(({ id }) => id) })
  if (joined.length > 0) await grantFundersReading(tx, joined)
  await record(tx, by, 'dauphin.imported', importId, {
    callId: call.id,
    fileName: input.fileName,
    through: input.through ?? 'page',
    ...summary,
  })
}

function contentOf({ line }: LineDiff): { columns: Partial<Record<string, string>>; others: Record<string, string> } {
  return { columns: line.content, others: line.others }
}

async function applyChanges(tx: Tx, by: Mandate, diff: LineDiff, choices: ReadonlySet<string>): Promise<void> {
  const { held, line } = diff
  if (!held) return
  const changes = changesToWrite(diff, choices)
  for (const change of changes) await writeChange(tx, { ...held, funderId: line.funderId, authorId: by.personId }, change)
  if (changes.length === 0) return
  await record(tx, by, 'application.changed-by-portal', held.applicationId, {
    number: line.number,
    changes: changes.map(({ field, here, portal }) => ({ field, here, portal })),
  })
}
