import type { Html } from '#platform/kit/html.ts'
import { PILLARS } from '#platform/kit/Pillar.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { type cents, formatAmount, formatEuros, sumCents } from '#platform/money.ts'
import { publicPaths } from './paths.ts'
import type { PublicAction } from './store.ts'

export function decidedOf(action: PublicAction): ReturnType<typeof cents> {
  return sumCents(action.awards.map(({ decidedCents }) => decidedCents))
}

export function paidOf(action: PublicAction): ReturnType<typeof cents> {
  return sumCents(action.awards.map(({ paidCents }) => paidCents))
}

/** « 30 personnes, dont 20 femmes »: who the action is for, as planned. */
export function publicWords({ women, men }: Pick<PublicAction, 'women' | 'men'>): string {
  const all = women + men
  if (all === 0) return ''
  const people = `${new Intl.NumberFormat('fr-FR').format(all)}\u00A0${all > 1 ? 'personnes' : 'personne'}`
  return women === 0 ? people : `${people}, dont ${women}\u00A0${women > 1 ? 'femmes' : 'femme'}`
}

/** The funded actions, for anybody: who, for whom, with whose money. */
export function ActionsTable({
  id,
  caption,
  actions,
  note,
}: {
  id: string
  caption: string
  actions: readonly PublicAction[]
  note?: string
}): Html {
  return (
    <Table
      id={id}
      caption={caption}
      note={note ?? 'En euros. Décidé\u00A0: le financeur a signé sa décision. Payé\u00A0: l’argent est arrivé à l’organisation.'}
      rows={actions}
      cards
      totalLabel={`${actions.length}\u00A0${actions.length > 1 ? 'actions' : 'action'}`}
      columns={[
        {
          key: 'title',
          head: 'Action',
          rowHead: true,
          cell: (one) => ({ text: one.title, href: publicPaths.action(one.id), sub: one.organisation.name }),
        },
        {
          key: 'pillar',
          head: 'Pilier',
          cell: (one) => (one.pillar ? { text: PILLARS[one.pillar].word, icon: PILLARS[one.pillar].icon } : null),
        },
        { key: 'public', head: 'Pour qui', cell: publicWords },
        { key: 'place', head: 'Où', cell: (one) => one.qpv.map(({ name }) => name).join(', ') },
        {
          key: 'funders',
          head: 'Financeurs',
          cell: (one) => one.awards.map(({ funder, decidedCents }) => `${funder} ${formatAmount(decidedCents)}`).join(', '),
        },
        {
          key: 'decided',
          head: 'Décidé',
          step: 'decided',
          numeric: true,
          strong: true,
          cell: (one) => formatAmount(decidedOf(one)),
          total: formatEuros(sumCents(actions.map(decidedOf))),
        },
        {
          key: 'paid',
          head: 'Payé',
          step: 'paid',
          numeric: true,
          cell: (one) => formatAmount(paidOf(one)),
          total: formatEuros(sumCents(actions.map(paidOf))),
        },
      ]}
    />
  )
}
