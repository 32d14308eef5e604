import { AGE_BANDS, type AgeBand } from '#calls/form-fields.ts'
import type { DemoAction } from '../demo-actions.data.ts'
import communes from '../reference/communes.json' with { type: 'json' }
import qpvs from '../reference/qpvs.json' with { type: 'json' }
import type { ActionKind } from './action-kind.ts'
import type { Carrier } from './carriers.ts'
import { capitalised, placeWords, typeset } from './place-words.ts'
import { at, type Random } from './random.ts'

/** An action as an association would write it, with what it is worth: the same from one year to the next. */
export interface GeneratedAction extends DemoAction {
  kind: ActionKind
  carrier: Carrier
  /** How much it weighs among the others: orders the amounts. */
  weight: number
  /** The commune that would fund it: that of its main neighbourhood. */
  communeCode: string
  firstYear: number
}

const QPVS = qpvs.filter(({ generation, fictitious }) => generation === 2024 && fictitious)
type Qpv = (typeof QPVS)[number]

export interface Drawing {
  random: Random
  kind: ActionKind
  carrier: Carrier
  key: string
  firstYear: number
  /** Over several communes. */
  wide: boolean
  /** Titles already used: two actions of one world never bear the same. */
  titles: Set<string>
}

export function drawAction(drawing: Drawing): GeneratedAction {
  const { random, kind, carrier, key, firstYear } = drawing
  const places = drawPlaces(drawing)
  const main = at(places, 0)
  const people = drawPeople(kind, random)
  const total = Object.values(people).reduce((sum, [women, men]) => sum + women + men, 0)
  const words = wordsOf(drawing, main, total)
  return {
    key,
    organisation: carrier.key,
    kind,
    carrier,
    firstYear,
    weight: kind.size + random.normal() * 0.75,
    communeCode: main.communeCodes.includes(carrier.communeCode) ? carrier.communeCode : at(main.communeCodes, 0),
    ...words,
    initiator: carrier.legalForm === 'association' && random.chance(0.3) ? 'inhabitants' : 'organisation',
    orientation: kind.orientation,
    theme: kind.theme,
    shares: sharesOf(places),
    people,
    result: kind.result,
    indicator: kind.indicator,
    target: `${Math.max(2, Math.round(total * kind.reach))} sur ${total}`,
    cost: kind.cost,
    others: {},
    volunteering: carrier.legalForm === 'association' ? random.between(0, 30) * 150 : 0,
  }
}

/** The neighbourhood of the seat first; a wide action reaches two or three communes. */
function drawPlaces({ random, carrier, wide }: Drawing): Qpv[] {
  const near = QPVS.filter(({ communeCodes }) => communeCodes.includes(carrier.communeCode))
  const main = random.pick(near.length > 0 ? near : QPVS)
  if (!wide) {
    const second = near.find((one) => one !== main)
    return second && random.chance(0.12) ? [main, second] : [main]
  }
  const elsewhere = random.shuffled(QPVS.filter(({ communeCodes }) => !communeCodes.some((code) => main.communeCodes.includes(code))))
  const [second, third] = elsewhere
  return [main, ...(second ? [second] : []), ...(third && random.chance(0.4) ? [third] : [])]
}

const SPLITS: Readonly<Record<number, readonly string[]>> = { 1: ['100'], 2: ['60', '40'], 3: ['50', '30', '20'] }

function sharesOf(places: readonly Qpv[]): [qpv: string, percent: string][] {
  const percents = SPLITS[places.length] ?? ['100']
  return places.map(({ code }, rank) => [code, percents[rank] ?? '0'])
}

function drawPeople(kind: ActionKind, random: Random): Partial<Record<AgeBand, readonly [number, number]>> {
  const total = random.between(16, 40) * (1 + kind.size)
  const weights = AGE_BANDS.map((band) => kind.people[band] ?? 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return Object.fromEntries(
    AGE_BANDS.flatMap((band, rank) => {
      const people = Math.round((total * (weights[rank] ?? 0)) / all)
      const women = Math.round(people * Math.min(1, Math.max(0, kind.women + random.normal() * 0.05)))
      return people === 0 ? [] : [[band, [women, people - women]]]
    }),
  )
}

type Words = Pick<DemoAction, 'title' | 'summary' | 'need' | 'means' | 'partners'>

/** Two actions in a hundred lines never read as copies: what is done goes with the title, and says where and for how many. */
function wordsOf(drawing: Drawing, place: Qpv, expected: number): Words {
  const { random, kind, carrier, wide } = drawing
  const say = (text: string): string => filled(text, { place, carrier, expected })
  const { title, rank } = titleOf(drawing, say)
  const does = at(kind.does, rank % kind.does.length)
  const where = isPostOf(kind) ? '' : ` ${random.pick(WHERE).replace('{lieu}', random.pick(SPOTS))}`
  return {
    title,
    summary: say(`${does} ${kind.how.length === kind.does.length ? at(kind.how, rank % kind.how.length) : random.pick(kind.how)}${where}`),
    need: say(random.pick(kind.need)),
    means: say(random.pick(kind.means)),
    partners: say(`${random.pick(kind.partners)}${wide && random.chance(0.6) ? NEIGHBOUR : ''}`),
  }
}

function isPostOf(kind: ActionKind): boolean {
  return kind.titles.some((title) => title.startsWith('Poste '))
}

/** An action led in two contracts: here, only its part in ours is asked for. */
const NEIGHBOUR =
  ' L’action est menée aussi dans le contrat de ville voisin d’Hénin-Carvin ; le budget présenté ici ne porte que sur les quartiers de Lens-Liévin.'

const WHERE: readonly string[] = [
  'Nous attendons {n} personnes, {lieu} {dq}.',
  'Tout se passe {lieu} {dq}, avec {n} personnes dans l’année.',
  '{n} personnes {dq} sont attendues.',
  'L’action se tient {lieu}, {aq}, et touche {n} personnes.',
  'Les {n} participants viennent surtout {dq}.',
]
const SPOTS: readonly string[] = [
  'à la maison de quartier',
  'dans la salle polyvalente',
  'au rez-de-chaussée d’un immeuble',
  'dans l’ancienne épicerie',
  'sous le préau de l’école',
  'dans le local des locataires',
  'dans la cour de l’école',
  'au foyer',
  'sur la place',
]

/** A title of its kind and its rank; when all are taken, the place or the carrier tells them apart, as on a real list. */
function titleOf({ random, kind, carrier, titles }: Drawing, say: (text: string) => string): { title: string; rank: number } {
  const free = random.shuffled(kind.titles.map((text, rank) => ({ title: say(text), rank })))
  const place = say('· {aq}').slice(2)
  const told = [
    ...free,
    ...free
      .filter(({ title }) => !title.includes(place.split(' ').at(-1) ?? place))
      .map(({ title, rank }) => ({ title: `${title} ${place}`, rank })),
    ...free.map(({ title, rank }) => ({ title: `${title}, avec ${carrier.name}`, rank })),
  ]
  const found = told.find(({ title }) => !titles.has(title) && title.length <= 120)
  if (!found) throw new Error(`no title is left for ${kind.key}`)
  titles.add(found.title)
  return found
}

function filled(text: string, { place, carrier, expected }: { place: Qpv; carrier: Carrier; expected: number }): string {
  const quarter = placeWords(place.name)
  const city = placeWords(communes.find(({ code }) => code === carrier.communeCode)?.name ?? '')
  const slots: Readonly<Record<string, string>> = {
    q: quarter.the,
    aq: quarter.at,
    dq: quarter.of,
    v: city.at,
    dv: city.of,
    n: String(expected),
  }
  return capitalised(typeset(text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '')))
}
