import { FUNCTION_NAMES } from '#access/permissions.ts'
import { formatDayShort, isDay } from '#platform/day.ts'
import type { BadgeState } from '#platform/kit/Badge.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Timeline } from '#platform/kit/Timeline.tsx'
import { formatEuros } from '#platform/money.ts'
import type { FileView } from './file-view-store.ts'
import type { HistoryRow } from './history-store.ts'
import { OPINION_KINDS, OPINION_NAMES } from './opinion-kinds.ts'

/** What happened, each line with who wrote it: a function, never a name. */
export function FileHistory({ view }: { view: FileView }): Html {
  return (
    <Section title="Histoire du dossier" id="histoire">
      <Timeline
        events={view.history.map((row) => ({
          when: formatDayShort(row.on),
          iso: row.on,
          title: TITLES[row.kind](row),
          detail: detailOf(row),
          ...(STATES[row.kind] ? { state: STATES[row.kind] } : {}),
        }))}
      />
    </Section>
  )
}

const TITLES = {
  created: ({ detail }: HistoryRow) => (detail === 'dauphin' ? 'Dossier repris de Dauphin' : 'Demande commencée'),
  submitted: ({ about }: HistoryRow) => `Demande envoyée, numéro ${about}`,
  reopened: ({ about }: HistoryRow) => `Dépôt rouvert jusqu’au ${isDay(about) ? formatDayShort(about) : about}`,
  withdrawn: () => 'Demande retirée par le porteur',
  'stated-complete': () => 'Dossier complet',
  'stated-incomplete': () => 'Dossier incomplet',
  'piece-asked': ({ about }: HistoryRow) => `Pièce demandée\u00A0: ${about}`,
  'piece-answered': ({ about }: HistoryRow) => `Pièce reçue\u00A0: ${about}`,
  'opinion-asked': ({ about }: HistoryRow) => `Avis demandé\u00A0: ${about}`,
  'opinion-reminded': ({ about }: HistoryRow) => `Avis rappelé\u00A0: ${about}`,
  'opinion-withdrawn': ({ about }: HistoryRow) => `Demande d’avis retirée\u00A0: ${about}`,
  'opinion-given': ({ about, detail, proposed }: HistoryRow) =>
    `${about}\u00A0: avis ${kindWords(detail)}${proposed === null ? '' : `, ${formatEuros(proposed)} proposés`}`,
} satisfies Record<HistoryRow['kind'], (row: HistoryRow) => string>

const STATES: Partial<Record<HistoryRow['kind'], BadgeState>> = { 'stated-complete': 'success', 'stated-incomplete': 'warning' }

/** Those whose detail is a text that somebody wrote. */
const WITH_TEXT: readonly HistoryRow['kind'][] = [
  'reopened',
  'withdrawn',
  'stated-complete',
  'stated-incomplete',
  'piece-asked',
  'opinion-withdrawn',
]

function detailOf(row: HistoryRow): string {
  const by = authorOf(row)
  return WITH_TEXT.includes(row.kind) && row.detail !== '' ? `${by}\u00A0: ${row.detail}` : by
}

/** Who holds a link, and the program itself, act under no mandate. */
function authorOf({ kind, byFunction, byOrganisation }: HistoryRow): string {
  if (byFunction !== null) return `${FUNCTION_NAMES[byFunction]}, ${byOrganisation}`
  return kind === 'opinion-given' ? 'Par un lien, sans compte' : 'Rappel automatique'
}

function kindWords(detail: string): string {
  const kind = OPINION_KINDS.find((each) => each === detail)
  return kind ? OPINION_NAMES[kind].toLowerCase() : detail
}
