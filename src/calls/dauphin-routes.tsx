import { buffer } from 'node:stream/consumers'
import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { LARGEST_FILE, openFile } from '#platform/file-store.ts'
import { idField, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { findAnsweringCall } from './answering-call-store.ts'
import { FILE_REFUSALS } from './attachment-acts.ts'
import type { Call } from './call-store.ts'
import { DauphinPreviewPage } from './DauphinPreviewPage.tsx'
import { DauphinUploadPage } from './DauphinUploadPage.tsx'
import { DAUPHIN_FILE_REFUSALS, readDauphinFile } from './dauphin.import.ts'
import { DAUPHIN_IMPORT_REFUSALS, importDauphin } from './dauphin-acts.ts'
import { findReceivedFile, receiveDauphinFile } from './dauphin-file-acts.ts'
import { sayCounts } from './dauphin-report.ts'
import type { SheetLine } from './dauphin-rows.ts'
import { listImports } from './dauphin-store.ts'
import { dauphinPaths } from './submission-paths.ts'

export const dauphinRoutes = new Hono<AppEnv>()

dauphinRoutes.get('/appels/:code/import-dauphin', allow('dauphin:import'), async (c) => {
  const message = c.req.query('fichier') === 'trop-lourd' ? FILE_REFUSALS['too-large'] : undefined
  return upload(c, await loadCall(c), message)
})

/** Reads the file once to refuse it beside its field, keeps it, and shows what it would change. */
dauphinRoutes.post('/appels/:code/import-dauphin', allow('dauphin:import'), async (c) => {
  const call = await loadCall(c)
  const { files, values } = await readForm(c)
  const file = files['fichier']
  if (!file) return upload(c, call, 'Choisissez l’export de Dauphin sur votre appareil', 400)
  if (file.size > LARGEST_FILE) return upload(c, call, FILE_REFUSALS['too-large'], 400)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readDauphinFile(bytes)
  if (!read.done) return upload(c, call, read.reasons.map((reason) => DAUPHIN_FILE_REFUSALS[reason]).join('. '), 400)
  const id = idField.safeParse(values['id'])
  const fileId = id.success ? id.data : newId()
  await receiveDauphinFile(c.var.db, c.var.mandate, { id: fileId, callId: call.id, name: file.name, bytes, filesFolder: c.var.filesFolder })
  return c.redirect(dauphinPaths.preview(call.code, fileId), 303)
})

dauphinRoutes.get('/appels/:code/import-dauphin/:fileId', allow('dauphin:import'), async (c) => {
  const { call, ...file } = await loadFile(c)
  const input = { callId: call.id, fileName: file.name, rows: file.rows, dryRun: true }
  const result = await importDauphin(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return refusedTo(c, call, result.reasons)
  return c.html(<DauphinPreviewPage frame={c.var.frame} call={call} fileId={file.id} fileName={file.name} report={result.value} />)
})

/** Imports the file that was previewed, with the choices made. Done twice, the second time finds nothing to change. */
dauphinRoutes.post('/appels/:code/import-dauphin/:fileId', allow('dauphin:import'), async (c) => {
  const { call, ...file } = await loadFile(c)
  const { lists } = await readForm(c)
  const input = { callId: call.id, fileName: file.name, fileId: file.id, rows: file.rows, choices: lists['portail'] ?? [] }
  const result = await importDauphin(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return refusedTo(c, call, result.reasons)
  const state = result.value.counts.refused > 0 ? 'warning' : 'success'
  return redirectSaying(c, dauphinPaths.upload(call.code), { state, text: `Import terminé. ${sayCounts(result.value.counts)}` })
})

async function loadCall(c: AppContext): Promise<Call> {
  const call = await findAnsweringCall(c.var.db, c.var.mandate, c.req.param('code') ?? '')
  if (!call) throw new NotFound()
  return call
}

async function loadFile(c: AppContext): Promise<{ call: Call; id: string; name: string; rows: SheetLine[] }> {
  const call = await loadCall(c)
  const fileId = idField.safeParse(c.req.param('fileId'))
  const file = fileId.success ? await findReceivedFile(c.var.db, { fileId: fileId.data, callId: call.id }) : undefined
  if (!file) throw new NotFound()
  const { body } = await openFile(c.var.filesFolder, file.hash)
  const read = await readDauphinFile(await buffer(body))
  if (!read.done) throw new Error(`the export ${file.id} was read once and cannot be any more: ${read.reasons.join()}`)
  return { call, id: file.id, name: file.name, rows: read.value }
}

function refusedTo(c: AppContext, call: Call, reasons: (keyof typeof DAUPHIN_IMPORT_REFUSALS)[]): Response {
  const text = reasons.map((reason) => DAUPHIN_IMPORT_REFUSALS[reason]).join('. ')
  return redirectSaying(c, dauphinPaths.upload(call.code), { state: 'error', text })
}

async function upload(c: AppContext, call: Call, message?: string, status: 200 | 400 = 200): Promise<Response> {
  const errors = message === undefined ? [] : [{ field: 'fichier', message }]
  const imports = await listImports(c.var.db, call.id)
  return c.html(<DauphinUploadPage frame={c.var.frame} call={call} imports={imports} newId={newId()} errors={errors} />, status)
}
