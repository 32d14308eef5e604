import type { AppContext } from '#access/http.ts'
import { renderDocument } from '#platform/document.ts'
import { NotFound } from '#platform/errors.ts'
import { downloadHeaders } from '#platform/file-kinds.ts'
import { openFile } from '#platform/file-store.ts'
import { findStoredFile } from '#platform/stored-file.ts'
import { agreementContent, agreementOrder, textOf } from './agreement-document.ts'
import { agreementDocx } from './agreement-editable.ts'
import type { Agreement } from './agreement-store.ts'

/** One of the files of an agreement that the reader may see: the PDF, the text to edit, or the scan of the signed copy. */
export async function answerAgreementFile(c: AppContext, agreement: Agreement, kind: 'pdf' | 'docx' | 'signee'): Promise<Response> {
  const text = textOf(agreement, c.req.param('textId'))
  if (kind === 'signee') return answerCopy(c, text.copyFileId)
  const { db, mandate, today, demonstration } = c.var
  const content = await agreementContent(db, mandate.scope, { agreement, text, today })
  const name = `${text.rank === 0 ? 'convention' : `avenant-${text.rank}`}-${agreement.number}`.replace(/[^\w-]+/g, '-')
  const bytes =
    kind === 'pdf'
      ? await renderDocument(agreementOrder(content, { day: text.draftedOn, demonstration }))
      : await agreementDocx(content, demonstration)
  return c.body(Uint8Array.from(bytes), 200, downloadHeaders(`${name}.${kind}`, kind))
}

async function answerCopy(c: AppContext, fileId: string | null): Promise<Response> {
  const file = fileId ? await findStoredFile(c.var.db, fileId) : undefined
  if (!file) throw new NotFound()
  const { body, size } = await openFile(c.var.filesFolder, file.hash)
  return c.body(body, 200, { ...downloadHeaders(file.name, 'pdf'), 'content-length': String(size) })
}
