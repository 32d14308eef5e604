import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { day, formatDay, yearOf } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { writeSpreadsheet } from '#platform/spreadsheet.ts'
import { AnalysisPage, type AnalysisPageProps } from './AnalysisPage.tsx'
import { buildFacts } from './analysis-build.ts'
import type { AxisNames, Facts } from './analysis-columns.ts'
import { analyse, type CubeQuery } from './analysis-cube.ts'
import { listAxisLabels } from './analysis-label-store.ts'
import { firmestStage, MEASURE_OF_STAGE, readAnalysisQuery } from './analysis-query.ts'
import { analysisCsv, analysisSheet } from './analysis-sheet.ts'
import { loadAnalysed } from './analysis-store.ts'
import { type AxisLabels, viewOf } from './analysis-view.ts'
import { listCallYears } from './call-year-store.ts'
import { chosenYear } from './chosen-year.ts'
import { frameShare, settingOn } from './programming-setting.ts'
import { listProgrammingSettings } from './programming-setting-store.ts'

export const analysisRoutes = new Hono<AppEnv>()

analysisRoutes.get('/programmation/analyse', allow('programming:read'), async (c) => c.html(<AnalysisPage {...(await load(c))} />))

analysisRoutes.get('/programmation/analyse/tableur', allow('programming:read'), async (c) => {
  const { view, query, stage, period } = await load(c)
  const file = await writeSpreadsheet({ sheets: [analysisSheet(view, { rows: query.rows, columns: query.columns, stage, period })] })
  return c.body(Uint8Array.from(file), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="analyse-${period.replaceAll(' ', '-').replace('à', 'a')}.xlsx"`,
  })
})

analysisRoutes.get('/programmation/analyse/csv', allow('programming:read'), async (c) => {
  const { view, query, stage, period } = await load(c)
  return c.body(analysisCsv(view, { rows: query.rows, columns: query.columns, stage, period }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="analyse-${period.replaceAll(' ', '-').replace('à', 'a')}.csv"`,
  })
})

async function load(c: AppContext): Promise<AnalysisPageProps> {
  const { db, mandate, today, contract, frame } = c.var
  if (!contract) throw new NotFound()
  const query = readAnalysisQuery(c.req.query())
  const years = await listCallYears(db, contract.id)
  const { from, to } = periodOf(query, chosenYear(undefined, years, yearOf(today)))
  const { facts, names } = buildFacts(await loadAnalysed(db, mandate.scope, { contractIds: [contract.id], from, to }))
  const cubeQuery = { a: query.rows, b: query.columns, keep: query.keep, stage: query.stage ?? 'filed' } as const
  const filed = analyse(facts, names, cubeQuery)
  const stage = query.stage ?? firmestStage(filed.total)
  const cube = stage === cubeQuery.stage ? filed : analyse(facts, names, { ...cubeQuery, stage })
  const labels = await listAxisLabels(db, contract.id)
  const measure = query.measure ?? MEASURE_OF_STAGE[stage]
  const settings = await listProgrammingSettings(db, contract.id)
  const target = (code: 'employment-share' | 'multi-year-share') => settingOn(settings, code, day(`${to}-12-31`))
  const total = cube.total
  return {
    ...{ frame, query, stage, measure, from, to, years, labels },
    view: viewOf(cube, { rows: query.rows, columns: query.columns, measure, labels }),
    period: from === to ? String(from) : `${from} à ${to}`,
    source: `Source\u00A0: Pilotis, dossiers que votre mandat (${mandate.organisationName}) permet de lire, état au ${formatDay(today)}.`,
    employment: frameShare(employmentOf({ facts, names }, cubeQuery, labels.orientation), target('employment-share')),
    multiYear: frameShare({ part: total.multiYear, whole: total.decided }, target('multi-year-share')),
  }
}

function periodOf({ from, to }: { from: number | undefined; to: number | undefined }, year: number): { from: number; to: number } {
  return { from: from ?? to ?? year, to: to ?? from ?? year }
}

/** What the pillar of employment has of the specific credits decided. Orientations that have ended keep their pillar. */
function employmentOf(
  { facts, names }: { facts: Facts; names: AxisNames },
  query: CubeQuery,
  orientations: AxisLabels['orientation'],
): { part: number; whole: number } {
  const specific = [...(query.keep ?? []), { axis: 'kind', value: 'specific' } as const]
  const { byA, total } = analyse(facts, names, { ...query, a: 'orientation', b: 'kind', keep: specific })
  const own = byA.filter(({ key }) => key !== null && orientations.get(key)?.pillar === 'employment')
  return { part: own.reduce((sum, { decided }) => sum + decided, 0), whole: total.decided }
}
