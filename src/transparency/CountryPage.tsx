import { Filters } from '#platform/kit/Filters.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { CountryCommune, Department, Region } from '#territory/country-store.ts'
import type { Figure } from '#territory/figure.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { publicPaths } from './paths.ts'

export interface CountryPageProps {
  frame: Frame
  source: string
  typed: string
  found: readonly CountryCommune[]
  regions: readonly (Region & { departments: number; inhabitants: number })[]
  figures: readonly Figure[]
}

/** The whole country, from its regions; a search goes straight to a commune. */
export function CountryPage({ frame, source, typed, found, regions, figures }: CountryPageProps): Html {
  return (
    <PublicPage
      frame={frame}
      title="Le territoire"
      crumbs={[{ label: 'Quartiers', href: publicPaths.qpvs() }, { label: 'Le territoire' }]}
      lead="De la région à la commune : l’intercommunalité, la population et les quartiers de chacune."
    >
      <Section title="Trouver une commune" id="recherche">
        <Filters action={publicPaths.country()} submit="Chercher">
          <TextField name="commune" label="Nom ou code de la commune" type="search" value={typed} optional />
        </Filters>
        {typed === '' ? null : <CommunesTable id="trouvees" caption={`Communes qui répondent à « ${typed} »`} communes={found} />}
      </Section>
      <Section title="Les régions" id="regions">
        <Table
          id="regions"
          caption="Régions et collectivités d’outre-mer"
          note={source}
          rows={regions}
          cards
          columns={[
            { key: 'name', head: 'Région', rowHead: true, cell: ({ name, code }) => ({ text: name, href: publicPaths.region(code) }) },
            { key: 'departments', head: 'Départements', numeric: true, cell: ({ departments }) => departments },
            { key: 'inhabitants', head: 'Habitants', numeric: true, cell: ({ inhabitants }) => inhabitants },
          ]}
        />
      </Section>
      <FiguresTable title="Chiffres du pays" figures={figures} />
    </PublicPage>
  )
}

export function CommunesTable({ id, caption, communes }: { id: string; caption: string; communes: readonly CountryCommune[] }): Html {
  return (
    <Table
      id={id}
      caption={caption}
      rows={communes}
      cards
      empty={
        <Empty title="Aucune commune ne porte ce nom" icon="map">
          Essayez le début du nom, sans abréviation, ou le code de l’Insee en cinq caractères.
        </Empty>
      }
      columns={[
        { key: 'name', head: 'Commune', rowHead: true, cell: ({ name, code }) => ({ text: name, href: publicPaths.commune(code) }) },
        { key: 'code', head: 'Code Insee', cell: ({ code }) => code },
        { key: 'inhabitants', head: 'Habitants', numeric: true, cell: ({ inhabitants }) => inhabitants ?? null },
      ]}
    />
  )
}

export interface RegionPageProps {
  frame: Frame
  source: string
  region: Region
  departments: readonly (Department & { communes: number; inhabitants: number })[]
  figures: readonly Figure[]
}

export function RegionPage({ frame, source, region, departments, figures }: RegionPageProps): Html {
  return (
    <PublicPage
      frame={frame}
      title={region.name}
      crumbs={[{ label: 'Le territoire', href: publicPaths.country() }, { label: region.name }]}
      meta={[`Région, code ${region.code}`]}
    >
      <Section title="Ses départements" id="departements">
        <Table
          id="departements"
          caption="Départements"
          note={source}
          rows={departments}
          cards
          columns={[
            {
              key: 'name',
              head: 'Département',
              rowHead: true,
              cell: ({ name, code }) => ({ text: name, href: publicPaths.department(code) }),
            },
            { key: 'code', head: 'Code', cell: ({ code }) => code },
            { key: 'communes', head: 'Communes', numeric: true, cell: ({ communes }) => communes },
            { key: 'inhabitants', head: 'Habitants', numeric: true, cell: ({ inhabitants }) => inhabitants },
          ]}
        />
      </Section>
      <FiguresTable title="Chiffres de la région" figures={figures} />
    </PublicPage>
  )
}
