import { z } from 'zod'
import { AXES, AXIS_WORDS, type Axis, STAGE_WORDS, STAGES, type Stage } from './analysis-axes.ts'
import type { CubeQuery } from './analysis-cube.ts'

/** The amounts a chart can show: they add up, which counts do not. */
export const MEASURES = ['decided', 'obligated', 'paid', 'retained', 'asked'] as const
export type Measure = (typeof MEASURES)[number]

export const MEASURE_WORDS = {
  decided: { path: 'decide', word: 'Décidé', of: 'décidés' },
  obligated: { path: 'engage', word: 'Engagé', of: 'engagés' },
  paid: { path: 'paye', word: 'Payé', of: 'payés' },
  retained: { path: 'retenu', word: 'Retenu en comité', of: 'retenus' },
  asked: { path: 'demande', word: 'Demandé', of: 'demandés' },
} as const satisfies Record<Measure, { path: string; word: string; of: string }>

const year = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined)
const LONGEST = 80
const value = z.string().optional().catch(undefined)

/** What the address of the analysis says. A value that means nothing is as if absent: a table is never a 400. */
const AddressQuery = z.object({ lignes: value, colonnes: value, etape: value, mesure: value, de: year, a: year })

/** The filters of an analysis, as they are written in its address: the path of an axis and a value, « aucun » for none. */
export type AnalysisAddress = Readonly<Record<string, string | number | undefined>>

export interface AnalysisQuery {
  rows: Axis
  columns: Axis
  /** undefined: the firmest stage that the figures have reached. */
  stage: Stage | undefined
  measure: Measure | undefined
  from: number | undefined
  to: number | undefined
  keep: NonNullable<CubeQuery['keep']>
  address: AnalysisAddress
}

export const NO_VALUE = 'aucun'

/** Reads the address; two same axes, or one unknown, become neighbourhoods by orientation. */
export function readAnalysisQuery(query: Record<string, string>): AnalysisQuery {
  const typed = Object.fromEntries(Object.entries(query).map(([name, text]) => [name, text.replaceAll('\0', '').trim().slice(0, LONGEST)]))
  const read = AddressQuery.parse(typed)
  const filters = AXES.flatMap((axis) => {
    const text = typed[AXIS_WORDS[axis].path]
    return text ? [{ axis, text }] : []
  })
  const rows = axisOf(read.lignes) ?? 'territory'
  const columns = axisOf(read.colonnes)
  const [from, to] = inOrder(read.de, read.a)
  const given = Object.entries(read).filter(([, text]) => text !== undefined && text !== '')
  const kept = filters.map(({ axis, text }) => [AXIS_WORDS[axis].path, text])
  return {
    rows,
    columns: columns !== undefined && columns !== rows ? columns : rows === 'orientation' ? 'territory' : 'orientation',
    stage: STAGES.find((stage) => STAGE_WORDS[stage].path === read.etape),
    measure: MEASURES.find((measure) => MEASURE_WORDS[measure].path === read.mesure),
    ...{ from, to },
    keep: filters.map(({ axis, text }) => ({ axis, value: text === NO_VALUE ? null : text })),
    address: Object.fromEntries([...given, ...kept]),
  }
}

function axisOf(path: string | undefined): Axis | undefined {
  return AXES.find((axis) => AXIS_WORDS[axis].path === path)
}

function inOrder(from: number | undefined, to: number | undefined): [number | undefined, number | undefined] {
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to]
}

/** The stage that an analysis counts when none is chosen: decided as soon as something is, else retained, else filed. */
export function firmestStage(total: { decided: number; retained: number }): Stage {
  return total.decided > 0 ? 'decided' : total.retained > 0 ? 'retained' : 'filed'
}

/** The amount that a chart shows when none is chosen: that of the stage counted. */
export const MEASURE_OF_STAGE = { filed: 'asked', retained: 'retained', decided: 'decided' } as const satisfies Record<Stage, Measure>
