import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { formatInstant } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { readForm, type Typed } from '#platform/form.ts'
import { listAnswers } from './answer-store.ts'
import { type ApplicationFile, findApplication, findApplicationHead } from './application-store.ts'
import { CALL_CLOSED } from './call-period.ts'
import { applicationPaths } from './calls-paths.ts'
import { type DraftContent, itemsOfSection } from './completeness-of-draft.ts'
import { CONFLICT_CHOICES, CONFLICT_REFUSALS, resolveConflict } from './conflict-acts.ts'
import { getDraftContent } from './draft-content-store.ts'
import { draftSteps, nextStep } from './draft-steps.ts'
import { isOpenDraft } from './draft-store.ts'
import { type FieldOutcome, saveField, saveFields, type TypedField } from './field-acts.ts'
import { getFormChoices } from './form-choices-store.ts'
import { fieldsOf, fieldsOfSection } from './form-fields.ts'
import { NOT_SAVED, SectionPage } from './SectionPage.tsx'
import { budgetSums, peopleSum, shareSum } from './section-form.ts'
import { findSection, type SectionView } from './section-store.ts'
import { submissionPaths } from './submission-paths.ts'

export const sectionRoutes = new Hono<AppEnv>()

const Address = z.object({ id: z.uuid(), partId: z.uuid().optional(), section: z.string().default('organisation') })

/** An address that names nothing is not found, as one that names somebody else’s. */
async function loadSection(c: AppContext): Promise<SectionView> {
  const address = Address.safeParse(c.req.param())
  if (!address.success) throw new NotFound()
  const { id, partId, section } = address.data
  const view = await findSection(c.var.db, c.var.mandate.scope, { applicationId: id, partId, section, today: c.var.today })
  if (view?.file.organisationId !== c.var.mandate.organisationId) throw new NotFound()
  return view
}

async function showSection(c: AppContext): Promise<Response> {
  const view = await loadSection(c)
  if (!isOpenDraft(view.file)) return c.redirect(applicationPaths.application(view.file.id), 303)
  if (view.closed) return c.redirect(submissionPaths.review(view.file.id), 303)
  return c.html(sectionPage(c, view, c.req.query('verifier') === 'oui'))
}

function sectionPage(c: AppContext, view: SectionView, sent: boolean) {
  return <SectionPage frame={c.var.frame} view={view} today={c.var.today} sent={sent} readerId={c.var.mandate.personId} />
}

/** Saves every field of the page, whatever is in it, then goes on; or shows the same page with what is left to mend. */
async function saveSection(c: AppContext): Promise<Response> {
  const view = await loadSection(c)
  const typed = await readForm(c)
  const fields = typedFields(view, typed)
  const ids = { applicationId: view.file.id, subjectId: view.subjectId }
  const saved = await saveFields(c.var.db, c.var.mandate, { ...ids, fields }, c.var.today)
  if (saved.some(({ outcome }) => 'refusal' in outcome && outcome.refusal === 'closed')) {
    return c.html(sectionPage(c, asTyped(view, fields), false), 422)
  }
  if (saved.some(({ outcome }) => 'refusal' in outcome)) {
    return redirectSaying(c, applicationPaths.application(view.file.id), { state: 'error', text: CONFLICT_REFUSALS['not-a-draft'] })
  }
  if (typed.values['later']) {
    return redirectSaying(c, applicationPaths.list, {
      state: 'success',
      text: 'Votre brouillon est enregistré\u00A0: vous le retrouverez ici.',
    })
  }
  const after = await loadSection(c)
  return c.redirect(hrefAfter(after), 303)
}

/** The page with the texts that were not saved: nothing typed is lost. */
function asTyped(view: SectionView, fields: readonly TypedField[]): SectionView {
  const typed = fields.map(({ field, raw }) => ({ subjectId: view.subjectId, field, raw }))
  return { ...view, content: { ...view.content, answers: [...view.content.answers, ...typed] } }
}

/** Only the fields that the page held: one that it did not hold is not emptied. */
function typedFields(view: SectionView, typed: Typed): TypedField[] {
  return fieldsOfSection(view.section, view.content.choices).flatMap(({ field }) => {
    const revision = typed.values[`rev.${field}`]
    if (revision === undefined) return []
    const baseRevision = /^\d{1,9}$/.test(revision) ? Number(revision) : 0
    return [{ field, baseRevision, raw: typed.values[field] ?? '' }]
  })
}

function hrefAfter({ file, content, section, subjectId, part }: SectionView): string {
  const partId = section.subject === 'part' ? subjectId : undefined
  const left = itemsOfSection(content, section, subjectId)
  if (left.length > 0) return `${applicationPaths.section(file.id, { section: section.key, partId })}?verifier=oui`
  const next = nextStep(draftSteps(content, part.id), section.key)
  if (!next) return afterPart(file, part.id) ?? submissionPaths.attachments(file.id)
  return applicationPaths.section(file.id, { section: next.section.key, partId: next.section.subject === 'part' ? part.id : undefined })
}

/** The first page of the next action of the file. */
function afterPart({ id, parts }: ApplicationFile, partId: string): string | undefined {
  const next = parts[parts.findIndex((part) => part.id === partId) + 1]
  return next && applicationPaths.section(id, { section: 'action', partId: next.id })
}

sectionRoutes.get('/demandes/:id/organisation', allow('application:write'), showSection)
sectionRoutes.post('/demandes/:id/organisation', allow('application:write'), saveSection)
sectionRoutes.get('/demandes/:id/actions/:partId/:section', allow('application:write'), showSection)
sectionRoutes.post('/demandes/:id/actions/:partId/:section', allow('application:write'), saveSection)

const FieldInput = z.object({
  subjectId: z.uuid(),
  field: z.string().max(80),
  baseRevision: z.number().int().min(0).max(1_000_000_000),
  raw: z.string(),
})

/** One field, saved while one types. Its text is kept whatever it is. */
sectionRoutes.put('/demandes/:id/champs', allow('application:write'), async (c) => {
  const id = z.uuid().safeParse(c.req.param('id'))
  const input = FieldInput.safeParse(await bodyOf(c))
  if (!id.success) throw new NotFound()
  if (!input.success) return c.json({ saved: false, refusal: 'bad-input' }, 400)
  const outcome = await saveField(c.var.db, c.var.mandate, { applicationId: id.data, ...input.data }, c.var.today)
  const { subjectId } = input.data
  const answers = await listAnswers(c.var.db, c.var.mandate.scope, { applicationId: id.data, subjectId })
  const raws = new Map(answers.map(({ field, raw }) => [field, raw]))
  const file = await findApplicationHead(c.var.db, c.var.mandate.scope, id.data)
  if (!file) throw new NotFound()
  const choices = await getFormChoices(c.var.db, file.contractId, c.var.today)
  const sums = { budget: budgetSums(raws, choices), shares: shareSum(raws), people: peopleSum(raws) }
  const savedAt = file.savedAt === null ? '' : formatHour(file.savedAt)
  return c.json({ ...written(outcome), savedAt, sums }, STATUS[String(outcome.saved)] ?? 200)
})

/** « 14 h 32 »: it was just now. */
function formatHour(instant: Date): string {
  return formatInstant(instant).split(' à ').at(-1) ?? ''
}

const STATUS: Readonly<Record<string, 200 | 409>> = { true: 200, false: 409 }

async function bodyOf(c: AppContext): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** An outcome as the page writes it: moments in French. */
function written(outcome: FieldOutcome): Record<string, unknown> {
  if ('refusal' in outcome && outcome.refusal === 'closed') return { ...outcome, sentence: `${CALL_CLOSED}. ${NOT_SAVED}` }
  if (!('conflict' in outcome)) return outcome
  const { theirSavedAt, ...conflict } = outcome.conflict
  return { saved: false, conflict: { ...conflict, theirSavedAt: formatInstant(theirSavedAt) } }
}

const Choice = z.object({
  choice: z.enum(CONFLICT_CHOICES),
  text: z.string().default(''),
  revision: z.coerce.number().int().min(0).max(1_000_000_000),
})

sectionRoutes.post('/demandes/:id/conflits/:conflictId', allow('application:write'), async (c) => {
  const ids = z.object({ id: z.uuid(), conflictId: z.uuid() }).safeParse(c.req.param())
  if (!ids.success) throw new NotFound()
  const { id, conflictId } = ids.data
  const typed = await readForm(c)
  const read = Choice.safeParse(typed.values)
  const back = applicationPaths.application(id)
  if (!read.success) return redirectSaying(c, back, { state: 'error', text: 'Choisissez le texte à garder.' })
  const { choice, text, revision } = read.data
  const input = { applicationId: id, conflictId, choice, text, theirRevision: revision }
  const result = await resolveConflict(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done)
    return redirectSaying(c, back, { state: 'warning', text: result.reasons.map((reason) => CONFLICT_REFUSALS[reason]).join('. ') })
  const file = await findApplication(c.var.db, c.var.mandate.scope, id)
  if (!file) throw new NotFound()
  const href = sectionOfField(await getDraftContent(c.var.db, file, c.var.today), result.value)
  return redirectSaying(c, href ?? back, { state: 'success', text: 'Le texte choisi est en place.' })
})

function sectionOfField(content: DraftContent, at: { subjectId: string; field: string }): string | undefined {
  const subject = at.subjectId === content.applicationId ? 'application' : 'part'
  const field = fieldsOf(content.form, subject, content.choices).find((each) => each.field === at.field)
  const partId = subject === 'part' ? at.subjectId : undefined
  return field && applicationPaths.section(content.applicationId, { section: field.section, partId })
}
