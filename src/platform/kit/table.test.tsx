import { describe, expect, test } from 'vitest'
import { Table, type TableProps } from './Table.tsx'

interface Line {
  name: string
  asked: string
  town?: string
}

const LINES: Line[] = [
  { name: 'Vélo-école', asked: '6 000', town: 'Lens' },
  { name: '<b>Ludothèque</b>', asked: '', town: 'Lens' },
  { name: 'Recyclerie', asked: '0', town: 'Liévin' },
]

function render(props: Partial<TableProps<Line>> = {}): string {
  return String(
    <Table
      id="dossiers"
      caption="Dossiers 2027"
      note="En euros."
      rows={LINES}
      columns={[
        {
          key: 'name',
          head: 'Action',
          rowHead: true,
          sortable: true,
          cell: (line) => ({ text: line.name, href: '/d?a=1&b=2', sub: 'Lens' }),
        },
        { key: 'asked', head: 'Demandé', step: 'asked', numeric: true, sortable: true, cell: (line) => line.asked, total: '6 000' },
        { key: 'state', head: 'État', cell: () => ({ badge: 'Retenu', state: 'success' }) },
      ]}
      {...props}
    />,
  )
}

describe('a table', () => {
  test('is a focusable region named by its caption, which holds the unit', () => {
    const html = render()
    expect(html).toContain('<section class="scroller" tabindex="0" aria-labelledby="dossiers-titre">')
    expect(html).toContain('<caption id="dossiers-titre">Dossiers 2027<small>En euros.</small></caption>')
  })

  test('gives each heading its scope and the mark of its amount', () => {
    expect(render()).toContain('<th scope="col" class="num" data-step="asked">Demandé</th>')
    expect(render()).toContain('<th scope="row"><a href="/d?a=1&amp;b=2">Vélo-école</a><br><span class="sub">Lens</span></th>')
  })

  test('escapes what people wrote', () => {
    expect(render()).toContain('&lt;b&gt;Ludothèque&lt;/b&gt;')
    expect(render()).not.toContain('<b>Ludothèque')
  })

  test('keeps an empty cell, a zero and a state apart', () => {
    const html = render()
    expect(html).toContain('<td class="num"></td>')
    expect(html).toContain('<td class="num">0</td>')
    expect(html).toMatch(/<span class="badge plain" data-state="success"><svg[^>]*><use [^>]*><\/svg>Retenu<\/span>/)
  })

  test('says on each card what each value is', () => {
    expect(render({ cards: true })).toContain('<td class="num" data-label="Demandé">6 000</td>')
  })

  test('opens a group when it changes, not at each row', () => {
    const html = render({ group: (line) => line.town })
    expect(html.match(/scope="rowgroup"/g)).toHaveLength(2)
    expect(html).toContain('<tr class="group"><th scope="rowgroup" colspan="3">Liévin</th></tr>')
  })

  test('shows totals under the columns that have one', () => {
    expect(render({ totalLabel: '3 dossiers' })).toContain(
      '<tfoot><tr class="total"><th scope="row">3 dossiers</th><td class="num">6 000</td><td></td></tr></tfoot>',
    )
  })

  test.each([
    { key: 'asked', direction: 'descending', next: 'asked ascending' },
    { key: 'asked', direction: 'ascending', next: 'asked descending' },
    { key: 'name', direction: 'ascending', next: 'asked descending' },
  ] as const)('sorted by $key $direction, the heading of an amount leads to $next', ({ key, direction, next }) => {
    const html = render({ sort: { key, direction, href: (to, way) => `/${to} ${way}` } })
    expect(html).toContain(`<a href="/${next}">Demandé`)
    expect(html).toContain(`aria-sort="${direction}"`)
  })

  test('without rows gives way to the sentence that says what to do', () => {
    expect(render({ rows: [], empty: <p>Rien à lire.</p> })).toBe('<div class="table-box"><p>Rien à lire.</p></div>')
  })

  test('refuses a cell that would have to wait', () => {
    expect(() => render({ columns: [{ key: 'a', head: 'A', cell: () => Promise.resolve(<b>x</b>) }] })).toThrow('asynchronous')
  })

  test('of 300 rows and 40 columns is written in less than 60 ms, even on a busy machine', () => {
    const rows = Array.from({ length: 300 }, (_, index) => index)
    const columns = Array.from({ length: 40 }, (_, at) => ({
      key: `c${at}`,
      head: `Colonne ${at}`,
      numeric: true,
      cell: (row: number) => (row * at).toString(),
    }))
    const time = (): number => {
      const start = performance.now()
      Buffer.from(String(<Table id="grand" caption="Grand tableau" rows={rows} columns={columns} cards />)) // bytes: a string may still be in pieces
      return performance.now() - start
    }
    const best = Math.min(...Array.from({ length: 8 }, time))
    expect(best).toBeLessThan(60)
    if (process.env['SHOW_TIMES']) console.log(`300 × 40: ${best.toFixed(2)} ms`)
  })
})
