import { describe, expect, test } from 'vitest'
import { CRITERIA, type GenderAnswers, walkTree } from './gender-tree.ts'

const criteria = (c1?: boolean, c2?: boolean, c3?: boolean): GenderAnswers['criteria'] => ({ C1: c1, C2: c2, C3: c3 })
const mixed = (c1?: boolean, c2?: boolean, c3?: boolean): GenderAnswers => ({
  mixedPublic: true,
  mainGoal: false,
  criteria: criteria(c1, c2, c3),
})

describe('EGA-02: the tree', () => {
  test.each([
    { answers: {}, marker: null, path: '', next: 'Q1' },
    { answers: { mixedPublic: true }, marker: null, path: 'Q1 oui', next: 'Q2A' },
    { answers: { mixedPublic: false }, marker: null, path: 'Q1 non', next: 'Q2B' },
    { answers: { mixedPublic: true, mainGoal: true }, marker: 2, path: 'Q1 oui, Q2A oui', next: undefined },
    { answers: { mixedPublic: false, mainGoal: true }, marker: 2, path: 'Q1 non, Q2B oui', next: undefined },
    { answers: { mixedPublic: true, mainGoal: false }, marker: null, path: 'Q1 oui, Q2A non', next: 'Q3A' },
    { answers: { mixedPublic: false, mainGoal: false }, marker: null, path: 'Q1 non, Q2B non', next: 'Q3B' },
    { answers: mixed(true, true, true), marker: 1, path: 'Q1 oui, Q2A non, Q3A oui', next: undefined },
    { answers: mixed(true, true, false), marker: 0, path: 'Q1 oui, Q2A non, Q3A non', next: undefined },
    {
      answers: { mixedPublic: false, mainGoal: false, coherentPublic: true },
      marker: 1,
      path: 'Q1 non, Q2B non, Q3B oui',
      next: undefined,
    },
    {
      answers: { mixedPublic: false, mainGoal: false, coherentPublic: false },
      marker: 0,
      path: 'Q1 non, Q2B non, Q3B non',
      next: undefined,
    },
  ])('the answers « $path » give $marker, then $next', ({ answers, marker, path, next }) => {
    const walk = walkTree(answers, 3)
    expect(walk.marker).toBe(marker)
    expect(walk.path.map(({ question, answer }) => `${question} ${answer}`).join(', ')).toBe(path)
    expect(walk.next).toBe(next)
  })

  const EVERY = [true, false].flatMap((c1) => [true, false].flatMap((c2) => [true, false].map((c3) => [c1, c2, c3] as const)))

  test.each([1, 2, 3])('EGA-02: with a threshold of %i, that many criteria make marker 1 and one fewer makes 0', (needed) => {
    for (const [c1, c2, c3] of EVERY) {
      const met = [c1, c2, c3].filter(Boolean).length
      expect(walkTree(mixed(c1, c2, c3), needed).marker).toBe(met >= needed ? 1 : 0)
    }
  })

  test('criteria not answered leave the project not assessed, never at 0, unless they cannot change the outcome', () => {
    expect(walkTree(mixed(), 1).marker).toBeNull()
    expect(walkTree(mixed(false, false), 1).marker).toBeNull()
    expect(walkTree(mixed(true), 2).marker).toBeNull()
    expect(walkTree(mixed(true), 1).marker).toBe(1)
    expect(walkTree(mixed(false), 3).marker).toBe(0)
  })

  test('EGA-02: every set of answers reaches a value in three answers at most', () => {
    const yesNo = [true, false, undefined]
    for (const mixedPublic of yesNo)
      for (const mainGoal of yesNo)
        for (const coherentPublic of yesNo) {
          const walk = walkTree({ mixedPublic, mainGoal, coherentPublic, criteria: criteria(true, false, true) }, 2)
          expect(walk.path.length).toBeLessThanOrEqual(3)
          expect(walk.marker === null).toBe(walk.next !== undefined)
        }
    expect(CRITERIA).toHaveLength(3)
  })

  test('an answer to a question that is not on the way changes nothing', () => {
    expect(walkTree({ mixedPublic: true, mainGoal: true, coherentPublic: false, criteria: criteria(false) }, 1).marker).toBe(2)
    expect(walkTree({ mixedPublic: true, coherentPublic: true }, 1).marker).toBeNull()
  })
})
