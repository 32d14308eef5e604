import { type Day, formatDay } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { type Cents, cents, formatAmount, formatEuros, sumCents } from '#platform/money.ts'
import { publicPaths } from '#transparency/paths.ts'
import type { PlaceHome, PlaceQpv } from './place-home-store.ts'
import { PLACE_CHANGE_WORDS, type PlaceAction, perInhabitant, placeChange, placeSums } from './place-lines.ts'
import { counted } from './words.ts'

export interface PlaceHomePageProps {
  frame: Frame
  today: Day
  contractName: string
  home: PlaceHome
}

/** An elected member's commune, or a council's neighbourhoods: what is decided there, against the year before. */
export function PlaceHomePage({ frame, today, contractName, home }: PlaceHomePageProps): Html {
  const { place, year } = home
  const sums = placeSums(home.actions)
  const where = place ?? contractName
  return (
    <AgentPage
      frame={frame}
      title="Accueil"
      heading={`${where}\u00A0: ${formatEuros(sums.now)} décidés en ${year}`}
      meta={[formatDay(today), contractName]}
      lead="Ce que les financeurs ont décidé. Ce qui prépare une décision reste fermé jusqu’à elle."
    >
      <Sums home={home} />
      <Actions home={home} />
      <Neighbourhoods home={home} />
      <p>
        <a href={publicPaths.actions()}>Toutes les actions financées du contrat, en public</a>
      </p>
    </AgentPage>
  )
}

function Sums({ home: { year, actions, qpvs } }: { home: PlaceHome }): Html {
  const sums = placeSums(actions)
  const known = qpvs.filter(({ inhabitants }) => inhabitants !== null)
  const inhabitants = known.reduce((sum, { inhabitants: each }) => sum + (each ?? 0), 0)
  const each = perInhabitant(sumCents(known.map(({ now }) => now)), inhabitants)
  return (
    <Figures
      boxed
      items={[
        { label: `Décidé en ${year}`, step: 'decided', value: formatEuros(sums.now), note: differenceWords(sums.difference, year) },
        {
          label: 'Par habitant de quartier prioritaire',
          value: each === undefined ? 'Non connu' : formatEuros(each),
          note: sourceWords(known),
        },
        { label: 'Actions', value: String(sums.actions), note: `dont ${counted(sums.added, 'nouvelle', 'nouvelles')}` },
        { label: 'Arrêtées', value: String(sums.stopped), note: `financées en ${year - 1}, pas en ${year}` },
      ]}
    />
  )
}

function differenceWords(difference: Cents, year: number): string {
  if (difference === 0) return `autant qu’en ${year - 1}`
  const more = difference > 0
  return `${formatEuros(cents(Math.abs(difference)))} ${more ? 'de plus' : 'de moins'} qu’en ${year - 1}`
}

function sourceWords(known: readonly PlaceQpv[]): string {
  const sources = [...new Set(known.flatMap(({ source }) => (source === null ? [] : [source])))]
  return sources.length === 0 ? 'population des quartiers' : `population\u00A0: ${sources.join(', ')}`
}

function Actions({ home: { year, actions } }: { home: PlaceHome }): Html {
  const sums = placeSums(actions)
  return (
    <Section title="Actions" id="actions">
      <Table
        id="table-actions"
        caption={`Actions financées en ${year} ou en ${year - 1}`}
        note="En euros, part de ces quartiers, tous financeurs ensemble."
        cards
        rows={actions}
        empty={<Empty title="Rien n’est encore décidé">Les actions paraîtront ici dès qu’un financeur aura décidé.</Empty>}
        totalLabel="Ensemble"
        rowState={(row: PlaceAction) => (placeChange(row) === 'stopped' ? 'off' : undefined)}
        columns={[
          { key: 'title', head: 'Action', rowHead: true, cell: ({ title, organisationName }) => ({ text: title, sub: organisationName }) },
          { key: 'qpvs', head: 'Quartiers', cell: ({ qpvs }) => qpvs },
          {
            key: 'now',
            head: `Décidé ${year}`,
            step: 'decided',
            numeric: true,
            cell: ({ now }) => formatAmount(now),
            total: formatAmount(sums.now),
          },
          {
            key: 'before',
            head: String(year - 1),
            numeric: true,
            cell: ({ before }) => formatAmount(before),
            total: formatAmount(sums.before),
          },
          { key: 'change', head: `Par rapport à ${year - 1}`, cell: (row) => PLACE_CHANGE_WORDS[placeChange(row)] },
        ]}
      />
    </Section>
  )
}

function Neighbourhoods({ home: { year, qpvs } }: { home: PlaceHome }): Html {
  return (
    <Section title="Quartiers prioritaires" id="quartiers">
      <Table
        id="table-quartiers"
        caption={`Décidé par quartier en ${year}`}
        note="En euros. Un quartier sur deux communes compte en entier dans chacune."
        cards
        rows={qpvs}
        empty={<Empty title="Aucun quartier prioritaire">Ce mandat ne porte sur aucun quartier en vigueur.</Empty>}
        columns={[
          {
            key: 'name',
            head: 'Quartier',
            rowHead: true,
            cell: ({ name, code }) => ({ text: name, sub: code, href: publicPaths.qpv(code) }),
          },
          { key: 'now', head: `Décidé ${year}`, step: 'decided', numeric: true, cell: ({ now }) => formatAmount(now) },
          { key: 'before', head: String(year - 1), numeric: true, cell: ({ before }) => formatAmount(before) },
          { key: 'inhabitants', head: 'Habitants', numeric: true, cell: ({ inhabitants }) => inhabitants },
          { key: 'each', head: 'Par habitant', numeric: true, cell: eachCell },
        ]}
      />
    </Section>
  )
}

function eachCell({ now, inhabitants }: PlaceQpv): string | null {
  const each = perInhabitant(now, inhabitants)
  return each === undefined ? null : formatEuros(each)
}
