import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { ChartBars } from '#platform/kit/ChartBars.tsx'
import { formatCount } from '#platform/kit/escape.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { cents, formatAmount } from '#platform/money.ts'
import { AnalysisFilters, type AnalysisFiltersProps } from './AnalysisFilters.tsx'
import { AnalysisShares, type AnalysisSharesProps } from './AnalysisShares.tsx'
import { AXIS_WORDS, STAGE_WORDS, type Stage } from './analysis-axes.ts'
import { MEASURE_WORDS } from './analysis-query.ts'
import { figureColumns } from './analysis-sheet.ts'
import type { Figures } from './analysis-tally.ts'
import type { AnalysisView, ViewRow } from './analysis-view.ts'
import { fundingPaths } from './paths.ts'

export interface AnalysisPageProps extends AnalysisFiltersProps, Pick<AnalysisSharesProps, 'employment' | 'multiYear'> {
  frame: Frame
  view: AnalysisView
  /** « 2027 », « 2025 à 2027 ». */
  period: string
  /** « Source : … » : whose files, on which day. */
  source: string
}

/** The programming of one year or several by any two axes: the finding, the drawing, the table, the shares aimed at. */
export function AnalysisPage(props: AnalysisPageProps): Html {
  const { frame, view, period, query, stage } = props
  const { actions, organisations } = view.total
  return (
    <AgentPage
      frame={frame}
      title={`Analyse de la programmation ${period}`}
      crumbs={[{ label: 'Programmation', href: fundingPaths.programming() }, { label: 'Analyse' }]}
      meta={[
        `${counted(actions, 'action', 'actions')} ${actions > 1 ? STAGE_WORDS[stage].many : STAGE_WORDS[stage].one}`,
        counted(organisations, 'porteur', 'porteurs'),
        <a href={fundingPaths.emptyYear(props.to)}>Porteurs sans décision cette année</a>,
      ]}
      actions={view.rows.length > 0 ? <Downloads address={query.address} /> : undefined}
    >
      <AnalysisFilters {...props} />
      {view.rows.length === 0 ? <Nothing filtered={query.keep.length > 0} period={period} /> : <Found {...props} />}
    </AgentPage>
  )
}

function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count > 1 ? many : one}`
}

function Downloads({ address }: { address: AnalysisPageProps['query']['address'] }): Html {
  return (
    <>
      <LinkButton href={fundingPaths.analysisSheet(address)} kind="second" icon="file-spreadsheet" download>
        Tableur
      </LinkButton>
      <LinkButton href={fundingPaths.analysisCsv(address)} kind="second" icon="file-down" download>
        CSV
      </LinkButton>
    </>
  )
}

function Nothing({ filtered, period }: { filtered: boolean; period: string }): Html {
  if (filtered) return <Empty title="Aucune action ne répond à ces filtres">Retirez un filtre, ou élargissez la période.</Empty>
  return (
    <Empty title={`Aucune action déposée en ${period}`}>L’analyse se remplit dès le dépôt des dossiers. Choisissez une autre année.</Empty>
  )
}

function Found(props: AnalysisPageProps): Html {
  const { view, measure, query, source } = props
  const { chart } = view
  const table = <FiguresTable {...props} />
  const by = `par ${AXIS_WORDS[query.rows].by} et par ${AXIS_WORDS[query.columns].by}`
  return (
    <>
      <Section title="Ce que disent les chiffres" id="chiffres">
        {chart ? (
          <ChartBars
            title={view.finding}
            measure={`${MEASURE_WORDS[measure].word}, en euros, ${by}${chart.hidden > 0 ? ` ; ${chart.hidden} lignes de plus dans le tableau` : ''}`}
            source={source}
            rows={chart.rows}
            series={chart.series}
            format={(value) => `${formatAmount(wholeEuros(value))} €`}
            table={table}
          />
        ) : (
          <>
            <Notice>{`${view.finding}${'\u00A0'}: le tableau donne ce qui est connu.`}</Notice>
            {table}
            <p class="source">{source}</p>
          </>
        )}
      </Section>
      <AnalysisShares {...props} />
    </>
  )
}

const wholeEuros = (value: number) => cents(Math.round(value / 100) * 100)

function FiguresTable({ view, query, stage, period }: AnalysisPageProps): Html {
  const columns = shownColumns(stage, view.total).map(({ head, write }): Column<ViewRow> => {
    const cell = ({ figures, kind }: ViewRow) => (kind === 'sum' ? { text: write(figures), strong: true } : write(figures))
    return { key: head, head, numeric: true, cell, total: write(view.total) }
  })
  const single = new Set([...Map.groupBy(view.rows, ({ group }) => group)].flatMap(([group, rows]) => (rows.length === 2 ? [group] : [])))
  return (
    <Table
      id="analyse"
      caption={`${AXIS_WORDS[query.rows].head} et ${AXIS_WORDS[query.columns].by}, ${period}`}
      note={<Notes />}
      rows={view.rows.filter(({ kind, group }) => kind === 'cell' || !single.has(group))}
      group={({ group }) => group}
      columns={[
        {
          key: 'label',
          head: AXIS_WORDS[query.columns].head,
          rowHead: true,
          cell: ({ label, kind }) => (kind === 'sum' ? { text: 'Ensemble', strong: true } : label),
        },
        ...columns,
      ]}
      totalLabel="Ensemble"
      cards
      dense
    />
  )
}

interface ShownColumn {
  head: string
  write: (figures: Figures) => string
}

/** Women and men share a column, amounts nobody has yet have none: the sheet has them all, one by one. */
function shownColumns(stage: Stage, total: Figures): ShownColumn[] {
  const sexes = (women: number, men: number) => `${formatCount(women)} / ${formatCount(men)}`
  const counts: ShownColumn[] = [
    { head: `Actions ${STAGE_WORDS[stage].many}`, write: ({ actions }) => formatCount(actions) },
    { head: 'dont reconduites', write: ({ renewed }) => formatCount(renewed) },
    { head: 'Porteurs', write: ({ organisations }) => formatCount(organisations) },
    { head: 'Prévus, F / H', write: ({ women, men }) => sexes(women, men) },
  ]
  const reached: ShownColumn = { head: 'Touchés, F / H', write: ({ reachedWomen, reachedMen }) => sexes(reachedWomen, reachedMen) }
  const amounts = figureColumns(stage).filter(({ kind, pick }) => kind === 'cents' && pick(total) !== 0)
  return [
    ...counts,
    ...(total.reachedWomen + total.reachedMen > 0 ? [reached] : []),
    ...amounts.map(({ header, pick }): ShownColumn => ({ head: header, write: (figures) => formatAmount(cents(pick(figures))) })),
  ]
}

function Notes(): Html {
  return (
    <>
      Montants en euros. Les montants s’additionnent au centime près. Les nombres, non&nbsp;: une action menée dans plusieurs quartiers, ou
      aidée par plusieurs financeurs, compte une fois sur chaque ligne et une seule fois dans l’ensemble. F / H&nbsp;: femmes et hommes. Le
      public d’une action est partagé entre ses quartiers selon les parts déclarées.
    </>
  )
}
