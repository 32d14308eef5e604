import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { FileRefusal, StoredFile } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { findAnnex } from './annex-store.ts'

export type AnnexRefusal = 'not-yours' | 'same-content'

export const ANNEX_REFUSALS = {
  'not-yours': 'Cette annexe est celle d’un autre contrat',
  'same-content': 'Ce fichier est déjà la dernière version de cette annexe',
} satisfies Record<AnnexRefusal, string>

/** Why a file is refused, and what to do: beside its field. */
export const ANNEX_FILE_REFUSALS = {
  'too-large': 'Ce fichier dépasse 10\u00A0Mo\u00A0: enregistrez-le en PDF plus léger',
  empty: 'Ce fichier est vide\u00A0: choisissez-en un autre',
  'type-not-allowed': 'Ce type de fichier n’est pas reçu. Sont reçus\u00A0: PDF, Word, Excel, OpenDocument, JPEG et PNG, sans macro',
  'type-mismatch': 'Le contenu de ce fichier n’est pas celui que dit son nom\u00A0: enregistrez-le de nouveau, par exemple en PDF',
  infected: 'L’antivirus a refusé ce fichier',
  'not-checked': 'L’antivirus n’a pas pu vérifier ce fichier\u00A0: réessayez dans quelques minutes',
} satisfies Record<FileRefusal, string>

export interface AnnexInput {
  id: string
  annexId: string
  /** Already kept in the folder of the files: see storeFile. */
  file: StoredFile
  name: string
}

/** Puts in the file of an annex: a new version, the earlier ones stay (CON-06). The same form sent twice puts one. */
export async function putAnnexFile(db: Db, by: Mandate, input: AnnexInput, today: Day): Promise<Result<{ version: number }, AnnexRefusal>> {
  return db.transaction(async (tx) => {
    if (by.contractId === null) return refused('not-yours')
    await tx.maybe(z.unknown())`select id from annex where id = ${input.annexId} for update`
    const annex = await findAnnex(tx, { contractId: by.contractId, id: input.annexId })
    if (!annex) return refused('not-yours')
    const again = annex.files.find(({ id }) => id === input.id)
    if (again) return done({ version: again.version })
    const [latest] = annex.files
    if (latest?.hash === input.file.hash) return refused('same-content')
    const version = (latest?.version ?? 0) + 1
    const fileId = newId()
    const { hash, size, kind } = input.file
    await insertStoredFile(tx, { id: fileId, hash, size, kind, name: input.name })
    await tx.run`
      insert into annex_file (id, annex_id, version, file_id, put_on, put_by)
      values (${input.id}, ${annex.id}, ${version}, ${fileId}, ${today}, ${by.id})`
    await record(tx, by, 'annex.put', annex.id, { version, hash, title: annex.title })
    return done({ version })
  })
}
