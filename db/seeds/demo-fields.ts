import { AGE_BANDS, fieldNames } from '#calls/form-fields.ts'
import { republicanEngagementRequired } from '#calls/republican-engagement.ts'
import { type Day, day, formatDayNumeric } from '#platform/day.ts'
import type { DemoAction, DemoAmounts } from './demo-actions.data.ts'
import { budgetOf } from './demo-budget.ts'
import type { DemoOrganisation } from './demo-people.data.ts'
import { type DemoWorld, FUNDER_KEYS } from './demo-world.ts'
import { fixedId, LENS_LIEVIN } from './reference.ts'

export type Fields = Map<string, string>

/** What the organisation says of itself in a file. */
export function applicationFields(
  organisation: Pick<DemoOrganisation, 'person' | 'volunteers' | 'employees' | 'legalForm'>,
  today: Day,
): Fields {
  const { person, volunteers, employees, legalForm } = organisation
  const fields: Fields = new Map([
    ['contactName', `${person.name}, ${person.role}`],
    ['contactEmail', person.email],
    ['employees', String(employees)],
  ])
  if (!republicanEngagementRequired(legalForm)) return fields
  fields.set('volunteers', String(volunteers)).set('republicanEngagement', 'oui')
  return fields.set('republicanEngagementSignedOn', formatDayNumeric(today)).set('charterOfLaicity', 'oui')
}

/** Everything that a porteur types about an action for a year, as it is typed. */
export function partFields(
  world: Pick<DemoWorld, 'funders'>,
  action: DemoAction,
  of: { year: number; asked: DemoAmounts; late?: boolean },
): Fields {
  return new Map([
    ...wordsOf(action),
    ['startsOn', formatDayNumeric(startOf(action, of))],
    ['endsOn', formatDayNumeric(endOf(action, of))],
    ...action.shares.map(([code, percent]): [string, string] => [fieldNames.share(code), percent]),
    ...peopleOf(action),
    ...equalityOf(action),
    ...[...budgetOf(action, of.asked)].map(([account, value]): [string, string] => [fieldNames.account(account), typed(value)]),
    ...FUNDER_KEYS.map((key): [string, string] => [fieldNames.asked(world.funders[key].id), String(of.asked[key] ?? 0)]),
  ])
}

function typed(value: number): string {
  return value === 0 ? '' : String(value)
}

function wordsOf(action: DemoAction): [string, string][] {
  return [
    ['title', action.title],
    ['summary', action.summary],
    ['need', action.need],
    ['initiator', action.initiator],
    ['orientation', fixedId(`orientation/${LENS_LIEVIN}/${action.orientation}`)],
    ['theme', action.theme],
    ['means', action.means],
    ['partners', action.partners],
    ['expectedResult', action.result],
    ['indicator', action.indicator],
    ['indicatorTarget', action.target],
  ]
}

/** A summer action or a calendar year; asked in spring, from May to September. */
function startOf(action: DemoAction, { year, late }: { year: number; late?: boolean }): Day {
  return at(year, action.summer ? '07-05' : late ? '05-10' : '01-04')
}
function endOf(action: DemoAction, { year, late }: { year: number; late?: boolean }): Day {
  return at(year, action.summer ? '08-29' : late ? '09-30' : '12-18')
}
function at(year: number, monthAndDay: string): Day {
  return day(`${year}-${monthAndDay}`)
}

function peopleOf(action: DemoAction): [string, string][] {
  return AGE_BANDS.flatMap((band): [string, string][] => {
    const [women, men] = action.people[band] ?? [0, 0]
    if (women + men === 0) return []
    return [
      [fieldNames.people(band, 'women'), String(women)],
      [fieldNames.people(band, 'men'), String(men)],
    ]
  })
}

/** Actions for women only are not mixed; those where women are few have thought about it. */
function equalityOf(action: DemoAction): [string, string][] {
  const people = Object.values(action.people)
  const women = people.reduce((total, [count]) => total + count, 0)
  const men = people.reduce((total, [, count]) => total + count, 0)
  if (men === 0)
    return [
      ['mixedPublic', 'non'],
      ['equalityGoal', 'oui'],
      ['coherentPublic', 'oui'],
    ]
  return [
    ['mixedPublic', 'oui'],
    ['equalityGoal', 'non'],
    ['sexedDiagnosis', women >= men ? 'oui' : 'non'],
    ['balancedParticipation', 'oui'],
    ['sexedIndicators', action.cost === 'supplies' ? 'non' : 'oui'],
    ['equalityWords', women >= men ? ATTENTIVE : REACHING_OUT],
  ]
}

const ATTENTIVE = 'Nous comptons séparément les femmes et les hommes, et les horaires sont choisis avec les participantes.'
const REACHING_OUT =
  'Les filles et les femmes sont encore trop peu nombreuses\u00A0: invitations nominatives, encadrante, horaires revus avec elles.'
