import { expect, test } from 'vitest'
import { type FieldSpec, type FieldValue, readField } from './field-values.ts'

const NOTHING = { type: 'none' } as const

test.each<{ kind: string; spec: FieldSpec; raw: string; value: Partial<FieldValue>; error?: string }>([
  { kind: 'text', spec: { kind: 'text', max: 3 }, raw: ' abc ', value: { type: 'text', text: 'abc' } },
  { kind: 'text', spec: { kind: 'text', max: 3 }, raw: 'abcd', value: NOTHING, error: '4 caractères' },
  { kind: 'text', spec: { kind: 'text', max: 9 }, raw: 'a\uFFFDb', value: NOTHING, error: 'illisible' },
  { kind: 'email', spec: { kind: 'email', max: 99 }, raw: 'a@b.example', value: { type: 'text', text: 'a@b.example' } },
  { kind: 'email', spec: { kind: 'email', max: 99 }, raw: 'a@b', value: NOTHING, error: 'adresse électronique' },
  { kind: 'choice', spec: { kind: 'choice', values: ['x'] }, raw: 'x', value: { type: 'text', text: 'x' } },
  { kind: 'choice', spec: { kind: 'choice', values: ['x'] }, raw: 'y', value: NOTHING, error: 'de la liste' },
  { kind: 'day', spec: { kind: 'day' }, raw: '14/01/2027', value: { type: 'day' } },
  { kind: 'day', spec: { kind: 'day' }, raw: '30/02/2027', value: NOTHING, error: 'date du calendrier' },
  { kind: 'whole-euros', spec: { kind: 'whole-euros' }, raw: '1 234 €', value: { type: 'cents' } },
  { kind: 'whole-euros', spec: { kind: 'whole-euros' }, raw: '350,50', value: NOTHING, error: 'sans centimes' },
  { kind: 'whole-euros', spec: { kind: 'whole-euros' }, raw: '-1', value: NOTHING, error: 'négatif' },
  { kind: 'whole-euros', spec: { kind: 'whole-euros' }, raw: '1000000000', value: { type: 'cents' } },
  { kind: 'whole-euros', spec: { kind: 'whole-euros' }, raw: '1000000001', value: NOTHING, error: 'milliard' },
  { kind: 'whole-euros', spec: { kind: 'whole-euros' }, raw: 'beaucoup', value: NOTHING, error: 'en chiffres' },
  { kind: 'count', spec: { kind: 'count' }, raw: '1 000 000', value: { type: 'count', count: 1_000_000 } },
  { kind: 'count', spec: { kind: 'count' }, raw: '1000001', value: NOTHING, error: 'million' },
  { kind: 'count', spec: { kind: 'count' }, raw: '0', value: { type: 'count', count: 0 } },
  { kind: 'count', spec: { kind: 'count' }, raw: '1,5', value: NOTHING, error: 'nombre entier' },
  { kind: 'count', spec: { kind: 'count' }, raw: '-1', value: NOTHING, error: 'nombre entier' },
  { kind: 'share', spec: { kind: 'share' }, raw: '33,3333 %', value: { type: 'share', share: 0.333333 } },
  { kind: 'share', spec: { kind: 'share' }, raw: '100', value: { type: 'share', share: 1 } },
  { kind: 'share', spec: { kind: 'share' }, raw: '100,0001', value: NOTHING, error: 'pourcentage' },
  { kind: 'share', spec: { kind: 'share' }, raw: '0', value: NOTHING },
  { kind: 'share', spec: { kind: 'share' }, raw: 'tout', value: NOTHING, error: 'pourcentage' },
  { kind: 'box', spec: { kind: 'box' }, raw: 'oui', value: { type: 'text', text: 'oui' } },
  { kind: 'box', spec: { kind: 'box' }, raw: 'peut-être', value: NOTHING, error: 'case' },
])('$kind « $raw » gives $value, error « $error »', ({ spec, raw, value, error }) => {
  const read = readField(spec, raw)
  expect(read.value).toMatchObject(value)
  if (error === undefined) expect(read.error).toBeUndefined()
  else expect(read.error).toContain(error)
})

test.each<FieldSpec>([
  { kind: 'text', max: 3 },
  { kind: 'email', max: 3 },
  { kind: 'choice', values: [] },
  { kind: 'day' },
  { kind: 'whole-euros' },
  { kind: 'count' },
  { kind: 'share' },
  { kind: 'box' },
])('an empty $kind is no value and no error', (spec) => {
  expect(readField(spec, '  ')).toEqual({ value: { type: 'none' } })
})
