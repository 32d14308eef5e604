import { formatAmount } from '#platform/money.ts'
import { fieldNames } from './form-fields.ts'
import { formatPercent } from './part-shares.ts'
import type { Part } from './part-store.ts'

/** The typed columns of a part as a person would have typed them, field by field; empty ones are left out. */
export function rawsOfPart(part: Part): Map<string, string> {
  const raws: [string, string | null][] = [
    ['title', part.title],
    ['summary', part.summary],
    ['orientation', part.orientationId],
    ['theme', part.themeCode],
    ['startsOn', part.startsOn],
    ['endsOn', part.endsOn],
    ['expectedResult', part.expectedResult],
    ['indicator', part.indicator],
    ['indicatorTarget', part.indicatorTarget],
    ['floor', part.floor === null ? null : formatAmount(part.floor)],
    ...part.territories.map((each): [string, string] => [fieldNames.share(each.code), formatPercent(each.share)]),
    ...part.publics.flatMap((each): [string, string][] => [
      [fieldNames.people(each.ageBand, 'women'), String(each.women)],
      [fieldNames.people(each.ageBand, 'men'), String(each.men)],
    ]),
    ...part.axes.map((axis): [string, string] => [fieldNames.axis(axis.code), 'oui']),
    ...part.lines.map((line): [string, string] => [fieldNames.account(line.account), formatAmount(line.amount)]),
    ...part.requests.map((request): [string, string] => [fieldNames.asked(request.funderId), formatAmount(request.asked)]),
  ]
  return new Map(raws.filter((raw): raw is [string, string] => raw[1] !== null && raw[1] !== ''))
}

interface Read {
  subjectId: string
  field: string
  raw: string
}

/** What was typed; and, where nothing was typed here, what the columns say. */
export function answersToRead({ answers, parts }: { answers: readonly Read[]; parts: readonly Part[] }): Read[] {
  const typed = new Set(answers.map(({ subjectId, field }) => `${subjectId} ${field}`))
  const columns = parts.flatMap((part) => [...rawsOfPart(part)].map(([field, raw]) => ({ subjectId: part.id, field, raw })))
  return [...answers, ...columns.filter(({ subjectId, field }) => !typed.has(`${subjectId} ${field}`))]
}

/** Last year’s dates and what must be said anew are not taken over by a renewal. */
const SAID_ANEW = ['startsOn', 'endsOn']

export function isTakenOver(field: string): boolean {
  return !SAID_ANEW.includes(field)
}

/** Answers about the organisation that hold from one year to the next; the republican engagement is signed anew. */
export const TAKEN_OVER_OF_APPLICATION = ['contactName', 'contactEmail', 'volunteers', 'employees']
