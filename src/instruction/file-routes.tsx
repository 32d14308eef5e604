import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { listCalls } from '#calls/call-store.ts'
import { listContractQpvs, listOrientations, listThemes } from '#contract/store.ts'
import { NotFound } from '#platform/errors.ts'
import { idField } from '#platform/form.ts'
import { FilePage, type SentBack } from './FilePage.tsx'
import { FilesPage } from './FilesPage.tsx'
import { arrangeFiles, type ListedFile } from './file-list.ts'
import { type FileListQuery, readFileListQuery, sortOf } from './file-list-query.ts'
import { listFiles } from './file-list-store.ts'
import { findFileView } from './file-view-store.ts'
import { instructionPaths, instructionRoutePaths } from './paths.ts'

export const fileRoutes = new Hono<AppEnv>()

fileRoutes.get(instructionPaths.files, allow('application:read'), async (c) => {
  const { db, contract, today, mandate } = c.var
  if (!contract) throw new NotFound()
  const query = readFileListQuery(c.req.query())
  const calls = await listCalls(db, contract.id)
  const call = calls.find(({ code }) => code === query.call) ?? calls[0]
  const files = call ? await listedFiles(c, call.id, query) : []
  const orientations = await listOrientations(db, contract.id, today)
  const [themes, qpvs] = [await listThemes(db), await listContractQpvs(db, contract.id)]
  const mayAsk = may(mandate, 'opinion:ask')
  return c.html(<FilesPage {...{ frame: c.var.frame, query, call, calls, orientations, themes, qpvs, files, mayAsk }} />)
})

async function listedFiles(c: AppContext, callId: string, query: FileListQuery): Promise<ListedFile[]> {
  const { db, mandate, today } = c.var
  const rows = await listFiles(db, mandate.scope, {
    callId,
    text: query.text,
    communeCode: query.commune,
    orientationId: query.orientation,
    themeCode: query.theme,
    renewed: query.nature === undefined ? undefined : query.nature === 'reconduite',
  })
  const { key, direction } = sortOf(query)
  return arrangeFiles(
    rows,
    { completeness: query.completeness, missing: query.missing, sort: key, descending: direction === 'descending' },
    { organisationId: mandate.organisationId, today },
  )
}

fileRoutes.get(instructionRoutePaths.file, allow('application:read'), (c) =>
  showFile(c, idInPath(c, 'id'), { requestId: c.req.query('avis') }),
)

/** The page of a file, as it is or with a form sent back. */
export async function showFile(
  c: AppContext,
  applicationId: string,
  shown: { requestId?: string | undefined; sentBack?: SentBack },
): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const view = await findFileView(db, mandate, applicationId, today)
  if (!view) throw new NotFound()
  const carried = { give: may(mandate, 'opinion:give'), ask: may(mandate, 'opinion:ask'), state: may(mandate, 'completeness:state') }
  return c.html(<FilePage frame={frame} view={view} today={today} may={carried} {...shown} />, shown.sentBack ? 422 : 200)
}

/** An identifier of the address; one that is no identifier is a page that does not exist. */
export function idInPath(c: AppContext, name: 'id' | 'request' | 'piece'): string {
  const read = idField.safeParse(c.req.param(name))
  if (!read.success) throw new NotFound()
  return read.data
}
