import { expect, test } from 'vitest'
import { type AskedAnswers, readAskedAnswers } from './gender-asked.ts'
import { walkTree } from './gender-tree.ts'

test.each<{ asked: AskedAnswers; marker: number | null }>([
  { asked: {}, marker: null },
  { asked: { Q1: 'oui', Q2A: 'oui' }, marker: 2 },
  { asked: { Q1: false, Q2B: true }, marker: 2 },
  { asked: { Q1: 'non', Q2A: 'oui' }, marker: null },
  { asked: { Q1: 'oui', Q2A: 'non', C1: 'oui', C2: 'oui', C3: 'non' }, marker: 1 },
  { asked: { Q1: 'oui', Q2A: 'non', C1: 'oui', C2: 'non', C3: 'non' }, marker: 0 },
  { asked: { Q1: 'oui', Q2A: 'non', Q3A: ['C1', 'C3'] }, marker: 1 },
  { asked: { Q1: 'oui', Q2A: 'non', Q3A: ['C1'] }, marker: 0 },
  { asked: { Q1: 'oui', Q2A: 'non', Q3A: { C1: true, C2: 'oui' } }, marker: 1 },
  { asked: { Q1: 'oui', Q2A: 'non', Q3A: 'oui' }, marker: 1 },
  { asked: { Q1: 'oui', Q2A: 'non', Q3A: false }, marker: 0 },
  { asked: { Q1: 'non', Q2B: 'non', Q3B: 'oui' }, marker: 1 },
  { asked: { Q1: 'non', Q2B: 'non' }, marker: null },
])('EGA-02: the answers $asked give $marker when two criteria are needed', ({ asked, marker }) => {
  expect(walkTree(readAskedAnswers(asked), 2).marker).toBe(marker)
})
