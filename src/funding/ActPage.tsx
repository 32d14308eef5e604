import { instructionPaths } from '#instruction/paths.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount, formatEuros, sumCents } from '#platform/money.ts'
import type { ActLine, FunderActRow } from './act-store.ts'
import { fundingPaths } from './paths.ts'

/** An act, what it decided, and what became of each decision. */
export function ActPage({ frame, act, lines }: { frame: Frame; act: FunderActRow; lines: readonly ActLine[] }): Html {
  return (
    <AgentPage
      frame={frame}
      title={`Acte ${act.number}`}
      crumbs={[{ label: 'Décisions', href: fundingPaths.decisions() }, { label: `Acte ${act.number}` }]}
      meta={[act.funderName, act.authority, `signé le ${formatDayShort(act.signedOn)}`, `enregistré le ${formatDayShort(act.recordedOn)}`]}
    >
      <Table
        id="lignes"
        caption={`${formatEuros(act.decided)} décidés`}
        note="En euros."
        rows={lines}
        columns={columnsOf(lines)}
        totalLabel="Ensemble"
        cards
      />
    </AgentPage>
  )
}

function columnsOf(lines: readonly ActLine[]): Column<ActLine>[] {
  const sum = (pick: (line: ActLine) => ActLine['paid']) => formatAmount(sumCents(lines.map(pick)))
  const money = (key: 'decided' | 'obligated' | 'paid', head: string): Column<ActLine> => ({
    key,
    head,
    numeric: true,
    step: key,
    cell: (line) => formatAmount(line[key]),
    total: sum((line) => line[key]),
  })
  return [
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      cell: ({ title, organisationName, applicationId }) => ({
        text: title,
        sub: organisationName,
        ...(applicationId ? { href: instructionPaths.file(applicationId) } : {}),
      }),
    },
    { key: 'envelope', head: 'Enveloppe', cell: ({ envelopeLabel }) => envelopeLabel },
    money('decided', 'Décidé'),
    {
      key: 'remains',
      head: 'Reste décidé',
      numeric: true,
      cell: ({ remains }) => formatAmount(remains),
      total: sum(({ remains }) => remains),
    },
    money('obligated', 'Engagé'),
    money('paid', 'Payé'),
    { key: 'reason', head: 'Motif', cell: ({ reason }) => reason },
    { key: 'state', head: 'Suite', cell: becomes },
  ]
}

function becomes({ decided, remains, notifiedOn, paid }: ActLine): Cell {
  if (decided === 0)
    return notifiedOn ? { badge: 'Refus notifié', state: 'error', icon: 'circle-x' } : { badge: 'Refus à notifier', state: 'warning' }
  if (remains === 0) return { badge: 'Abandonnée', icon: 'log-out' }
  if (remains < decided) return { badge: 'Réduite', state: 'info' }
  if (paid > 0 && paid >= remains) return { badge: 'Payée', state: 'success' }
  return notifiedOn ? { badge: `Notifiée le ${formatDayShort(notifiedOn)}`, state: 'success' } : { badge: 'À notifier', state: 'warning' }
}
