import type { Stage } from './analysis-axes.ts'
import { at, type FactAmount, type Facts } from './analysis-columns.ts'

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

export interface Groups {
  /** One a group, in the order in which they were met. */
  keys: number[]
  /** The group of each row. */
  of: Int32Array
}

/** Beyond this many possible groups a table of all of them costs more than a map of those there are. */
const LARGEST_TABLE = 16_000_000

interface Grouping {
  a: Int32Array
  b?: Int32Array
  width: number
  size: number
}

/** Rows by the value of one column, or of two. Written for a million rows: no function and no object a row. */
export function grouped(rows: Int32Array, { a, b, width, size }: Grouping): Groups {
  const table = size <= LARGEST_TABLE ? new Int32Array(size) : undefined
  const map = new Map<number, number>()
  const keys: number[] = []
  const of = new Int32Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) {
    const row = at(rows, index)
    const key = b ? at(a, row) * width + at(b, row) : at(a, row)
    let next = (table ? table[key] : map.get(key)) ?? 0
    if (next === 0) {
      next = keys.push(key)
      if (table) table[key] = next
      else map.set(key, next)
    }
    of[index] = next - 1
  }
  return { keys, of }
}

/** 1 for the rows that have reached the stage: only they are counted. */
export function countedRows({ cents }: Facts, rows: Int32Array, stage: Stage): Uint8Array {
  const counted = new Uint8Array(rows.length)
  if (stage === 'filed') return counted.fill(1)
  const amounts = cents[stage]
  for (let index = 0; index < rows.length; index += 1) counted[index] = at(amounts, at(rows, index)) > 0 ? 1 : 0
  return counted
}

/** The figures of each group: sums of amounts, and what is counted once. */
export function figuresOf(facts: Facts, rows: Int32Array, { by, counted }: { by: Groups; counted: Uint8Array }): Figures[] {
  const amount = (name: FactAmount) => sumsOf(facts.cents[name], rows, { by, known: facts.known.has(name) })
  const [asked, retained, decided] = [amount('asked'), amount('retained'), amount('decided')]
  const [obligated, paid, multiYear] = [amount('obligated'), amount('paid'), amount('multiYear')]
  const { actions, renewed, organisations } = countNew(facts, rows, { by, counted })
  const [planned, reached] = [
    countCrowd(facts, rows, { by, counted, reached: false }),
    countCrowd(facts, rows, { by, counted, reached: true }),
  ]
  return by.keys.map((_, group) => ({
    ...{ actions: at(actions, group), renewed: at(renewed, group), organisations: at(organisations, group) },
    ...{ women: at(planned.women, group), men: at(planned.men, group) },
    ...{ reachedWomen: at(reached.women, group), reachedMen: at(reached.men, group) },
    ...{ asked: at(asked, group), retained: at(retained, group), decided: at(decided, group) },
    ...{ obligated: at(obligated, group), paid: at(paid, group), multiYear: at(multiYear, group) },
  }))
}

/** A column of zeros is not read. */
function sumsOf(column: Float64Array, rows: Int32Array, { by, known }: { by: Groups; known: boolean }): Float64Array {
  const sums = new Float64Array(by.keys.length)
  if (!known) return sums
  const { of } = by
  for (let index = 0; index < rows.length; index += 1) {
    const group = at(of, index)
    sums[group] = at(sums, group) + at(column, at(rows, index))
  }
  return sums
}

interface Counting {
  by: Groups
  counted: Uint8Array
}

interface Counts {
  actions: Int32Array
  renewed: Int32Array
  organisations: Int32Array
}

/** An organisation or an action is new in a group when the last one seen there is another: rows are in their order. */
function countNew({ ints }: Facts, rows: Int32Array, { by, counted }: Counting): Counts {
  const size = by.keys.length
  const [actions, renewed, organisations] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const [lastAction, lastRenewed, lastOrganisation] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const { action, organisation, renewed: again } = ints
  for (let index = 0; index < rows.length; index += 1) {
    if (counted[index] === 0) continue
    const row = at(rows, index)
    const group = at(by.of, index)
    const id = at(action, row)
    if (lastAction[group] !== id) {
      lastAction[group] = id
      actions[group] = at(actions, group) + 1
      const carrier = at(organisation, row)
      if (lastOrganisation[group] !== carrier) {
        lastOrganisation[group] = carrier
        organisations[group] = at(organisations, group) + 1
      }
    }
    if (again[row] === 1 && lastRenewed[group] !== id) {
      lastRenewed[group] = id
      renewed[group] = at(renewed, group) + 1
    }
  }
  return { actions, renewed, organisations }
}

/** The people of each place (an action, a year, a neighbourhood), once in each group. */
function countCrowd(
  { ints, known }: Facts,
  rows: Int32Array,
  { by, counted, reached }: Counting & { reached: boolean },
): Record<'women' | 'men', Float64Array> {
  const [women, men, last] = [new Float64Array(by.keys.length), new Float64Array(by.keys.length), new Int32Array(by.keys.length)]
  const [ofWomen, ofMen] = reached ? [ints.reachedWomen, ints.reachedMen] : [ints.women, ints.men]
  if (reached && !known.has('reached')) return { women, men }
  for (let index = 0; index < rows.length; index += 1) {
    if (counted[index] === 0) continue
    const row = at(rows, index)
    const group = at(by.of, index)
    const place = at(ints.place, row)
    if (last[group] === place) continue
    last[group] = place
    women[group] = at(women, group) + at(ofWomen, row)
    men[group] = at(men, group) + at(ofMen, row)
  }
  return { women, men }
}
