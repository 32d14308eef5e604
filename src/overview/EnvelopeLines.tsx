import type { EnvelopeUse } from '#funding/envelope-use-store.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { type Cents, formatAmount, sumCents } from '#platform/money.ts'

const STEPS = ['amount', 'retained', 'decided', 'obligated', 'paid'] as const

const HEADS = {
  amount: 'Notifié',
  retained: 'Retenu',
  decided: 'Décidé',
  obligated: 'Engagé',
  paid: 'Payé',
} satisfies Record<(typeof STEPS)[number], string>

/** Each line of envelope from what was notified to what is paid. Retained is what a committee retained and no act has decided yet. */
export function EnvelopeLines({ envelopes, year }: { envelopes: readonly EnvelopeUse[]; year: number }): Html {
  const total = (step: (typeof STEPS)[number]): Cents => sumCents(envelopes.map((envelope) => envelope[step]))
  return (
    <Section title={`Enveloppes ${year}, ligne par ligne`} id="enveloppes">
      <Table
        id="table-enveloppes"
        caption={`Enveloppes ${year}`}
        captionHidden
        note="En euros. « Retenu » : par un comité, sans acte encore."
        cards
        rows={envelopes}
        totalLabel="Ensemble"
        empty={<Empty title={`Aucune enveloppe n’est ouverte pour ${year}`}>Sans enveloppe, aucun montant ne peut être décidé.</Empty>}
        columns={[
          { key: 'label', head: 'Ligne', rowHead: true, cell: ({ label, code }) => ({ text: label, sub: code }) },
          ...STEPS.map((step) => ({
            key: step,
            head: HEADS[step],
            numeric: true,
            cell: (row: EnvelopeUse) => formatAmount(row[step]),
            total: formatAmount(total(step)),
          })),
        ]}
      />
    </Section>
  )
}
