import type { Marker } from './gender-tree.ts'

/** One set of answers, as far as the agreement is concerned. */
export interface GivenMarker {
  personId: string
  marker: Marker
  /** Agreed together in a discussion that was recorded. */
  together: boolean
}

export type GenderState =
  | { state: 'none' }
  | { state: 'one' }
  | { state: 'diverging' }
  | { state: 'settled'; marker: Marker; way: 'agreement' | 'discussion' }

/** EGA-04: « attribués collectivement par les instructeur-rices ». */
export const PERSONS_NEEDED = 2

/**
 * Where the marker of a part stands, from its answers in the order they were given. Two persons must have answered: the same person
 * twice is one. Those who agree settle it; those who differ leave it open until a discussion is recorded. A later answer
 * that contradicts a discussion opens the question again.
 */
export function genderState(given: readonly GivenMarker[]): GenderState {
  const discussed = given.findLastIndex(({ together }) => together)
  const agreed = given[discussed]
  const since = given.slice(discussed + 1)
  if (agreed && since.every(({ marker }) => marker === agreed.marker)) return { state: 'settled', marker: agreed.marker, way: 'discussion' }
  const latest = new Map(given.filter(({ together }) => !together).map(({ personId, marker }) => [personId, marker]))
  if (latest.size === 0) return { state: 'none' }
  if (latest.size < PERSONS_NEEDED) return { state: 'one' }
  const [first, ...others] = [...latest.values()]
  if (first === undefined || others.some((marker) => marker !== first)) return { state: 'diverging' }
  return { state: 'settled', marker: first, way: 'agreement' }
}
