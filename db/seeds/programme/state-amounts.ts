import type { GeneratedAction } from './generated-action.ts'
import { at } from './random.ts'

/** Share of the awards and whole euros: quartiles 3,000 / 6,000 / 13,000 and ninth decile 28,000 (design §7). */
const POINTS = [
  [0, 1_000],
  [0.25, 3_000],
  [0.5, 6_000],
  [0.75, 13_000],
  [0.9, 28_000],
] as const
const STEP = 500

/** Awards of the State in steps of 500 €, the smallest first, whose sum is about the total: only the highest tenth gives way. */
export function stateAmounts(count: number, total: number): number[] {
  let [low, high] = [28_000, 400_000]
  while (high - low > STEP) {
    const middle = (low + high) / 2
    if (sum(amountsUpTo(count, middle)) < total) low = middle
    else high = middle
  }
  return amountsUpTo(count, low)
}

function amountsUpTo(count: number, highest: number): number[] {
  return Array.from({ length: count }, (_, rank) => Math.max(STEP * 2, Math.round(amountAt((rank + 0.5) / count, highest) / STEP) * STEP))
}

/** Between two points the logarithm is straight: many small awards, few large ones. */
function amountAt(share: number, highest: number): number {
  const points: readonly (readonly [number, number])[] = [...POINTS, [1, highest]]
  const after = points.findIndex(([from]) => from > share)
  const [x1, y1] = at(points, after - 1)
  const [x2, y2] = at(points, after)
  return y1 * (y2 / y1) ** ((share - x1) / (x2 - x1))
}

/** Themes 1, 2 and 3 of the nation: cohesion, employment, environment. */
const TARGETS = [
  ['2', 0.22],
  ['3', 0.06],
] as const

/** What the State gives beside these amounts (posts, files written by hand): in all and to each pillar, whole euros. */
export type Beside = Readonly<Record<'all' | '2' | '3', number>>

/** The heaviest action has the largest amount; employment and environment are moved until they have their share of the whole, posts included. */
export function shareAmounts(actions: readonly GeneratedAction[], amounts: readonly number[], beside: Beside): Map<string, number> {
  const whole = sum(amounts) + beside.all
  const offsets: Record<string, number> = { '2': 0, '3': 0 }
  let given = assign(actions, amounts, offsets)
  for (let turn = 0; turn < 60; turn += 1) {
    for (const [pillar, target] of TARGETS) {
      const share = sum(actions.filter(({ theme }) => theme.startsWith(pillar)).map(({ key }) => given.get(key) ?? 0)) / whole
      offsets[pillar] = (offsets[pillar] ?? 0) + (target - beside[pillar] / whole - share) * 2
      given = assign(actions, amounts, offsets)
    }
  }
  return given
}

function assign(
  actions: readonly GeneratedAction[],
  amounts: readonly number[],
  offsets: Readonly<Record<string, number>>,
): Map<string, number> {
  const heavy = (action: GeneratedAction): number => action.weight + (offsets[action.theme.charAt(0)] ?? 0)
  const ordered = [...actions].sort((a, b) => heavy(a) - heavy(b) || (a.key < b.key ? -1 : 1))
  return new Map(ordered.map(({ key }, rank) => [key, at(amounts, rank)]))
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
