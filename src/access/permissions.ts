/** The functions under which a person acts; one mandate carries one. */
export const FUNCTIONS = [
  'porteur',
  'project-lead',
  'state-instructor',
  'state-delegate',
  'state-signatory',
  'funder',
  'opinion-giver',
  'elected',
  'council',
] as const
export type MandateFunction = (typeof FUNCTIONS)[number]

export const FUNCTION_NAMES = {
  porteur: 'Porteur de projet',
  'project-lead': 'Cheffe ou chef de projet',
  'state-instructor': 'Instruction de l’État',
  'state-delegate': 'Déléguée ou délégué du préfet',
  'state-signatory': 'Signature de l’État',
  funder: 'Financeur',
  'opinion-giver': 'Partenaire consulté pour avis',
  elected: 'Élue ou élu',
  council: 'Conseil citoyen',
} satisfies Record<MandateFunction, string>

const OFFICERS = ['project-lead', 'state-instructor', 'funder'] as const
/** Those who follow the whole life of the files of their organisation, without a money act for some. */
const FOLLOWERS = [...OFFICERS, 'state-delegate', 'state-signatory'] as const
const MONEY = ['state-instructor', 'funder'] as const

/** Which functions carry each permission. A mandate has those of its function and no other. */
export const PERMISSIONS = {
  'application:write': ['porteur'],
  'application:read': [...FOLLOWERS, 'opinion-giver'],
  'award:answer': ['porteur'],
  'report:write': ['porteur'],
  'report:read': FOLLOWERS,
  'contract:read': [...FOLLOWERS, 'opinion-giver'],
  'contract:manage': ['project-lead'],
  'measure:record': ['project-lead', 'state-instructor'],
  'call:manage': ['project-lead'],
  'application:reopen': ['project-lead'],
  'organisation:write': ['porteur'],
  'claim:decide': ['project-lead'],
  'dauphin:import': ['project-lead', 'state-instructor'],
  'dauphin:number': ['project-lead', 'state-instructor'],
  'completeness:state': ['project-lead', 'state-instructor'],
  'opinion:ask': ['project-lead', 'state-instructor'],
  'opinion:give': [...OFFICERS, 'state-delegate', 'opinion-giver'],
  'droit-commun:manage': [...OFFICERS, 'opinion-giver'],
  'droit-commun:try': ['project-lead', 'state-instructor'],
  'droit-commun:answer': [...OFFICERS, 'opinion-giver'],
  'marker:assess': [...OFFICERS, 'state-delegate'],
  'marker:set': ['project-lead'],
  'meeting:manage': ['project-lead'],
  'meeting:read': FOLLOWERS,
  'retention:record': OFFICERS,
  'envelope:manage': OFFICERS,
  'act:record': [...MONEY, 'state-signatory'],
  'letter:produce': MONEY,
  'award:notify': MONEY,
  'payment:record': MONEY,
  'gate:override': OFFICERS,
  'programming:read': FOLLOWERS,
} satisfies Record<string, readonly MandateFunction[]>

export type Permission = keyof typeof PERMISSIONS

export function may(mandate: { function: MandateFunction }, permission: Permission): boolean {
  const carriers: readonly MandateFunction[] = PERMISSIONS[permission]
  return carriers.includes(mandate.function)
}
