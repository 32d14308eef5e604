import { formatDayShort } from '#platform/day.ts'
import type { Cents } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import type { PendingRequest } from './follow-up-store.ts'
import { type AwardStage, NEXT_STEPS } from './whose-turn.ts'

/** One action and one funder, in the words of the association: what is not notified is not known to it. */
export interface GrantLine {
  actionId: string
  year: number
  title: string
  awardId: string | null
  applicationId: string | null
  group: string
  funderName: string
  asked: Cents
  decided: Cents | null
  act: string
  obligation: string
  paid: Cents | null
  stage: AwardStage
  nextStep: string
  /** « Vous », or the funder’s name; empty when nothing more is to be done. */
  turn: string
}

/** Notified awards and requests still waiting, by action. */
export function grantLines(awards: readonly AwardState[], pending: readonly PendingRequest[]): GrantLine[] {
  const lines = [...awards.filter(({ notifiedOn }) => notifiedOn !== null).map(lineOfAward), ...pending.map(lineOfRequest)]
  return lines.sort((a, b) => a.order.localeCompare(b.order, 'fr')).map(({ order: _order, ...line }) => line)
}

type Ordered = GrantLine & { order: string }

function lineOfAward(award: AwardState): Ordered {
  const { turn, beneficiary } = NEXT_STEPS[award.stage]
  const numbers = award.obligations.map(({ number }) => number).join(', ')
  return {
    ...place(award),
    awardId: award.id,
    funderName: award.funderName,
    asked: award.asked,
    decided: award.decided,
    act: `${award.actNumber} du ${formatDayShort(award.actSignedOn)}`,
    obligation: numbers,
    paid: award.paid,
    stage: award.stage,
    nextStep: beneficiary,
    turn: { beneficiary: 'Vous', funder: award.funderShortName, nobody: '' }[turn],
  }
}

function lineOfRequest(request: PendingRequest): Ordered {
  const stage = 'awaiting-notification'
  const none = { awardId: null, decided: null, act: '', obligation: '', paid: null }
  return {
    ...place(request),
    ...none,
    funderName: request.funderName,
    asked: request.asked,
    stage,
    nextStep: 'Décision attendue',
    turn: request.funderShortName,
  }
}

type Place = Pick<GrantLine, 'actionId' | 'year' | 'title' | 'applicationId'>

function place({ year, title, actionId, applicationId }: Place): Place & { group: string; order: string } {
  return { actionId, year, title, applicationId, group: `${title}, ${year}`, order: `${9999 - year} ${title} ${actionId}` }
}
