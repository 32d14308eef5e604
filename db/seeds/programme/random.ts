/** A stream of numbers that is the same every time for the same name: the world of the demonstration never depends on chance. */
export interface Random {
  /** Between 0 and 1, 1 excluded. */
  next(): number
  /** Between the two, both included. */
  between(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  /** One of the list, as often as its weight says. */
  weighted<T>(list: readonly T[], weight: (one: T) => number): T
  shuffled<T>(list: readonly T[]): T[]
  chance(share: number): boolean
  /** About a normal law of mean 0 and deviation 1. */
  normal(): number
}

export function seededRandom(name: string): Random {
  const next = mulberry(hashOf(name))
  const pick = <T>(list: readonly T[]): T => at(list, Math.floor(next() * list.length))
  return {
    next,
    pick,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    weighted: (list, weight) => weightedPick(list, weight, next()),
    shuffled: (list) => shuffle(list, next),
    chance: (share) => next() < share,
    normal: () => next() + next() + next() + next() + next() + next() - 3 + (next() + next() + next() + next() + next() + next() - 3),
  }
}

function weightedPick<T>(list: readonly T[], weight: (one: T) => number, drawn: number): T {
  let left = drawn * list.reduce((sum, one) => sum + weight(one), 0)
  for (const one of list) {
    left -= weight(one)
    if (left < 0) return one
  }
  return at(list, list.length - 1)
}

function shuffle<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((one) => ({ one, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}

/** The element there must be; an empty list is a fault of the data. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`the list has no element ${index}`)
  return found
}

/** FNV-1a, 32 bits. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Mulberry32, a small generator of the public domain (Tommy Ettinger, 2017). */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
