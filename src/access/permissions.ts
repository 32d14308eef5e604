/** The functions under which a person acts; one mandate carries one. */
export const FUNCTIONS = ['porteur', 'project-lead', 'state-instructor', 'funder'] as const
export type MandateFunction = (typeof FUNCTIONS)[number]

export const FUNCTION_NAMES = {
  porteur: 'Porteur de projet',
  'project-lead': 'Cheffe ou chef de projet',
  'state-instructor': 'Instruction de l’État',
  funder: 'Financeur',
} satisfies Record<MandateFunction, string>

const OFFICERS = ['project-lead', 'state-instructor', 'funder'] as const
const MONEY = ['state-instructor', 'funder'] as const

/** Which functions carry each permission. A mandate has those of its function and no other. */
export const PERMISSIONS = {
  'application:write': ['porteur'],
  'application:read': OFFICERS,
  'award:answer': ['porteur'],
  'report:write': ['porteur'],
  'report:read': OFFICERS,
  'call:manage': ['project-lead'],
  'application:reopen': ['project-lead'],
  'organisation:write': ['porteur'],
  'claim:decide': ['project-lead'],
  'dauphin:import': ['project-lead', 'state-instructor'],
  'dauphin:number': ['project-lead', 'state-instructor'],
  'completeness:state': ['project-lead', 'state-instructor'],
  'opinion:ask': ['project-lead', 'state-instructor'],
  'opinion:give': OFFICERS,
  'meeting:manage': ['project-lead'],
  'meeting:read': OFFICERS,
  'retention:record': OFFICERS,
  'envelope:manage': OFFICERS,
  'act:record': MONEY,
  'letter:produce': MONEY,
  'award:notify': MONEY,
  'payment:record': MONEY,
  'gate:override': OFFICERS,
  'programming:read': OFFICERS,
} satisfies Record<string, readonly MandateFunction[]>

export type Permission = keyof typeof PERMISSIONS

export function may(mandate: { function: MandateFunction }, permission: Permission): boolean {
  const carriers: readonly MandateFunction[] = PERMISSIONS[permission]
  return carriers.includes(mandate.function)
}
