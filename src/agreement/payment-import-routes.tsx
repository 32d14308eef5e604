import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { FILE_REFUSALS } from '#calls/attachment-acts.ts'
import { NotFound } from '#platform/errors.ts'
import { LARGEST_FILE } from '#platform/file-store.ts'
import { idField, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { PaymentImportPage } from './PaymentImportPage.tsx'
import { PaymentImportsPage } from './PaymentImportsPage.tsx'
import { agreementPaths } from './paths.ts'
import { openPaymentFile, receivePaymentFile } from './payment-file-acts.ts'
import { importPayments } from './payment-import-acts.ts'
import { listPaymentImports, listPaymentLines } from './payment-line-store.ts'
import { sayPaymentCounts } from './payment-plan.ts'
import { type PaymentFile, readPaymentFile } from './payments.import.ts'

/** Mounted before the pages of one award: « imports » is no award. */
export const paymentImportRoutes = new Hono<AppEnv>()

paymentImportRoutes.get('/paiements/imports', allow('payment:record'), async (c) =>
  upload(c, c.req.query('fichier') === 'trop-lourd' ? [FILE_REFUSALS['too-large']] : []),
)

/** Reads the file once to refuse it beside its field, keeps it, and shows what it would pay. */
paymentImportRoutes.post('/paiements/imports', allow('payment:record'), async (c) => {
  const { files, values } = await readForm(c)
  const file = files['fichier']
  if (!file) return upload(c, ['Choisissez le fichier des paiements sur votre appareil'], 400)
  if (file.size > LARGEST_FILE) return upload(c, [FILE_REFUSALS['too-large']], 400)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readPaymentFile(bytes)
  if (!read.done) return upload(c, read.reasons, 400)
  const id = idField.safeParse(values['id'])
  const fileId = id.success ? id.data : newId()
  await receivePaymentFile(c.var.db, c.var.mandate, { id: fileId, name: file.name, bytes, filesFolder: c.var.filesFolder })
  return c.redirect(agreementPaths.paymentImport(fileId), 303)
})

paymentImportRoutes.get('/paiements/imports/:fileId', allow('payment:record'), async (c) => {
  const { id, name, file } = await loadFile(c)
  const result = await importPayments(c.var.db, c.var.mandate, { fileName: name, file, dryRun: true }, c.var.today)
  if (!result.done) throw new NotFound()
  return c.html(<PaymentImportPage frame={c.var.frame} fileId={id} fileName={name} report={result.value} />)
})

/** Imports the file that was previewed. Done twice, the second time finds nothing more to pay. */
paymentImportRoutes.post('/paiements/imports/:fileId', allow('payment:record'), async (c) => {
  const { name, file } = await loadFile(c)
  const result = await importPayments(c.var.db, c.var.mandate, { fileName: name, file }, c.var.today)
  if (!result.done) throw new NotFound()
  const { counts } = result.value
  const state = counts.waiting > 0 ? 'warning' : 'success'
  return redirectSaying(c, agreementPaths.paymentImports, { state, text: `Import terminé. ${sayPaymentCounts(counts)}` })
})

async function loadFile(c: AppContext): Promise<{ id: string; name: string; file: PaymentFile }> {
  const id = idField.safeParse(c.req.param('fileId'))
  const found = id.success
    ? await openPaymentFile(c.var.db, c.var.filesFolder, { fileId: id.data, funderId: c.var.mandate.organisationId })
    : undefined
  if (!id.success || !found) throw new NotFound()
  return { id: id.data, ...found }
}

async function upload(c: AppContext, messages: readonly string[], status: 200 | 400 = 200): Promise<Response> {
  const { db, mandate, frame } = c.var
  const errors = messages.map((message) => ({ field: 'fichier', message }))
  const lines = await listPaymentLines(db, { funderId: mandate.organisationId })
  const imports = await listPaymentImports(db, mandate.organisationId)
  const page = (
    <PaymentImportsPage
      frame={frame}
      funderName={mandate.organisationName}
      newId={newId()}
      lines={lines}
      imports={imports}
      errors={errors}
    />
  )
  return c.html(page, status)
}
