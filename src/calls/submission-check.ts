import type { Day } from '#platform/day.ts'
import { CALL_CLOSED, callPeriod, type Door } from './call-period.ts'
import type { DraftItem } from './completeness-of-draft.ts'
import type { OpenCondition } from './deposit-condition-store.ts'

export type SubmissionRefusal = 'withdrawn' | 'begun-elsewhere' | 'dauphin-first' | 'not-yet' | 'closed' | 'report-expected' | 'incomplete'

/** One reason why an application cannot be sent; an incomplete one leads to its field. */
export interface Obstacle {
  reason: SubmissionRefusal
  sentence: string
  item?: DraftItem
}

export interface SubmissionFacts {
  state: 'draft' | 'submitted' | 'withdrawn'
  origin: 'pilotis' | 'dauphin'
  call: { door: Door; opensOn: Day; closesOn: Day }
  /** The last days until which the application was reopened. */
  reopenedUntil: readonly Day[]
  items: readonly DraftItem[]
  conditions: readonly OpenCondition[]
  organisationName: string
}

/** Every reason at once, so that the applicant is told once (PRJ-01, PRJ-04, PRJ-05). None: it may be sent today. */
export function submissionObstacles(facts: SubmissionFacts, today: Day): Obstacle[] {
  const said = (reason: Exclude<SubmissionRefusal, 'report-expected' | 'incomplete'>): Obstacle => ({ reason, sentence: SENTENCES[reason] })
  const obstacles: Obstacle[] = []
  if (facts.state === 'withdrawn') obstacles.push(said('withdrawn'))
  if (facts.origin === 'dauphin') obstacles.push(said('begun-elsewhere'))
  if (facts.call.door === 'dauphin-first') obstacles.push(said('dauphin-first'))
  const period = depositPeriod(facts, today)
  if (period !== 'open') obstacles.push(said(period))
  for (const condition of facts.conditions)
    obstacles.push({ reason: 'report-expected', sentence: sayCondition(condition, facts.organisationName) })
  for (const item of facts.items) obstacles.push({ reason: 'incomplete', sentence: item.summary, item })
  return obstacles
}

/** A closed call is open again, for one application, until the day given with a reason (PRJ-01). */
export function depositPeriod(
  { call, reopenedUntil }: { call: { opensOn: Day; closesOn: Day }; reopenedUntil: readonly Day[] },
  today: Day,
): 'not-yet' | 'open' | 'closed' {
  const { phase } = callPeriod(call, today)
  return phase === 'closed' && reopenedUntil.some((until) => until >= today) ? 'open' : phase
}

const SENTENCES = {
  withdrawn: 'Vous avez retiré cette demande\u00A0: elle ne peut plus être envoyée',
  'begun-elsewhere': 'Cette demande vient de Dauphin\u00A0: elle est déjà déposée',
  'dauphin-first': 'Pour cet appel, le dépôt se fait sur le portail Dauphin',
  'not-yet': 'L’appel n’est pas encore ouvert',
  closed: CALL_CLOSED,
} satisfies Record<Exclude<SubmissionRefusal, 'report-expected' | 'incomplete'>, string>

const REPORT_NAMES = { interim: 'Le compte rendu intermédiaire', final: 'Le compte rendu financier' } as const

/** « Le compte rendu financier 2025 de Vélo-école (Graines de Coron) est encore attendu par ce financeur : Région ». */
export function sayCondition(
  condition: Pick<OpenCondition, 'kind' | 'reportYear' | 'actionTitle' | 'funderName'>,
  organisationName: string,
): string {
  const { kind, reportYear, actionTitle, funderName } = condition
  return `${REPORT_NAMES[kind]} ${reportYear} de «\u00A0${actionTitle}\u00A0» (${organisationName}) est encore attendu par ce financeur\u00A0: ${funderName}`
}
