import type { AppContext } from '#access/http.ts'
import { renderDocument } from '#platform/document.ts'
import { NotFound } from '#platform/errors.ts'
import { openFile } from '#platform/file-store.ts'
import { findStoredFile } from '#platform/stored-file.ts'
import type { AwardState } from './award-state-store.ts'
import { letterOrder } from './letter-document.ts'

/** The letter as it was sent; before the notification, as it would be sent today. Shown in the browser, under its name. */
export async function answerLetter(c: AppContext, award: AwardState): Promise<Response> {
  if (award.letterFileId) return answerSent(c, award.letterFileId)
  const { db, today, demonstration } = c.var
  const pdf = await renderDocument(await letterOrder(db, award, { today, demonstration }))
  return c.body(Uint8Array.from(pdf), 200, headers('apercu.pdf'))
}

async function answerSent(c: AppContext, fileId: string): Promise<Response> {
  const file = await findStoredFile(c.var.db, fileId)
  if (!file) throw new NotFound()
  const { body, size } = await openFile(c.var.filesFolder, file.hash)
  return c.body(body, 200, { ...headers(file.name), 'content-length': String(size) })
}

function headers(name: string): Record<string, string> {
  return { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}"`, 'cache-control': 'private, no-store' }
}
