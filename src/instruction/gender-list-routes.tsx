import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { listCalls } from '#calls/call-store.ts'
import { NotFound } from '#platform/errors.ts'
import { choiceField, dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { ANSWER_KEYS, answerName } from './GenderListCells.tsx'
import { GenderListPage, type GenderListPageProps, MARKER_PAGE_SIZE, markersHref } from './GenderListPage.tsx'
import { ASSESS_REFUSALS, type AssessInput, assessParts, setThreshold, THRESHOLD_REFUSALS, type ThresholdRefusal } from './gender-acts.ts'
import { ANSWER_FIELDS, readAnswers } from './gender-answers.ts'
import { chosenCall, listMarked, MARKER_FILTERS } from './gender-list.ts'
import { countMarkersByYear, listMarkedParts } from './gender-list-store.ts'
import { codeOf } from './gender-routes.tsx'
import { criteriaNeededOn, listThresholds } from './gender-store.ts'
import { meansPaths } from './means-paths.ts'

/** The marker of many actions at once, and the threshold of the contract. */
export const genderListRoutes = new Hono<AppEnv>()

genderListRoutes.get(meansPaths.markers, allow('application:read'), async (c) => c.html(<GenderListPage {...(await propsOf(c))} />))

genderListRoutes.post(meansPaths.markers, allow('marker:assess'), async (c) => {
  const { db, mandate, contract, today } = c.var
  if (!contract) throw new NotFound()
  const typed = await readForm(c)
  const assessments = rowsOf(typed.values)
  const back = async (errors: FormError[]) =>
    c.html(<GenderListPage {...(await propsOf(c))} sentBack={{ values: typed.values, errors }} />, 422)
  const props = await propsOf(c)
  const here = markersHref(props, {})
  if (assessments.length === 0)
    return redirectSaying(c, here, { state: 'info', text: 'Aucune ligne n’était remplie\u00A0: rien n’a changé.' })
  const result = await assessParts(db, mandate, { contractId: contract.id, assessments }, today)
  if (!result.done) {
    return back(
      result.reasons.map((reason) => ({
        field: answerName('mixedPublic', reason.slice(0, 36)),
        message: ASSESS_REFUSALS[codeOf(reason)],
      })),
    )
  }
  return redirectSaying(c, here, { state: 'success', text: savedWords(result.value.map(({ state }) => state)) })
})

function savedWords(states: readonly string[]): string {
  const count = (state: string): number => states.filter((one) => one === state).length
  const given = states.length === 1 ? 'Une action a votre réponse' : `${states.length} actions ont votre réponse`
  const settled = count('settled') > 0 ? `\u202F; ${count('settled')} ont maintenant leur marqueur` : ''
  const differ = count('diverging') > 0 ? `\u202F; ${count('diverging')} sont à discuter` : ''
  return `${given}${settled}${differ}.`
}

/** The rows of which at least one answer was given. */
function rowsOf(values: Record<string, string>): AssessInput[] {
  const partIds = Object.keys(values).flatMap((name) =>
    name.startsWith('id-') && idField.safeParse(name.slice(3)).success ? [name.slice(3)] : [],
  )
  return partIds.flatMap((partId) => {
    const own = Object.fromEntries(ANSWER_KEYS.map((key) => [ANSWER_FIELDS[key], values[answerName(key, partId)] ?? '']))
    if (Object.values(own).every((value) => value === '')) return []
    const id = idField.safeParse(values[`id-${partId}`])
    return [{ id: id.success ? id.data : newId(), partId, answers: readAnswers(own), evidence: '', comment: '' }]
  })
}

const ThresholdForm = z.object({
  id: idField,
  criteriaNeeded: choiceField(['1', '2', '3'], 'Choisissez combien de critères il faut réunir'),
  validFrom: dayField('Choisissez la date d’effet'),
  reason: textField({ max: 300, missing: 'Citez la décision qui fonde ce seuil' }),
})

genderListRoutes.post(meansPaths.threshold, allow('marker:set'), async (c) => {
  const { db, mandate, contract, today } = c.var
  if (!contract) throw new NotFound()
  const typed = await readForm(c)
  const read = parseTyped(ThresholdForm, typed)
  const back = async (errors: FormError[]) => {
    const props = await propsOf(c)
    const threshold = { ...props.threshold, sentBack: { values: typed.values, errors } }
    return c.html(<GenderListPage {...props} threshold={threshold} />, 422)
  }
  if (!read.ok) return back(read.errors)
  const input = { ...read.value, contractId: contract.id, criteriaNeeded: Number(read.value.criteriaNeeded) }
  const result = await setThreshold(db, mandate, input, today)
  if (!result.done)
    return back(result.reasons.map((reason: ThresholdRefusal) => ({ field: 'validFrom', message: THRESHOLD_REFUSALS[reason] })))
  return redirectSaying(c, meansPaths.markers, { state: 'success', text: 'Le seuil est fixé. Les marqueurs déjà donnés gardent le leur.' })
})

/** The address of a refused form, opened again. */
genderListRoutes.get(meansPaths.threshold, allow('marker:set'), (c) => c.redirect(meansPaths.markers, 303))

async function propsOf(c: AppContext): Promise<GenderListPageProps> {
  const { db, mandate, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const calls = await listCalls(db, contract.id)
  const call = chosenCall(calls, { code: c.req.query('appel'), today })
  const filter = MARKER_FILTERS.find((one) => one === c.req.query('etat'))
  const listed = call ? listMarked(await listMarkedParts(db, mandate.scope, call.id), filter, mandate.personId) : []
  const last = Math.max(1, Math.ceil(listed.length / MARKER_PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1), last)
  const parts = listed.slice((page - 1) * MARKER_PAGE_SIZE, page * MARKER_PAGE_SIZE)
  const [years, history] = [await countMarkersByYear(db, contract.id), await listThresholds(db, contract.id)]
  const criteriaNeeded = await criteriaNeededOn(db, { contractId: contract.id, on: today })
  return {
    ...{ frame, calls, call, parts, page, filter, years, criteriaNeeded },
    total: listed.length,
    mayAssess: may(mandate, 'marker:assess'),
    threshold: { history, today, maySet: may(mandate, 'marker:set'), newId: newId() },
    newIds: new Map(parts.map(({ partId }) => [partId, newId()])),
  }
}
