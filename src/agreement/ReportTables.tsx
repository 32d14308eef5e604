import { groupOfAccount } from '#calls/budget-accounts.ts'
import { AGE_BAND_NAMES, AGE_BANDS, type AgeBand } from '#calls/form-fields.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { type Cents, formatAmount, sumCents } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import type { PublicLine } from './report-form.ts'
import { claimableAmount, earnedAmount, type Gap } from './report-gaps.ts'

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 })

export function accountLabel(code: string): string {
  const label = groupOfAccount(code)?.accounts.find((account) => account.code === code)?.label ?? code
  return /^\d{3}$/.test(code) ? `${code}\u00A0· ${label}` : label
}

const SIDES = { charges: 'Charges', products: 'Produits' } as const

/** Planned against actual, by line of the latest budget; the gaps to explain are marked. */
export function GapTable({ gaps }: { gaps: readonly Gap[] }): Html {
  const rows = gaps.filter(({ planned, spent }) => planned > 0 || spent > 0)
  const sorted = [...rows].sort((a, b) => sideOf(a).localeCompare(sideOf(b), 'fr') || a.account.localeCompare(b.account))
  return (
    <Table
      id="ecarts"
      caption="Prévu et réalisé"
      note="En euros. À expliquer : écart d’au moins 10 % et 500 €."
      rows={sorted}
      cards
      group={sideOf}
      rowState={({ flagged }) => (flagged ? 'asked' : undefined)}
      columns={GAP_COLUMNS}
      empty={<Empty title="Aucune ligne">Le budget n’a pas de ligne et rien n’est encore écrit.</Empty>}
    />
  )
}

function sideOf({ account }: Gap): string {
  const group = groupOfAccount(account)
  return group ? `${SIDES[group.side]}${group.inKind ? ' en nature' : ''}` : ''
}

const GAP_COLUMNS: Column<Gap>[] = [
  { key: 'account', head: 'Ligne', rowHead: true, cell: ({ account }) => accountLabel(account) },
  { key: 'planned', head: 'Prévu', numeric: true, cell: ({ planned }) => formatAmount(planned) },
  { key: 'spent', head: 'Réalisé', step: 'spent', numeric: true, strong: true, cell: ({ spent }) => formatAmount(spent) },
  {
    key: 'share',
    head: 'Réalisé sur prévu',
    numeric: true,
    cell: ({ share }) => (share === undefined ? 'non prévu' : percent.format(share)),
  },
  { key: 'flag', head: 'Écart', cell: ({ flagged }) => (flagged ? { badge: 'À expliquer', state: 'warning' } : null) },
]

export function PublicTable({ planned, reached }: { planned: readonly PublicLine[]; reached: readonly PublicLine[] }): Html {
  const of = (lines: readonly PublicLine[], band: AgeBand): PublicLine =>
    lines.find(({ ageBand }) => ageBand === band) ?? { ageBand: band, women: 0, men: 0 }
  const rows = AGE_BANDS.map((band) => ({ band, planned: of(planned, band), reached: of(reached, band) }))
  type Row = (typeof rows)[number]
  const total = (pick: (row: Row) => number): number => rows.reduce((sum, row) => sum + pick(row), 0)
  const column = (key: string, head: string, pick: (row: Row) => number): Column<Row> => ({
    key,
    head,
    numeric: true,
    cell: pick,
    total: total(pick),
    first: key.endsWith('women'),
  })
  return (
    <Table
      id="public"
      caption="Public prévu et touché"
      note="En nombre de personnes, par âge et par sexe."
      rows={rows}
      cards
      totalLabel="Ensemble"
      columns={[
        { key: 'band', head: 'Âge', rowHead: true, cell: ({ band }) => AGE_BAND_NAMES[band] },
        column('planned-women', 'Femmes, prévu', (row) => row.planned.women),
        column('planned-men', 'Hommes, prévu', (row) => row.planned.men),
        column('reached-women', 'Femmes, touchées', (row) => row.reached.women),
        column('reached-men', 'Hommes, touchés', (row) => row.reached.men),
      ]}
    />
  )
}

/** What each award is worth after the account, and what its funder may ask back. Nothing is claimed here. */
export function ClaimTable({ awards, charges }: { awards: readonly AwardState[]; charges: { planned: Cents; spent: Cents } }): Html {
  const claim = (award: AwardState): Cents => claimableAmount({ ...charges, decided: award.decided, paid: award.paid })
  return (
    <Table
      id="reversements"
      caption="Dépensé et payé, par financeur"
      note="En euros. Au prorata des charges réalisées sur les charges prévues, jamais plus que le décidé."
      rows={awards}
      cards
      totalLabel="Ensemble"
      columns={[
        { key: 'funder', head: 'Financeur', rowHead: true, cell: (award) => ({ text: award.funderShortName, sub: award.envelopeLabel }) },
        { key: 'decided', head: 'Décidé', step: 'decided', numeric: true, cell: ({ decided }) => formatAmount(decided) },
        { key: 'paid', head: 'Payé', step: 'paid', numeric: true, cell: ({ paid }) => formatAmount(paid) },
        { key: 'earned', head: 'Dû au prorata', numeric: true, cell: ({ decided }) => formatAmount(earnedAmount({ ...charges, decided })) },
        {
          key: 'claim',
          head: 'Peut être réclamé',
          numeric: true,
          strong: true,
          cell: (award) => formatAmount(claim(award)),
          total: formatAmount(sumCents(awards.map(claim))),
        },
      ]}
    />
  )
}
