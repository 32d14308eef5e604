import { CRITERIA, type Criterion, type GenderAnswers } from './gender-tree.ts'

type YesNo = 'oui' | 'non' | boolean | undefined

/** Answers as a program sends them, by the names of the questions of the tree. */
export interface AskedAnswers {
  Q1?: YesNo
  Q2A?: YesNo
  Q2B?: YesNo
  /** The criteria together: those met, each with its answer, or all three by one answer. */
  Q3A?: YesNo | readonly Criterion[] | Partial<Record<Criterion, YesNo>>
  C1?: YesNo
  C2?: YesNo
  C3?: YesNo
  Q3B?: YesNo
}

/** The same answers as the tree reads them: the second question is that of the branch the first one leads to. */
export function readAskedAnswers({ Q1, Q2A, Q2B, Q3A, C1, C2, C3, Q3B }: AskedAnswers): GenderAnswers {
  const mixedPublic = said(Q1)
  const together = criteriaOf(Q3A)
  return {
    mixedPublic,
    mainGoal: said(mixedPublic === false ? Q2B : Q2A),
    criteria: { C1: said(C1) ?? together.C1, C2: said(C2) ?? together.C2, C3: said(C3) ?? together.C3 },
    coherentPublic: said(Q3B),
  }
}

function criteriaOf(answer: AskedAnswers['Q3A']): Partial<Record<Criterion, boolean | undefined>> {
  if (answer === undefined) return {}
  if (typeof answer === 'boolean' || typeof answer === 'string') {
    const all = said(answer)
    return { C1: all, C2: all, C3: all }
  }
  const of = (criterion: Criterion): boolean | undefined => ('includes' in answer ? answer.includes(criterion) : said(answer[criterion]))
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, of(criterion)]))
}

function said(answer: YesNo): boolean | undefined {
  return typeof answer === 'boolean' || answer === undefined ? answer : answer === 'oui'
}
