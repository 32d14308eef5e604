import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { downloadHeaders, isDownloadKind } from '#platform/file-kinds.ts'
import { openFile } from '#platform/file-store.ts'
import { idField, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { findStoredFile } from '#platform/stored-file.ts'
import { ExportPage } from './ExportPage.tsx'
import { ExportsPage } from './ExportsPage.tsx'
import { askExport } from './export-acts.ts'
import { EXPORT_KINDS } from './export-kinds.document.ts'
import { exportPaths } from './export-paths.ts'
import { type Export, findExport, listExports } from './export-store.ts'
import { EXPORT_WORDS, percentOf } from './export-words.ts'

/** The export centre: long documents are asked for, left, and found again by who asked. */
export const exportRoutes = new Hono<AppEnv>()

exportRoutes.get('/exports', allow('meeting:read'), async (c) => {
  const exports = await listExports(c.var.db, c.var.mandate.id)
  return c.html(<ExportsPage frame={c.var.frame} exports={exports} />)
})

exportRoutes.post('/exports', allow('meeting:read'), async (c) => {
  const { values } = await readForm(c)
  const [id, subjectId] = [idField.safeParse(values['id']), idField.safeParse(values['objet'])]
  const kind = values['genre'] ?? ''
  if (!id.success || !subjectId.success) throw new NotFound()
  const of = Object.hasOwn(EXPORT_KINDS, kind) ? EXPORT_KINDS[kind] : undefined
  const asked = await askExport(c.var.db, c.var.mandate, { id: id.data, subjectId: subjectId.data, kind, of }, c.var.today)
  if (!asked.done) throw new NotFound()
  const text = asked.value.again ? 'Ce document est déjà en préparation\u00A0: le voici.' : 'Le document est demandé.'
  return redirectSaying(c, exportPaths.one(asked.value.id), { state: asked.value.again ? 'info' : 'success', text })
})

exportRoutes.get('/exports/:id', allow('meeting:read'), async (c) => {
  const asked = await getExport(c)
  return c.html(<ExportPage frame={c.var.frame} asked={asked} newId={newId()} />)
})

exportRoutes.get('/exports/:id/etat', allow('meeting:read'), async (c) => {
  const asked = await getExport(c)
  const percent = percentOf(asked)
  c.header('cache-control', 'no-store')
  return c.json({ state: asked.state, percent, words: `${EXPORT_WORDS[asked.state]}\u00A0: ${percent}\u00A0%.` })
})

exportRoutes.get('/exports/:id/fichier', allow('meeting:read'), async (c) => {
  const asked = await getExport(c)
  const file = asked.fileId ? await findStoredFile(c.var.db, asked.fileId) : undefined
  if (!file || !isDownloadKind(file.kind)) throw new NotFound()
  const { body, size } = await openFile(c.var.filesFolder, file.hash)
  return c.body(body, 200, { ...downloadHeaders(file.name, file.kind), 'content-length': String(size) })
})

/** One’s own only: another’s is not there. */
async function getExport(c: AppContext): Promise<Export> {
  const id = idField.safeParse(c.req.param('id'))
  const found = id.success ? await findExport(c.var.db, { id: id.data, mandateId: c.var.mandate.id }) : undefined
  if (!found) throw new NotFound()
  return found
}
