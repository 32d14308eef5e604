import { z } from 'zod'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Db, Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export const ENVELOPE_KINDS = ['droit-commun', 'specific', 'engineering', 'european'] as const

const EnvelopeRow = z.object({
  id: idColumn,
  contractId: idColumn,
  funderId: idColumn,
  funderName: z.string(),
  year: z.number(),
  code: z.string(),
  label: z.string(),
  kind: z.enum(ENVELOPE_KINDS),
  amount: centsColumn,
  decided: centsColumn,
})
/** Money of one funder for one year on one contract. `decided` is kept by the database and never above `amount`. */
export type Envelope = z.infer<typeof EnvelopeRow>

const COLUMNS = sql`e.id, e.contract_id as "contractId", e.funder_id as "funderId", o.name as "funderName", e.year, e.code, e.label, e.kind,
  e.amount_cents as amount, e.decided_cents as decided`

/** The envelopes of a contract and a year, in the order of its funders. */
export function listEnvelopes(db: Db, by: { contractId: string; year: number }): Promise<Envelope[]> {
  return db.rows(EnvelopeRow)`
    select ${COLUMNS} from envelope e
    join organisation o on o.id = e.funder_id
    left join contract_funder f on f.contract_id = e.contract_id and f.organisation_id = e.funder_id
    where e.contract_id = ${by.contractId} and e.year = ${by.year}
    order by f.position, e.code`
}

export function findEnvelope(db: Db, id: string): Promise<Envelope | undefined> {
  return db.maybe(EnvelopeRow)`select ${COLUMNS} from envelope e join organisation o on o.id = e.funder_id where e.id = ${id}`
}

/** Locks envelopes in the order of their ids, so that two acts never wait for each other, and reads them under the lock. */
export async function lockEnvelopes(tx: Tx, ids: readonly string[]): Promise<Envelope[]> {
  const wanted = [...new Set(ids)].sort()
  await tx.run`select id from envelope where id = any(${wanted}::uuid[]) order by id for update`
  return tx.rows(EnvelopeRow)`
    select ${COLUMNS} from envelope e join organisation o on o.id = e.funder_id
    where e.id = any(${wanted}::uuid[]) order by e.id`
}

export async function insertEnvelope(tx: Tx, row: Omit<Envelope, 'funderName' | 'decided'>): Promise<number> {
  return tx.run`
    insert into envelope (id, contract_id, funder_id, year, code, label, kind, amount_cents)
    values (${row.id}, ${row.contractId}, ${row.funderId}, ${row.year}, ${row.code}, ${row.label}, ${row.kind}, ${row.amount})
    on conflict do nothing`
}
