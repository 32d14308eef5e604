import { type Day, formatDayShort } from '#platform/day.ts'
import { Amount } from '#platform/kit/Amount.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type Item, Items } from '#platform/kit/Items.tsx'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatEuros } from '#platform/money.ts'
import { anchor, type FilePartProps, titled } from './FilePart.tsx'
import { OPINION_NAMES } from './opinion-kinds.ts'
import { lateWords, originWords } from './opinion-origin.ts'
import { countOpinions, isAwaited, opinionState, opinionStateWords, opinionsWords } from './opinion-state.ts'
import type { OpinionRow, PastOpinion } from './opinion-store.ts'
import { OPINION_LOOKS } from './StateLooks.tsx'

/** « Avis reçus : 3 sur 5 », with who is missing and how late. */
export function FileOpinions({ view, part: partView, today }: FilePartProps): Html {
  const { opinions, mine } = partView
  const withdrawn = view.state === 'withdrawn'
  const counts = countOpinions(
    opinions.map(({ dueOn, kind, decided }) => ({ dueOn, given: kind !== null, decided: decided || withdrawn })),
    today,
  )
  const missing = opinions.filter((opinion) => isAwaited(opinion) && !withdrawn).map(({ organisationName }) => organisationName)
  return (
    <Section
      title={titled(opinions.length === 0 ? 'Avis' : `Avis reçus\u00A0: ${opinionsWords(counts)}`, { view, part: partView })}
      id={anchor('avis', partView)}
    >
      {opinions.length === 0 ? (
        <Empty title="Aucun avis demandé" icon="message-square">
          Un avis se demande depuis ce dossier, ou sur plusieurs dossiers à la fois depuis la liste.
        </Empty>
      ) : (
        <>
          {missing.length === 0 ? null : (
            <p>{`Il manque\u00A0: ${missing.join(', ')}${counts.late > 0 ? ` (${counts.late} en retard)` : ''}.`}</p>
          )}
          <Items items={opinions.map((opinion) => itemOf(opinion, { mine, replaced: view.replaced, withdrawn, today }))} />
          <p class="hint">{'Les avis sont préparatoires\u00A0: le porteur ne les voit pas.'}</p>
        </>
      )}
    </Section>
  )
}

function itemOf(
  opinion: OpinionRow,
  { mine, replaced, withdrawn, today }: { mine: OpinionRow | undefined; replaced: readonly PastOpinion[]; withdrawn: boolean; today: Day },
): Item {
  const own = opinion.requestId === mine?.requestId
  const past = replaced.filter(({ requestId }) => requestId === opinion.requestId)
  return {
    text: <b>{own ? `Vous, ${opinion.organisationName}` : opinion.organisationName}</b>,
    hint:
      opinion.kind === null ? (
        `Demandé le ${formatDayShort(opinion.askedOn)}, attendu pour le ${formatDayShort(opinion.dueOn)}`
      ) : (
        <Reason opinion={opinion} past={past} />
      ),
    end: opinion.kind === null ? <Missing opinion={opinion} withdrawn={withdrawn} today={today} /> : <Given opinion={opinion} />,
  }
}

function Reason({ opinion, past }: { opinion: OpinionRow; past: readonly PastOpinion[] }): Html {
  return (
    <>
      {`«\u00A0${opinion.reason}\u00A0»`}
      {fromWords(opinion).map((words) => (
        <>
          <br />
          {words}
        </>
      ))}
      {past.map((each) => (
        <>
          <br />
          {`Avant\u00A0: ${pastWords(each)}`}
        </>
      ))}
    </>
  )
}

/** How it came and how late, when there is something to say. */
function fromWords(opinion: OpinionRow): string[] {
  if (opinion.givenOn === null) return []
  const late = lateWords({ ...opinion, givenOn: opinion.givenOn })
  return [originWords(opinion), late].flatMap((words) => (words === undefined ? [] : [`${words}.`]))
}

function pastWords(past: PastOpinion): string {
  const { kind, proposed, reason, givenOn } = past
  const amount = proposed === null ? '' : `, ${formatEuros(proposed)} proposés`
  const from = originWords(past)
  return `${OPINION_NAMES[kind].toLowerCase()}${amount}, le ${formatDayShort(givenOn)}, «\u00A0${reason}\u00A0»${from ? ` (${from})` : ''}`
}

function Given({ opinion }: { opinion: OpinionRow }): Html | null {
  if (opinion.kind === null) return null
  const { state, icon } = OPINION_LOOKS[opinion.kind]
  return (
    <>
      <Badge plain word={OPINION_NAMES[opinion.kind]} icon={icon} {...(state ? { state } : {})} />
      {opinion.proposed === null ? null : (
        <>
          <br />
          <Amount step="proposed" word="Propose" value={opinion.proposed} />
        </>
      )}
      {opinion.givenOn === null ? null : (
        <>
          <br />
          <time datetime={opinion.givenOn}>{formatDayShort(opinion.givenOn)}</time>
        </>
      )}
    </>
  )
}

function Missing({ opinion: { dueOn, decided }, withdrawn, today }: { opinion: OpinionRow; withdrawn: boolean; today: Day }): Html {
  if (withdrawn) return <Badge plain word={'Sans objet\u00A0: retiré'} icon="circle-minus" />
  const state = opinionState({ dueOn, given: false, decided }, today)
  if (state.state === 'pointless') return <Badge plain word={opinionStateWords(state)} icon="circle-minus" />
  return state.state === 'late' ? (
    <Badge plain word={opinionStateWords(state)} state="error" icon="clock-alert" />
  ) : (
    <Badge plain word={opinionStateWords(state)} icon="hourglass" />
  )
}
