/** How far a measure is, from the least to the most. */
export const LEVELS = ['launching', 'deploying', 'finishing'] as const
export type Level = (typeof LEVELS)[number]

/** As printed in the table annexed to the circular of 22 January 2019. */
export const LEVEL_NAMES = {
  launching: 'En cours de lancement',
  deploying: 'En cours de déploiement',
  finishing: 'En voie de finalisation',
} satisfies Record<Level, string>

export const PROGRAMMES = ['same-rights', 'emancipation', 'republic'] as const
export type Programme = (typeof PROGRAMMES)[number]

export const PROGRAMME_NAMES = {
  'same-rights': 'Garantir les mêmes droits',
  emancipation: 'Favoriser l’émancipation',
  republic: 'Faire République',
} satisfies Record<Programme, string>

export type LevelFlaw = 'same-level' | 'reason-missing' | 'before-last' | 'in-the-future'

/** A level goes forward; anything else is a correction, and says why (NAT-02). The first level read is forward. */
export function isForward(from: Level | null, to: Level): boolean {
  return from === null || LEVELS.indexOf(to) > LEVELS.indexOf(from)
}

/** Why a level is refused, every reason at once. */
export function levelFlaws(
  last: { level: Level | null; knownOn: string } | undefined,
  next: { level: Level; knownOn: string; reason: string },
  today: string,
): LevelFlaw[] {
  const flaws: LevelFlaw[] = []
  if (last?.level === next.level) flaws.push('same-level')
  else if (!isForward(last?.level ?? null, next.level) && next.reason === '') flaws.push('reason-missing')
  if (last && next.knownOn < last.knownOn) flaws.push('before-last')
  if (next.knownOn > today) flaws.push('in-the-future')
  return flaws
}

export type Reading = 'read' | 'inferred' | 'illegible'

export interface LevelShares {
  lines: { level: Level; read: number; inferred: number; count: number; share: number }[]
  known: number
  illegible: number
}

/** The share of each level among the measures whose level is known: one that cannot be read is counted apart (NAT-02, XCU-03). */
export function levelShares(measures: readonly { level: Level | null; reading: Reading }[]): LevelShares {
  const known = measures.filter(({ level }) => level !== null)
  const lines = LEVELS.map((level) => {
    const at = known.filter((one) => one.level === level)
    const read = at.filter(({ reading }) => reading === 'read').length
    return { level, read, inferred: at.length - read, count: at.length, share: known.length === 0 ? 0 : at.length / known.length }
  })
  return { lines, known: known.length, illegible: measures.length - known.length }
}
