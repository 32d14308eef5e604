import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { NotFound } from '#platform/errors.ts'
import { dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { GenderSupportPage } from './GenderSupportPage.tsx'
import { recordSupport, setSupportTarget } from './gender-support-acts.ts'
import { listCandidates, listMarkerYears, supportTarget } from './gender-support-store.ts'
import { meansPaths } from './means-paths.ts'

/** What follows a marker of 0: support, with a target for the year. */
export const genderSupportRoutes = new Hono<AppEnv>()

genderSupportRoutes.get(meansPaths.support, allow('marker:assess'), (c) => page(c, { year: c.req.query('annee') }))

const SupportForm = z.object({
  id: idField,
  organisation: z.uuid('Choisissez un porteur'),
  nature: textField({ max: 200, missing: 'Écrivez ce qui a été fait' }),
  doneOn: dayField('Choisissez la date'),
})

genderSupportRoutes.post(meansPaths.support, allow('marker:assess'), async (c) => {
  const { db, mandate, contract, today } = c.var
  if (!contract) throw new NotFound()
  const typed = await readForm(c)
  const year = typed.values['annee']
  const read = parseTyped(SupportForm, typed)
  const back = (errors: FormError[]) => page(c, { year, sentBack: { values: typed.values, errors } })
  if (!read.ok) return back(read.errors)
  const { organisation: organisationId, ...rest } = read.value
  const result = await recordSupport(db, mandate, { ...rest, organisationId, contractId: contract.id, year: Number(year) || 0 }, today)
  if (!result.done) return back([{ field: 'doneOn', message: 'Cette date est à venir\u00A0: notez l’accompagnement une fois fait' }])
  return redirectSaying(c, `${meansPaths.support}?annee=${Number(year)}`, { state: 'success', text: 'L’accompagnement est noté.' })
})

genderSupportRoutes.post(meansPaths.supportTarget, allow('marker:set'), async (c) => {
  const { db, mandate, contract, today } = c.var
  if (!contract) throw new NotFound()
  const typed = await readForm(c)
  const [year, target] = [Number(typed.values['annee']), Number(typed.values['target'])]
  const years = await listMarkerYears(db, contract.id)
  if (!years.includes(year)) throw new NotFound()
  if (!Number.isInteger(target) || target < 1 || target > 1_000) {
    const errors = [{ field: 'target', message: 'Écrivez un nombre entier, de 1 à 1\u202F000' }]
    return page(c, { year: String(year), sentBack: { values: typed.values, errors } })
  }
  await setSupportTarget(db, mandate, { contractId: contract.id, year, target }, today)
  return redirectSaying(c, `${meansPaths.support}?annee=${year}`, { state: 'success', text: 'L’objectif est fixé.' })
})

/** The address of a refused form, opened again. */
genderSupportRoutes.get(meansPaths.supportTarget, allow('marker:set'), (c) => c.redirect(meansPaths.support, 303))

interface Shown {
  year: string | undefined
  sentBack?: { values: Record<string, string>; errors: FormError[] }
}

async function page(c: AppContext, { year: asked, sentBack }: Shown): Promise<Response> {
  const { db, mandate, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const years = await listMarkerYears(db, contract.id)
  const year = years.find((one) => String(one) === asked) ?? years[0] ?? Number(today.slice(0, 4))
  const of = { contractId: contract.id, year }
  const [candidates, target] = [await listCandidates(db, mandate.scope, of), await supportTarget(db, of)]
  const allowed = { record: true, plan: may(mandate, 'marker:set') }
  const props = { frame, year, years, candidates, target, today, newId: newId(), may: allowed, sentBack }
  return c.html(<GenderSupportPage {...props} />, sentBack ? 422 : 200)
}
