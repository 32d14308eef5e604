import { CRITERIA, type GenderAnswers, type TreeQuestion, walkTree } from './gender-tree.ts'

/** What the questions are called in addresses and forms, which the public reads. */
export const ANSWER_FIELDS = {
  mixedPublic: 'mixte',
  mainGoal: 'but',
  C1: 'c1',
  C2: 'c2',
  C3: 'c3',
  coherentPublic: 'coherent',
} as const

/** The field that a question fills, where its fault is shown. */
export const QUESTION_FIELDS = {
  Q1: ANSWER_FIELDS.mixedPublic,
  Q2A: ANSWER_FIELDS.mainGoal,
  Q2B: ANSWER_FIELDS.mainGoal,
  Q3A: ANSWER_FIELDS.C1,
  Q3B: ANSWER_FIELDS.coherentPublic,
} as const satisfies Record<TreeQuestion, string>

/** The answers of an address or a form; anything but oui or non is as if it were not answered. */
export function readAnswers(values: Readonly<Record<string, string | undefined>>): GenderAnswers {
  const said = (name: string): boolean | undefined => (values[name] === 'oui' ? true : values[name] === 'non' ? false : undefined)
  return {
    mixedPublic: said(ANSWER_FIELDS.mixedPublic),
    mainGoal: said(ANSWER_FIELDS.mainGoal),
    criteria: { C1: said(ANSWER_FIELDS.C1), C2: said(ANSWER_FIELDS.C2), C3: said(ANSWER_FIELDS.C3) },
    coherentPublic: said(ANSWER_FIELDS.coherentPublic),
  }
}

/** The same answers as the names and values that an address or hidden fields carry. */
export function answerFields({ mixedPublic, mainGoal, criteria = {}, coherentPublic }: GenderAnswers): Record<string, string> {
  const given = [
    [ANSWER_FIELDS.mixedPublic, mixedPublic],
    [ANSWER_FIELDS.mainGoal, mainGoal],
    ...CRITERIA.map((criterion) => [ANSWER_FIELDS[criterion], criteria[criterion]] as const),
    [ANSWER_FIELDS.coherentPublic, coherentPublic],
  ] as const
  return Object.fromEntries(given.flatMap(([name, yes]) => (yes === undefined ? [] : [[name, yes ? 'oui' : 'non']])))
}

/** The question to ask now. Each of the three criteria is asked, even when fewer would do: the evidence is kept for each (EGA-03). */
export function questionNow(answers: GenderAnswers, criteriaNeeded: number): TreeQuestion | undefined {
  const { next, path } = walkTree(answers, criteriaNeeded)
  const criteria = answers.criteria ?? {}
  const atCriteria = path[2]?.question === 'Q3A'
  return atCriteria && CRITERIA.some((criterion) => criteria[criterion] === undefined) ? 'Q3A' : next
}

/** The answers before a question: what « Revenir » keeps. */
export function answersBefore(question: TreeQuestion, { mixedPublic, mainGoal }: GenderAnswers): GenderAnswers {
  if (question === 'Q1') return {}
  if (question === 'Q2A' || question === 'Q2B') return { mixedPublic }
  return { mixedPublic, mainGoal }
}

/** Where the answer that is missing is asked. */
export function missingField(answers: GenderAnswers, criteriaNeeded: number): string {
  return QUESTION_FIELDS[questionNow(answers, criteriaNeeded) ?? 'Q1']
}
