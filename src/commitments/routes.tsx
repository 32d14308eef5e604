import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { readerOf } from '#contract/reader.tsx'
import { listContracts } from '#contract/store.ts'
import { NotFound } from '#platform/errors.ts'
import { choiceField, dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import { CommitmentPage } from './CommitmentPage.tsx'
import { CommitmentsPage } from './CommitmentsPage.tsx'
import { readFilter } from './commitment-filter.ts'
import { findCommitment, getCommitmentChoices, listCommitments, listStatedFigures } from './commitment-store.ts'
import { FiguresPage } from './FiguresPage.tsx'
import { MeasurePage } from './MeasurePage.tsx'
import { MeasuresPage } from './MeasuresPage.tsx'
import { LEVEL_REFUSALS, type LevelRefusal, recordLevel } from './measure-acts.ts'
import { LEVELS } from './measure-level.ts'
import { findMeasure, listMeasures, type Measure } from './measure-store.ts'
import { commitmentPaths } from './paths.ts'

export const commitmentRoutes = new Hono<AppEnv>()

commitmentRoutes.get('/engagements', allow('public'), async (c) => {
  const { db, frame } = c.var
  const filter = readFilter(c.req.query(), c.var.contract?.code)
  const [contracts, choices, commitments] = await Promise.all([
    listContracts(db),
    getCommitmentChoices(db, filter.contract),
    listCommitments(db, filter),
  ])
  return c.html(<CommitmentsPage reader={readerOf(c)} {...{ frame, contracts, filter, choices, commitments }} />)
})

commitmentRoutes.get('/engagements/montants', allow('public'), async (c) =>
  c.html(<FiguresPage frame={c.var.frame} reader={readerOf(c)} figures={await listStatedFigures(c.var.db)} />),
)

commitmentRoutes.get('/engagements/:code', allow('public'), async (c) => {
  const commitment = await findCommitment(c.var.db, c.req.param('code'))
  if (!commitment) throw new NotFound()
  return c.html(<CommitmentPage frame={c.var.frame} reader={readerOf(c)} commitment={commitment} />)
})

commitmentRoutes.get('/mesures', allow('public'), async (c) => {
  const asked = c.req.query('niveau') ?? ''
  const level = [...LEVELS, 'illisible'].find((one) => one === asked) ?? ''
  return c.html(<MeasuresPage frame={c.var.frame} reader={readerOf(c)} measures={await listMeasures(c.var.db)} level={level} />)
})

commitmentRoutes.get('/mesures/:number', allow('public'), async (c) => c.html(await measurePage(c, await measureAsked(c))))

const LevelForm = z.object({
  id: idField,
  level: choiceField(LEVELS, 'Choisissez le niveau'),
  knownOn: dayField('Écrivez la date du constat'),
  source: textField({ max: 300, missing: 'Dites où on le lit' }),
  reason: textField({ max: 300 }),
})

const FIELDS = {
  'unknown-measure': 'level',
  'same-level': 'level',
  'reason-missing': 'reason',
  'before-last': 'knownOn',
  'in-the-future': 'knownOn',
} satisfies Record<LevelRefusal, string>

commitmentRoutes.post('/mesures/:number/niveaux', allow('measure:record'), async (c) => {
  const measure = await measureAsked(c)
  const typed = await readForm(c)
  const read = parseTyped(LevelForm, typed)
  if (!read.ok) return c.html(await measurePage(c, measure, typed.values, read.errors), 400)
  const result = await recordLevel(c.var.db, c.var.mandate, { ...read.value, number: measure.number }, c.var.today)
  if (!result.done) {
    const errors = result.reasons.map((reason) => ({ field: FIELDS[reason], message: LEVEL_REFUSALS[reason] }))
    return c.html(await measurePage(c, measure, typed.values, errors), 422)
  }
  return redirectSaying(c, commitmentPaths.measure(measure.number), { state: 'success', text: 'Le niveau de la mesure est enregistré.' })
})

async function measureAsked(c: AppContext): Promise<Measure> {
  const number = c.req.param('number') ?? ''
  const measure = /^\d{1,2}$/.test(number) ? await findMeasure(c.var.db, Number(number)) : undefined
  if (!measure) throw new NotFound()
  return measure
}

async function measurePage(
  c: AppContext,
  measure: Measure,
  values: Record<string, string> = {},
  errors: readonly FormError[] = [],
): Promise<Html> {
  const { frame, today, mandateInUse: mandate } = c.var
  const open = mandate !== undefined && may(mandate, 'measure:record')
  return <MeasurePage reader={readerOf(c)} {...{ frame, measure, today }} form={{ open, newId: newId(), values, errors }} />
}
