import type { Amounts } from './programming-table.ts'

export const PART_STATUSES = [
  'deposited',
  'examined',
  'to-discuss',
  'retained',
  'rejected',
  'decided',
  'refused',
  'given-up',
  'withdrawn',
] as const
export type PartStatus = (typeof PART_STATUSES)[number]

/**
 * Where a file stands, all its funders together; each funder keeps its own step beside it.
 * Retained or rejected only when every funder that was asked has its amount.
 */
export function partStatus(part: {
  withdrawn: boolean
  /** The porteur gave up an award: what is then decided at 0 is not a refusal. */
  givenUp: boolean
  total: Amounts
  byFunder: Record<string, Amounts>
  opinionsGiven: number
}): PartStatus {
  const { total } = part
  if (part.withdrawn) return 'withdrawn'
  if (total.decided !== null) return decidedStatus(total.decided > 0, part.givenUp)
  if (total.retained !== null) return allFixed(part.byFunder) ? (total.retained > 0 ? 'retained' : 'rejected') : 'to-discuss'
  return part.opinionsGiven > 0 ? 'examined' : 'deposited'
}

function decidedStatus(some: boolean, givenUp: boolean): PartStatus {
  if (some) return 'decided'
  return givenUp ? 'given-up' : 'refused'
}

function allFixed(byFunder: Record<string, Amounts>): boolean {
  return Object.values(byFunder).every(({ asked, retained }) => asked === null || retained !== null)
}

export const PART_STATUS_WORDS = {
  withdrawn: 'Retiré',
  decided: 'Décidé',
  refused: 'Refusé',
  'given-up': 'Abandonné',
  retained: 'Retenu',
  rejected: 'Écarté',
  'to-discuss': 'À discuter',
  examined: 'Examiné',
  deposited: 'Déposé',
} satisfies Record<PartStatus, string>

export const PART_STATUS_STATES = {
  withdrawn: undefined,
  decided: 'success',
  refused: 'error',
  'given-up': undefined,
  retained: 'success',
  rejected: undefined,
  'to-discuss': 'asked',
  examined: 'info',
  deposited: 'info',
} as const satisfies Record<PartStatus, 'info' | 'success' | 'error' | 'asked' | undefined>
