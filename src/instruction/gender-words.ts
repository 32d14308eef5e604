import type { GenderState } from './gender-agreement.ts'
import type { Criterion, Marker, TreeQuestion } from './gender-tree.ts'

const MAIN_GOAL =
  'Le projet a-t-il pour objectif principal la réduction des inégalités de genre ou la promotion de l’égalité femmes-hommes\u202F?'

/** The questions in the words of the source (EGA-02). */
export const TREE_QUESTIONS = {
  Q1: 'Le projet vise-t-il un public mixte\u202F?',
  Q2A: MAIN_GOAL,
  Q2B: MAIN_GOAL,
  Q3A: 'Le projet contient-il ou prévoit-il ces éléments\u202F?',
  Q3B: 'Le public non mixte visé est-il cohérent par rapport aux objectifs de l’action\u202F?',
} satisfies Record<TreeQuestion, string>

export const CRITERION_NAMES = {
  C1: 'Un diagnostic sexué',
  C2: 'Des éléments pour une participation équilibrée des femmes et des hommes',
  C3: 'Des indicateurs d’évaluation sexués',
} satisfies Record<Criterion, string>

/** What the source adds to a criterion; the text of the fourteen key questions is not known and not invented. */
export const CRITERION_HINTS = {
  C1: 'Chiffres, éléments qualitatifs, expérience du terrain.',
  C2: '',
  C3: '',
} satisfies Record<Criterion, string>

export const MARKER_WORDS = {
  0: 'Ne prend pas en compte l’égalité femmes-hommes',
  1: 'Prend en compte l’égalité de façon transversale',
  2: 'Prend en compte l’égalité de façon spécifique',
} satisfies Record<Marker, string>

/** Said wherever a marker is shown. */
export const NOT_A_PENALTY = 'Le marqueur ne pénalise aucun projet\u00A0: il ouvre un accompagnement.'

/** « 2 critères sur 3 », always shown with the marker. */
export function thresholdWords(criteriaNeeded: number): string {
  return `${criteriaNeeded}\u00A0${criteriaNeeded > 1 ? 'critères' : 'critère'} sur\u00A03`
}

/** « Marqueur 1 », or « Non évalué »: never 0 for a project that nobody assessed. */
export function markerName(marker: Marker | null): string {
  return marker === null ? 'Non évalué' : `Marqueur\u00A0${marker}`
}

export const GENDER_STATE_NAMES = {
  none: 'Non évalué',
  one: 'En cours\u00A0: une personne a répondu',
  diverging: 'En cours\u00A0: à discuter',
  settled: 'Évalué',
} satisfies Record<GenderState['state'], string>

/** What to do next, in each state (EGA-04). */
export const GENDER_STATE_SENTENCES = {
  none: 'Cette action n’est pas évaluée. Le marqueur se donne à plusieurs\u00A0: au moins deux personnes répondent, chacune de son côté.',
  one: 'Une personne a répondu\u00A0: le marqueur attend les réponses d’une deuxième.',
  diverging:
    'Les réponses diffèrent\u00A0: discutez-en, puis l’une ou l’un de vous enregistre les réponses retenues ensemble. Les premières réponses sont conservées.',
  settled: 'Le marqueur est donné. Une réponse différente le rouvrira, sans rien effacer.',
} satisfies Record<GenderState['state'], string>
