import type { Child } from 'hono/jsx'
import type { Day } from '#platform/day.ts'
import { Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cents, formatEuros } from '#platform/money.ts'
import type { EmploymentLine } from '#territory/employment-lines.ts'
import { type Figure, vintageOf } from '#territory/figure.ts'
import { chooseFigure } from '#territory/figure-choice.ts'
import { kindWords } from '#territory/programme-words.ts'
import type { Perimeter, Qpv } from '#territory/store.ts'
import { ActionsTable } from './ActionsTable.tsx'
import { EmploymentSection } from './EmploymentSection.tsx'
import { NeighbourhoodFacts, PopulationTable } from './NeighbourhoodFacts.tsx'
import { NeighbourhoodMap } from './NeighbourhoodMap.tsx'
import { publicPaths } from './paths.ts'
import type { PublicAction } from './store.ts'

export interface QpvPageProps {
  frame: Frame
  today: Day
  qpv: Qpv
  contract: { code: string; name: string } | undefined
  peers: readonly Qpv[]
  perimeters: readonly Perimeter[]
  places: readonly { name: string; longitude: number; latitude: number }[]
  populations: readonly Figure[]
  lines: readonly EmploymentLine[]
  totals: readonly { year: number; decided: Cents; paid: Cents; actions: number }[]
  year: number | undefined
  actions: readonly PublicAction[]
  /** What the mandate in use may read besides: from capabilities that hold it. */
  panels: readonly Child[]
}

export function QpvPage(props: QpvPageProps): Html {
  const { frame, qpv, contract, totals, year } = props
  const communes = new Intl.ListFormat('fr').format(qpv.communes.map(({ name }) => name))
  const tabs = totals.map((one) => ({ label: String(one.year), href: publicPaths.qpv(qpv.code, one.year), current: one.year === year }))
  return (
    <PublicPage
      frame={frame}
      title={qpv.name}
      crumbs={[
        { label: contract ? `Quartiers, ${contract.name}` : 'Quartiers', href: publicPaths.qpvs(contract?.code) },
        { label: qpv.name },
      ]}
      meta={[communes, kindWords(qpv.kind), `Génération ${qpv.generation}, code ${qpv.code}`]}
      lead={leadOf(qpv, communes, props.today)}
      {...(tabs.length > 1 ? { tabs, tabsLabel: 'Années' } : {})}
    >
      <Totals {...props} />
      {qpv.fictitious ? (
        <Notice state="info">Le nom, le code et le périmètre de ce quartier sont fictifs : ils ne correspondent à aucun lieu réel.</Notice>
      ) : null}
      {[...props.panels]}
      <div class="with-aside">
        <Section title="Où il se trouve" id="ou">
          <NeighbourhoodMap {...props} />
        </Section>
        <NeighbourhoodFacts qpv={qpv} today={props.today} />
      </div>
      <EmploymentSection qpv={qpv} lines={props.lines} />
      <Funded {...props} />
      <PopulationTable populations={props.populations} used={chooseFigure(props.populations)?.used} />
    </PublicPage>
  )
}

function leadOf({ generation, validTo }: Qpv, communes: string, today: Day): string {
  if (validTo !== null && validTo <= today)
    return `Ce quartier de ${communes} était sur la liste de ${generation}, qui n’est plus en vigueur. Voici ce que l’on sait de lui et des écarts d’alors.`
  return `L’État, l’Agglomération, ${communes} et leurs partenaires s’engagent à réduire les écarts avec le reste du territoire. Voici ce qui est financé ici, et où en sont les écarts.`
}

function Funded({ actions, year }: QpvPageProps): Html {
  if (actions.length === 0 || year === undefined) {
    return (
      <Empty title="Aucune action publiée pour ce quartier" icon="list-checks">
        Les actions paraissent quand un financeur a notifié son aide.
      </Empty>
    )
  }
  return (
    <Section
      title={`Les actions financées en ${year}`}
      id="actions"
      intro="Une action menée dans plusieurs quartiers est montrée entière dans ce tableau ; le chiffre du haut ne compte que la part de celui-ci."
    >
      <ActionsTable id="actions-du-quartier" caption={`Actions dans le quartier en ${year}`} actions={actions} />
    </Section>
  )
}

function Totals({ qpv, populations, lines, totals, year }: QpvPageProps): Html {
  const total = totals.find((one) => one.year === year)
  const used = chooseFigure(populations)?.used
  const inhabitants = used?.value ?? qpv.inhabitants
  const gap = lines[0]?.gapToEpci
  return (
    <Figures
      items={[
        {
          label: 'Habitants',
          value: inhabitants === null ? 'à venir' : new Intl.NumberFormat('fr-FR').format(inhabitants),
          note: used ? `${vintageOf(used)}\u00A0: ${used.source}` : (qpv.inhabitantsSource ?? 'source à préciser'),
        },
        ...(gap === undefined ? [] : [gapFigure(gap, lines[0])]),
        ...(total ? fundedFigures(total) : []),
      ]}
    />
  )
}

function gapFigure(gap: number, line: EmploymentLine | undefined): { label: string; value: string; note: string } {
  const points = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1 }).format(gap).replace('-', '−')
  return {
    label: 'Écart d’emploi avec l’agglomération',
    value: `${points}\u00A0points`,
    note: line ? `taux d’emploi, ${vintageOf(line.figure)}` : '',
  }
}

function fundedFigures(total: QpvPageProps['totals'][number]): Parameters<typeof Figures>[0]['items'] {
  return [
    { label: `Actions financées en ${total.year}`, value: String(total.actions) },
    {
      label: `Argent public décidé et notifié pour ce quartier en ${total.year}`,
      step: 'decided' as const,
      value: formatEuros(total.decided),
      note: `dont ${formatEuros(total.paid)} déjà payés`,
    },
  ]
}
