import { readersOf } from '#access/field-readers.ts'
import type { Meeting } from '#governance/meeting-store.ts'
import { OPINION_NAMES } from '#instruction/opinion-kinds.ts'
import type { OpinionRow } from '#instruction/opinion-store.ts'
import { OPINION_LOOKS } from '#instruction/StateLooks.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Icon } from '#platform/kit/Icon.tsx'
import { Pillar } from '#platform/kit/Pillar.tsx'
import { RoomPage } from '#platform/kit/RoomPage.tsx'
import { formatEuros } from '#platform/money.ts'
import type { AgendaItem } from './agenda-store.ts'
import { CommitteeGauges } from './EnvelopeGauges.tsx'
import type { EnvelopeUse } from './envelope-use-store.ts'
import { ItemAmounts } from './ItemAmounts.tsx'
import { amountToFind, type ItemLine } from './item-lines.ts'
import { fundingPaths } from './paths.ts'
import type { ProgrammingRow } from './programming-table.ts'
import type { RefusedEntry } from './retention-entry.ts'
import type { PartText } from './retention-store.ts'

export interface ItemPageProps {
  frame: Frame
  meeting: Meeting
  year: number
  row: ProgrammingRow
  text: PartText
  opinions: readonly OpinionRow[]
  envelopes: readonly EnvelopeUse[]
  lines: readonly ItemLine[]
  place: number
  count: number
  previous?: AgendaItem
  next?: AgendaItem
  refused?: RefusedEntry
  newId: () => string
}

/** One file of the agenda, projected: who puts how much, what is missing, what would remain of each envelope. */
export function ItemPage(props: ItemPageProps): Html {
  const { frame, meeting, year, row, envelopes, refused, place, count } = props
  const errors: readonly FieldError[] = refused?.errors ?? []
  return (
    <RoomPage
      frame={frame}
      title={`${row.title || 'Sans titre'}, point ${place} sur ${count}`}
      heading={row.title || 'Sans titre'}
      subtitle={meeting.title}
      status={meeting.closedOn ? [<Badge word="Séance close" icon="lock" />] : []}
      leaveHref={fundingPaths.meeting(meeting.id)}
      meta={metaOf(props)}
      errors={errors}
      errorsTitle="Le montant n’est pas enregistré"
      islands
    >
      <div class="row spread base">
        <p>{row.organisationName}</p>
        <Neighbours {...props} />
      </div>
      <div class="stack loose" data-island="CommitteeTable" data-live={fundingPaths.live(meeting.id)}>
        <p class="vh" role="status" />
        <div class="with-aside" data-part="dossier">
          <ItemAmounts {...props} />
          <Aside {...props} />
        </div>
        <div data-part="enveloppes">
          <CommitteeGauges envelopes={envelopes} year={year} bare title="Enveloppes après ce point, si tout le proposé est retenu" />
        </div>
      </div>
      <p class="hint">{`Les motifs sont lus par ${readersOf('retention.reason')}.`}</p>
    </RoomPage>
  )
}

function metaOf({ row, place, count }: ItemPageProps): (Html | string)[] {
  const places = [...row.qpvs.map(({ name }) => name), ...row.communes.map(({ name }) => name)].join(', ')
  return [
    <strong>{`Point ${place} sur ${count}`}</strong>,
    `Dossier ${row.number}`,
    ...(row.pillar ? [<Pillar pillar={row.pillar} />] : []),
    ...(places === ''
      ? []
      : [
          <>
            <Icon name="map-pin" /> {places}
          </>,
        ]),
  ]
}

function Neighbours({ meeting, previous, next, count }: ItemPageProps): Html {
  return (
    <nav class="row" aria-label="Ordre du jour">
      {previous ? (
        <a class="btn quiet small" href={fundingPaths.item(meeting.id, previous.partId)}>
          <Icon name="arrow-left" />
          {`${previous.rank}. ${previous.title || 'Sans titre'}`}
        </a>
      ) : null}
      <a class="btn quiet small" href={fundingPaths.meeting(meeting.id)}>
        {count > 1 ? `Les ${count} points` : 'L’ordre du jour'}
      </a>
      {next ? (
        <a class="btn quiet small" href={fundingPaths.item(meeting.id, next.partId)}>
          {`${next.rank}. ${next.title || 'Sans titre'}`}
          <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  )
}

function Aside({ row, text, opinions }: ItemPageProps): Html {
  const { now, ifProposed } = amountToFind(row)
  const cost = `coût de l’action\u00A0: ${formatEuros(row.cost)}`
  const note = ifProposed < now ? `${formatEuros(ifProposed)} si les propositions sont suivies\u202F; ${cost}` : cost
  return (
    <section class="stack" aria-labelledby="essentiel">
      <Figures boxed state={now > 0 ? 'asked' : 'success'} items={[{ label: 'Reste à financer', value: formatEuros(now), note }]} />
      <h2 id="essentiel">L’essentiel</h2>
      {text.summary ? <p>{text.summary}</p> : null}
      {text.expectedResult ? <p>{`Résultat attendu\u00A0: ${text.expectedResult}`}</p> : null}
      {text.floor === null ? null : <p>{`Sous ${formatEuros(text.floor)} de recettes, l’action ne peut pas avoir lieu.`}</p>}
      {opinions.length > 0 ? <Opinions opinions={opinions} /> : null}
    </section>
  )
}

function Opinions({ opinions }: { opinions: readonly OpinionRow[] }): Html {
  const given = opinions.filter(({ kind }) => kind !== null).length
  return (
    <>
      <h2 id="avis">{`Avis\u00A0: ${given} sur ${opinions.length}`}</h2>
      <ul class="items">
        {opinions.map(({ organisationName, kind, reason }) => (
          <li>
            <span>
              {organisationName}
              {reason ? <span class="hint under">{reason}</span> : null}
            </span>
            {kind ? (
              <Badge plain word={OPINION_NAMES[kind]} {...OPINION_LOOKS[kind]} />
            ) : (
              <Badge plain word="Attendu" state="warning" icon="hourglass" />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
