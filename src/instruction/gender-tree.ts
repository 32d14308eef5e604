/** The three values of the marker (EGA-01). « Non évalué » is the absence of a value: it is never 0. */
export const MARKERS = [0, 1, 2] as const
export type Marker = (typeof MARKERS)[number]

/** The criteria of question 3 for a mixed public (EGA-02). */
export const CRITERIA = ['C1', 'C2', 'C3'] as const
export type Criterion = (typeof CRITERIA)[number]

export type TreeQuestion = 'Q1' | 'Q2A' | 'Q2B' | 'Q3A' | 'Q3B'

/** What has been answered so far; what is undefined was not. */
export interface GenderAnswers {
  mixedPublic?: boolean | undefined
  mainGoal?: boolean | undefined
  criteria?: Partial<Record<Criterion, boolean | undefined>> | undefined
  coherentPublic?: boolean | undefined
}

export interface TreeStep {
  question: TreeQuestion
  answer: 'oui' | 'non'
}

export interface TreeWalk {
  /** Null as long as the answers do not lead to a value: not assessed. */
  marker: Marker | null
  /** The answers used, in order: three at most. */
  path: TreeStep[]
  /** The question that comes now; undefined once the marker is known. */
  next: TreeQuestion | undefined
}

/**
 * Unit: number of criteria, of three. The source does not say how many make a « oui »: as long as a contract sets none, all three,
 * the reading closest to the CAD-OCDE marker that the source cites.
 */
export const DEFAULT_CRITERIA_NEEDED = 3

/**
 * Walks the tree question by question; an answer to a question that is not on the way is not looked at.
 * Source: protocole de Valenciennes Métropole 2019, arbre de décision du marqueur égalité (EGA-02).
 */
export function walkTree(answers: GenderAnswers, criteriaNeeded: number): TreeWalk {
  const { mixedPublic, mainGoal } = answers
  if (mixedPublic === undefined) return { marker: null, path: [], next: 'Q1' }
  const first = stepOf('Q1', mixedPublic)
  const goal = mixedPublic ? 'Q2A' : 'Q2B'
  if (mainGoal === undefined) return { marker: null, path: [first], next: goal }
  const path = [first, stepOf(goal, mainGoal)]
  if (mainGoal) return { marker: 2, path, next: undefined }
  const last = mixedPublic ? 'Q3A' : 'Q3B'
  const third = mixedPublic ? criteriaMet(answers.criteria ?? {}, criteriaNeeded) : answers.coherentPublic
  if (third === undefined) return { marker: null, path, next: last }
  return { marker: third ? 1 : 0, path: [...path, stepOf(last, third)], next: undefined }
}

function stepOf(question: TreeQuestion, yes: boolean): TreeStep {
  return { question, answer: yes ? 'oui' : 'non' }
}

/** Undefined as long as the criteria not answered could still change the outcome. */
function criteriaMet(criteria: Partial<Record<Criterion, boolean | undefined>>, needed: number): boolean | undefined {
  const met = CRITERIA.filter((criterion) => criteria[criterion] === true).length
  const open = CRITERIA.filter((criterion) => criteria[criterion] === undefined).length
  if (met >= needed) return true
  return met + open < needed ? false : undefined
}
