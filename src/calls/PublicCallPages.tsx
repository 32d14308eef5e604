import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { callPeriod, DOOR_NAMES } from './call-period.ts'
import type { Call, Framing } from './call-store.ts'
import { callToday, HOW_TO_APPLY, periodOfCall, stateOfCall } from './call-words.ts'
import { callPaths } from './calls-paths.ts'

/** Every call, open ones first: what an association looks for. */
export function PublicCallsPage({ frame, calls, today }: { frame: Frame; calls: readonly Call[]; today: Day }): Html {
  return (
    <PublicPage
      frame={frame}
      title="Appels à projets"
      lead="Chaque année, les financeurs du contrat de ville appellent des actions pour les quartiers prioritaires."
    >
      {calls.length === 0 ? (
        <Empty title="Aucun appel n’est annoncé" icon="calendar">
          Revenez à l’automne&nbsp;: l’appel de l’année suivante est publié ici.
        </Empty>
      ) : (
        <Table
          id="appels"
          caption="Appels à projets"
          captionHidden
          cards
          rows={calls}
          columns={[
            {
              key: 'title',
              head: 'Appel',
              rowHead: true,
              cell: (call) => ({ text: call.title, href: callPaths.publicCall(call.code), sub: call.contractName }),
            },
            { key: 'state', head: 'État', cell: (call) => stateOfCall(call, today) },
            { key: 'dates', head: 'Dépôt des demandes', cell: periodOfCall },
            { key: 'door', head: 'Comment', cell: (call) => DOOR_NAMES[call.door] },
          ]}
        />
      )}
    </PublicPage>
  )
}

export interface PublicCallPageProps {
  frame: Frame
  call: Call
  framing: Framing | undefined
  today: Day
  /** Where the reader begins an application; none for who never asks. */
  startHref: string | undefined
}

/** One call: until when, how to apply, and the note it is judged by. */
export function PublicCallPage({ frame, call, framing, today, startHref }: PublicCallPageProps): Html {
  const { phase } = callPeriod(call, today)
  const { badge, ...look } = stateOfCall(call, today)
  const open = phase === 'open' && call.door === 'pilotis-first'
  return (
    <PublicPage
      frame={frame}
      title={call.title}
      crumbs={[{ label: 'Appels à projets', href: callPaths.publicList }, { label: call.title }]}
      meta={[call.contractName, <Badge word={badge} {...look} />]}
      lead={`${callToday(call, today)}.`}
      actions={open && startHref ? <LinkButton href={startHref}>Commencer une demande</LinkButton> : null}
      narrow
    >
      <Facts
        items={[
          { name: 'Ouverture', value: formatDay(call.opensOn) },
          { name: 'Clôture', value: `${formatDay(call.closesOn)}, minuit` },
          { name: 'Année des actions', value: String(call.year) },
          { name: 'Par où', value: DOOR_NAMES[call.door] },
        ]}
      />
      <Section title="Comment demander" id="comment">
        <p>{HOW_TO_APPLY[call.door]}</p>
      </Section>
      <FramingNote framing={framing} />
    </PublicPage>
  )
}

function FramingNote({ framing }: { framing: Framing | undefined }): Html {
  return (
    <Section title="Note de cadrage" id="cadrage">
      {framing ? (
        <>
          <p class="hint">{`Version ${framing.version}, publiée le ${formatDayShort(framing.publishedOn)}. Chaque demande garde la version sous laquelle elle a été envoyée.`}</p>
          {framing.body.split(/\n\s*\n/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </>
      ) : (
        <p>La note de cadrage n’est pas encore publiée.</p>
      )}
    </Section>
  )
}
