import { Facts } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { CountryCommune, CountryEpci, Department } from '#territory/country-store.ts'
import type { Figure } from '#territory/figure.ts'
import { kindWords } from '#territory/programme-words.ts'
import type { Qpv } from '#territory/store.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { publicPaths } from './paths.ts'

export interface CommunePageProps {
  frame: Frame
  source: string
  commune: CountryCommune
  department: Department | undefined
  epci: CountryEpci | undefined
  qpvs: readonly Qpv[]
  figures: readonly Figure[]
}

export function CommunePage({ frame, source, commune, department, epci, qpvs, figures }: CommunePageProps): Html {
  const { inhabitants } = commune
  return (
    <PublicPage
      frame={frame}
      title={commune.name}
      crumbs={[
        { label: 'Le territoire', href: publicPaths.country() },
        ...(department ? [{ label: department.name, href: publicPaths.department(department.code) }] : []),
        { label: commune.name },
      ]}
      meta={[`Commune, code ${commune.code}`]}
    >
      <Facts
        items={[
          { name: 'Intercommunalité', value: epci ? <a href={publicPaths.epci(epci.siren)}>{epci.name}</a> : 'aucune' },
          { name: 'Habitants', value: inhabitants === undefined ? 'à venir' : new Intl.NumberFormat('fr-FR').format(inhabitants) },
          { name: 'Source', value: source },
        ]}
      />
      <Neighbourhoods qpvs={qpvs} />
      <FiguresTable title="Chiffres de la commune" figures={figures} />
    </PublicPage>
  )
}

function Neighbourhoods({ qpvs }: { qpvs: readonly Qpv[] }): Html {
  return (
    <Section title="Ses quartiers" id="quartiers-de-la-commune">
      <Table
        id="quartiers"
        caption="Quartiers, toutes listes confondues"
        rows={qpvs}
        cards
        empty={
          <Empty title="Aucun quartier connu dans cette commune" icon="map">
            Pilotis ne tient que les quartiers des contrats qu’il porte : la commune peut en avoir d’autres.
          </Empty>
        }
        columns={[
          {
            key: 'name',
            head: 'Quartier',
            rowHead: true,
            cell: ({ name, code }) => ({ text: name, href: publicPaths.qpv(code), sub: code }),
          },
          { key: 'kind', head: 'Genre', cell: ({ kind }) => kindWords(kind) },
          {
            key: 'list',
            head: 'Liste',
            cell: ({ generation, validTo }) => (validTo === null ? `${generation}, en vigueur` : `${generation}, close`),
          },
          { key: 'inhabitants', head: 'Habitants', numeric: true, cell: ({ inhabitants: count }) => count },
        ]}
      />
    </Section>
  )
}
