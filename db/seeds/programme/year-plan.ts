import { type Cents, euros } from '#platform/money.ts'
import { FUNDER_KEYS, type FunderKey } from '../demo-funders.data.ts'
import { ActionDrawer } from './draw-actions.ts'
import type { GeneratedAction } from './generated-action.ts'
import { fundersAsked, type GeneratedFile, isPost, type Outcome, POST_PRICES } from './generated-file.ts'
import { at, type Random, seededRandom } from './random.ts'
import { shareAmounts, stateAmounts, sum } from './state-amounts.ts'

/** How many files of a year are generated, beside those written by hand, and what becomes of them. Of 300: 24, 12 and 42. */
interface YearShape {
  year: number
  files: number
  renewed: number
  refused: number
  inadmissible: number
  withdrawn: number
  /** Whole euros that the generated files have, beside those written by hand. */
  totals: Readonly<Record<'state' | 'cities' | 'region' | 'department' | 'epci' | 'caf', number>>
}

export const YEAR_SHAPES: readonly YearShape[] = [
  {
    year: 2025,
    files: 300,
    renewed: 210,
    refused: 42,
    inadmissible: 24,
    withdrawn: 12,
    totals: { state: 2_110_000, cities: 1_880_000, region: 330_000, department: 255_000, epci: 345_000, caf: 210_000 },
  },
  {
    year: 2026,
    files: 275,
    renewed: 210,
    refused: 39,
    inadmissible: 24,
    withdrawn: 12,
    totals: { state: 1_955_000, cities: 1_900_000, region: 300_000, department: 260_000, epci: 330_000, caf: 190_000 },
  },
  {
    year: 2027,
    files: 274,
    renewed: 189,
    refused: 39,
    inadmissible: 24,
    withdrawn: 12,
    totals: { state: 1_960_000, cities: 1_920_000, region: 310_000, department: 265_000, epci: 335_000, caf: 195_000 },
  },
]

/** Total asked over total awarded. */
const ASKED_OVER_AWARDED = 1.6

/** The three programmes, one after another: an action that was funded is asked again, most often. */
export function planProgrammes(): Map<number, GeneratedFile[]> {
  const drawer = new ActionDrawer()
  const plans = new Map<number, GeneratedFile[]>()
  for (const shape of YEAR_SHAPES) plans.set(shape.year, planYear(drawer, shape, plans.get(shape.year - 1) ?? []))
  return plans
}

function planYear(drawer: ActionDrawer, shape: YearShape, before: readonly GeneratedFile[]): GeneratedFile[] {
  const random = seededRandom(`year ${shape.year}`)
  const actions = before.length === 0 ? firstActions(drawer, shape) : [...again(before, shape, random), ...newActions(drawer, shape)]
  const outcomes = outcomesOf(actions, shape, random)
  const files = random.shuffled(actions).map((action) => ({
    action,
    year: shape.year,
    renewed: action.firstYear < shape.year,
    outcome: outcomes.get(action.key) ?? 'awarded',
    post: isPost(action),
  }))
  return withMoney(files, shape, random)
}

function firstActions(drawer: ActionDrawer, { year, files, renewed }: YearShape): GeneratedAction[] {
  const posts = drawer.drawPosts(year - 2)
  return [
    ...posts,
    ...Array.from({ length: files - posts.length }, (_, rank) => drawer.draw(rank < renewed - posts.length ? year - 1 - (rank % 3) : year)),
  ]
}

function newActions(drawer: ActionDrawer, { year, files, renewed }: YearShape): GeneratedAction[] {
  return Array.from({ length: files - renewed }, () => drawer.draw(year))
}

/** Those funded the year before ask again first, then a few that were refused. */
function again(before: readonly GeneratedFile[], { renewed }: YearShape, random: Random): GeneratedAction[] {
  const rank = (file: GeneratedFile): number => (file.post ? -1 : file.outcome === 'awarded' ? random.next() : 1 + random.next())
  const ordered = before.map((file) => ({ file, rank: rank(file) })).sort((a, b) => a.rank - b.rank)
  return ordered.slice(0, renewed).map(({ file }) => file.action)
}

function outcomesOf(actions: readonly GeneratedAction[], shape: YearShape, random: Random): Map<string, Outcome> {
  const drawn = random.shuffled(actions.filter((action) => !isPost(action)))
  const { refused, inadmissible, withdrawn } = shape
  const kinds: Outcome[] = [
    ...Array(refused).fill('refused'),
    ...Array(inadmissible).fill('inadmissible'),
    ...Array(withdrawn).fill('withdrawn'),
  ]
  return new Map(kinds.map((outcome, rank) => [at(drawn, rank).key, outcome]))
}

type Drawn = Omit<GeneratedFile, 'asked' | 'awarded'>

interface Wish {
  file: Drawn
  funder: FunderKey
  /** Granted, or refused by this funder alone. */
  granted: boolean
  /** What it would be worth, whole euros. */
  worth: number
  /** How much more is asked than is worth. */
  more: number
}

function withMoney(files: readonly Drawn[], shape: YearShape, random: Random): GeneratedFile[] {
  const wishes = files.flatMap((file) => {
    const funders = fundersAsked(file.action, seededRandom(`funders ${file.action.key}`))
    return funders.map((funder, rank): Wish => {
      const granted = file.outcome === 'awarded' && (rank === 0 || file.post || random.chance(0.92))
      return { file, funder, granted, worth: 0, more: file.post ? 0 : random.next() }
    })
  })
  priceState(wishes, shape, random)
  priceOthers(wishes, shape, random)
  const factor = askingFactor(wishes)
  return files.map((file) => {
    const own = wishes.filter((wish) => wish.file === file)
    const asked = Object.fromEntries(own.map((wish) => [wish.funder, askedFor(wish, factor)]))
    const awarded: Partial<Record<FunderKey, Cents>> = Object.fromEntries(
      own.map((wish) => [wish.funder, euros(wish.granted ? wish.worth : 0)]),
    )
    return { ...file, asked, awarded }
  })
}

function priceState(wishes: readonly Wish[], { totals }: YearShape, random: Random): void {
  const asked = wishes.filter(({ funder }) => funder === 'state')
  for (const wish of asked.filter(({ file }) => file.post)) wish.worth = POST_PRICES[wish.file.action.kind.key] ?? 0
  const granted = asked.filter(({ file, granted }) => granted && !file.post)
  const amounts = stateAmounts(granted.length, totals.state)
  const shared = shareAmounts(
    granted.map(({ file }) => file.action),
    amounts,
    sum(asked.filter(({ granted: given, file }) => given && file.post).map(({ worth }) => worth)) + totals.state,
  )
  for (const wish of granted) wish.worth = shared.get(wish.file.action.key) ?? 0
  for (const wish of asked.filter(({ file, granted }) => !granted && !file.post)) wish.worth = random.pick(amounts)
}

const STEP = 100

/** The others share their total by weight, in steps of 100 €; the communes share theirs together. */
function priceOthers(wishes: readonly Wish[], { totals }: YearShape, random: Random): void {
  const heavy = (wish: Wish): number => Math.exp(wish.file.action.weight * 0.55 + random.normal() * 0.35)
  const groups: [number, Wish[]][] = [
    [totals.cities, wishes.filter(({ funder }) => funder.startsWith('com-'))],
    ...(['region', 'department', 'epci', 'caf'] as const).map((key): [number, Wish[]] => [
      totals[key],
      wishes.filter(({ funder }) => funder === key),
    ]),
  ]
  for (const [total, group] of groups) {
    const weights = new Map(group.map((wish) => [wish, heavy(wish)]))
    const all = sum(group.filter(({ granted }) => granted).map((wish) => weights.get(wish) ?? 0))
    for (const wish of group) wish.worth = Math.max(5 * STEP, Math.round(((weights.get(wish) ?? 0) * total) / all / STEP) * STEP)
  }
}

function askedFor({ file, worth, more }: Wish, factor: number): number {
  return file.post ? Math.ceil(worth) : Math.ceil((worth * (1 + more * factor)) / STEP) * STEP
}

/** How much more must be asked for the whole to be 1.6 times what is awarded. */
function askingFactor(wishes: readonly Wish[]): number {
  const awarded = sum(wishes.filter(({ granted }) => granted).map(({ worth }) => worth))
  let [low, high] = [0, 4]
  for (let turn = 0; turn < 30; turn += 1) {
    const middle = (low + high) / 2
    if (sum(wishes.map((wish) => askedFor(wish, middle))) < awarded * ASKED_OVER_AWARDED) low = middle
    else high = middle
  }
  return low
}

/** Every funder, in the order of the tables. */
export const ALL_FUNDERS: readonly FunderKey[] = FUNDER_KEYS
