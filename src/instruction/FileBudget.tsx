import { budgetTotals } from '#calls/budget-balance.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { cents, formatAmount, formatEuros, sumCents } from '#platform/money.ts'
import { type BudgetBlock, type BudgetRow, budgetRows } from './budget-rows.ts'
import { anchor, type FilePartProps, titled } from './FilePart.tsx'

const CAPTIONS = {
  charges: 'Charges',
  products: 'Produits',
  'in-kind': 'Contributions volontaires',
} satisfies Record<BudgetBlock, string>

export function FileBudget(props: FilePartProps): Html {
  const { part } = props.part
  const totals = budgetTotals({ lines: part.lines, asked: part.requests.map(({ asked }) => asked) })
  const gap = totals.charges - totals.products
  return (
    <Section
      title={titled('Budget', props)}
      id={anchor('budget', props.part)}
      action={<BalanceBadge gap={gap} total={formatEuros(totals.charges)} />}
    >
      {totals.charges === 0 && totals.products === 0 ? (
        <Empty title="Aucun budget">Cette demande est arrivée sans budget détaillé.</Empty>
      ) : (
        <>
          <div class="cols">
            <Block {...props} block="charges" />
            <div class="stack">
              <Block {...props} block="products" />
              <Block {...props} block="in-kind" />
            </div>
          </div>
          <p class="hint">En euros. Codes du formulaire CERFA 12156 et de Dauphin. Les totaux sont calculés.</p>
        </>
      )}
    </Section>
  )
}

function BalanceBadge({ gap, total }: { gap: number; total: string }): Html {
  if (gap === 0) return <Badge word={`Équilibré\u00A0: ${total}`} state="success" icon="equal" />
  const words = gap > 0 ? `Il manque ${formatEuros(cents(gap))} de produits` : `${formatEuros(cents(-gap))} de produits en trop`
  return <Badge word={words} state="error" />
}

function Block({ view, part: partView, block }: FilePartProps & { block: BudgetBlock }): Html | null {
  const { part, previous } = partView
  const rows = budgetRows(block, part, previous)
  if (rows.length === 0) return null
  const sum = (value: (row: BudgetRow) => BudgetRow['before']): string =>
    formatAmount(sumCents(rows.filter(({ heading }) => heading).map((row) => value(row) ?? cents(0))))
  const before: Column<BudgetRow>[] = previous
    ? [
        {
          key: 'before',
          head: `Prévu ${previous.year}`,
          numeric: true,
          cell: (row) => amountCell(row.before, row),
          total: sum((row) => row.before),
        },
      ]
    : []
  return (
    <Table
      id={`budget-${block}-${part.position}`}
      caption={titled(CAPTIONS[block], { view, part: partView })}
      {...(block === 'in-kind' ? { note: 'Hors équilibre et hors part publique' } : {})}
      rows={rows}
      dense
      totalLabel={block === 'in-kind' ? undefined : 'Total'}
      columns={[
        { key: 'label', head: 'Compte', rowHead: true, cell: labelCell },
        ...before,
        {
          key: 'planned',
          head: previous ? `Prévu ${part.year}` : 'Prévu',
          numeric: true,
          cell: (row) => amountCell(row.planned, row),
          total: block === 'in-kind' ? undefined : sum((row) => row.planned),
        },
      ]}
    />
  )
}

function labelCell({ code, label, heading }: BudgetRow): Html {
  const words = (
    <>
      {code === '' ? null : <span class="code">{`${code} `}</span>}
      {label}
    </>
  )
  return heading ? words : <span class="opt">{words}</span>
}

function amountCell(amount: BudgetRow['before'], { heading }: BudgetRow): { text: string; strong: boolean } {
  return { text: formatAmount(amount ?? cents(0)), strong: heading }
}
