import { createHash } from 'node:crypto'
import type { Db } from '#platform/db.ts'
import { type OpenedFile, openFile } from '#platform/file-store.ts'
import { type Content, listContents } from './check-store.ts'

const BATCH = 200

/** What is wrong on the disk: contents missing, of another size and, when they are read again, changed. */
export async function checkContents(db: Db, folder: string, { reread }: { reread: boolean }): Promise<string[]> {
  const faults: string[] = []
  let after = ''
  for (;;) {
    const contents = await listContents(db, after, BATCH)
    for (const content of contents) {
      const fault = await contentFault(folder, content, reread)
      if (fault) faults.push(fault)
    }
    const last = contents.at(-1)
    if (!last || contents.length < BATCH) return faults
    after = last.hash
  }
}

async function contentFault(folder: string, { hash, name, sizes }: Content, reread: boolean): Promise<string | undefined> {
  const which = `Fichier «\u00A0${name}\u00A0» (${hash.slice(0, 12)}…)\u00A0:`
  const opened = await openFile(folder, hash).catch(ignoreAbsent)
  if (!opened) return `${which} il manque dans le dossier des fichiers.`
  if (sizes.some((size) => size !== opened.size)) {
    await opened.body.cancel()
    return `${which} il fait ${opened.size} octets au lieu de ${sizes.join(' ou ')}.`
  }
  if (!reread) {
    await opened.body.cancel()
    return undefined
  }
  return (await hashOf(opened)) === hash ? undefined : `${which} son contenu a changé.`
}

async function hashOf({ body }: OpenedFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of body) hash.update(chunk)
  return hash.digest('hex')
}

function ignoreAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
