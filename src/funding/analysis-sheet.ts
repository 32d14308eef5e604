import { type CsvColumn, writeCsv } from '#platform/csv.ts'
import { cents, decimalEuros } from '#platform/money.ts'
import type { SpreadsheetColumn, SpreadsheetSheet } from '#platform/spreadsheet.ts'
import { AXIS_WORDS, type Axis, STAGE_WORDS, type Stage } from './analysis-axes.ts'
import type { Figures } from './analysis-tally.ts'
import type { AnalysisView, ViewRow } from './analysis-view.ts'

interface SheetBy {
  rows: Axis
  columns: Axis
  stage: Stage
  period: string
}

type FigureColumn = SpreadsheetColumn & { kind: 'integer' | 'cents'; pick: (figures: Figures) => number }

/** The columns of an analysis, the same on screen, in the spreadsheet and in the CSV. */
export function figureColumns(stage: Stage): FigureColumn[] {
  const whole = (header: string, pick: FigureColumn['pick']): FigureColumn => ({ header, width: 12, kind: 'integer', pick })
  const amount = (header: string, pick: FigureColumn['pick']): FigureColumn => ({ header, width: 14, kind: 'cents', pick })
  return [
    whole(`Actions ${STAGE_WORDS[stage].many}`, ({ actions }) => actions),
    whole('dont reconduites', ({ renewed }) => renewed),
    whole('Porteurs', ({ organisations }) => organisations),
    whole('Femmes prévues', ({ women }) => women),
    whole('Hommes prévus', ({ men }) => men),
    whole('Femmes touchées', ({ reachedWomen }) => reachedWomen),
    whole('Hommes touchés', ({ reachedMen }) => reachedMen),
    amount('Demandé', ({ asked }) => asked),
    amount('Retenu', ({ retained }) => retained),
    amount('Décidé', ({ decided }) => decided),
    amount('Engagé', ({ obligated }) => obligated),
    amount('Payé', ({ paid }) => paid),
    amount('dont pluriannuel', ({ multiYear }) => multiYear),
  ]
}

/** One row a cell; the sum of each line after its cells, then the whole. */
export function analysisSheet(view: AnalysisView, by: SheetBy): SpreadsheetSheet {
  const figures = figureColumns(by.stage)
  const values = (of: Figures) => figures.map(({ pick }) => pick(of))
  return {
    name: `Analyse ${by.period}`,
    columns: [
      { header: AXIS_WORDS[by.rows].head, width: 34, kind: 'text' },
      { header: AXIS_WORDS[by.columns].head, width: 34, kind: 'text' },
      ...figures.map(({ header, width, kind }) => ({ header, width, kind })),
    ],
    rows: view.rows.map((row) => [row.group, row.kind === 'sum' ? 'Ensemble' : row.label, ...values(row.figures)]),
    total: ['Ensemble', '', ...values(view.total)],
  }
}

/** The cells alone, for a machine: sums are made again from them, counts are not. Amounts in euros with a point. */
export function analysisCsv(view: AnalysisView, by: SheetBy): string {
  const columns: CsvColumn<ViewRow>[] = [
    { header: AXIS_WORDS[by.rows].head, value: ({ group }) => group },
    { header: AXIS_WORDS[by.columns].head, value: ({ label }) => label },
    ...figureColumns(by.stage).map(
      ({ header, kind, pick }): CsvColumn<ViewRow> => ({
        header,
        value: ({ figures }) => (kind === 'cents' ? decimalEuros(cents(pick(figures))) : pick(figures)),
      }),
    ),
  ]
  return writeCsv(
    columns,
    view.rows.filter(({ kind }) => kind === 'cell'),
    { delimiter: ';', bom: true },
  )
}
