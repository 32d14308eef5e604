import type { Axis, Stage } from './analysis-axes.ts'
import { type AxisNames, CROWDS, FACT_AMOUNTS, type Facts } from './analysis-columns.ts'

/** What a cell, a line or the whole says. Counts are of different things, each once; amounts are cents. */
export interface Figures {
  actions: number
  /** Of these actions, those that existed in a former year. */
  renewed: number
  organisations: number
  women: number
  men: number
  reachedWomen: number
  reachedMen: number
  asked: number
  retained: number
  decided: number
  obligated: number
  paid: number
  multiYear: number
}

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
  const groupsA = grouped(rows, (row) => a[row] ?? 0)
  const groupsB = grouped(rows, (row) => b[row] ?? 0)
  const width = wordsB.length
  const groups = grouped(rows, (row) => (a[row] ?? 0) * width + (b[row] ?? 0))
  const tally = (by: Groups) => figuresOf(facts, rows, { by, stage: query.stage })
  const cells = tally(groups).map((figures, rank): Cell => {
    const key = groups.keys[rank] ?? 0
    return { a: wordsA[Math.floor(key / width)] ?? null, b: wordsB[key % width] ?? null, ...figures }
  })
  const lines = (by: Groups, words: readonly (string | null)[]) =>
    tally(by).map((figures, rank): Line => ({ key: words[by.keys[rank] ?? 0] ?? null, ...figures }))
  const [total = NOTHING] = tally({ keys: [0], of: new Int32Array(rows.length) })
  return { cells, byA: lines(groupsA, wordsA), byB: lines(groupsB, wordsB), total }
}

export const NOTHING: Figures = {
  actions: 0,
  renewed: 0,
  organisations: 0,
  women: 0,
  men: 0,
  reachedWomen: 0,
  reachedMen: 0,
  asked: 0,
  retained: 0,
  decided: 0,
  obligated: 0,
  paid: 0,
  multiYear: 0,
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

interface Groups {
  /** One a group, in the order in which they were met. */
  keys: number[]
  /** The group of each row. */
  of: Int32Array
}

function grouped(rows: Int32Array, keyOf: (row: number) => number): Groups {
  const ranks = new Map<number, number>()
  const keys: number[] = []
  const of = new Int32Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) {
    const key = keyOf(rows[index] ?? 0)
    let rank = ranks.get(key)
    if (rank === undefined) {
      rank = keys.length
      ranks.set(key, rank)
      keys.push(key)
    }
    of[index] = rank
  }
  return { keys, of }
}

/** The figures of each group. An organisation, an action or a place is new in a group when the last one seen there is another. */
function figuresOf(facts: Facts, rows: Int32Array, { by, stage }: { by: Groups; stage: Stage }): Figures[] {
  const counts = countsOf(facts, rows, { by, stage })
  const sums = FACT_AMOUNTS.map((name) => sumsOf(facts.cents[name], rows, by))
  return by.keys.map((_, group) => {
    const [asked = 0, retained = 0, decided = 0, obligated = 0, paid = 0, multiYear = 0] = sums.map((sum) => sum[group] ?? 0)
    const [actions = 0, renewed = 0, organisations = 0, women = 0, men = 0, reachedWomen = 0, reachedMen = 0] = counts.map(
      (count) => count[group] ?? 0,
    )
    return {
      ...{ actions, renewed, organisations, women, men, reachedWomen, reachedMen },
      ...{ asked, retained, decided, obligated, paid, multiYear },
    }
  })
}

function sumsOf(column: Float64Array, rows: Int32Array, { keys, of }: Groups): Float64Array {
  const sums = new Float64Array(keys.length)
  for (let index = 0; index < rows.length; index += 1) {
    const group = of[index] ?? 0
    sums[group] = (sums[group] ?? 0) + (column[rows[index] ?? 0] ?? 0)
  }
  return sums
}

/** actions, renewed, organisations, then the four crowds. Only rows that have reached the stage are counted. */
function countsOf({ ints, cents }: Facts, rows: Int32Array, { by, stage }: { by: Groups; stage: Stage }): Float64Array[] {
  const amounts = stage === 'filed' ? undefined : cents[stage]
  const counted = amounts ? rows.map((row) => ((amounts[row] ?? 0) > 0 ? row : -1)) : rows
  const always = () => 1
  return [
    countNew(ints.action, counted, { by, weight: always }),
    countNew(ints.action, counted, { by, weight: always, only: ints.renewed }),
    countNew(ints.organisation, counted, { by, weight: always }),
    ...CROWDS.map((name) => countNew(ints.place, counted, { by, weight: (row) => ints[name][row] ?? 0 })),
  ]
}

function countNew(
  ids: Int32Array,
  rows: Int32Array,
  { by, weight, only }: { by: Groups; weight: (row: number) => number; only?: Int32Array },
): Float64Array {
  const last = new Int32Array(by.keys.length).fill(-1)
  const sums = new Float64Array(by.keys.length)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? -1
    if (row < 0 || only?.[row] === 0) continue
    const [group, id] = [by.of[index] ?? 0, ids[row] ?? 0]
    if (last[group] === id) continue
    last[group] = id
    sums[group] = (sums[group] ?? 0) + weight(row)
  }
  return sums
}
