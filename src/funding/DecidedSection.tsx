import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { type Cents, formatAmount, sumCents } from '#platform/money.ts'
import type { DecidedLine } from './decided-lines.ts'

export interface DecidedAction {
  partId: string
  year: number
  lines: readonly DecidedLine[]
}

export const DECIDED_TITLE = 'Ce qui est retenu et décidé'

/** What became of what was asked, funder by funder: a table an action. */
export function DecidedSection({ actions }: { actions: readonly DecidedAction[] }): Html {
  return (
    <Section title={DECIDED_TITLE} id="decide">
      {actions.map(({ partId, year, lines }, place) =>
        lines.length === 0 ? null : (
          <Table
            id={`decide-${partId}`}
            caption={actions.length > 1 ? `${DECIDED_TITLE}, action ${place + 1}` : `${DECIDED_TITLE}, par financeur`}
            captionHidden={actions.length === 1}
            rows={lines}
            columns={columnsOf(lines, year)}
            totalLabel="Total"
            cards
          />
        ),
      )}
      <p class="hint">
        {
          'En euros. «\u00A0Retenu\u00A0» est fixé en comité, «\u00A0Décidé\u00A0» par l’acte du financeur, moins ce que le porteur a abandonné. 0\u00A0: refusé ou abandonné.'
        }
      </p>
    </Section>
  )
}

function columnsOf(lines: readonly DecidedLine[], year: number): Column<DecidedLine>[] {
  const amounts = (pick: (line: DecidedLine) => Cents | null): { numeric: true; cell: (line: DecidedLine) => Cell; total: Cell } => ({
    numeric: true,
    cell: (line) => written(pick(line)),
    total: totalOf(lines.map(pick)),
  })
  return [
    { key: 'funder', head: 'Financeur', rowHead: true, cell: ({ funderName }) => funderName },
    // A new action has no year before: no empty column.
    ...(lines.some(({ awardedBefore }) => awardedBefore !== null)
      ? [{ key: 'before', head: `Accordé en ${year - 1}`, ...amounts(({ awardedBefore }) => awardedBefore) }]
      : []),
    { key: 'retained', head: 'Retenu', step: 'retained', ...amounts(({ retained }) => retained) },
    { key: 'decided', head: 'Décidé', step: 'decided', strong: true, ...amounts(({ decided }) => decided) },
    { key: 'act', head: 'Acte', cell: ({ acts }) => acts },
    { key: 'obligated', head: 'Engagé', step: 'obligated', ...amounts(({ obligated }) => obligated) },
    { key: 'paid', head: 'Payé', step: 'paid', ...amounts(({ decided, paid }) => (decided === null ? null : paid)) },
  ]
}

function written(value: Cents | null): string | null {
  return value === null ? null : formatAmount(value)
}

/** Nothing known is an empty total, not 0. */
function totalOf(values: readonly (Cents | null)[]): string | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : formatAmount(sumCents(known))
}
