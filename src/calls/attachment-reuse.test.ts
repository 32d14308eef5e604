import { expect, test } from 'vitest'
import { reusable } from './attachment-reuse.ts'

const GIVEN = [
  { applicationId: 'new', kind: 'statutes', name: 'statuts 2026' },
  { applicationId: 'old', kind: 'statutes', name: 'statuts 2025' },
  { applicationId: 'old', kind: 'accounts', name: 'bilan' },
  { applicationId: 'old', kind: 'accounts', name: 'annexe' },
  { applicationId: 'new', kind: 'quote', name: 'devis' },
] as const

test('each expected kind is taken from the latest application that has it; what is of one action only is not', () => {
  expect(reusable('association', [], GIVEN).map(({ name }) => name)).toEqual(['statuts 2026', 'bilan', 'annexe'])
})

test('a kind already joined is not taken again', () => {
  expect(reusable('association', ['statutes'], GIVEN).map(({ name }) => name)).toEqual(['bilan', 'annexe'])
  expect(reusable('association', ['statutes', 'accounts'], GIVEN)).toEqual([])
})

test('what a legal form does not owe is not taken', () => {
  expect(reusable('commune', [], GIVEN)).toEqual([])
})
