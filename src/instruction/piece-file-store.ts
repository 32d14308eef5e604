import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { type Scope, visible } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { StoredFile } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'

/** A file of kind `missing-piece`, attached to an application that the act has found under its scope. */
export async function insertMissingPiece(
  tx: Tx,
  by: Mandate,
  piece: { id: string; applicationId: string; file: StoredFile & { name: string } },
  today: Day,
): Promise<void> {
  const fileId = newId()
  const { hash, size, kind, name } = piece.file
  await tx.run`insert into stored_file (id, hash, size_bytes, kind, name) values (${fileId}, ${hash}, ${size}, ${kind}, ${name})`
  await tx.run`
    insert into attachment (id, application_id, kind, file_id, added_on, added_by)
    values (${piece.id}, ${piece.applicationId}, 'missing-piece', ${fileId}, ${today}, ${by.id})`
}

const ATTACHMENT_KINDS = [
  'statutes',
  'officers',
  'bank-details',
  'accounts',
  'activity-report',
  'quote',
  'power',
  'missing-piece',
  'other',
] as const

export const ATTACHMENT_NAMES = {
  statutes: 'Statuts',
  officers: 'Liste des dirigeants',
  'bank-details': 'Relevé d’identité bancaire',
  accounts: 'Comptes annuels',
  'activity-report': 'Rapport d’activité',
  quote: 'Devis',
  power: 'Pouvoir de signer',
  'missing-piece': 'Pièce demandée',
  other: 'Autre pièce',
} satisfies Record<(typeof ATTACHMENT_KINDS)[number], string>

const AttachedFile = z.object({
  id: idColumn,
  kind: z.enum(ATTACHMENT_KINDS),
  name: z.string(),
  fileKind: z.string(),
  sizeBytes: countColumn,
  addedOn: dayColumn,
})
export type AttachedFile = z.infer<typeof AttachedFile>

/** The files of an application that were not taken out, the latest first. */
export function listAttachedFiles(db: Db, scope: Scope, applicationId: string): Promise<AttachedFile[]> {
  return db.rows(AttachedFile)`
    select t.id, t.kind, f.name, f.kind as "fileKind", f.size_bytes as "sizeBytes", t.added_on as "addedOn"
    from attachment t
    join application a on a.id = t.application_id
    join stored_file f on f.id = t.file_id
    where a.id = ${applicationId} and t.removed_on is null and ${visible('a', scope)}
    order by t.added_on desc, t.id desc`
}
