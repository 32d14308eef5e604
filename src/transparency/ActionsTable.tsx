import type { Html } from '#platform/kit/html.ts'
import { PILLARS } from '#platform/kit/Pillar.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { type Cents, formatAmount, formatEuros, sumCents } from '#platform/money.ts'
import { publicPaths } from './paths.ts'
import type { PublicAction } from './store.ts'

export function decidedOf(action: PublicAction): Cents {
  return sumCents(action.awards.map(({ decidedCents }) => decidedCents))
}

export function paidOf(action: PublicAction): Cents {
  return sumCents(action.awards.map(({ paidCents }) => paidCents))
}

/** « 30 personnes, dont 20 femmes »: who the action is for, as planned. */
export function publicWords({ women, men }: Pick<PublicAction, 'women' | 'men'>): string {
  const all = women + men
  if (all === 0) return ''
  const people = `${new Intl.NumberFormat('fr-FR').format(all)}\u00A0${all > 1 ? 'personnes' : 'personne'}`
  return women === 0 ? people : `${people}, dont ${women}\u00A0${women > 1 ? 'femmes' : 'femme'}`
}

export interface ActionsTableProps {
  id: string
  caption: string
  actions: readonly PublicAction[]
}

const NOTE = 'En euros. Décidé\u00A0: le financeur a signé sa décision. Payé\u00A0: l’argent est arrivé à l’organisation.'

/** The funded actions, for anybody: who, for whom, with whose money. */
export function ActionsTable({ id, caption, actions }: ActionsTableProps): Html {
  const total = `${actions.length}\u00A0${actions.length > 1 ? 'actions' : 'action'}`
  return (
    <Table id={id} caption={caption} note={NOTE} rows={actions} cards totalLabel={total} columns={[...WHAT, ...amountColumns(actions)]} />
  )
}

const WHAT: readonly Column<PublicAction>[] = [
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
    cell: (one) =>
      one.awards.map(({ funderShortName, decidedCents }) => `${funderShortName}\u00A0${formatAmount(decidedCents)}`).join(', '),
  },
]

function amountColumns(actions: readonly PublicAction[]): Column<PublicAction>[] {
  const column = (key: 'decided' | 'paid', head: string, amountOf: (one: PublicAction) => Cents): Column<PublicAction> => ({
    key,
    head,
    step: key,
    numeric: true,
    strong: key === 'decided',
    cell: (one) => formatAmount(amountOf(one)),
    total: formatEuros(sumCents(actions.map(amountOf))),
  })
  return [column('decided', 'Décidé', decidedOf), column('paid', 'Payé', paidOf)]
}
