import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { idColumn, instantColumn } from './columns.ts'
import type { Db, Tx } from './db.ts'
import { newId } from './ids.ts'

/** Who acts, as the journal keeps it: both null for the program itself. */
export interface Actor {
  personId: string | null
  id: string | null
}

/**
 * Writes one change in the journal, in the transaction of the change.
 * `act` is 'noun.verb' in English; the payload holds what changed, never a secret nor a bank account.
 */
export async function record(
  tx: Tx,
  by: Actor,
  act: string,
  subjectId: string | null,
  payload: Record<string, unknown> = {},
): Promise<void> {
  const salt = randomBytes(16).toString('hex')
  await tx.run`
    insert into journal (id, person_id, mandate_id, act, subject_id, payload, salt, payload_hash)
    values (${newId()}, ${by.personId}, ${by.id}, ${act}, ${subjectId}, ${JSON.stringify(payload)}::jsonb, ${salt}, ${payloadHash(salt, payload)})`
}

const Entry = z.object({
  id: idColumn,
  happenedAt: instantColumn,
  personId: idColumn.nullable(),
  mandateId: idColumn.nullable(),
  act: z.string(),
  subjectId: idColumn.nullable(),
  payload: z.record(z.string(), z.unknown()).nullable(),
  salt: z.string().nullable(),
  payloadHash: z.string(),
})
type Entry = z.infer<typeof Entry>

const Sealed = Entry.extend({ position: z.number(), hash: z.string() })

const BATCH = 500
const SEAL_LOCK = 147_2021

/** Chains committed rows not yet sealed, oldest first. One sealer at a time. Answers how many it sealed. */
export async function sealJournal(db: Db): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.run`select pg_advisory_xact_lock(${SEAL_LOCK})`
    let last = await tx.maybe(z.object({ position: z.number(), hash: z.string() }))`
      select position, hash from journal_seal order by position desc limit 1`
    const entries = await tx.rows(Entry)`
      select j.id, j.happened_at as "happenedAt", j.person_id as "personId", j.mandate_id as "mandateId", j.act,
        j.subject_id as "subjectId", j.payload, j.salt, j.payload_hash as "payloadHash"
      from journal j
      where not exists (select 1 from journal_seal s where s.journal_id = j.id)
      order by j.happened_at, j.id limit ${BATCH}`
    const seals = entries.map((entry) => {
      last = { position: (last?.position ?? 0) + 1, hash: chained(last?.hash ?? '', entry) }
      return { ...last, id: entry.id }
    })
    await tx.run`
      insert into journal_seal (position, journal_id, hash)
      select * from unnest(${seals.map(({ position }) => position)}::bigint[], ${seals.map(({ id }) => id)}::uuid[], ${seals.map(({ hash }) => hash)}::text[])`
    return entries.length
  })
}

/** What is wrong with the journal, in French; empty when the chain holds. */
export async function checkJournal(db: Db): Promise<string[]> {
  const faults: string[] = []
  let previous = { position: 0, hash: '' }
  for (;;) {
    const rows = await db.rows(Sealed)`
      select s.position, s.hash, j.id, j.happened_at as "happenedAt", j.person_id as "personId", j.mandate_id as "mandateId", j.act,
        j.subject_id as "subjectId", j.payload, j.salt, j.payload_hash as "payloadHash"
      from journal_seal s join journal j on j.id = s.journal_id
      where s.position > ${previous.position} order by s.position limit ${BATCH}`
    for (const row of rows) {
      faults.push(...faultsOf(row, previous))
      previous = row
    }
    if (rows.length < BATCH) return faults
  }
}

function faultsOf(row: z.infer<typeof Sealed>, previous: { position: number; hash: string }): string[] {
  const faults: string[] = []
  if (row.position !== previous.position + 1)
    faults.push(`Journal\u00A0: il manque des lignes entre ${previous.position} et ${row.position}.`)
  if (row.hash !== chained(previous.hash, row))
    faults.push(`Journal\u00A0: la ligne ${row.position} (${row.act}) ne correspond plus à son sceau.`)
  if (row.salt !== null && row.payload !== null && payloadHash(row.salt, row.payload) !== row.payloadHash) {
    faults.push(`Journal\u00A0: le contenu de la ligne ${row.position} (${row.act}) a été modifié.`)
  }
  return faults
}

function chained(previousHash: string, entry: Entry): string {
  const { id, happenedAt, personId, mandateId, act, subjectId, payloadHash: content } = entry
  return sha256(JSON.stringify([previousHash, id, happenedAt.toISOString(), personId, mandateId, act, subjectId, content]))
}

function payloadHash(salt: string, payload: Record<string, unknown>): string {
  return sha256(salt + canonical(payload))
}

/** The same text for the same value whatever the order of its keys: jsonb does not keep it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
