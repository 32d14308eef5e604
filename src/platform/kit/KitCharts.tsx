import { ChartBars } from './ChartBars.tsx'
import { ChartDots } from './ChartDots.tsx'
import { ChartLines } from './ChartLines.tsx'
import { formatCount } from './escape.ts'
import type { Html } from './html.ts'
import { Section } from './Section.tsx'
import { Table } from './Table.tsx'

const euros = (value: number): string => `${formatCount(value)} €`
const percent = (value: number): string => `${formatCount(value)} %`

const MONEY = [
  { label: 'Lien social, accès aux droits et participation des habitants', values: [210_000, 84_500, 31_000] },
  { label: 'Emploi et insertion', values: [96_000, 40_000, 12_500] },
  { label: 'Cadre de vie', values: [22_000, 18_000, 0] },
]

const RATES = [
  { label: 'Cité des Galibots, 2022', points: [{ value: 42, low: 39, high: 45 }, { value: 54 }, { value: 65 }], gap: '12 points' },
  { label: 'Cité des Lampistes, 2022', points: [{ value: 48, low: 44, high: 52 }, { value: 54 }, { value: 65 }], gap: '6 points' },
]

function MoneyTable({ id }: { id: string }): Html {
  return (
    <Table
      id={id}
      caption="Décidé par orientation"
      note="En euros entiers."
      rows={MONEY}
      columns={[
        { key: 'label', head: 'Orientation', rowHead: true, cell: ({ label }) => label },
        ...['État', 'Agglomération', 'Région'].map((head, rank) => ({
          key: head,
          head,
          numeric: true,
          cell: ({ values }: (typeof MONEY)[number]) => values[rank] ?? null,
        })),
      ]}
    />
  )
}

function Rates(): Html {
  return (
    <Table
      id="taux"
      caption="Taux d’emploi"
      note="En pour cent, données fictives."
      rows={RATES}
      columns={[
        { key: 'label', head: 'Où', rowHead: true, cell: ({ label }) => label },
        { key: 'here', head: 'Quartier', numeric: true, cell: ({ points }) => percent(points[0]?.value ?? 0) },
      ]}
    />
  )
}

function Gaps(): Html {
  return (
    <ChartDots
      title="Dans les deux quartiers, l’emploi est en retrait de l’agglomération"
      measure="Part des 15-64 ans qui ont un emploi"
      source="Données fictives, millésime 2022."
      series={['Quartier', 'Agglomération', 'France']}
      rows={RATES}
      format={percent}
      table={<Rates />}
    />
  )
}

export function Charts(): Html {
  const money = { rows: MONEY, series: ['État', 'Agglomération', 'Région'], format: euros, source: 'Données fictives, 2027.' }
  return (
    <Section title="Graphiques" id="graphiques">
      <ChartBars
        {...money}
        title="L’État finance les deux tiers du lien social"
        measure="Décidé, en euros"
        table={<MoneyTable id="m1" />}
      />
      <ChartBars
        {...money}
        grouped
        title="L’emploi reçoit la moitié du lien social"
        measure="Décidé, en euros"
        table={<MoneyTable id="m2" />}
      />
      <Gaps />
      <ChartLines
        title="Le nombre d’actions augmente depuis 2025"
        measure="Actions financées"
        source="Données fictives, 2025 à 2027."
        years={[2025, 2026, 2027]}
        series={[
          { label: 'Lens', values: [80, 96, 110] },
          { label: 'Liévin', values: [60, null, 72] },
        ]}
        format={formatCount}
        table={<MoneyTable id="m3" />}
      />
    </Section>
  )
}
