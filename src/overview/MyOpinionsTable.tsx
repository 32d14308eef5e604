import type { MyOpinion } from '#instruction/my-opinions-store.ts'
import { opinionState, opinionStateWords } from '#instruction/opinion-state.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import { counted } from './words.ts'

const SHOWN = 8

/** The opinions still to give, the nearest due day first: those late are on top. */
export function MyOpinionsTable({ opinions, today }: { opinions: readonly MyOpinion[]; today: Day }): Html | null {
  if (opinions.length === 0) return null
  return (
    <Section title="Avis à rendre" id="avis">
      <Table
        id="avis-a-rendre"
        caption="Avis à rendre"
        captionHidden
        note="En euros."
        columns={columnsOf(today)}
        rows={opinions.slice(0, SHOWN)}
        rowState={({ dueOn }) => (isLate(dueOn, today) ? 'late' : undefined)}
        cards
        below={
          <a href={instructionPaths.myOpinions}>
            {opinions.length > SHOWN ? `Les ${counted(opinions.length, 'avis', 'avis')} à rendre` : 'Tous les avis demandés'}
          </a>
        }
      />
    </Section>
  )
}

function columnsOf(today: Day): Column<MyOpinion>[] {
  return [
    {
      key: 'title',
      head: 'Action',
      rowHead: true,
      cell: ({ title, applicationId, organisationName }) => ({
        text: title,
        href: instructionPaths.file(applicationId),
        sub: organisationName,
      }),
    },
    { key: 'qpvs', head: 'Quartiers', cell: ({ qpvs }) => qpvs, wide: true },
    {
      key: 'asked',
      head: 'Demandé à vous',
      step: 'asked',
      numeric: true,
      cell: ({ asked }) => (asked ? formatAmount(asked) : null),
    },
    { key: 'due', head: 'Pour le', cell: ({ dueOn }) => formatDayShort(dueOn) },
    { key: 'state', head: 'Délai', cell: (opinion) => delayCell(opinion, today) },
  ]
}

function isLate(dueOn: Day, today: Day): boolean {
  return opinionState({ dueOn, given: false }, today).state === 'late'
}

function delayCell({ dueOn }: MyOpinion, today: Day): Cell {
  const state = opinionState({ dueOn, given: false }, today)
  return state.state === 'late'
    ? { badge: opinionStateWords(state), state: 'error', icon: 'clock-alert' }
    : { badge: opinionStateWords(state), icon: 'clock' }
}
