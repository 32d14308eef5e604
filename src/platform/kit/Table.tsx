import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { AmountStep } from './Amount.tsx'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'
import type { Cell } from './table-cells.ts'
import { writeRows, writeTotals } from './table-rows.ts'

export type { Cell } from './table-cells.ts'

export interface Column<Row> {
  key: string
  head: string
  cell: (row: Row, index: number) => Cell
  rowHead?: boolean
  numeric?: boolean
  strong?: boolean
  /** The mark of the amount, once in the heading. */
  step?: AmountStep
  sortable?: boolean
  total?: Cell
  /** An edge before it: the first of a group of columns. */
  first?: boolean
  /** Words on a card; the heading by default. */
  label?: string
  headHidden?: boolean
  /** The whole width of a card. */
  wide?: boolean
}

export type SortDirection = 'ascending' | 'descending'

export interface TableSort {
  key: string
  direction: SortDirection
  href: (key: string, direction: SortDirection) => string
}

export type RowState = 'asked' | 'late' | 'new' | 'selected' | 'off'

export interface TableProps<Row> {
  id: string
  caption: string
  note?: Child
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  group?: (row: Row) => string | undefined
  rowState?: (row: Row) => RowState | undefined
  rowId?: (row: Row) => string | undefined
  cards?: boolean
  dense?: boolean
  totalLabel?: string
  sort?: TableSort
  empty?: Child
  below?: Child
}

/** Numbers begin by the largest, words by the first letter; a second choice turns the order round. */
function nextDirection<Row>(column: Column<Row>, sort: TableSort): SortDirection {
  if (sort.key === column.key) return sort.direction === 'ascending' ? 'descending' : 'ascending'
  return column.numeric ? 'descending' : 'ascending'
}

function headClass<Row>(column: Column<Row>): string | undefined {
  const words = [column.numeric ? 'num' : '', column.first ? 'first' : ''].filter((word) => word !== '')
  return words.length > 0 ? words.join(' ') : undefined
}

function Head<Row>({ column, sort }: { column: Column<Row>; sort?: TableSort }): Html {
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const words = column.headHidden ? <span class="vh">{column.head}</span> : column.head
  return (
    <th scope="col" class={headClass(column)} data-step={column.step} aria-sort={sorted}>
      {sort && column.sortable ? (
        <a href={sort.href(column.key, nextDirection(column, sort))}>
          {words}
          {sorted ? <Icon name={sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} /> : null}
        </a>
      ) : (
        words
      )}
    </th>
  )
}

function tableClass<Row>({ cards, dense }: TableProps<Row>): string {
  return ['table', cards ? 'cards' : '', dense ? 'dense' : ''].filter((word) => word !== '').join(' ')
}

/** The one table: caption, sort in the address, header that stays, totals, cards on a narrow screen. */
export function Table<Row>(props: TableProps<Row>): Html {
  const { id, caption, note, columns, rows, sort, below } = props
  if (rows.length === 0 && props.empty) return <div class="table-box">{props.empty}</div>
  return (
    <div class="table-box">
      <section class="scroller" tabindex={0} aria-labelledby={`${id}-titre`}>
        <table class={tableClass(props)} id={id}>
          <caption id={`${id}-titre`} class={props.captionHidden ? 'vh' : undefined}>
            {caption}
            {note ? <small>{note}</small> : null}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          {raw(writeRows(props))}
          {raw(writeTotals(props))}
        </table>
      </section>
      {below ? <div class="row">{below}</div> : null}
    </div>
  )
}
