import { escapeText } from './escape.ts'
import type { Column, TableProps } from './Table.tsx'
import { writeCell } from './table-cells.ts'

/** The opening tag of a column's cells, made once for all rows. */
function openTag<Row>(column: Column<Row>, cards: boolean): string {
  const words: string[] = []
  if (column.numeric) words.push('num')
  if (column.strong) words.push('key')
  if (column.first) words.push('first')
  if (column.wide) words.push('wide-cell')
  const classes = words.length > 0 ? ` class="${words.join(' ')}"` : ''
  if (column.rowHead) return `<th scope="row"${classes}>`
  const label = cards ? ` data-label="${escapeText(column.label ?? column.head)}"` : ''
  return `<td${classes}${label}>`
}

function rowTag<Row>({ rowState, rowId }: TableProps<Row>, row: Row): string {
  const state = rowState?.(row)
  const id = rowId?.(row)
  return `<tr${id ? ` id="${escapeText(id)}"` : ''}${state ? ` data-row="${state}"` : ''}>`
}

/**
 * All rows as one string. A table of 300 rows and 40 columns has 12,000 cells: building an element for each would cost
 * ten times more than writing them.
 */
export function writeRows<Row>(props: TableProps<Row>): string {
  const columns = props.columns.map((column) => ({
    cell: column.cell,
    open: openTag(column, props.cards ?? false),
    close: column.rowHead ? '</th>' : '</td>',
  }))
  let html = '<tbody>'
  let open: string | undefined
  props.rows.forEach((row, index) => {
    const group = props.group?.(row)
    if (group !== undefined && group !== open) {
      html += `${index > 0 ? '</tbody><tbody>' : ''}<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${escapeText(group)}</th></tr>`
      open = group
    }
    html += rowTag(props, row)
    for (const { cell, open: tag, close } of columns) html += tag + writeCell(cell(row, index)) + close
    html += '</tr>'
  })
  return `${html}</tbody>`
}

/** The totals, under the columns that have one. */
export function writeTotals<Row>({ columns, totalLabel, cards }: TableProps<Row>): string {
  if (totalLabel === undefined) return ''
  const heads = columns.findIndex((column) => column.rowHead)
  const at = heads === -1 ? 0 : heads
  const cells = columns.map((column, index) => {
    if (index === at) return `<th scope="row">${escapeText(totalLabel)}</th>`
    const labelled = (cards ?? false) && column.total !== undefined
    return `${openTag({ ...column, rowHead: false }, labelled)}${writeCell(column.total)}</td>`
  })
  return `<tfoot><tr class="total">${cells.join('')}</tr></tfoot>`
}
