import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { type FormError, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import { listExpectedReports } from './follow-up-store.ts'
import { chosenOf, yearsOf } from './list-filter.ts'
import { agreementPaths, REPORT_SLUGS } from './paths.ts'
import { ReportFormPage } from './ReportFormPage.tsx'
import { ReportPage } from './ReportPage.tsx'
import { REPORT_KINDS, REPORT_STATES, ReportsPage } from './ReportsPage.tsx'
import { depositReport, type ReportInput, type SaveRefusal, saveReport } from './report-acts.ts'
import { REPORT_FLAWS, type ReportFlaw } from './report-check.ts'
import { differences, readReport, writeReport } from './report-form.ts'
import { reportLines } from './report-lines.ts'
import { findDepositedReport, findReport, findReportable, type ReportKey } from './report-store.ts'
import { findReportGround, type ReportGround } from './report-view-store.ts'

export const reportRoutes = new Hono<AppEnv>()

reportRoutes.get('/bilans', allow('report:read'), async (c) => {
  const { db, mandate, today, contract, frame } = c.var
  const all = reportLines(await listExpectedReports(db, mandate.scope, { contractId: contract?.id }), today)
  const [state, kind] = [chosenOf(REPORT_STATES, c.req.query('etat')), chosenOf(REPORT_KINDS, c.req.query('type'))]
  const years = yearsOf(all, today)
  const year = years.find((one) => String(one) === c.req.query('annee'))
  const lines = all.filter(
    (line) => (year ?? line.year) === line.year && (state ?? line.state) === line.state && (kind ?? line.kind) === line.kind,
  )
  const late = all.filter((line) => line.state === 'late').length
  return c.html(<ReportsPage frame={frame} lines={lines} years={years} year={year} state={state} kind={kind} late={late} />)
})

reportRoutes.get('/bilans/:id', allow('report:read'), async (c) => {
  const { db, mandate, today, frame } = c.var
  const id = z.uuid().safeParse(c.req.param('id'))
  const report = id.success ? await findDepositedReport(db, mandate.scope, id.data) : undefined
  const ground = report && (await findReportGround(db, mandate.scope, { ...report, today }))
  const reportable = report && (await findReportable(db, mandate.scope, report))
  if (!report || !ground) throw new NotFound()
  const organisationName = reportable?.organisationName ?? ground.awards[0]?.organisationName ?? ''
  return c.html(<ReportPage frame={frame} report={report} ground={ground} organisationName={organisationName} />)
})

const WRITE = '/subventions/bilans/:actionId/:year/:kind'

reportRoutes.get(WRITE, allow('report:write'), async (c) => c.html(await formPage(c, keyOf(c))))

reportRoutes.post(WRITE, allow('report:write'), async (c) => {
  const of = keyOf(c)
  const { values } = await readForm(c)
  const head = z.object({ id: z.uuid(), revision: z.coerce.number().int().min(0) }).safeParse(values)
  if (!head.success) throw new NotFound()
  const { content, errors } = readReport(values)
  if (errors.length > 0) return c.html(await formPage(c, of, { values, errors, kept: true }), 400)
  const input = { ...of, ...content, ...head.data }
  return values['geste'] === 'deposer' ? deposit(c, input, values) : saveDraft(c, input, values)
})

type Values = Readonly<Record<string, string>>

async function saveDraft(c: AppContext, input: ReportInput, values: Values): Promise<Response> {
  const result = await saveReport(c.var.db, c.var.mandate, input)
  if (!result.done) return c.html(await refusedPage(c, input, { values, reasons: result.reasons }), 409)
  return redirectSaying(c, agreementPaths.writeReport(input), {
    state: 'success',
    text: 'Votre brouillon est enregistré. Il n’est pas encore déposé.',
  })
}

async function deposit(c: AppContext, input: ReportInput, values: Values): Promise<Response> {
  const { db, mandate, today, publicUrl } = c.var
  const certificate = {
    certifiedBy: (values['certifie-par'] ?? '').trim(),
    certified: values['certifie'] === 'oui',
    publicUrl,
  }
  const result = await depositReport(db, mandate, { ...input, ...certificate }, today)
  if (result.done)
    return redirectSaying(c, agreementPaths.writeReport(input), {
      state: 'success',
      text: 'Votre bilan est déposé. Les financeurs sont prévenus.',
    })
  if (result.reasons.some((reason) => reason === 'stale-revision' || reason === 'already-deposited')) {
    return c.html(await refusedPage(c, input, { values, reasons: result.reasons }), 409)
  }
  // What lacks does not lose what was written: the draft is kept.
  await saveReport(db, mandate, input)
  const errors = result.reasons.flatMap((reason) => (isFlaw(reason) ? [REPORT_FLAWS[reason]] : []))
  return c.html(await formPage(c, input, { values, errors, kept: true }), 422)
}

function isFlaw(reason: ReportFlaw | SaveRefusal): reason is ReportFlaw {
  return reason !== 'stale-revision' && reason !== 'already-deposited'
}

/** Somebody else saved or handed in meanwhile: their text is shown beside what was typed. */
async function refusedPage(
  c: AppContext,
  of: ReportKey,
  { values, reasons }: { values: Values; reasons: readonly (ReportFlaw | SaveRefusal)[] },
): Promise<Html> {
  const message = reasons.includes('already-deposited')
    ? 'Ce bilan vient d’être déposé\u00A0: il ne change plus.'
    : 'Une autre personne a enregistré ce bilan entre-temps\u00A0: comparez, puis enregistrez de nouveau.'
  return formPage(c, of, { values, errors: [{ field: 'realisations', message }], kept: true })
}

interface Shown {
  values: Values
  errors: readonly FormError[]
  /** The typed values are shown, and what is saved beside them where it differs. */
  kept: boolean
}

async function formPage(c: AppContext, of: ReportKey, shown?: Shown): Promise<Html> {
  const { db, mandate, frame } = c.var
  const ground = await groundOf(c, of)
  const report = await findReport(db, mandate.scope, of)
  const saved = report ? writeReport(report) : {}
  const stale = shown !== undefined && report !== undefined && shown.values['revision'] !== String(report.revision)
  const conflicts = stale ? differences(shown.values, saved) : []
  const id = report?.id ?? shown?.values['id'] ?? newId()
  const values = shown?.values ?? saved
  return (
    <ReportFormPage
      frame={frame}
      of={of}
      ground={ground}
      report={report}
      newId={id}
      values={values}
      errors={shown?.errors ?? []}
      conflicts={conflicts}
    />
  )
}

async function groundOf(c: AppContext, of: ReportKey): Promise<ReportGround> {
  const { db, mandate, today } = c.var
  const reportable = await findReportable(db, mandate.scope, of)
  const ground = reportable && (await findReportGround(db, mandate.scope, { ...of, partId: reportable.partId, today }))
  if (!ground) throw new NotFound()
  return ground
}

const Key = z.object({ actionId: z.uuid(), year: z.coerce.number().int().min(2000).max(2100), kind: z.enum(Object.values(REPORT_SLUGS)) })

function keyOf(c: AppContext): ReportKey {
  const read = Key.safeParse(c.req.param())
  if (!read.success) throw new NotFound()
  return { ...read.data, kind: read.data.kind === 'final' ? 'final' : 'interim' }
}
