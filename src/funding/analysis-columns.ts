import type { Axis } from './analysis-axes.ts'

/** Amounts of a fact, in cents. `multiYear` is the share of `decided` under a multi-year agreement. */
export const FACT_AMOUNTS = ['asked', 'retained', 'decided', 'obligated', 'paid', 'multiYear'] as const
export type FactAmount = (typeof FACT_AMOUNTS)[number]

/** People of an action in one neighbourhood: planned in its file, reached by its final report. */
export const CROWDS = ['women', 'men', 'reachedWomen', 'reachedMen'] as const
export type CrowdName = (typeof CROWDS)[number]

type IntName = Axis | CrowdName | 'contract' | 'organisation' | 'action' | 'place' | 'renewed' | 'notified'

/**
 * The facts of a programming, column by column: one row an action × year × neighbourhood × funder × kind of money. Axes hold ranks in
 * `Names`, 0 for none. Rows of one organisation follow each other, in it those of one action, in it those of one place (action × year ×
 * neighbourhood): what is counted once is counted by comparing with the row before.
 */
export interface Facts {
  count: number
  ints: Readonly<Record<IntName, Int32Array>>
  cents: Readonly<Record<FactAmount, Float64Array>>
  /** What is not all zeros: the others are not read. */
  known: ReadonlySet<FactAmount | 'reached'>
}

export type FactRow = Record<IntName, number> & Record<FactAmount, number>

/** The words behind the ranks of an axis. Rank 0 is « none ». */
export interface Names {
  ranks: Map<string, number>
  words: (string | null)[]
}

export type AxisNames = Readonly<Record<Axis, Names>>

export const noNames = (): Names => ({ ranks: new Map(), words: [null] })

export const noAxisNames = (): AxisNames => ({
  territory: noNames(),
  orientation: noNames(),
  theme: noNames(),
  funder: noNames(),
  kind: noNames(),
  marker: noNames(),
  year: noNames(),
  organisationKind: noNames(),
})

/** The rank of a word, given one when it is new. */
export function rankOf(names: Names, word: string | null): number {
  if (word === null) return 0
  const known = names.ranks.get(word)
  if (known !== undefined) return known
  names.words.push(word)
  names.ranks.set(word, names.words.length - 1)
  return names.words.length - 1
}

/** Facts in columns, in the order that counting needs. `kept` are older facts, of other contracts, that stay. */
export function toFacts(rows: readonly FactRow[], kept?: { facts: Facts; stays: (row: number) => boolean }): Facts {
  const sorted = [...rows].sort((x, y) => x.organisation - y.organisation || x.action - y.action || x.place - y.place)
  const old = kept ? staying(kept.facts, kept.stays) : new Int32Array(0)
  const count = old.length + sorted.length
  const order = byOrganisation(kept?.facts.ints.organisation, old, sorted)
  const ints = everyInt((name) => gathered(new Int32Array(count), { column: kept?.facts.ints[name], old, rows: sorted, name, order }))
  const cents = everyAmount((name) =>
    gathered(new Float64Array(count), { column: kept?.facts.cents[name], old, rows: sorted, name, order }),
  )
  const reached = ints.reachedWomen.some(isSomething) || ints.reachedMen.some(isSomething)
  const known = new Set([...FACT_AMOUNTS.filter((name) => cents[name].some(isSomething)), ...(reached ? (['reached'] as const) : [])])
  return { count, ints, cents, known }
}

const isSomething = (value: number): boolean => value !== 0

function staying(facts: Facts, stays: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(facts.count)
  let count = 0
  for (let row = 0; row < facts.count; row += 1) {
    if (!stays(row)) continue
    rows[count] = row
    count += 1
  }
  return rows.subarray(0, count)
}

/**
 * Where each row goes: a stable counting sort by organisation, old rows before new ones. Both are in order already, and an action is of
 * one contract, so it never straddles the two.
 */
function byOrganisation(column: Int32Array | undefined, old: Int32Array, rows: readonly FactRow[]): Int32Array {
  const key = new Int32Array(old.length + rows.length)
  if (column) for (let rank = 0; rank < old.length; rank += 1) key[rank] = at(column, at(old, rank))
  rows.forEach(({ organisation }, rank) => {
    key[old.length + rank] = organisation
  })
  const most = key.reduce((high, value) => Math.max(high, value), 0)
  const next = new Int32Array(most + 2)
  for (const value of key) next[value + 1] = at(next, value + 1) + 1
  for (let rank = 1; rank < next.length; rank += 1) next[rank] = at(next, rank) + at(next, rank - 1)
  for (let rank = 0; rank < key.length; rank += 1) {
    const value = at(key, rank)
    key[rank] = at(next, value)
    next[value] = at(next, value) + 1
  }
  return key
}

/** A number that is there: the ranks given are those of the column. */
export function at(column: Int32Array | Float64Array | Uint8Array, rank: number): number {
  return column[rank] ?? 0
}

interface Gathering {
  column: Int32Array | Float64Array | undefined
  old: Int32Array
  rows: readonly FactRow[]
  name: keyof FactRow
  order: Int32Array
}

/** One column: each old or new row, put where `order` says. */
function gathered<T extends Int32Array | Float64Array>(target: T, { column, old, rows, name, order }: Gathering): T {
  for (let rank = 0; rank < old.length; rank += 1) target[order[rank] ?? 0] = column?.[old[rank] ?? 0] ?? 0
  for (let rank = 0; rank < rows.length; rank += 1) target[order[old.length + rank] ?? 0] = rows[rank]?.[name] ?? 0
  return target
}

function everyInt(make: (name: IntName) => Int32Array): Facts['ints'] {
  return {
    contract: make('contract'),
    organisation: make('organisation'),
    action: make('action'),
    place: make('place'),
    territory: make('territory'),
    orientation: make('orientation'),
    theme: make('theme'),
    funder: make('funder'),
    kind: make('kind'),
    marker: make('marker'),
    year: make('year'),
    organisationKind: make('organisationKind'),
    women: make('women'),
    men: make('men'),
    reachedWomen: make('reachedWomen'),
    reachedMen: make('reachedMen'),
    renewed: make('renewed'),
    notified: make('notified'),
  }
}

function everyAmount(make: (name: FactAmount) => Float64Array): Facts['cents'] {
  return {
    asked: make('asked'),
    retained: make('retained'),
    decided: make('decided'),
    obligated: make('obligated'),
    paid: make('paid'),
    multiYear: make('multiYear'),
  }
}
