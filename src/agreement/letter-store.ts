import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { LetterKind } from './letter-kind.ts'

const Address = z.object({ name: z.string(), address: z.string(), postalCode: z.string(), commune: z.string().nullable() })
export type PostalAddress = z.infer<typeof Address>

/** Where an organisation is written to, and from: its letterhead. */
export function findPostalAddress(db: Db, organisationId: string): Promise<PostalAddress | undefined> {
  return db.maybe(Address)`
    select o.name, o.address, o.postal_code as "postalCode", c.name as commune
    from organisation o left join commune c on c.code = o.commune_code where o.id = ${organisationId}`
}

/** Locks awards of the scope in the order of their ids, so that two notifications never wait for each other. Answers those not yet notified. */
export async function lockUnnotified(tx: Tx, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const wanted = [...ids].sort()
  await tx.run`
    select w.id from award w join action t on t.id = w.action_id
    where w.id = any(${wanted}::uuid[]) and ${visible('t', scope)} order by w.id for update of w`
  const rows = await tx.rows(z.object({ id: idColumn }))`
    select w.id from award w join action t on t.id = w.action_id
    where w.id = any(${wanted}::uuid[]) and ${visible('t', scope)} and not exists (select 1 from notification n where n.award_id = w.id)`
  return rows.map(({ id }) => id)
}

export interface NewLetter {
  id: string
  awardId: string
  kind: LetterKind
  fileId: string
  on: Day
  by: string
}

export async function insertNotifiedLetter(tx: Tx, row: NewLetter & { notificationId: string }): Promise<void> {
  await tx.run`
    insert into letter (id, award_id, kind, file_id, produced_on, produced_by)
    values (${row.id}, ${row.awardId}, ${row.kind}, ${row.fileId}, ${row.on}, ${row.by})`
  await tx.run`
    insert into notification (id, award_id, letter_id, notified_on, notified_by)
    values (${row.notificationId}, ${row.awardId}, ${row.id}, ${row.on}, ${row.by})`
}
