import { wholeDatabase } from '#access/scope.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { UNDETAILED_CHARGES } from './budget-accounts.ts'
import type { DauphinColumn } from './dauphin-columns.ts'
import type { FieldChange, HeldFile } from './dauphin-diff.ts'
import { insertTerritories } from './dauphin-new-store.ts'
import { listQpvShares } from './dauphin-qpv-shares.ts'
import { fieldNames } from './form-fields.ts'
import { formatPercent } from './part-shares.ts'

export interface ChangedFile extends Pick<HeldFile, 'applicationId' | 'partId' | 'origin' | 'fields'> {
  /** The funder of the line whose amount changes. */
  funderId: string | null
  authorId: string
}

type Write = (tx: Tx, file: ChangedFile, portal: string) => Promise<void>

const column =
  (assignment: (portal: string) => Sql): Write =>
  async (tx, file, portal) => {
    await tx.run`update action_part set ${assignment(portal)} where id = ${file.partId} and application_id = ${file.applicationId}`
  }

const WRITES: Partial<Record<DauphinColumn, Write>> = {
  title: writeTitle,
  summary: column((portal) => sql`summary = ${portal}`),
  theme: column((portal) => sql`theme_code = ${portal || null}`),
  startsOn: column((portal) => sql`starts_on = ${portal || null}`),
  endsOn: column((portal) => sql`ends_on = ${portal || null}`),
  qpvs: writeShares,
  totalCost: writeTotal,
  asked: writeAsked,
}

/** Brings a file to what the portal says. One begun here also keeps it as an answer, so that its form says the same. */
export async function writeChange(tx: Tx, file: ChangedFile, change: FieldChange): Promise<void> {
  await WRITES[change.field]?.(tx, file, change.portal)
  if (file.origin === 'dauphin') return
  for (const [field, raw] of answersOf(file, change)) await insertNextAnswer(tx, file, { field, raw })
}

async function writeTitle(tx: Tx, file: ChangedFile, portal: string): Promise<void> {
  await column((title) => sql`title = ${title}`)(tx, file, portal)
  await tx.run`
    update action t set title = ${portal} from action_part p where p.id = ${file.partId} and t.id = p.action_id and not p.renewed and ${wholeDatabase}`
}

async function writeShares(tx: Tx, { partId }: ChangedFile, portal: string): Promise<void> {
  await tx.run`delete from part_territory t where t.part_id = ${partId} and ${wholeDatabase}`
  await insertTerritories(
    tx,
    listQpvShares(portal).map((share) => ({ partId, ...share })),
  )
}

async function writeTotal(tx: Tx, { partId }: ChangedFile, portal: string): Promise<void> {
  await tx.run`
    insert into budget_line (budget_id, account, amount_cents)
    select b.id, ${UNDETAILED_CHARGES}::text, ${Number(portal)}::bigint from budget b where b.part_id = ${partId} and b.version = 1
    on conflict (budget_id, account) do update set amount_cents = excluded.amount_cents`
}

async function writeAsked(tx: Tx, { partId, funderId }: ChangedFile, portal: string): Promise<void> {
  await tx.run`
    update request r set asked_cents = ${Number(portal)} where r.part_id = ${partId} and r.funder_id = ${funderId} and ${wholeDatabase}`
}

/** The controls of the form behind a column of the portal, with what a person would have typed there. */
function answersOf(file: ChangedFile, { field, portal }: FieldChange): [string, string][] {
  if (field === 'asked') return file.funderId === null ? [] : [[fieldNames.asked(file.funderId), decimal(portal)]]
  if (field !== 'qpvs') return [[field, portal]]
  const shares = new Map(listQpvShares(portal).map(({ code, share }) => [code, formatPercent(share)]))
  const codes = new Set([...listQpvShares(file.fields.qpvs ?? '').map(({ code }) => code), ...shares.keys()])
  return [...codes].map((code) => [fieldNames.share(code), shares.get(code) ?? ''])
}

function decimal(centsText: string): string {
  const [units, rest] = [Math.floor(Number(centsText) / 100), Number(centsText) % 100]
  return rest === 0 ? String(units) : `${units},${String(rest).padStart(2, '0')}`
}

async function insertNextAnswer(tx: Tx, file: ChangedFile, { field, raw }: { field: string; raw: string }): Promise<void> {
  await tx.run`
    insert into answer (application_id, subject_id, field, revision, raw, author_id)
    select ${file.applicationId}::uuid, ${file.partId}::uuid, ${field}::text, coalesce(max(n.revision), 0) + 1, ${raw}::text, ${file.authorId}::uuid
    from answer n where n.subject_id = ${file.partId} and n.field = ${field}`
}
