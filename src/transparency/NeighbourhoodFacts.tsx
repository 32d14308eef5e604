import { type Day, formatDayShort } from '#platform/day.ts'
import { Facts } from '#platform/kit/Facts.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { type Figure, formatFigure, vintageOf } from '#territory/figure.ts'
import { kindWords, PROGRAMME_WORDS } from '#territory/programme-words.ts'
import type { Qpv, QpvProgramme } from '#territory/store.ts'
import { publicPaths } from './paths.ts'

/** The identity of a neighbourhood: list, dates, communes, other names, programmes. */
export function NeighbourhoodFacts({ qpv, today }: { qpv: Qpv; today: Day }): Html {
  return (
    <Section title="Sa fiche d’identité" id="identite">
      <Facts
        items={[
          { name: 'Genre', value: kindWords(qpv.kind) },
          { name: 'Code', value: <span class="code">{qpv.code}</span> },
          { name: 'Liste', value: `Génération ${qpv.generation}, ${periodWords(qpv, today)}` },
          { name: qpv.communes.length > 1 ? 'Communes' : 'Commune', value: <Communes qpv={qpv} /> },
          { name: 'Intercommunalité', value: <a href={publicPaths.epci(qpv.epciSiren)}>{qpv.epciName}</a> },
          ...(qpv.aliases.length === 0 ? [] : [{ name: 'Aussi nommé', value: qpv.aliases.map(aliasWords).join('\u202F; ') }]),
          ...(qpv.programmes.length === 0 ? [] : [{ name: 'Programmes', value: <Programmes programmes={qpv.programmes} /> }]),
          ...(qpv.source === null ? [] : [{ name: 'Source', value: qpv.source }]),
        ]}
      />
    </Section>
  )
}

function periodWords({ validFrom, validTo }: Qpv, today: Day): string {
  if (validTo === null) return `en vigueur depuis le ${formatDayShort(validFrom)}`
  const words = `du ${formatDayShort(validFrom)} au ${formatDayShort(validTo)} non compris`
  return validTo <= today ? `${words}\u00A0: cette liste n’est plus en vigueur` : words
}

function Communes({ qpv }: { qpv: Qpv }): Html {
  return (
    <>
      {qpv.communes.map(({ code, name }, rank) => (
        <>
          {rank > 0 ? ', ' : ''}
          <a href={publicPaths.commune(code)}>{name}</a>
        </>
      ))}
    </>
  )
}

function aliasWords({ name, toConfirm }: Qpv['aliases'][number]): string {
  return toConfirm ? `${name} (à faire confirmer par le territoire)` : name
}

function Programmes({ programmes }: { programmes: readonly QpvProgramme[] }): Html {
  return (
    <ul>
      {programmes.map((one) => (
        <li>
          {PROGRAMME_WORDS[one.programme].full}
          {one.siteName === null ? '' : ` (site « ${one.siteName} »)`}, {programmeDates(one)}
        </li>
      ))}
    </ul>
  )
}

function programmeDates({ validFrom, validTo, fictitious }: QpvProgramme): string {
  const invented = fictitious ? ', fictif' : ''
  if (validFrom === null) return `dates absentes des documents${invented}`
  const until = validTo === null ? '' : ` au ${formatDayShort(validTo)} non compris`
  return `${until === '' ? 'depuis le' : 'du'} ${formatDayShort(validFrom)}${until}${invented}`
}

/** The dated populations, the one used first. */
export function PopulationTable({ populations, used }: { populations: readonly Figure[]; used: Figure | undefined }): Html | null {
  if (populations.length === 0) return null
  return (
    <Section title="Sa population" id="population">
      <Table
        id="populations"
        caption="Population du quartier, année par année"
        rows={populations}
        cards
        columns={[
          { key: 'year', head: 'Année', rowHead: true, cell: (one) => vintageOf(one) },
          { key: 'value', head: 'Habitants', numeric: true, cell: (one) => formatFigure(one) },
          { key: 'source', head: 'Source', cell: (one) => ({ text: one.source, soft: true }) },
          { key: 'used', head: 'Usage', cell: (one) => (one === used ? 'Retenue en haut de cette page' : null) },
        ]}
      />
    </Section>
  )
}
