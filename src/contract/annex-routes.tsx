import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { downloadHeaders, isDownloadKind } from '#platform/file-kinds.ts'
import { openFile, storeFile } from '#platform/file-store.ts'
import { type FormError, idField, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import { AnnexPage } from './AnnexPage.tsx'
import { ANNEX_FILE_REFUSALS, ANNEX_REFUSALS, putAnnexFile } from './annex-acts.ts'
import { type Annex, findAnnex } from './annex-store.ts'
import { contractPaths } from './paths.ts'
import { ownContract, readerOf } from './reader.tsx'
import type { Contract } from './store.ts'

export const annexRoutes = new Hono<AppEnv>()

annexRoutes.get('/contrats/:code/annexes/:id', allow('contract:read'), async (c) => c.html(await page(c, await annexAsked(c))))

annexRoutes.post('/contrats/:code/annexes/:id', allow('contract:manage'), async (c) => {
  const at = await annexAsked(c)
  const { values, files } = await readForm(c)
  const given = files['fichier']
  if (!given) return c.html(await page(c, at, [error('Choisissez un fichier sur votre appareil')]), 400)
  const stored = await storeFile(c.var.filesFolder, { name: given.name, content: given.stream() }, c.var.antivirusCommand)
  if (!stored.done)
    return c.html(
      await page(
        c,
        at,
        stored.reasons.map((reason) => error(ANNEX_FILE_REFUSALS[reason])),
      ),
      400,
    )
  const id = idField.safeParse(values['id'])
  const input = { id: id.success ? id.data : newId(), annexId: at.annex.id, file: stored.value, name: given.name }
  const result = await putAnnexFile(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done)
    return c.html(
      await page(
        c,
        at,
        result.reasons.map((reason) => error(ANNEX_REFUSALS[reason])),
      ),
      422,
    )
  const text = `La version ${result.value.version} de cette annexe est versée.`
  return redirectSaying(c, contractPaths.annex(at.contract.code, at.annex.id), { state: 'success', text })
})

annexRoutes.get('/contrats/:code/annexes/:id/fichiers/:file', allow('contract:read'), async (c) => {
  const { annex } = await annexAsked(c)
  const file = annex.files.find(({ id }) => id === c.req.param('file'))
  if (!file || !isDownloadKind(file.kind)) throw new NotFound()
  const { body } = await openFile(c.var.filesFolder, file.hash)
  return c.body(body, 200, downloadHeaders(file.name, file.kind))
})

const error = (message: string): FormError => ({ field: 'fichier', message })

/** An annex is read by the officers of its contract; to others it is not there. */
async function annexAsked(c: AppContext): Promise<{ contract: Contract; annex: Annex }> {
  const contract = await ownContract(c)
  const id = idField.safeParse(c.req.param('id'))
  const annex = id.success ? await findAnnex(c.var.db, { contractId: contract.id, id: id.data }) : undefined
  if (!annex) throw new NotFound()
  return { contract, annex }
}

async function page(
  c: AppContext,
  { contract, annex }: { contract: Contract; annex: Annex },
  errors: readonly FormError[] = [],
): Promise<Html> {
  return <AnnexPage frame={c.var.frame} reader={readerOf(c, contract.id)} {...{ contract, annex, errors }} newId={newId()} />
}
