import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { findApplication } from '#calls/application-store.ts'
import { NotFound } from '#platform/errors.ts'
import { type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { GenderCalculatorPage } from './GenderCalculatorPage.tsx'
import { GenderFilePage, type GenderFilePageProps } from './GenderFilePage.tsx'
import {
  ASSESS_REFUSALS,
  type AssessRefusal,
  assessParts,
  DISCUSSION_REFUSALS,
  type DiscussionRefusal,
  recordDiscussion,
} from './gender-acts.ts'
import { type GenderState, genderState } from './gender-agreement.ts'
import { missingField, questionNow, readAnswers } from './gender-answers.ts'
import { criteriaNeededOn, listAssessments, listSettledMarkers } from './gender-store.ts'
import { DEFAULT_CRITERIA_NEEDED } from './gender-tree.ts'
import { meansPaths, meansRoutePaths } from './means-paths.ts'

/** The tree: for anybody, and on an action for those who examine it. */
export const genderRoutes = new Hono<AppEnv>()

genderRoutes.get(meansPaths.calculator, allow('public'), async (c) => {
  const { db, contract, today, frame } = c.var
  const criteriaNeeded = await criteriaNeededOn(db, { contractId: contract?.id, on: today })
  const answers = readAnswers(c.req.query())
  return c.html(<GenderCalculatorPage {...{ frame, answers, criteriaNeeded }} missing={isMissing(c, answers, criteriaNeeded)} />)
})

genderRoutes.get(meansRoutePaths.marker, allow('application:read'), (c) => page(c, { values: c.req.query() }))

const KeepForm = z.object({ id: idField, evidence: textField({ max: 4_000 }), comment: textField({ max: 2_000 }) })

genderRoutes.post(meansRoutePaths.marker, allow('marker:assess'), async (c) => {
  const { partId, contractId } = inPath(c)
  const typed = await readForm(c)
  const read = parseTyped(KeepForm, typed)
  const back = (errors: FormError[]) => page(c, { values: typed.values, present: typed.lists['present'] ?? [], errors })
  if (!read.ok) return back(read.errors)
  const answers = readAnswers(typed.values)
  const assessments = [{ ...read.value, partId, answers }]
  const result = await assessParts(c.var.db, c.var.mandate, { contractId, assessments }, c.var.today)
  if (!result.done)
    return back(
      result.reasons.map((reason) => ({ field: missingField(answers, DEFAULT_CRITERIA_NEEDED), message: ASSESS_REFUSALS[codeOf(reason)] })),
    )
  return redirectSaying(c, hereOf(c), { state: 'success', text: savedWords(result.value[0]) })
})

genderRoutes.post(meansRoutePaths.discussion, allow('marker:assess'), async (c) => {
  const { partId, contractId } = inPath(c)
  const typed = await readForm(c)
  const present = typed.lists['present'] ?? []
  const read = parseTyped(KeepForm, typed)
  const back = (errors: FormError[]) => page(c, { values: typed.values, present, errors })
  if (!read.ok) return back(read.errors)
  const presentIds = present.filter((id) => idField.safeParse(id).success)
  const input = { ...read.value, contractId, partId, presentIds, answers: readAnswers(typed.values) }
  const result = await recordDiscussion(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done)
    return back(result.reasons.map((reason) => ({ field: DISCUSSION_FIELDS[reason], message: DISCUSSION_REFUSALS[reason] })))
  return redirectSaying(c, hereOf(c), { state: 'success', text: savedWords(result.value) })
})

/** The address of a refused form, opened again. */
genderRoutes.get(meansRoutePaths.discussion, allow('marker:assess'), (c) => c.redirect(hereOf(c), 303))

const DISCUSSION_FIELDS = {
  unanswered: 'mixte',
  'criteria-unanswered': 'c1',
  'comment-missing': 'comment',
  'too-few-present': 'present',
  'not-present': 'present',
} satisfies Record<DiscussionRefusal, string>

/** « partId:code », as a bulk act says it. */
export function codeOf(reason: string): AssessRefusal {
  return reason.endsWith(':criteria-unanswered') ? 'criteria-unanswered' : 'unanswered'
}

function savedWords(state: GenderState | undefined): string {
  if (state?.state === 'settled') return `Vos réponses sont enregistrées, et le marqueur est donné\u00A0: ${state.marker}.`
  if (state?.state === 'diverging') return 'Vos réponses sont enregistrées. Elles diffèrent d’autres\u00A0: discutez-en.'
  return 'Vos réponses sont enregistrées. Le marqueur attend celles d’une autre personne.'
}

/** Arriving at a question is no fault: it is one when the form that was sent was that of the same question. */
function isMissing(c: AppContext, answers: ReturnType<typeof readAnswers>, criteriaNeeded: number): boolean {
  const question = questionNow(answers, criteriaNeeded)
  return question !== undefined && c.req.query('question') === question
}

function inPath(c: AppContext): { applicationId: string; partId: string; contractId: string } {
  const [applicationId, partId] = [idField.safeParse(c.req.param('id')), idField.safeParse(c.req.param('part'))]
  if (!applicationId.success || !partId.success || !c.var.contract) throw new NotFound()
  return { applicationId: applicationId.data, partId: partId.data, contractId: c.var.contract.id }
}

function hereOf(c: AppContext): string {
  const { applicationId, partId } = inPath(c)
  return meansPaths.marker(applicationId, partId)
}

interface Shown {
  values: Record<string, string>
  present?: readonly string[]
  errors?: readonly FormError[]
}

async function page(c: AppContext, shown: Shown): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const { applicationId, partId, contractId } = inPath(c)
  const application = await findApplication(db, mandate.scope, applicationId)
  const part = application?.parts.find(({ id }) => id === partId)
  if (!application || !part) throw new NotFound()
  const given = await listAssessments(db, mandate.scope, [partId])
  const criteriaNeeded = await criteriaNeededOn(db, { contractId, on: today })
  const answers = readAnswers(shown.values)
  const props: GenderFilePageProps = {
    frame,
    file: { applicationId, partId, title: part.title || 'Sans titre', organisationName: application.organisationName },
    given,
    settled: await listSettledMarkers(db, mandate.scope, [partId]),
    state: genderState(given),
    answers,
    criteriaNeeded,
    missing: shown.errors === undefined && isMissing(c, answers, criteriaNeeded),
    personId: mandate.personId,
    mayAssess: may(mandate, 'marker:assess'),
    newId: newId(),
    sentBack: shown.errors && { values: shown.values, present: shown.present ?? [], errors: shown.errors },
  }
  return c.html(<GenderFilePage {...props} />, shown.errors ? 422 : 200)
}
