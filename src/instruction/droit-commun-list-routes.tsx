import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { listCalls } from '#calls/call-store.ts'
import { addDays } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { dayField, type FormError, parseTyped, readForm } from '#platform/form.ts'
import { idsOf } from './act-forms.ts'
import { DroitCommunListPage, type DroitCommunListPageProps, ROUTE_PAGE_SIZE, type RoutedPart, routesHref } from './DroitCommunListPage.tsx'
import { DroitCommunPartnersPage } from './DroitCommunPartnersPage.tsx'
import { tryLines } from './droit-commun-acts.ts'
import { listCountedTries } from './droit-commun-asking-store.ts'
import { keepsRoute, type RouteFilter, readRouteFilter } from './droit-commun-list.ts'
import { type PartRoute, specificRouteOpen } from './droit-commun-read-store.ts'
import { countTries } from './droit-commun-route.ts'
import { triedFlash, tryErrors, USUAL_DAYS } from './droit-commun-routes.tsx'
import { chosenCall } from './gender-list.ts'
import { listMarkedParts, type MarkedPart } from './gender-list-store.ts'
import { listMarkerYears } from './gender-support-store.ts'
import { meansPaths } from './means-paths.ts'

/** The route of every action, and how partners answer. */
export const droitCommunListRoutes = new Hono<AppEnv>()

droitCommunListRoutes.get(meansPaths.routes, allow('application:read'), async (c) =>
  c.html(<DroitCommunListPage {...(await propsOf(c))} />),
)

const TryManyForm = z.object({ dueOn: dayField('Écrivez la date pour laquelle les réponses sont attendues') })

droitCommunListRoutes.post(meansPaths.routes, allow('droit-commun:try'), async (c) => {
  const { db, mandate, contract, today, publicUrl } = c.var
  if (!contract) throw new NotFound()
  const typed = await readForm(c)
  const partIds = idsOf(typed.lists['part'])
  const props = await propsOf(c)
  const back = (errors: FormError[]) => {
    const sentBack = { dueOn: typed.values['dueOn'] ?? '', chosen: partIds, errors }
    return c.html(<DroitCommunListPage {...props} sentBack={sentBack} />, 422)
  }
  const read = parseTyped(TryManyForm, typed)
  if (!read.ok) return back(read.errors)
  const result = await tryLines(db, mandate, { contractId: contract.id, partIds, dueOn: read.value.dueOn, publicUrl }, today)
  if (!result.done) return back(tryErrors(result.reasons))
  return redirectSaying(c, routesHref(props, {}), triedFlash(result.value))
})

droitCommunListRoutes.get(meansPaths.partners, allow('application:read'), async (c) => {
  const { db, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const years = await listMarkerYears(db, contract.id)
  const year = years.find((one) => String(one) === c.req.query('annee')) ?? years[0] ?? Number(today.slice(0, 4))
  const tries = Map.groupBy(await listCountedTries(db, { contractId: contract.id, year }), ({ ownerId }) => ownerId)
  const rows = [...tries].map(([ownerId, own]) => ({ ownerId, ownerName: own[0]?.ownerName ?? '', ...countTries(own, today) }))
  return c.html(<DroitCommunPartnersPage {...{ frame, year, years, rows }} />)
})

async function propsOf(c: AppContext): Promise<DroitCommunListPageProps> {
  const { db, mandate, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const calls = await listCalls(db, contract.id)
  const call = chosenCall(calls, { code: c.req.query('appel'), today })
  const filter = readRouteFilter(c.req.query('voie'))
  const files = call ? await listMarkedParts(db, mandate.scope, call.id) : []
  const { parts, total, page } = await pageOfRoutes(c, { files, filter })
  return {
    ...{ frame, calls, call, page, filter, today },
    parts,
    total,
    usualDueOn: addDays(today, USUAL_DAYS),
    mayTry: may(mandate, 'droit-commun:try'),
  }
}

/** Without a filter, only the actions of the page are routed; with one, all of them must be. */
async function pageOfRoutes(
  c: AppContext,
  { files, filter }: { files: readonly MarkedPart[]; filter: RouteFilter | undefined },
): Promise<{ parts: RoutedPart[]; total: number; page: number }> {
  const kept = filter === undefined ? files : await routed(c, files, filter)
  const last = Math.max(1, Math.ceil(kept.length / ROUTE_PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1), last)
  const shown = kept.slice((page - 1) * ROUTE_PAGE_SIZE, page * ROUTE_PAGE_SIZE)
  return { parts: await routed(c, shown, undefined), total: kept.length, page }
}

async function routed<Part extends { partId: string }>(
  c: AppContext,
  files: readonly Part[],
  filter: RouteFilter | undefined,
): Promise<(Part & { route: PartRoute })[]> {
  const routes = await specificRouteOpen(
    c.var.db,
    files.map(({ partId }) => partId),
    c.var.today,
  )
  return files.flatMap((file) => {
    const route = routes.get(file.partId)
    return route && keepsRoute(filter, { route: route.route, overridden: route.override !== undefined }) ? [{ ...file, route }] : []
  })
}
