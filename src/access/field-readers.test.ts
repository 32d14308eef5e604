import { expect, test } from 'vitest'
import {
  AUDIENCES,
  type Audience,
  audiencesOf,
  FIELD_READERS,
  type Field,
  type FieldRule,
  mayRead,
  type Relation,
} from './field-readers.ts'
import { FUNCTIONS } from './permissions.ts'

const FIELDS = Object.keys(FIELD_READERS).filter((key): key is Field => key in FIELD_READERS)

/** What authorities write for everybody: a note, a contract, a line of ordinary policy. */
const PUBLISHED_AS_WRITTEN: readonly Field[] = ['call.framing', 'contract.text', 'droit-commun.line']

test('no field is read by nobody; what the public reads of a file waits for the notification', () => {
  for (const field of FIELDS) {
    const { readers }: FieldRule = FIELD_READERS[field]
    expect(Object.keys(readers), field).not.toEqual([])
    if (!PUBLISHED_AS_WRITTEN.includes(field) && readers.public !== undefined) expect(readers.public, field).toBe('told')
  }
})

test.each(FIELDS)('the words of « %s » name the audiences of the table and no other', (field) => {
  const { readers, words }: FieldRule = FIELD_READERS[field]
  const named: [RegExp, Audience][] = [
    [/tout le monde/, 'public'],
    [/partenaires consultés/, 'opinion-givers'],
  ]
  if (readers.public === undefined) expect(words).not.toMatch(/tout le monde/)
  else expect(words).toMatch(/tout le monde/)
  for (const [word, audience] of named) if (word.test(words)) expect(readers[audience]).toBeDefined()
  if (readers.public === undefined && readers['opinion-givers'] !== undefined) expect(words).toMatch(/partenaires consultés/)
  if (/jamais par le porteur/.test(words)) expect(readers.applicant).toBeUndefined()
})

test('never the public: amounts asked, opinions, proposals, reasons and reports', () => {
  const reached = ['sent', 'decided', 'told'] as const
  for (const field of FIELDS.filter((one) => /asked|opinion|reason|report|note|override/.test(one))) {
    expect(mayRead(field, ['public'], reached), field).toBe(false)
  }
  expect(mayRead('award.amount', ['public'], reached)).toBe(true)
  expect(mayRead('award.amount', ['public'], ['sent', 'decided'])).toBe(false)
})

test('a porteur never reads what prepares a decision; it reads the amount once told', () => {
  const porteur = audiencesOf({ function: 'porteur', relation: 'own' })
  for (const field of ['opinion.reason', 'opinion.proposed', 'retention.amount', 'retention.reason', 'completeness.note'] as const) {
    expect(mayRead(field, porteur, ['sent', 'decided', 'told']), field).toBe(false)
  }
  expect(mayRead('award.amount', porteur, ['sent', 'decided'])).toBe(false)
  expect(mayRead('award.amount', porteur, ['sent', 'decided', 'told', 'answered'])).toBe(true)
})

test('an elected member and a council read what is decided, not what prepares it', () => {
  for (const fn of ['elected', 'council'] as const) {
    const reader = audiencesOf({ function: fn, relation: 'in-scope' })
    expect(mayRead('action.published', reader, ['sent'])).toBe(false)
    expect(mayRead('action.published', reader, ['sent', 'decided'])).toBe(true)
    expect(mayRead('request.asked', reader, ['sent', 'decided', 'told'])).toBe(false)
  }
})

test.each(
  FUNCTIONS.flatMap((fn) => (['own', 'given', 'in-scope', 'none'] as const).map((relation): [typeof fn, Relation] => [fn, relation])),
)('under %s, with the relation « %s » to a file, one is of the public and of known audiences', (fn, relation) => {
  const audiences = audiencesOf({ function: fn, relation })
  expect(audiences).toContain('public')
  expect(audiences.length).toBe(relation === 'none' ? 1 : new Set(audiences).size)
  expect(audiences.every((one) => AUDIENCES.includes(one))).toBe(true)
})
