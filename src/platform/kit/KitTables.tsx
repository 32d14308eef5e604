import { formatAmount, sumCents } from '#platform/money.ts'
import { Figure } from './Chart.tsx'
import { SelectField } from './choices.tsx'
import { Filters } from './Filters.tsx'
import { TextField } from './fields.tsx'
import type { Html } from './html.ts'
import { type SampleRow, sampleRows } from './kit-samples.ts'
import { Empty } from './Notice.tsx'
import { Pages } from './Pages.tsx'
import { Pillar } from './Pillar.tsx'
import { Section } from './Section.tsx'
import { ShareBar } from './ShareBar.tsx'
import { type Column, Table } from './Table.tsx'
import type { Cell } from './table-cells.ts'

const STATE_CELLS: Record<string, Cell> = {
  asked: { badge: 'À discuter', state: 'asked' },
  late: { badge: 'Bilan en retard de 4 jours', state: 'error', icon: 'clock-alert' },
  new: { badge: 'Première demande', state: 'info' },
  selected: { badge: 'Retenu', state: 'success' },
  off: { badge: 'Écarté', icon: 'circle-minus' },
}

function columns(rows: readonly SampleRow[]): Column<SampleRow>[] {
  return [
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      sortable: true,
      cell: (row) => ({ text: row.title, href: '#', sub: row.holder }),
    },
    { key: 'pillar', head: 'Pilier', cell: (row) => <Pillar pillar={row.pillar} /> },
    {
      key: 'asked',
      head: 'Demandé',
      step: 'asked',
      numeric: true,
      sortable: true,
      cell: (row) => formatAmount(row.asked),
      total: formatAmount(sumCents(rows.map((row) => row.asked))),
    },
    {
      key: 'proposed',
      head: 'Proposé',
      step: 'proposed',
      numeric: true,
      strong: true,
      cell: (row) => formatAmount(row.proposed),
      total: formatAmount(sumCents(rows.map((row) => row.proposed))),
    },
    { key: 'state', head: 'Où elle en est', cell: (row) => STATE_CELLS[row.state ?? 'selected'] },
  ]
}

function SharesTable(): Html {
  const rows = [
    { name: 'CAF', share: 0.61 },
    { name: 'Département', share: 0.57 },
    { name: 'État', share: 0.52 },
  ]
  return (
    <Figure
      title="Les financeurs ont déjà retenu de 52 à 61 % de leur enveloppe"
      measure="Part de l’enveloppe 2027 déjà retenue, par financeur"
      source="Source : programmation 2027, état du 11 mars. Données fictives."
      table={
        <Table
          id="parts"
          caption="Part retenue par financeur"
          captionHidden
          rows={rows}
          columns={[
            { key: 'name', head: 'Financeur', rowHead: true, cell: (row) => row.name },
            {
              key: 'share',
              head: 'Part retenue',
              cell: (row) => (
                <>
                  {`${Math.round(row.share * 100)} %`}
                  <ShareBar share={row.share} />
                </>
              ),
            },
          ]}
        />
      }
    />
  )
}

export function KitTables(): Html {
  const rows = sampleRows(30)
  return (
    <Section title="Tableaux" id="tableaux">
      <Filters action="/kit" chips={[{ label: 'Commune : Lens', href: '#' }]}>
        <TextField name="t" label="Chercher" type="search" optional />
        <SelectField name="commune" label="Commune" empty="Toutes" optional options={[{ value: 'lens', label: 'Lens' }]} />
      </Filters>
      <Table
        id="dossiers"
        caption="Programmation 2027 par commune"
        note="En euros entiers."
        cards
        rows={rows}
        columns={columns(rows)}
        group={(row) => row.commune}
        rowState={(row) => row.state}
        sort={{ key: 'asked', direction: 'descending', href: () => '#' }}
        totalLabel="30 dossiers"
        below={<Pages page={3} size={30} total={296} noun="dossiers" href={() => '#'} />}
      />
      <Table
        id="vide"
        caption="Dossiers sans avis"
        rows={[]}
        columns={columns([])}
        empty={<Empty title="Tous les avis sont rendus">Le comité peut se tenir.</Empty>}
      />
      <SharesTable />
    </Section>
  )
}
