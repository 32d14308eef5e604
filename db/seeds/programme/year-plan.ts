import { type Cents, euros } from '#platform/money.ts'
import { DEMO_ACTIONS } from '../demo-actions.data.ts'
import type { FunderKey } from '../demo-funders.data.ts'
import { ActionDrawer } from './draw-actions.ts'
import type { GeneratedAction } from './generated-action.ts'
import { fundersAsked, type GeneratedFile, isPost, type Outcome, POST_PRICES } from './generated-file.ts'
import { at, type Random, seededRandom } from './random.ts'
import { type Beside, shareAmounts, stateAmounts, sum } from './state-amounts.ts'
import { YEAR_SHAPES, type YearShape } from './year-shapes.data.ts'

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

function priceState(wishes: readonly Wish[], { totals, year }: YearShape, random: Random): void {
  const asked = wishes.filter(({ funder }) => funder === 'state')
  for (const wish of asked.filter(({ file }) => file.post)) wish.worth = POST_PRICES[wish.file.action.kind.key] ?? 0
  const granted = asked.filter(({ file, granted }) => granted && !file.post)
  const amounts = stateAmounts(granted.length, totals.state)
  const shared = shareAmounts(
    granted.map(({ file }) => file.action),
    amounts,
    {
      ...byHandOfState(year),
      all: byHandOfState(year).all + sum(asked.filter(({ granted: given, file }) => given && file.post).map(({ worth }) => worth)),
    },
  )
  for (const wish of granted) wish.worth = shared.get(wish.file.action.key) ?? 0
  for (const wish of asked.filter(({ file, granted }) => !granted && !file.post)) wish.worth = random.pick(amounts)
}

/** What the State gives, or would, to the files written by hand. */
function byHandOfState(year: number): Beside {
  const given = (pillar: string): number =>
    sum(
      DEMO_ACTIONS.filter(({ theme }) => theme.startsWith(pillar)).map(
        (action) => (year === 2026 ? action.decided2026?.state : year === 2027 ? action.asked2027?.state : 0) ?? 0,
      ),
    )
  return { all: given(''), '2': given('2'), '3': given('3') }
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
