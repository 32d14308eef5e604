export interface SectorOf {
  name: string
  officer: string
  communeCodes: readonly string[]
}

export interface SectorCoverage {
  /** In policy, and in no sector. */
  missing: readonly string[]
  /** In several sectors, or twice in one. */
  repeated: readonly string[]
  /** In a sector, and not in policy. */
  outside: readonly string[]
  /** Sectors without an officer. */
  withoutOfficer: readonly string[]
}

/** Whether the sectors of animation hold each commune in policy exactly once, each with its officer (TER-08). */
export function checkSectors(inPolicy: readonly string[], sectors: readonly SectorOf[]): SectorCoverage {
  const assigned = sectors.flatMap(({ communeCodes }) => communeCodes)
  const timesOf = (code: string): number => assigned.filter((one) => one === code).length
  return {
    missing: inPolicy.filter((code) => timesOf(code) === 0),
    repeated: [...new Set(assigned)].filter((code) => timesOf(code) > 1),
    outside: [...new Set(assigned)].filter((code) => !inPolicy.includes(code)),
    withoutOfficer: sectors.filter(({ officer }) => officer.trim() === '').map(({ name }) => name),
  }
}

export function isCovered({ missing, repeated, outside, withoutOfficer }: SectorCoverage): boolean {
  return [missing, repeated, outside, withoutOfficer].every((list) => list.length === 0)
}
