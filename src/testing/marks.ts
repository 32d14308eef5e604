import type { Field } from '#access/field-readers.ts'
import type { Mandate } from '#access/mandate.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Cents, euros } from '#platform/money.ts'
import { TODAY } from './world.ts'

/** A text found nowhere else: « zqA-opinion.reason~ ». */
export function mark(key: string, field: Field): string {
  return `zq${key}-${field}~`
}

const AMOUNTS = { 'request.asked': 9, 'opinion.proposed': 8, 'retention.amount': 7, 'award.amount': 6 } as const satisfies Partial<
  Record<Field, number>
>
const AMOUNT_FIELDS = Object.keys(AMOUNTS).filter((key): key is keyof typeof AMOUNTS => key in AMOUNTS)

/** Of the files that hold amounts. */
const HUNDREDS: Record<string, number> = { A: 1, B: 2, C: 3, D: 4, E: 5 }

/** Whole euros found nowhere else: the thousands say which amount, the hundreds which file. */
export function amountOf(key: string, field: keyof typeof AMOUNTS): number {
  return AMOUNTS[field] * 1000 + (HUNDREDS[key] ?? 0) * 100 + 37
}

/** Identifiers hold any four digits. */
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g

/** The marks in a text, as « A opinion.reason »: words, and amounts as pages, spreadsheets and the API write them. */
export function marksIn(text: string, keys: readonly string[]): Set<string> {
  const found = new Set<string>()
  const amounts = text.replace(UUID, '')
  for (const [, key = '', field = ''] of text.matchAll(/zq([A-Z])-([a-z.-]+)~/g)) found.add(`${key} ${field}`)
  for (const key of keys.filter((one) => one in HUNDREDS)) {
    for (const field of AMOUNT_FIELDS) if (writes(amountOf(key, field)).test(amounts)) found.add(`${key} ${field}`)
  }
  return found
}

function writes(amount: number): RegExp {
  const [thousands, rest] = [Math.floor(amount / 1000), String(amount % 1000)]
  return new RegExp(`(?<!\\d)(?<!\\d[ \\u00a0\\u202f])${thousands}[ \\u00a0\\u202f]?${rest}(?:00)?(?![\\d])`)
}

interface Made {
  applicationId: string
  partId: string
}

/** What an applicant wrote: published, or for those who read its file. */
export async function worded(db: Db, key: string, file: Made): Promise<void> {
  await db.run`update action_part set summary = ${mark(key, 'action.published')}, expected_result = ${mark(key, 'application.text')} where id = ${file.partId}`
  for (const field of ['need', 'expectedResult']) {
    await db.run`insert into answer (application_id, subject_id, field, revision, raw, author_id)
      select a.id, ${file.partId}, ${field}, 1, ${mark(key, 'application.text')}, m.person_id from application a join mandate m on m.id = a.created_by
      where a.id = ${file.applicationId}`
  }
}

export function ask(key: string): Cents {
  return euros(amountOf(key, 'request.asked'))
}

/** Asked of an organisation, and given; the right to read comes with the ask. */
export async function opinion(db: Db, of: { key: string; file: Made; by: Mandate; lead: string; proposed: boolean }): Promise<void> {
  const { key, file, by } = of
  const id = newId()
  await db.run`insert into reading_right (subject_id, organisation_id, reason) values (${file.applicationId}, ${by.organisationId}, 'avis demandé') on conflict do nothing`
  await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
    values (${id}, ${file.partId}, ${file.applicationId}, ${by.organisationId}, '2026-12-20', '2027-01-20', ${of.lead})`
  const proposed = of.proposed ? euros(amountOf(key, 'opinion.proposed')) : null
  await db.run`insert into opinion (id, opinion_request_id, kind, reason, proposed_cents, given_on, given_by)
    values (${newId()}, ${id}, 'favourable', ${mark(key, 'opinion.reason')}, ${proposed}, ${TODAY}, ${by.id})`
}
