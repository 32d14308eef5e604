import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { listCalls } from '#calls/call-store.ts'
import { listContractQpvs, listOrientations, listThemes } from '#contract/store.ts'
import { NotFound } from '#platform/errors.ts'
import { FilesPage } from './FilesPage.tsx'
import { arrangeFiles, type ListedFile } from './file-list.ts'
import { type FileListQuery, readFileListQuery, sortOf } from './file-list-query.ts'
import { listFiles } from './file-list-store.ts'
import { instructionPaths } from './paths.ts'

export const fileRoutes = new Hono<AppEnv>()

fileRoutes.get(instructionPaths.files, allow('application:read'), async (c) => {
  const { db, contract, today, mandate } = c.var
  if (!contract) throw new NotFound()
  const query = readFileListQuery(c.req.query())
  const calls = await listCalls(db, contract.id)
  const call = calls.find(({ code }) => code === query.appel) ?? calls[0]
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
    text: query.q,
    communeCode: query.commune,
    orientationId: query.orientation,
    themeCode: query.theme,
    renewed: query.nature === undefined ? undefined : query.nature === 'reconduite',
  })
  const { key, direction } = sortOf(query)
  return arrangeFiles(
    rows,
    { completeness: query.completude, missing: query.avis, sort: key, descending: direction === 'descending' },
    { organisationId: mandate.organisationId, today },
  )
}
