import { type Day, formatDayShort } from '#platform/day.ts'
import { Filters } from '#platform/kit/Filters.tsx'
import { DateField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { CountryCommune, CountryEpci } from '#territory/country-store.ts'
import { type Figure, formatFigure, vintageOf } from '#territory/figure.ts'
import { type FigureChoice, formatShare, shareOf } from '#territory/figure-choice.ts'
import { kindWords } from '#territory/programme-words.ts'
import type { SectorCoverage } from '#territory/sector-coverage.ts'
import type { Sector } from '#territory/sector-store.ts'
import type { Qpv } from '#territory/store.ts'
import { CommunesTable } from './CountryPage.tsx'
import { ShareSentence } from './DepartmentPage.tsx'
import { FiguresTable } from './FiguresTable.tsx'
import { publicPaths } from './paths.ts'
import { SectorsSection } from './SectorsSection.tsx'

export interface EpciPageProps {
  frame: Frame
  epci: CountryEpci
  source: string
  on: Day
  communes: readonly CountryCommune[]
  qpvs: readonly Qpv[]
  sectors: readonly Sector[]
  coverage: SectorCoverage
  figures: readonly Figure[]
  qpvInhabitants: FigureChoice | undefined
  inhabitants: FigureChoice | undefined
  dateError: string | undefined
}

export function EpciPage(props: EpciPageProps): Html {
  const { frame, epci, source, communes, figures } = props
  return (
    <PublicPage
      frame={frame}
      title={epci.name}
      crumbs={[{ label: 'Le territoire', href: publicPaths.country() }, { label: epci.name }]}
      meta={[`SIREN ${epci.siren}`, `${communes.length} communes`, ...inhabitantsWords(epci)]}
    >
      <Share {...props} />
      <InForce {...props} />
      <SectorsSection {...props} />
      <FiguresTable title="Chiffres de l’intercommunalité" figures={figures} />
      <Section title="Ses communes" id="communes" intro={source}>
        <CommunesTable id="communes-membres" caption="Communes membres" communes={communes} />
      </Section>
    </PublicPage>
  )
}

function inhabitantsWords({ inhabitants }: CountryEpci): string[] {
  return inhabitants === undefined ? [] : [`${new Intl.NumberFormat('fr-FR').format(inhabitants)}\u00A0habitants`]
}

/** Both populations come from the same vintage, or the page says that they do not. */
function Share({ qpvInhabitants, inhabitants }: EpciPageProps): Html | null {
  const [part, whole] = [qpvInhabitants?.used, inhabitants?.used]
  if (!qpvInhabitants || !part || !whole || part.value === null || whole.value === null) return null
  const share = shareOf(part.value, whole.value)
  if (share === undefined) return null
  return (
    <Notice state="info" title={`${formatShare(share)} de la population vit dans un quartier prioritaire`}>
      <ShareSentence choice={qpvInhabitants} whole={`${formatFigure(whole)} (${vintageOf(whole)})`} />
      {part.year === whole.year ? null : <p>Les deux années diffèrent : ce pourcentage n’est qu’un ordre de grandeur.</p>}
    </Notice>
  )
}

/** The list of 2024 took effect the day after. Source: décret n° 2023-1314. */
const LAST_DAY_OF_2015_LIST = '2023-12-31'

/** Which neighbourhoods were in force on a day: the list of 2015, then that of 2024 (TER-01). */
function InForce({ epci, on, qpvs, dateError }: EpciPageProps): Html {
  return (
    <Section title={`Ses quartiers au ${formatDayShort(on)}`} id="quartiers-en-vigueur">
      <Filters action={publicPaths.epci(epci.siren)} submit="Voir à cette date">
        <DateField
          name="le"
          label="Quartiers en vigueur le"
          value={on}
          hint="La liste change le 1er janvier 2024."
          {...(dateError ? { error: dateError } : {})}
        />
      </Filters>
      <p>
        <a href={publicPaths.epci(epci.siren, LAST_DAY_OF_2015_LIST)}>La liste de 2015, à son dernier jour</a> ·{' '}
        <a href={publicPaths.epci(epci.siren)}>la liste d’aujourd’hui</a>
      </p>
      <InForceTable on={on} qpvs={qpvs} />
    </Section>
  )
}

function InForceTable({ on, qpvs }: { on: Day; qpvs: readonly Qpv[] }): Html {
  return (
    <Table
      id="quartiers"
      caption={`Quartiers en vigueur le ${formatDayShort(on)}`}
      rows={qpvs}
      cards
      empty={
        <Empty title="Aucun quartier connu à cette date" icon="map">
          Pilotis ne tient que les quartiers des contrats qu’il porte. Choisissez une autre date, ou parcourez les contrats.
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
        { key: 'communes', head: 'Communes', cell: (one) => one.communes.map(({ name }) => name).join(', ') },
        { key: 'list', head: 'Liste', cell: ({ generation, fictitious }) => `${generation}${fictitious ? ', fictif' : ''}` },
      ]}
    />
  )
}
