import { type Day, formatDayNumeric } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { LINE_KIND_NAMES } from '#resources/droit-commun-line.ts'
import { TRY_STATE_LOOKS } from './DroitCommunLooks.tsx'
import type { PartRoute } from './droit-commun-read-store.ts'
import { tryState } from './droit-commun-route.ts'
import type { TriedRow } from './droit-commun-try-store.ts'
import { broughtWords, TRY_STATE_NAMES } from './droit-commun-words.ts'

export interface DroitCommunGridProps {
  partId: string
  title: string
  route: PartRoute
  today: Day
  /** The lines ticked in the form; absent where nothing is asked from here. */
  chosen?: readonly string[] | undefined
}

/** Every line that fits an action, in one grid: asked, answered or silent (ENG-02). */
export function DroitCommunGrid({ partId, title, route, today, chosen }: DroitCommunGridProps): Html {
  const choosing = chosen !== undefined && route.lines.some(({ tryId }) => tryId === null)
  return (
    <Table
      id={`grille-${partId}`}
      caption={`Droit commun essayé pour\u00A0: ${title}`}
      captionHidden
      cards
      rows={route.lines}
      rowState={(line) => (tryState(line, today) === 'silent' ? 'late' : undefined)}
      columns={choosing ? [choiceColumn(chosen), ...columnsOf(today)] : columnsOf(today)}
      empty={
        <Empty title="Aucune ligne ne convient">
          Le catalogue n’a pas de ligne pour le thème et le territoire de cette action. Les partenaires peuvent en inscrire.
        </Empty>
      }
    />
  )
}

function choiceColumn(chosen: readonly string[]): Column<TriedRow> {
  return {
    key: 'choice',
    head: 'Solliciter',
    cell: ({ tryId, lineId, lineName, ownerName }) =>
      tryId === null ? (
        <input
          type="checkbox"
          name="line"
          value={lineId}
          checked={chosen.includes(lineId)}
          aria-label={`Solliciter\u00A0: ${lineName}, ${ownerName}`}
        />
      ) : null,
  }
}

function columnsOf(today: Day): Column<TriedRow>[] {
  return [
    {
      key: 'line',
      head: 'Ligne',
      rowHead: true,
      cell: ({ lineName, ownerName, lineKind }) => ({ text: lineName, sub: `${ownerName} · ${LINE_KIND_NAMES[lineKind].toLowerCase()}` }),
    },
    {
      key: 'state',
      head: 'Réponse',
      cell: (line) => {
        const state = tryState(line, today)
        return { badge: TRY_STATE_NAMES[state], ...TRY_STATE_LOOKS[state] }
      },
    },
    { key: 'brings', head: 'Apport', cell: (line) => broughtWords(line) || null },
    { key: 'reason', head: 'Motif', wide: true, cell: ({ reason }) => reason || null },
    { key: 'days', head: 'Dates', wide: true, cell: (line) => datesWords(line) },
  ]
}

function datesWords({ askedOn, dueOn, answeredOn }: TriedRow): string | null {
  if (askedOn === null || dueOn === null) return null
  const asked = `demandé le ${formatDayNumeric(askedOn)}, pour le ${formatDayNumeric(dueOn)}`
  return answeredOn === null ? asked : `${asked}, répondu le ${formatDayNumeric(answeredOn)}`
}
