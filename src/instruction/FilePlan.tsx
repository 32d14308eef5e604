import { budgetTotals } from '#calls/budget-balance.ts'
import type { Day } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { ShareBar } from '#platform/kit/ShareBar.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { type Cents, formatAmount, sumCents } from '#platform/money.ts'
import { anchor, type FilePartProps, titled } from './FilePart.tsx'
import { financingPlan, type PlanRow } from './financing-plan.ts'
import { OPINION_NAMES } from './opinion-kinds.ts'
import { isAwaited, opinionState, opinionStateWords } from './opinion-state.ts'
import type { OpinionRow } from './opinion-store.ts'

export function FilePlan({ view: file, part: view, today }: FilePartProps): Html {
  const { part, opinions } = view
  const { charges } = budgetTotals({ lines: part.lines, asked: part.requests.map(({ asked }) => asked) })
  const rows = financingPlan({ cost: charges, requests: part.requests, lines: part.lines, opinions })
  return (
    <Section title={titled('Plan de financement', { view: file, part: view })} id={anchor('plan', view)}>
      <Table
        id={`financeurs-${part.position}`}
        caption={titled('Plan de financement par financeur', { view: file, part: view })}
        captionHidden
        rows={rows}
        cards
        rowState={(row) => (view.mine && isAwaited(view.mine) && row.key === view.mine.organisationId ? 'asked' : undefined)}
        totalLabel="Total"
        empty={<Empty title="Rien n’est demandé">Aucun financeur n’est sollicité sur cette action.</Empty>}
        columns={columnsOf(rows, { opinions, today })}
      />
      <p class="hint">
        {
          'En euros. «\u00A0Demandé\u00A0» est ce que le porteur demande, «\u00A0Proposé\u00A0» ce que chaque financeur écrit dans son avis. La part du coût est celle du montant demandé.'
        }
      </p>
    </Section>
  )
}

function columnsOf(rows: readonly PlanRow[], { opinions, today }: { opinions: readonly OpinionRow[]; today: Day }): Column<PlanRow>[] {
  const total = (amounts: (Cents | undefined)[]): string | null => {
    const known = amounts.filter((value) => value !== undefined)
    return known.length === 0 ? null : formatAmount(sumCents(known))
  }
  return [
    { key: 'name', head: 'Financeur ou recette', rowHead: true, cell: ({ name }) => name },
    {
      key: 'asked',
      head: 'Demandé',
      step: 'asked',
      numeric: true,
      cell: ({ asked }) => amount(asked),
      total: total(rows.map(({ asked }) => asked)),
    },
    {
      key: 'proposed',
      head: 'Proposé',
      step: 'proposed',
      numeric: true,
      strong: true,
      cell: (row) => proposedCell(row, opinions),
      total: total(rows.map(({ proposed }) => proposed)),
    },
    {
      key: 'planned',
      head: 'Autre recette',
      numeric: true,
      cell: ({ planned }) => amount(planned),
      total: total(rows.map(({ planned }) => planned)),
    },
    { key: 'share', head: 'Part du coût', numeric: true, cell: ({ share }) => shareCell(share) },
    { key: 'state', head: 'Où il en est', cell: (row) => stateWords(row, opinions, today) },
  ]
}

function amount(value: Cents | undefined): string | null {
  return value === undefined ? null : formatAmount(value)
}

function proposedCell({ key, asked, proposed }: PlanRow, opinions: readonly OpinionRow[]): Cell {
  if (proposed !== undefined) return formatAmount(proposed)
  if (asked === undefined) return null
  const opinion = opinions.find(({ organisationId }) => organisationId === key)
  return opinion && !isAwaited(opinion) ? null : { text: 'à venir', soft: true }
}

function shareCell(share: number | undefined): Cell {
  if (share === undefined) return null
  return (
    <>
      {`${Math.round(share * 100)}\u00A0%`}
      <ShareBar share={share} />
    </>
  )
}

function stateWords({ key, planned }: PlanRow, opinions: readonly OpinionRow[], today: Day): string {
  if (planned !== undefined) return 'inscrit au budget'
  const opinion = opinions.find(({ organisationId }) => organisationId === key)
  if (!opinion) return 'avis non demandé'
  if (opinion.kind !== null) return `avis ${OPINION_NAMES[opinion.kind].toLowerCase()}`
  return `avis ${opinionStateWords(opinionState({ ...opinion, given: false }, today)).toLowerCase()}`
}
