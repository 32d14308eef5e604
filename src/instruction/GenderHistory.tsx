import { formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { Timeline } from '#platform/kit/Timeline.tsx'
import { criteriaWords } from './GenderTree.tsx'
import { type Assessment, answersOf, type SettledMarker } from './gender-store.ts'
import { markerName, thresholdWords } from './gender-words.ts'

export interface GenderHistoryProps {
  given: readonly Assessment[]
  settled: readonly SettledMarker[]
}

/** Every set of answers, and every marker given together: nothing is erased. */
export function GenderHistory({ given, settled }: GenderHistoryProps): Html {
  return (
    <>
      <Section title="Les réponses données" id="donnees">
        <Table
          id="reponses-donnees"
          caption="Réponses données sur cette action"
          captionHidden
          cards
          rows={given.toReversed()}
          columns={COLUMNS}
          empty={<Empty title="Personne n’a encore répondu">Deux personnes au moins répondent, chacune de son côté.</Empty>}
        />
      </Section>
      {settled.length === 0 ? null : (
        <Section title="Les marqueurs donnés ensemble" id="histoire">
          <Timeline events={settled.toReversed().map(eventOf)} />
        </Section>
      )}
    </>
  )
}

const COLUMNS: Column<Assessment>[] = [
  {
    key: 'who',
    head: 'Qui',
    rowHead: true,
    cell: (one) =>
      one.together ? { text: 'Discussion', sub: one.present.join(', ') } : { text: one.personName, sub: one.organisationName },
  },
  {
    key: 'answers',
    head: 'Réponses',
    wide: true,
    cell: (one) => answerWords(one),
  },
  { key: 'marker', head: 'Marqueur', cell: (one) => ({ text: markerName(one.marker), sub: thresholdWords(one.criteriaNeeded) }) },
  {
    key: 'why',
    head: 'Éléments et remarque',
    wide: true,
    cell: ({ evidence, comment }) => [evidence, comment].filter((text) => text !== '').join('. ') || null,
  },
  { key: 'on', head: 'Le', cell: ({ assessedOn }) => formatDayShort(assessedOn) },
]

function answerWords(one: Assessment): string {
  const first = one.mixedPublic ? 'Public mixte' : 'Public non mixte'
  if (one.mainGoal) return `${first}\u202F; l’égalité est l’objectif principal`
  const third = one.mixedPublic
    ? criteriaWords(answersOf(one))
    : `public cohérent avec les objectifs\u00A0: ${one.coherentPublic ? 'oui' : 'non'}`
  return `${first}\u202F; l’égalité n’est pas l’objectif principal\u202F; ${third}`
}

function eventOf({ marker, criteriaNeeded, way, settledOn, endedOn }: SettledMarker): Parameters<typeof Timeline>[0]['events'][number] {
  const how = way === 'agreement' ? 'réponses concordantes' : 'après discussion'
  const until = endedOn === null ? '' : `, jusqu’au ${formatDayShort(endedOn)}`
  return {
    when: `${formatDayShort(settledOn)}${until}`,
    iso: settledOn,
    title: markerName(marker),
    detail: `${how}, seuil\u00A0: ${thresholdWords(criteriaNeeded)}`,
  }
}
