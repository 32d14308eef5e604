import { formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import { receivedOf } from './correction-rule.ts'

const KINDS = { withdrawal: 'Engagement retiré', reversal: 'Paiement annulé' } as const

/** What was undone and what is asked back; nothing when there is neither. */
export function CorrectionTables({ award }: { award: AwardState }): Html {
  return (
    <>
      {award.corrections.length > 0 ? <MadeCorrections award={award} /> : null}
      {award.recoveries.length > 0 ? <AskedRecoveries award={award} /> : null}
    </>
  )
}

function MadeCorrections({ award }: { award: AwardState }): Html {
  return (
    <Section title="Corrections" id="corrections">
      <Table
        id="liste-corrections"
        caption="Corrections"
        captionHidden
        note="En euros."
        cards
        rows={award.corrections}
        columns={[
          { key: 'kind', head: 'Écriture', rowHead: true, cell: ({ kind, number }) => ({ text: KINDS[kind], sub: number }) },
          { key: 'on', head: 'Date', cell: ({ on }) => formatDayShort(on) },
          { key: 'amount', head: 'Montant', numeric: true, cell: ({ amount }) => `−${formatAmount(amount)}` },
          { key: 'reason', head: 'Motif', wide: true, cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  )
}

function AskedRecoveries({ award }: { award: AwardState }): Html {
  return (
    <Section title="Reversements" id="reversements">
      <Table
        id="liste-reversements"
        caption="Reversements"
        captionHidden
        note="En euros."
        cards
        rows={award.recoveries}
        columns={[
          { key: 'number', head: 'Titre', rowHead: true, cell: ({ number }) => number },
          { key: 'on', head: 'Réclamé le', cell: ({ on }) => formatDayShort(on) },
          { key: 'amount', head: 'Réclamé', numeric: true, cell: ({ amount }) => formatAmount(amount) },
          { key: 'received', head: 'Reçu', numeric: true, cell: (one) => formatAmount(receivedOf(one)) },
          { key: 'reason', head: 'Motif', wide: true, cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  )
}
