import { z } from 'zod'
import { idColumn } from './columns.ts'
import type { Db, Tx } from './db.ts'

const StoredFileRow = z.object({ id: idColumn, hash: z.string(), size: z.number(), kind: z.string(), name: z.string() })
/** The name given to a content kept in the folder of the files. Who may read it is decided by the row that points to it. */
export type StoredFileRow = z.infer<typeof StoredFileRow>

/** The longest name kept; the folder of a name is never kept. */
const LONGEST_NAME = 200

/** Names a content already kept. Sent twice, the same id makes one row. */
export async function insertStoredFile(tx: Tx, file: StoredFileRow): Promise<void> {
  await tx.run`
    insert into stored_file (id, hash, size_bytes, kind, name)
    values (${file.id}, ${file.hash}, ${file.size}, ${file.kind}, ${plainName(file.name)})
    on conflict (id) do nothing`
}

export function findStoredFile(db: Db, id: string): Promise<StoredFileRow | undefined> {
  return db.maybe(StoredFileRow)`select id, hash, size_bytes as size, kind, name from stored_file where id = ${id}`
}

/** The last part of a path, without what no screen can show. */
function plainName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .slice(0, LONGEST_NAME)
      .trim() || 'fichier'
  )
}
