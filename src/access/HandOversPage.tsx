import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { handOverPaths } from './hand-over-paths.ts'
import type { Received } from './hand-over-store.ts'
import type { Mandate } from './mandate.ts'
import { FUNCTION_NAMES } from './permissions.ts'

export interface HandOversPageProps {
  frame: Frame
  personId: string
  mandates: readonly Mandate[]
  received: readonly Received[]
}

/** The mandates one may end, and what those that ended passed on. */
export function HandOversPage({ frame, personId, mandates, received }: HandOversPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Passation"
      lead="Quand une personne part, ce qu’elle tenait est listé, transmis ou laissé à son organisme. Rien ne se perd."
      crumbs={[{ label: 'Accueil', href: '/accueil' }, { label: 'Passation' }]}
    >
      <ReceivedSection received={received} />
      <Section title="Mandats" id="mandats">
        <Table
          id="mandats-liste"
          caption="Mandats dont vous pouvez préparer la fin"
          captionHidden
          cards
          rows={mandates}
          empty={<Empty title="Aucun mandat">Vous ne tenez aucun mandat.</Empty>}
          columns={[
            { key: 'person', head: 'Personne', rowHead: true, cell: (one) => (one.personId === personId ? 'Vous' : one.personName) },
            { key: 'function', head: 'Fonction', cell: (one) => FUNCTION_NAMES[one.function] },
            { key: 'organisation', head: 'Organisme', cell: (one) => one.organisationName },
            { key: 'to', head: 'Jusqu’au', cell: (one) => (one.validTo ? formatDayShort(one.validTo) : 'sans terme') },
            { key: 'act', head: 'Passation', cell: (one) => ({ text: 'Préparer', href: handOverPaths.one(one.id) }) },
          ]}
        />
      </Section>
    </AgentPage>
  )
}

function ReceivedSection({ received }: { received: readonly Received[] }): Html | null {
  if (received.length === 0) return null
  const handOvers = [...new Map(received.map((one) => [one.handOverId, one])).values()]
  return (
    <Section title="Ce qui vous a été transmis" id="transmis">
      {handOvers.map(({ handOverId, fromName, endsOn, note }) => (
        <div class="stack">
          <h3>{`${fromName}, mandat terminé le ${formatDayShort(endsOn)}`}</h3>
          {note === '' ? null : <p>{`«\u00A0${note}\u00A0»`}</p>}
          <Items
            items={received
              .filter((one) => one.handOverId === handOverId)
              .map(({ kind, label, href, mine }) => ({ text: label, href, hint: mine ? kind : `${kind}, laissé à l’organisme` }))}
          />
        </div>
      ))}
    </Section>
  )
}
