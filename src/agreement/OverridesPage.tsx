import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import { agreementPaths } from './paths.ts'
import type { Override } from './payment-store.ts'

export function OverridesPage({ frame, overrides }: { frame: Frame; overrides: readonly Override[] }): Html {
  return (
    <AgentPage
      frame={frame}
      title="Paiements malgré un bilan manquant"
      crumbs={[{ label: 'Paiements', href: agreementPaths.payments }, { label: 'Dérogations' }]}
      lead="Un bilan final attendu et manquant suspend les paiements du financeur qui le demande. Chaque exception a son motif, et reste ici."
    >
      <Table
        id="derogations"
        caption="Dérogations"
        captionHidden
        note="En euros, la plus récente d’abord."
        cards
        rows={overrides}
        empty={
          <>
            <h2 class="vh">Dérogations</h2>
            <Empty title="Aucune dérogation">Aucun paiement n’a été fait malgré un bilan manquant.</Empty>
          </>
        }
        columns={[
          {
            key: 'title',
            head: 'Action',
            rowHead: true,
            cell: (one) => ({ text: one.title, href: agreementPaths.payment(one.awardId), sub: one.organisationName }),
          },
          { key: 'funder', head: 'Financeur', cell: ({ funderName }) => funderName },
          { key: 'amount', head: 'Payé', step: 'paid', numeric: true, cell: ({ amount }) => formatAmount(amount) },
          { key: 'on', head: 'Le', cell: ({ paidOn }) => formatDayShort(paidOn) },
          { key: 'reason', head: 'Motif', wide: true, cell: ({ reason }) => reason },
          { key: 'by', head: 'Enregistré par', cell: ({ recordedBy }) => recordedBy },
        ]}
      />
    </AgentPage>
  )
}
