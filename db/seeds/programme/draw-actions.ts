import type { ActionKind } from './action-kind.ts'
import { CARRIERS, type Carrier, leads } from './carriers.ts'
import { drawAction, type GeneratedAction } from './generated-action.ts'
import { COHESION_KINDS } from './kinds-cohesion.data.ts'
import { EMPLOYMENT_KINDS, ENVIRONMENT_KINDS, POST_KINDS } from './kinds-employment.data.ts'
import { at, type Random, seededRandom } from './random.ts'

/** How often new actions are of each pillar and of each form of carrier; money is shared apart. */
const PILLARS = [
  { kinds: COHESION_KINDS, weight: 71 },
  { kinds: EMPLOYMENT_KINDS, weight: 20 },
  { kinds: ENVIRONMENT_KINDS, weight: 9 },
] as const
const FORMS = [
  { forms: ['association'], by: 'association', weight: 51 },
  { forms: ['commune', 'ccas'], by: 'public', weight: 36 },
  { forms: ['school', 'landlord', 'company'], by: 'any', weight: 13 },
] as const
type Form = (typeof FORMS)[number]

export const WIDE_SHARE = 0.08

/** Draws actions one after another; no carrier leads two of one kind, no title is used twice. */
export class ActionDrawer {
  readonly #random: Random
  readonly #titles = new Set<string>()
  readonly #pairs = new Set<string>()
  readonly #load = new Map<string, number>()
  #drawn = 0

  constructor(name = 'actions') {
    this.#random = seededRandom(name)
  }

  draw(firstYear: number): GeneratedAction {
    for (;;) {
      const form = this.#random.weighted(FORMS, ({ weight }) => weight)
      const { kinds } = this.#random.weighted(PILLARS, ({ weight }) => weight)
      const fitting = kinds.filter(({ by }) => by === 'any' || by === form.by)
      if (fitting.length === 0) continue
      const kind = this.#random.pick(fitting)
      const carrier = this.#carrierFor(kind, form)
      if (carrier) return this.#make(kind, carrier, firstYear)
    }
  }

  /** The posts that the State pays: eleven adultes-relais, four FONJEP. */
  drawPosts(firstYear: number): GeneratedAction[] {
    const [relay, fonjep] = [at(POST_KINDS, 0), at(POST_KINDS, 1)]
    return [...Array(11).fill(relay), ...Array(4).fill(fonjep)].map((kind: ActionKind) => {
      const carrier = this.#carrierFor(kind, FORMS[0])
      if (!carrier) throw new Error(`no carrier is left for ${kind.key}`)
      return this.#make(kind, carrier, firstYear)
    })
  }

  /** The least busy of three, so that no carrier has all. */
  #carrierFor(kind: ActionKind, form: Form): Carrier | undefined {
    const forms: readonly string[] = form.forms
    const post = POST_KINDS.includes(kind)
    const free = CARRIERS.filter(
      (one) => forms.includes(one.legalForm) && (post || leads(one, kind.key)) && !this.#pairs.has(`${one.key}/${kind.key}`),
    )
    const three = this.#random.shuffled(free).slice(0, 3)
    return three.sort((a, b) => (this.#load.get(a.key) ?? 0) - (this.#load.get(b.key) ?? 0))[0]
  }

  #make(kind: ActionKind, carrier: Carrier, firstYear: number): GeneratedAction {
    this.#drawn += 1
    this.#pairs.add(`${carrier.key}/${kind.key}`)
    this.#load.set(carrier.key, (this.#load.get(carrier.key) ?? 0) + 1)
    const post = POST_KINDS.includes(kind)
    const wide = !post && this.#random.chance(WIDE_SHARE)
    return drawAction({
      random: this.#random,
      kind,
      carrier,
      key: `g${String(this.#drawn).padStart(3, '0')}`,
      firstYear,
      wide,
      titles: this.#titles,
    })
  }
}
