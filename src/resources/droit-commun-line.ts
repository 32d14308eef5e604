import { type Day, formatDayShort } from '#platform/day.ts'

/** What a line of ordinary policy brings. */
export const LINE_KINDS = ['money', 'post', 'engineering', 'in-kind'] as const
export type LineKind = (typeof LINE_KINDS)[number]

export const LINE_KIND_NAMES = {
  money: 'Subvention',
  post: 'Poste',
  engineering: 'Ingénierie',
  'in-kind': 'Moyen en nature',
} satisfies Record<LineKind, string>

export type LineRefusal = 'not-your-line' | 'unknown-owner' | 'unknown-theme' | 'unknown-commune' | 'ends-before-it-begins' | 'ended'

export const LINE_REFUSALS = {
  'not-your-line': 'Seuls la cheffe ou le chef de projet et l’organisation qui porte la ligne peuvent l’inscrire ou y mettre fin',
  'unknown-owner': 'Choisissez une organisation du contrat',
  'unknown-theme': 'Choisissez un thème de la liste',
  'unknown-commune': 'Choisissez une commune du contrat',
  'ends-before-it-begins': 'La fin ne peut pas précéder le début de la ligne',
  ended: 'Cette ligne a déjà une fin',
} satisfies Record<LineRefusal, string>

/** Who may write a line: the project lead for everybody, the others for their own organisation. */
export function mayHold(by: { function: string; organisationId: string }, ownerId: string): boolean {
  return by.function === 'project-lead' || by.organisationId === ownerId
}

/** « Depuis le 1er janvier 2024 », « Du 1er janvier 2024 au 31 décembre 2026 ». */
export function periodWords({ validFrom, validTo }: { validFrom: Day; validTo: Day | null }): string {
  if (validTo === null) return `Depuis le ${formatDayShort(validFrom)}`
  return `Du ${formatDayShort(validFrom)} au ${formatDayShort(validTo)}`
}
