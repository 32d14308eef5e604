import type { Day } from '#platform/day.ts'
import { type GenderState, genderState } from './gender-agreement.ts'
import type { MarkedPart } from './gender-list-store.ts'

export const MARKER_FILTERS = ['a-repondre', 'a-discuter', 'evalues', 'non-evalues'] as const
export type MarkerFilter = (typeof MARKER_FILTERS)[number]

export const MARKER_FILTER_NAMES = {
  'a-repondre': 'Sans ma réponse',
  'a-discuter': 'À discuter',
  evalues: 'Évalués',
  'non-evalues': 'Non évalués ou en cours',
} satisfies Record<MarkerFilter, string>

export interface ListedPart extends MarkedPart {
  state: GenderState
  /** Whether the person who looks has answered. */
  answered: boolean
}

/** The actions of the list that a filter keeps, in the order they come: the value of the marker neither filters nor ranks them (EGA-05). */
export function listMarked(parts: readonly MarkedPart[], filter: MarkerFilter | undefined, personId: string): ListedPart[] {
  return parts
    .map((part) => ({
      ...part,
      state: genderState(part.given),
      answered: part.given.some((one) => !one.together && one.personId === personId),
    }))
    .filter((part) => filter === undefined || KEEPS[filter](part))
}

const KEEPS = {
  'a-repondre': ({ answered, state }: ListedPart) => !answered && state.state !== 'settled',
  'a-discuter': ({ state }: ListedPart) => state.state === 'diverging',
  evalues: ({ state }: ListedPart) => state.state === 'settled',
  'non-evalues': ({ state }: ListedPart) => state.state !== 'settled',
} satisfies Record<MarkerFilter, (part: ListedPart) => boolean>

/** The call whose actions are shown: the one asked, else the latest that is over, for an open one is not examined yet. Calls come the latest first. */
export function chosenCall<Call extends { code: string; closesOn: Day }>(
  calls: readonly Call[],
  { code, today }: { code: string | undefined; today: Day },
): Call | undefined {
  return calls.find((call) => call.code === code) ?? calls.find(({ closesOn }) => closesOn < today) ?? calls[0]
}
