import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { findApplicationHead } from '#calls/application-store.ts'
import { FILE_REFUSALS } from '#calls/attachment-acts.ts'
import { NotFound } from '#platform/errors.ts'
import { type FileRefusal, storeFile } from '#platform/file-store.ts'
import { idField, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { AskedPiecesPage, fieldName } from './AskedPiecesPage.tsx'
import { answerPiece } from './completeness-acts.ts'
import { listPieces } from './completeness-store.ts'
import { idInPath } from './file-routes.tsx'
import { instructionPaths, instructionRoutePaths } from './paths.ts'

export const pieceRoutes = new Hono<AppEnv>()

/** Too heavy a file never reaches the act: the program sends the person back here, who is told beside the field. */
pieceRoutes.get(instructionRoutePaths.askedPieces, allow('application:write'), (c) =>
  showPieces(
    c,
    idInPath(c, 'id'),
    c.req.query('fichier') === 'trop-lourd' ? { pieceId: c.req.query('piece'), message: FILE_REFUSALS['too-large'] } : undefined,
  ),
)

/** The address of a refused file, opened again. */
pieceRoutes.get(instructionRoutePaths.askedPiece, allow('application:write'), (c) =>
  c.redirect(instructionPaths.askedPieces(idInPath(c, 'id')), 303),
)

pieceRoutes.post(instructionRoutePaths.askedPiece, allow('application:write'), async (c) => {
  const [applicationId, pieceId] = [idInPath(c, 'id'), idInPath(c, 'piece')]
  const { db, mandate, today, filesFolder, antivirusCommand } = c.var
  const pieces = await listPieces(db, mandate.scope, applicationId)
  if (!pieces.some(({ id }) => id === pieceId)) throw new NotFound()
  const typed = await readForm(c)
  const file = typed.files[fieldName({ id: pieceId })]
  if (!file) return showPieces(c, applicationId, { pieceId, message: 'Choisissez le fichier à déposer' })
  const stored = await storeFile(filesFolder, { name: file.name, content: new Uint8Array(await file.arrayBuffer()) }, antivirusCommand)
  if (!stored.done) return showPieces(c, applicationId, { pieceId, message: messageOf(stored.reasons) })
  const id = idField.safeParse(typed.values['id']).data ?? newId()
  const result = await answerPiece(
    db,
    mandate,
    { id, applicationId, pieceRequestId: pieceId, file: { ...stored.value, name: file.name } },
    today,
  )
  return redirectSaying(
    c,
    instructionPaths.askedPieces(applicationId),
    result.done
      ? { state: 'success', text: 'La pièce est déposée. L’équipe qui suit votre demande la verra dans le dossier.' }
      : { state: 'info', text: 'Cette pièce avait déjà été déposée\u00A0: rien n’a changé.' },
  )
})

async function showPieces(
  c: AppContext,
  applicationId: string,
  refused?: { pieceId: string | undefined; message: string },
): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const file = await findApplicationHead(db, mandate.scope, applicationId)
  if (!file) throw new NotFound()
  const pieces = await listPieces(db, mandate.scope, applicationId)
  return c.html(<AskedPiecesPage {...{ frame, file, pieces, today, refused }} />, refused && c.req.method === 'POST' ? 422 : 200)
}

function messageOf(reasons: readonly FileRefusal[]): string {
  const [first] = reasons
  return first ? FILE_REFUSALS[first] : FILE_REFUSALS['type-not-allowed']
}
