import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { listCalls } from '#calls/call-store.ts'
import { listContractQpvs, listOrientations, listThemes } from '#contract/store.ts'
import { NotFound } from '#platform/errors.ts'
import { idField } from '#platform/form.ts'
import type { Html } from '#platform/kit/html.ts'
import { FilePage, type SentBack } from './FilePage.tsx'
import { FilesPage } from './FilesPage.tsx'
import { arrangeFiles, type ListedFile } from './file-list.ts'
import { type FileListQuery, NO_ORIENTATION, readFileListQuery, sortOf } from './file-list-query.ts'
import { listFiles } from './file-list-store.ts'
import type { FilePanel } from './file-panel.tsx'
import { type FileView, findFileView } from './file-view-store.ts'
import { chosenCall } from './gender-list.ts'
import { instructionPaths, instructionRoutePaths } from './paths.ts'

/** The list of the files, and the page of each. */
export function fileRoutes(showFile: ShowFile): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(instructionPaths.files, allow('application:read'), showFiles)
  routes.get(instructionRoutePaths.file, allow('application:read'), (c) =>
    showFile(c, idInPath(c, 'id'), { requestId: c.req.query('avis') }),
  )
  return routes
}

async function showFiles(c: AppContext): Promise<Response> {
  const { db, contract, today, mandate } = c.var
  if (!contract) throw new NotFound()
  const query = readFileListQuery(c.req.query())
  const calls = await listCalls(db, contract.id)
  const call = chosenCall(calls, { code: query.call, today: c.var.today })
  const files = call ? await listedFiles(c, call.id, query) : []
  const orientations = await listOrientations(db, contract.id, today)
  const [themes, qpvs] = [await listThemes(db), await listContractQpvs(db, contract.id)]
  const rights = {
    mayAsk: may(mandate, 'opinion:ask'),
    mayState: may(mandate, 'completeness:state'),
    mayWaive: may(mandate, 'gate:override'),
  }
  return c.html(<FilesPage {...{ frame: c.var.frame, query, call, calls, orientations, themes, qpvs, files, ...rights }} />)
}

async function listedFiles(c: AppContext, callId: string, query: FileListQuery): Promise<ListedFile[]> {
  const { db, mandate, today } = c.var
  const rows = await listFiles(db, mandate.scope, {
    callId,
    text: query.text,
    communeCode: query.commune,
    orientationId: query.orientation === NO_ORIENTATION ? null : query.orientation,
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

/** The page of a file, as it is or with a form sent back. */
export type ShowFile = (
  c: AppContext,
  applicationId: string,
  shown: { requestId?: string | undefined; sentBack?: SentBack },
) => Promise<Response>

/** The page of a file with what later steps say of it. */
export function showFileWith(panels: readonly FilePanel[]): ShowFile {
  return async (c, applicationId, shown) => {
    const { db, mandate, today, frame } = c.var
    const view = await findFileView(db, mandate, applicationId, today)
    if (!view) throw new NotFound()
    const carried = {
      give: may(mandate, 'opinion:give'),
      ask: may(mandate, 'opinion:ask'),
      state: may(mandate, 'completeness:state'),
      number: may(mandate, 'dauphin:number'),
      bind: may(mandate, 'meeting:read'),
    }
    const after = await drawn(panels, c, view)
    return c.html(<FilePage frame={frame} view={view} today={today} may={carried} after={after} {...shown} />, shown.sentBack ? 422 : 200)
  }
}

async function drawn(panels: readonly FilePanel[], c: AppContext, { parts }: FileView): Promise<Html[]> {
  const about = parts.map(({ part: { id, actionId, year } }) => ({ partId: id, actionId, year }))
  const said: Html[] = []
  for (const panel of panels) {
    const content = await panel(c, about)
    if (content !== null) said.push(content)
  }
  return said
}

/** An identifier of the address; one that is no identifier is a page that does not exist. */
export function idInPath(c: AppContext, name: 'id' | 'request' | 'piece'): string {
  const read = idField.safeParse(c.req.param(name))
  if (!read.success) throw new NotFound()
  return read.data
}
