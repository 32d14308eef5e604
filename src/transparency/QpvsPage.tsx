import type { Contract } from '#contract/store.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { PROGRAMME_WORDS } from '#territory/programme-words.ts'
import type { Perimeter } from '#territory/store.ts'
import { NeighbourhoodFilters } from './NeighbourhoodFilters.tsx'
import { NeighbourhoodsMap } from './NeighbourhoodMap.tsx'
import type { NeighbourhoodQuery, NeighbourhoodRow } from './neighbourhood-list.ts'
import { publicPaths } from './paths.ts'

export interface QpvsPageProps {
  frame: Frame
  contract: Contract
  contracts: readonly Contract[]
  query: NeighbourhoodQuery
  /** All those of the contract, for the choices of the filters. */
  all: readonly NeighbourhoodRow[]
  rows: readonly NeighbourhoodRow[]
  perimeters: readonly Perimeter[]
  places: readonly { name: string; longitude: number; latitude: number }[]
}

export function QpvsPage(props: QpvsPageProps): Html {
  const { frame, contract, contracts, all, rows } = props
  const tabs = contracts.map((one) => ({ label: one.name, href: publicPaths.qpvs(one.code), current: one.id === contract.id }))
  return (
    <PublicPage
      frame={frame}
      title="Les quartiers du contrat"
      crumbs={[{ label: contract.name, href: publicPaths.contract(contract.code) }, { label: 'Quartiers' }]}
      lead="Un quartier prioritaire est désigné par décret, selon le revenu de ses habitants. Choisissez le vôtre : vous verrez ce qui y est financé et où en sont les écarts."
      {...(tabs.length > 1 ? { tabs, tabsLabel: 'Contrats' } : {})}
    >
      <Section title="La liste" id="liste" intro={countWords(all.length, rows.length)}>
        <NeighbourhoodFilters contract={contract} query={props.query} rows={all} />
        <NeighbourhoodsTable rows={rows} />
      </Section>
      <NeighbourhoodsMap {...props} />
      <p>
        <a href={publicPaths.country()}>Parcourir le territoire, de la région à la commune</a>
      </p>
    </PublicPage>
  )
}

function countWords(all: number, kept: number): string {
  const noun = all > 1 ? 'quartiers' : 'quartier'
  return kept === all ? `${all} ${noun}.` : `${kept} sur ${all} ${noun}.`
}

function fictitiousNote(rows: readonly NeighbourhoodRow[]): { note?: string } {
  return rows.some(({ qpv }) => qpv.fictitious) ? { note: 'Noms, codes et chiffres fictifs, pour la démonstration.' } : {}
}

const percent = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

function NeighbourhoodsTable({ rows }: { rows: readonly NeighbourhoodRow[] }): Html {
  return (
    <Table
      id="quartiers"
      caption="Quartiers du contrat"
      {...fictitiousNote(rows)}
      rows={rows}
      cards
      empty={
        <Empty title="Aucun quartier ne répond à cette recherche" icon="map">
          Retirez un filtre, ou cherchez un autre nom : les anciens noms et les codes sont reconnus.
        </Empty>
      }
      columns={[
        { key: 'name', head: 'Quartier', rowHead: true, cell: ({ qpv }) => nameCell(qpv) },
        { key: 'communes', head: 'Commune', cell: ({ qpv }) => qpv.communes.map(({ name }) => name).join(', ') },
        {
          key: 'generation',
          head: 'Liste',
          cell: ({ qpv }) => `${qpv.generation}, ${qpv.kind === 'qpv' ? 'prioritaire' : 'veille active'}`,
        },
        {
          key: 'programmes',
          head: 'Programmes',
          cell: ({ qpv }) => qpv.programmes.map((one) => PROGRAMME_WORDS[one.programme].short).join(', '),
        },
        { key: 'inhabitants', head: 'Habitants', numeric: true, cell: ({ inhabitants }) => inhabitants },
        { key: 'rate', head: 'Taux d’emploi', numeric: true, cell: ({ employment }) => rateCell(employment?.figure.value) },
        { key: 'gap', head: 'Écart à l’agglomération', numeric: true, cell: ({ employment }) => gapCell(employment?.gapToEpci) },
      ]}
    />
  )
}

function nameCell({ name, code, aliases }: NeighbourhoodRow['qpv']): { text: string; href: string; sub: string } {
  const others = aliases.map((one) => one.name).join(', ')
  return { text: name, href: publicPaths.qpv(code), sub: others === '' ? code : `${code}, aussi nommé ${others}` }
}

function rateCell(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : `${percent.format(value)}\u00A0%`
}

function gapCell(gap: number | undefined): string | null {
  return gap === undefined ? null : `${percent.format(gap).replace('-', '−')}\u00A0points`
}
