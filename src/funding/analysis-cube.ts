import type { Axis, Stage } from './analysis-axes.ts'
import type { AxisNames, Facts } from './analysis-columns.ts'
import { countedRows, type Figures, figuresOf, type Groups, grouped, NOTHING } from './analysis-tally.ts'

export interface Cell extends Figures {
  a: string | null
  b: string | null
}

export interface Line extends Figures {
  key: string | null
}

export interface Cube {
  cells: Cell[]
  byA: Line[]
  byB: Line[]
  /** Everything once: not the sum of the counts of the lines, since an action may be in several. */
  total: Figures
}

export interface CubeQuery {
  a: Axis
  b: Axis
  /** Years, both ends in; all by default. */
  from?: number
  to?: number
  stage: Stage
  /** Only rows whose axis has this value; null is « none ». */
  keep?: readonly { axis: Axis; value: string | null }[]
  /** Only what may be published: awards notified. */
  notifiedOnly?: boolean
}

/** The programming by any two axes. One pass keeps the rows asked for, four more count: cells, both margins, the whole. */
export function analyse(facts: Facts, names: AxisNames, query: CubeQuery): Cube {
  const rows = keptRows(facts, names, query)
  const [a, b] = [facts.ints[query.a], facts.ints[query.b]]
  const [wordsA, wordsB] = [names[query.a].words, names[query.b].words]
  const width = wordsB.length
  const groupsA = grouped(rows, { a, width: 1, size: wordsA.length })
  const groupsB = grouped(rows, { a: b, width: 1, size: width })
  const groups = grouped(rows, { a, b, width, size: wordsA.length * width })
  const counted = countedRows(facts, rows, query.stage)
  const tally = (by: Groups) => figuresOf(facts, rows, { by, counted })
  const cells = tally(groups).map((figures, rank): Cell => {
    const key = groups.keys[rank] ?? 0
    return { a: wordsA[Math.floor(key / width)] ?? null, b: wordsB[key % width] ?? null, ...figures }
  })
  const lines = (by: Groups, words: readonly (string | null)[]) =>
    tally(by).map((figures, rank): Line => ({ key: words[by.keys[rank] ?? 0] ?? null, ...figures }))
  const [total = NOTHING] = tally({ keys: [0], of: new Int32Array(rows.length) })
  return { cells, byA: lines(groupsA, wordsA), byB: lines(groupsB, wordsB), total }
}

function keptRows({ count, ints }: Facts, names: AxisNames, { from, to, keep = [], notifiedOnly = false }: CubeQuery): Int32Array {
  const years = names.year.words.map((word) => word !== null && Number(word) >= (from ?? 0) && Number(word) <= (to ?? Infinity))
  const wanted = keep.map(({ axis, value }) => ({ column: ints[axis], rank: value === null ? 0 : (names[axis].ranks.get(value) ?? -1) }))
  const rows = new Int32Array(count)
  let length = 0
  for (let row = 0; row < count; row += 1) {
    if (!years[ints.year[row] ?? 0] || (notifiedOnly && ints.notified[row] === 0)) continue
    if (wanted.some(({ column, rank }) => column[row] !== rank)) continue
    rows[length] = row
    length += 1
  }
  return rows.subarray(0, length)
}
