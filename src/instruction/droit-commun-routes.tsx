import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { findApplication } from '#calls/application-store.ts'
import { addDays } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Flash } from '#platform/kit/frame.ts'
import { idsOf } from './act-forms.ts'
import { DroitCommunFilePage, type DroitCommunFilePageProps } from './DroitCommunFilePage.tsx'
import { overrideRoute, type Tried, type TryRefusal, tryLines } from './droit-commun-acts.ts'
import { routesOf } from './droit-commun-read-store.ts'
import { listOverrides, listTried } from './droit-commun-try-store.ts'
import { meansPaths, meansRoutePaths } from './means-paths.ts'
import { findPartFiles } from './part-file-store.ts'
import { DUE_DAY_FLAWS } from './piece-deadline.ts'

/** What an owner of lines usually has to answer. */
export const USUAL_DAYS = 21

/** The grid of one file: lines tried, and the override of the route. */
export const droitCommunRoutes = new Hono<AppEnv>()

droitCommunRoutes.get(meansRoutePaths.grid, allow('application:read'), (c) => page(c))

const TryForm = z.object({ part: z.uuid(), dueOn: dayField('Écrivez la date pour laquelle les réponses sont attendues') })

droitCommunRoutes.post(meansRoutePaths.grid, allow('droit-commun:try'), async (c) => {
  const typed = await readForm(c)
  const { contractId, applicationId, partId } = await ofFile(c, typed.values['part'])
  const chosen = idsOf(typed.lists['line'])
  const back = (errors: FormError[]) => page(c, { form: 'try', partId, values: typed.values, chosen, errors })
  const read = parseTyped(TryForm, typed)
  if (!read.ok) return back(read.errors)
  const input = { contractId, partIds: [partId], lineIds: chosen, dueOn: read.value.dueOn, publicUrl: c.var.publicUrl }
  const result = await tryLines(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return back(tryErrors(result.reasons))
  return redirectSaying(c, meansPaths.grid(applicationId), triedFlash(result.value))
})

const OverrideForm = z.object({
  id: idField,
  part: z.uuid(),
  reason: textField({ max: 2_000, missing: 'Écrivez le motif de la dérogation' }),
})

droitCommunRoutes.post(meansRoutePaths.override, allow('gate:override'), async (c) => {
  const typed = await readForm(c)
  const { contractId, applicationId, partId } = await ofFile(c, typed.values['part'])
  const back = (errors: FormError[]) => page(c, { form: 'override', partId, values: typed.values, chosen: [], errors })
  const read = parseTyped(OverrideForm, typed)
  if (!read.ok) return back(read.errors)
  const result = await overrideRoute(c.var.db, c.var.mandate, { ...read.value, contractId, partId }, c.var.today)
  if (!result.done) return back([{ field: 'reason', message: 'Écrivez le motif de la dérogation' }])
  return redirectSaying(c, meansPaths.grid(applicationId), {
    state: 'success',
    text: 'La voie spécifique est ouverte par dérogation. Le motif reste au dossier.',
  })
})

/** The address of a refused form, opened again. */
droitCommunRoutes.get(meansRoutePaths.override, allow('gate:override'), (c) => c.redirect(meansPaths.grid(c.req.param('id') ?? ''), 303))

/** A form of the page names one of the actions of the file of its address: anything else was forged. */
async function ofFile(c: AppContext, part: string | undefined): Promise<{ contractId: string; applicationId: string; partId: string }> {
  const { db, mandate, contract } = c.var
  const [applicationId, partId] = [idField.safeParse(c.req.param('id')), idField.safeParse(part)]
  if (!applicationId.success || !partId.success || !contract) throw new NotFound()
  const [file] = await findPartFiles(db, mandate.scope, [partId.data])
  if (file?.applicationId !== applicationId.data) throw new NotFound()
  return { contractId: contract.id, applicationId: applicationId.data, partId: partId.data }
}

export function tryErrors(reasons: readonly TryRefusal[]): FormError[] {
  return reasons.map((reason) => TRY_ERRORS[reason])
}

const TRY_ERRORS = {
  'no-part': { field: 'part', message: 'Choisissez au moins une action' },
  'no-line': { field: 'line', message: 'Choisissez au moins une ligne' },
  past: { field: 'dueOn', message: DUE_DAY_FLAWS.past },
  'too-far': { field: 'dueOn', message: DUE_DAY_FLAWS['too-far'] },
} satisfies Record<TryRefusal, FormError>

export function triedFlash({ asked, parts, alreadyAsked, without }: Tried): Flash {
  const words =
    asked === 0 ? 'Aucune nouvelle ligne à solliciter' : asked === 1 ? 'Une ligne est sollicitée' : `${asked} lignes sont sollicitées`
  const where = parts > 1 ? `, sur ${parts} actions` : ''
  const before = alreadyAsked === 0 ? '' : alreadyAsked === 1 ? '\u202F; une l’était déjà' : `\u202F; ${alreadyAsked} l’étaient déjà`
  const none =
    without === 0 ? '' : without === 1 ? ' Aucune ligne ne convient à une action.' : ` Aucune ligne ne convient à ${without} actions.`
  return { state: asked === 0 ? 'info' : 'success', text: `${words}${where}${before}.${none}` }
}

async function page(c: AppContext, sentBack?: DroitCommunFilePageProps['sentBack']): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const applicationId = idField.safeParse(c.req.param('id'))
  const application = applicationId.success ? await findApplication(db, mandate.scope, applicationId.data) : undefined
  if (!application) throw new NotFound()
  const files = await findPartFiles(
    db,
    mandate.scope,
    application.parts.map(({ id }) => id),
  )
  const partIds = files.map(({ partId }) => partId)
  const [lines, overrides] = [await listTried(db, mandate.scope, { partIds, today }), await listOverrides(db, partIds)]
  const routes = routesOf(partIds, { lines, overrides }, today)
  const parts = files.flatMap((file) => {
    const route = routes.get(file.partId)
    return route ? [{ ...file, route }] : []
  })
  const allowed = { try: may(mandate, 'droit-commun:try'), override: may(mandate, 'gate:override') }
  const props = { frame, parts, today, usualDueOn: addDays(today, USUAL_DAYS), may: allowed, newId: newId(), sentBack }
  return c.html(<DroitCommunFilePage {...props} />, sentBack ? 422 : 200)
}
