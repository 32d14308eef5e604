import { type Option, SelectField } from '#platform/kit/choices.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import type { Html } from '#platform/kit/html.ts'
import { AXES, AXIS_WORDS, type Axis, STAGE_WORDS, STAGES, type Stage } from './analysis-axes.ts'
import { type AnalysisQuery, MEASURE_WORDS, MEASURES, type Measure, NO_VALUE } from './analysis-query.ts'
import type { AxisLabels } from './analysis-view.ts'
import { fundingPaths } from './paths.ts'

export interface AnalysisFiltersProps {
  query: AnalysisQuery
  stage: Stage
  measure: Measure
  from: number
  to: number
  years: readonly number[]
  labels: AxisLabels
}

const AXIS_OPTIONS = AXES.map((axis) => ({ value: AXIS_WORDS[axis].path, label: AXIS_WORDS[axis].head }))
const STAGE_OPTIONS = STAGES.map((stage) => ({ value: STAGE_WORDS[stage].path, label: `Actions ${STAGE_WORDS[stage].many}` }))
const MEASURE_OPTIONS = MEASURES.map((measure) => ({ value: MEASURE_WORDS[measure].path, label: MEASURE_WORDS[measure].word }))
/** The year is chosen by « de » and « à ». */
const FILTERED = AXES.filter((axis) => axis !== 'year')

/** Two axes, a period, what is counted; then what is kept. All of it in the address. */
export function AnalysisFilters({ query, stage, measure, from, to, years, labels }: AnalysisFiltersProps): Html {
  const known = [...new Set([...years, from, to])].sort((a, b) => b - a).map((year) => ({ value: String(year), label: String(year) }))
  const open = query.keep.length > 0
  return (
    <Filters
      action={fundingPaths.analysis()}
      label="Choisir l’analyse"
      submit="Analyser"
      chips={query.keep.map((kept) => chipOf(kept, query, labels))}
    >
      <SelectField name="lignes" label="Par" options={AXIS_OPTIONS} value={AXIS_WORDS[query.rows].path} />
      <SelectField name="colonnes" label="Et par" options={AXIS_OPTIONS} value={AXIS_WORDS[query.columns].path} />
      <SelectField name="de" label="De" options={known} value={String(from)} />
      <SelectField name="a" label="À" options={known} value={String(to)} />
      <SelectField name="etape" label="Compter les" options={STAGE_OPTIONS} value={STAGE_WORDS[stage].path} />
      <SelectField name="mesure" label="Graphique" options={MEASURE_OPTIONS} value={MEASURE_WORDS[measure].path} />
      <details class="wide-cell" open={open}>
        <summary>Ne garder que…</summary>
        <div class="row base">
          {FILTERED.map((axis) => (
            <SelectField
              name={AXIS_WORDS[axis].path}
              label={AXIS_WORDS[axis].head}
              optional
              empty="Tous"
              options={optionsOf(axis, labels)}
              value={chosenOf(axis, query)}
            />
          ))}
        </div>
      </details>
    </Filters>
  )
}

function optionsOf(axis: Axis, labels: AxisLabels): Option[] {
  const known = [...labels[axis]].map(([value, { label }]) => ({ value, label }))
  return [...known, { value: NO_VALUE, label: AXIS_WORDS[axis].none }]
}

function chosenOf(axis: Axis, { address }: AnalysisQuery): string {
  return String(address[AXIS_WORDS[axis].path] ?? '')
}

function chipOf(
  { axis, value }: AnalysisQuery['keep'][number],
  { address }: AnalysisQuery,
  labels: AxisLabels,
): { label: string; href: string } {
  const label = value === null ? AXIS_WORDS[axis].none : (labels[axis].get(value)?.label ?? value)
  return { label, href: fundingPaths.analysis({ ...address, [AXIS_WORDS[axis].path]: undefined }) }
}
