import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import type { MarkerYear } from './gender-list-store.ts'
import type { Marker } from './gender-tree.ts'
import { thresholdWords } from './gender-words.ts'

/** Counts and shares by year: no mean and no score (EGA-05, EGA-06). */
export function YearCounts({ years }: { years: readonly MarkerYear[] }): Html | null {
  if (years.length === 0) return null
  return (
    <Section title="Combien d’actions, par année" id="annees">
      <Table
        id="marqueurs-par-annee"
        caption="Nombre d’actions par marqueur et par année"
        captionHidden
        cards
        rows={years}
        columns={COLUMNS}
      />
      <p class="hint">
        {
          'Entre parenthèses, la part des actions évaluées. « Non évaluées » compte celles qui attendent encore des réponses\u00A0: ce ne sont pas des marqueurs 0. Deux années de seuils différents ne se comparent pas.'
        }
      </p>
    </Section>
  )
}

const COLUMNS: Column<MarkerYear>[] = [
  { key: 'year', head: 'Année', rowHead: true, cell: ({ year }) => String(year) },
  { key: 'two', head: 'Marqueur 2, spécifique', numeric: true, cell: (row) => shareWords(row, 2) },
  { key: 'one', head: 'Marqueur 1, transversal', numeric: true, cell: (row) => shareWords(row, 1) },
  { key: 'zero', head: 'Marqueur 0', numeric: true, cell: (row) => shareWords(row, 0) },
  { key: 'none', head: 'Non évaluées', numeric: true, cell: ({ counts }) => String(counts.get(null) ?? 0) },
  { key: 'threshold', head: 'Seuil', cell: ({ thresholds }) => thresholds.map(thresholdWords).join(' et ') || null },
  { key: 'all', head: 'Actions', numeric: true, cell: ({ actions }) => String(actions) },
]

/** « 42 (35 %) », of those assessed; the count alone when none is. */
function shareWords({ counts, actions }: MarkerYear, marker: Marker): string {
  const count = counts.get(marker) ?? 0
  const assessed = actions - (counts.get(null) ?? 0)
  return assessed === 0 ? String(count) : `${count} (${Math.round((count / assessed) * 100)}\u00A0%)`
}
