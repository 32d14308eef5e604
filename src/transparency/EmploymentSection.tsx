import { ChartDots } from '#platform/kit/ChartDots.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { incomparableSentence, type ScaleValue } from '#territory/comparability.ts'
import { type EmploymentLine, gapWords, rankWords } from '#territory/employment-lines.ts'
import { type Figure, formatFigure, vintageOf } from '#territory/figure.ts'
import type { Qpv } from '#territory/store.ts'

/** The employment rate of a neighbourhood beside its commune, its intermunicipality and France: the gap, the rank, the chart, the table. */
export function EmploymentSection({ qpv, lines }: { qpv: Qpv; lines: readonly EmploymentLine[] }): Html {
  const [latest] = lines
  if (!latest) {
    return (
      <Section title="L’emploi" id="emploi">
        <Empty title="Aucun taux d’emploi n’est connu pour ce quartier" icon="chart-line">
          Il paraîtra ici avec son année et sa source quand il sera publié à l’échelle du quartier.
        </Empty>
      </Section>
    )
  }
  return (
    <Section title="L’emploi" id="emploi" intro={introOf(latest)}>
      {lines.some(({ gapToEpci }) => gapToEpci !== undefined) ? (
        <Chart qpv={qpv} lines={lines} latest={latest} />
      ) : (
        <Rates lines={lines} qpv={qpv} />
      )}
      <Cautions lines={lines} />
    </Section>
  )
}

const percent = (value: number): string => `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(value)}\u00A0%`

function introOf({ rank, figure }: EmploymentLine): string {
  const definition = figure.definition === null ? '' : `${figure.definition}. `
  return rank ? `${definition}Du plus grand écart au plus petit, ce quartier est ${rankWords(rank)} dans l’agglomération.` : definition
}

function findingOf(qpv: Qpv, { gapToEpci, figure }: EmploymentLine): string {
  const when = figure.year === null ? '' : ` en ${figure.year}`
  if (gapToEpci === undefined) return `Le taux d’emploi du quartier est de ${percent(figure.value ?? 0)}${when}`
  return `${qpv.name}\u00A0: un taux d’emploi ${gapWords(gapToEpci)} celui de l’agglomération${when}`
}

function Chart({ qpv, lines, latest }: { qpv: Qpv; lines: readonly EmploymentLine[]; latest: EmploymentLine }): Html | Promise<Html> {
  const rows = [...lines].reverse().map((line) => ({
    label: line.figure.year === null ? 'Année non imprimée' : String(line.figure.year),
    points: [pointOf(line.figure), pointAt(line, 'epci'), pointAt(line, 'country')],
    ...(line.gapToEpci === undefined ? {} : { gap: `${new Intl.NumberFormat('fr-FR').format(line.gapToEpci).replace('-', '−')} points` }),
  }))
  return (
    <ChartDots
      title={findingOf(qpv, latest)}
      measure="Part des personnes de 15 à 64 ans qui ont un emploi. Le trait pointillé est l’écart entre le quartier et l’agglomération."
      source={`${latest.figure.source}, ${vintageOf(latest.figure)}.`}
      series={['Quartier', 'Agglomération', 'France']}
      format={percent}
      rows={rows}
      table={<Rates lines={lines} qpv={qpv} />}
    />
  )
}

function pointOf(figure: Figure): { value: number } | null {
  return figure.value === null ? null : { value: figure.value }
}

function pointAt({ scales }: EmploymentLine, scale: ScaleValue['scale']): { value: number } | null {
  const found = scales.find((one) => one.scale === scale)
  return found?.state === 'comparable' ? pointOf(found.figure) : null
}

interface RateRow {
  vintage: string
  place: string
  value: string
  gap: string | null
  source: string
  own: boolean
}

function Rates({ lines, qpv }: { lines: readonly EmploymentLine[]; qpv: Qpv }): Html {
  return (
    <Table
      id="taux-d-emploi"
      caption="Taux d’emploi des 15-64 ans"
      note="L’écart est celui du quartier à cette référence, en points. Deux valeurs ne sont mises côte à côte que si leur année et leur définition sont les mêmes."
      rows={lines.flatMap((line) => rateRows(line, qpv))}
      cards
      group={({ vintage }) => vintage}
      columns={[
        { key: 'place', head: 'Où', rowHead: true, cell: ({ place, own }) => ({ text: place, strong: own }) },
        { key: 'value', head: 'Taux', numeric: true, cell: ({ value }) => value },
        { key: 'gap', head: 'Écart', numeric: true, cell: ({ gap }) => gap },
        { key: 'source', head: 'Source', cell: ({ source }) => ({ text: source, soft: true }) },
      ]}
    />
  )
}

function rateRows(line: EmploymentLine, qpv: Qpv): RateRow[] {
  const vintage = vintageOf(line.figure)
  const gaps = { epci: line.gapToEpci, country: line.gapToCountry }
  const own = { vintage, place: qpv.name, value: formatFigure(line.figure), gap: null, source: line.figure.source, own: true }
  return [
    own,
    ...line.scales.map((one): RateRow => {
      const gap = one.scale === 'epci' || one.scale === 'country' ? gaps[one.scale] : undefined
      return { vintage, place: one.name, own: false, gap: gap === undefined ? null : points(gap), ...valueAndSource(one) }
    }),
  ]
}

function valueAndSource(one: ScaleValue): Pick<RateRow, 'value' | 'source'> {
  if (one.state === 'absent') return { value: 'pas de donnée', source: '' }
  if (one.state === 'incomparable') return { value: 'non comparable', source: incomparableSentence(one.reasons) }
  return { value: formatFigure(one.figure), source: one.figure.source }
}

function points(gap: number): string {
  return `${new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1 }).format(gap).replace('-', '−')}\u00A0points`
}

/** What the reader must know before quoting these figures. */
function Cautions({ lines }: { lines: readonly EmploymentLine[] }): Html | null {
  const notes = [...new Set(lines.flatMap(({ figure }) => (figure.note === null ? [] : [figure.note])))]
  const [first] = lines
  if (first?.figure.fictitious) return <Notice state="info">Ces taux sont inventés pour la démonstration : ne les citez pas.</Notice>
  return notes.length === 0 ? null : <Notice state="info">{notes.join(' ')}</Notice>
}
