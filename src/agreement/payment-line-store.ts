import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn, instantColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { PaymentLineContent } from './payment-line.ts'

const Known = z.object({ id: idColumn, fingerprint: z.string(), treated: z.boolean() })
/** A line that came in an earlier file of the funder. */
export type KnownLine = z.infer<typeof Known>

export function listKnownLines(db: Db, by: { funderId: string; fingerprints: readonly string[] }): Promise<KnownLine[]> {
  return db.rows(Known)`
    select l.id, l.fingerprint, t.line_id is not null as treated
    from payment_line l left join payment_line_treatment t on t.line_id = l.id
    where ${wholeDatabase} and l.funder_id = ${by.funderId} and l.fingerprint = any(${[...by.fingerprints]}::text[])`
}

const Numbered = z.object({ number: z.string(), obligationId: idColumn, amount: centsColumn, on: dayColumn })
/** A payment already recorded under its number, not undone. */
export type NumberedPayment = z.infer<typeof Numbered>

export function listNumberedPayments(db: Db, by: { funderId: string; numbers: readonly string[] }): Promise<NumberedPayment[]> {
  return db.rows(Numbered)`
    select m.number, m.obligation_id as "obligationId", m.amount_cents as amount, m.paid_on as on
    from payment m join award w on w.id = m.award_id join envelope e on e.id = w.envelope_id
    where ${wholeDatabase} and e.funder_id = ${by.funderId} and m.number <> '' and m.number = any(${[...by.numbers]}::text[])
      and m.reverses_id is null and not exists (select 1 from payment v where v.reverses_id = m.id)`
}

const Bound = z.object({ awardId: idColumn, siret: z.string() })

/** The awards of the scope bound under one of these numbers (without spaces, in capitals), with the SIRET of their beneficiary. */
export function listBoundAwards(
  db: Db,
  scope: Scope,
  by: { funderId: string; numbers: readonly string[] },
): Promise<z.infer<typeof Bound>[]> {
  return db.rows(Bound)`
    select w.id as "awardId", o.siret
    from award w join action t on t.id = w.action_id join organisation o on o.id = t.organisation_id join envelope e on e.id = w.envelope_id
    where e.funder_id = ${by.funderId} and ${visible('t', scope)} and exists (select 1 from obligation b where b.award_id = w.id
      and upper(regexp_replace(b.number, '\\s', '', 'g')) = any(${[...by.numbers]}::text[]))`
}

/** Holds awards in the order of their ids, so that two imports never wait for each other. */
export async function lockAwards(tx: Tx, scope: Scope, ids: readonly string[]): Promise<void> {
  await tx.run`
    select w.id from award w join action t on t.id = w.action_id
    where w.id = any(${[...ids]}::uuid[]) and ${visible('t', scope)} order by w.id for update of w`
}

export interface NewImport {
  id: string
  funderId: string
  fileName: string
  summary: Readonly<Record<string, number>>
  on: Day
  by: string
}

export async function insertPaymentImport(tx: Tx, row: NewImport): Promise<void> {
  await tx.run`
    insert into payment_import (id, funder_id, file_name, imported_on, imported_by, summary)
    values (${row.id}, ${row.funderId}, ${row.fileName}, ${row.on}, ${row.by}, ${JSON.stringify(row.summary)}::jsonb)`
}

export interface NewLine {
  id: string
  line: number
  fingerprint: string
  content: PaymentLineContent
  reasons: readonly string[]
}

export async function insertPaymentLines(tx: Tx, of: { importId: string; funderId: string }, lines: readonly NewLine[]): Promise<void> {
  await tx.run`
    insert into payment_line (id, import_id, funder_id, line, fingerprint, content, reasons)
    select x.id, ${of.importId}, ${of.funderId}, x.line, x.fingerprint, x.content, array(select jsonb_array_elements_text(x.reasons))
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x(id uuid, line integer, fingerprint text, content jsonb, reasons jsonb)`
}

export interface NewTreatment {
  lineId: string
  kind: 'imported' | 'matched' | 'dismissed'
  paymentId: string | null
  reason: string
  on: Day
  by: string
}

export async function insertTreatment(tx: Tx, row: NewTreatment): Promise<void> {
  await tx.run`
    insert into payment_line_treatment (line_id, kind, payment_id, reason, treated_on, treated_by)
    values (${row.lineId}, ${row.kind}, ${row.paymentId}, ${row.reason}, ${row.on}, ${row.by})`
}

const Line = z.object({
  id: idColumn,
  line: z.number(),
  fileName: z.string(),
  importedOn: dayColumn,
  content: PaymentLineContent,
  reasons: z.array(z.string()),
  treatment: z.enum(['imported', 'matched', 'dismissed']).nullable(),
  dismissal: z.string().nullable(),
})
export type PaymentLine = z.infer<typeof Line>

/** Lines of one funder, those that wait alone unless one is named; read by that funder only. */
export function listPaymentLines(db: Db, by: { funderId: string; id?: string }): Promise<PaymentLine[]> {
  return db.rows(Line)`
    select l.id, l.line, i.file_name as "fileName", i.imported_on as "importedOn", l.content, l.reasons, t.kind as treatment, t.reason as dismissal
    from payment_line l join payment_import i on i.id = l.import_id left join payment_line_treatment t on t.line_id = l.id
    where ${wholeDatabase} and l.funder_id = ${by.funderId} and (l.id = ${by.id ?? null}::uuid or (${by.id ?? null}::uuid is null and t.line_id is null))
    order by i.imported_at desc, l.line, l.id`
}

const Past = z.object({
  id: idColumn,
  fileName: z.string(),
  importedAt: instantColumn,
  importedBy: z.string(),
  summary: z.record(z.string(), z.number()),
})
export type PastPaymentImport = z.infer<typeof Past>

export function listPaymentImports(db: Db, funderId: string): Promise<PastPaymentImport[]> {
  return db.rows(Past)`
    select i.id, i.file_name as "fileName", i.imported_at as "importedAt", p.name as "importedBy", i.summary
    from payment_import i join mandate m on m.id = i.imported_by join person p on p.id = m.person_id
    where i.funder_id = ${funderId} order by i.imported_at desc limit 50`
}

/** The SIRET of each organisation for which a funder decided something that the scope sees. */
export async function listFunderSirets(db: Db, scope: Scope, funderId: string): Promise<Map<string, string>> {
  const rows = await db.rows(z.object({ id: idColumn, siret: z.string() }))`
    select distinct o.id, o.siret from award w join action t on t.id = w.action_id join organisation o on o.id = t.organisation_id
    join envelope e on e.id = w.envelope_id where e.funder_id = ${funderId} and ${visible('t', scope)}`
  return new Map(rows.map(({ id, siret }) => [id, siret]))
}
