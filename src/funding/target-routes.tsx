import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { isDay, yearOf } from '#platform/day.ts'
import { choiceField, dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import { listCallYears } from './call-year-store.ts'
import { chosenYear } from './chosen-year.ts'
import { contractOf } from './committee-routes.tsx'
import { EmptyYearPage } from './EmptyYearPage.tsx'
import { listUndecided } from './empty-year-store.ts'
import { fundingPaths } from './paths.ts'
import { alertDay, readSettingValue, SETTING_CODES } from './programming-setting.ts'
import { setProgrammingTarget } from './programming-setting-acts.ts'
import { listProgrammingSettings } from './programming-setting-store.ts'
import { TargetsPage } from './TargetsPage.tsx'

export const targetRoutes = new Hono<AppEnv>()

const EmptyYearQuery = z.object({
  annee: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  le: z.string().optional().catch(undefined),
})

targetRoutes.get('/programmation/annee-blanche', allow('programming:read'), async (c) => {
  const { db, mandate, today, frame } = c.var
  const contractId = contractOf(c)
  const query = EmptyYearQuery.parse(c.req.query())
  const years = await listCallYears(db, contractId)
  const year = chosenYear(query.annee, years, yearOf(today))
  const on = query.le !== undefined && isDay(query.le) ? query.le : today
  const carriers = await listUndecided(db, mandate.scope, { contractId, year, on })
  const alert = alertDay(await listProgrammingSettings(db, contractId), year)
  return c.html(<EmptyYearPage {...{ frame, year, years, on, alert, carriers }} />)
})

const Input = z.object({
  id: idField,
  code: choiceField(SETTING_CODES, 'Choisissez une cible'),
  value: textField({ max: 8, missing: 'Écrivez la valeur' }),
  validFrom: dayField('Choisissez le jour d’effet'),
  source: textField({ max: 300, missing: 'Citez le texte ou la décision qui fixe cette cible' }),
})

targetRoutes.get('/programmation/cibles', allow('programming:read'), async (c) => c.html(await targetsPage(c)))

targetRoutes.post('/programmation/cibles', allow('contract:manage'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(Input, typed)
  const value = read.ok ? readSettingValue(read.value.code, read.value.value) : undefined
  if (!read.ok) return c.html(await targetsPage(c, typed.values, read.errors), 400)
  if (!value?.ok) return c.html(await targetsPage(c, typed.values, [{ field: 'value', message: value?.message ?? '' }]), 400)
  const input = { ...read.value, value: value.value, contractId: contractOf(c) }
  const result = await setProgrammingTarget(c.var.db, c.var.mandate, input, c.var.today)
  if (result.done) return redirectSaying(c, fundingPaths.targets(), { state: 'success', text: 'La cible est fixée.' })
  const message = 'Cette cible a déjà une valeur ce jour-là\u00A0: choisissez un autre jour d’effet'
  return c.html(await targetsPage(c, typed.values, [{ field: 'validFrom', message }]), 422)
})

async function targetsPage(c: AppContext, typed: Record<string, string> = {}, errors: readonly FormError[] = []): Promise<Html> {
  const { db, frame, today, mandate } = c.var
  const settings = await listProgrammingSettings(db, contractOf(c))
  return <TargetsPage {...{ frame, settings, today, typed, errors }} newId={newId()} mayChange={may(mandate, 'contract:manage')} />
}
