import { type Day, formatDayShort } from '#platform/day.ts'
import { type Cents, formatEuros } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import type { AnswerKind } from './beneficiary-answer.ts'

export interface DecisionEvent {
  on: Day
  title: string
  detail: string
}

type Told = Pick<
  AwardState,
  | 'year'
  | 'funderShortName'
  | 'granted'
  | 'decided'
  | 'actNumber'
  | 'actAuthority'
  | 'actSignedOn'
  | 'reason'
  | 'notifiedOn'
  | 'answer'
  | 'answerReason'
  | 'answeredOn'
  | 'obligations'
  | 'payments'
>

/** What happened since the acts, latest first; on one day, what comes later in the life of a grant first. */
export function decisionEvents(awards: readonly Told[]): DecisionEvent[] {
  const events = awards.flatMap((award) => [...ofMoney(award), ...ofAnswer(award), ...ofNotification(award), ofAct(award)])
  return events.sort((one, other) => other.on.localeCompare(one.on))
}

function whose({ funderShortName, year }: Told): string {
  return `${funderShortName}, ${year}\u00A0: `
}

function ofAct(award: Told): DecisionEvent {
  const { granted, actNumber, actAuthority, actSignedOn, reason } = award
  const what = granted === 0 ? 'refusé' : `${formatEuros(granted)} décidés`
  const act = `Acte ${actNumber} du ${formatDayShort(actSignedOn)}, ${actAuthority}`
  return { on: actSignedOn, title: `${whose(award)}${what}`, detail: reason === '' ? act : `${act}\u00A0: ${reason}` }
}

function ofNotification(award: Told): DecisionEvent[] {
  if (award.notifiedOn === null) return []
  return [{ on: award.notifiedOn, title: `${whose(award)}décision notifiée au porteur`, detail: '' }]
}

function ofAnswer(award: Told): DecisionEvent[] {
  const { answer, answeredOn, answerReason, decided } = award
  if (answer === null || answeredOn === null) return []
  return [{ on: answeredOn, title: `${whose(award)}${ANSWER_WORDS[answer](decided)}`, detail: answerReason ?? '' }]
}

const ANSWER_WORDS = {
  confirmed: () => 'subvention confirmée par le porteur',
  reduced: (kept) => `subvention réduite par le porteur à ${formatEuros(kept)}`,
  'given-up': () => 'subvention abandonnée par le porteur',
} satisfies Record<AnswerKind, (kept: Cents) => string>

function ofMoney(award: Told): DecisionEvent[] {
  return [
    ...award.payments.map(({ on, amount }) => ({ on, title: `${whose(award)}${formatEuros(amount)} payés`, detail: '' })),
    ...award.obligations.map(({ on, amount, number }) => ({
      on,
      title: `${whose(award)}${formatEuros(amount)} engagés`,
      detail: `Engagement ${number}`,
    })),
  ]
}
