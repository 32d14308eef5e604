export interface YearProgress {
  /** The first day of the call has come; its last day is past. */
  opened: boolean
  closed: boolean
  deposits: number
  complete: number
  asked: number
  received: number
  /** The committee of the year has closed its last session. */
  committeeClosed: boolean
  /** Awards: decided by an act, notified, begun to be paid; and of those, what is above zero. */
  decided: number
  notified: number
  granted: number
  paid: number
  /** Retained by the committee, without an act yet. */
  awaitingAct: number
}

export type YearStep = 'call' | 'deposits' | 'completeness' | 'opinions' | 'committee' | 'decisions' | 'notifications' | 'payments'
export type StepPhase = 'done' | 'current' | 'next'

export const YEAR_STEPS = ['call', 'deposits', 'completeness', 'opinions', 'committee', 'decisions', 'notifications', 'payments'] as const

/** A step is done by its facts, never by the calendar alone. */
const DONE = {
  call: ({ opened }: YearProgress) => opened,
  deposits: ({ closed }: YearProgress) => closed,
  completeness: ({ closed, deposits, complete }: YearProgress) => closed && deposits > 0 && complete === deposits,
  opinions: ({ asked, received }: YearProgress) => asked > 0 && received === asked,
  committee: ({ committeeClosed }: YearProgress) => committeeClosed,
  decisions: ({ committeeClosed, decided, awaitingAct }: YearProgress) => committeeClosed && decided > 0 && awaitingAct === 0,
  notifications: ({ committeeClosed, awaitingAct, decided, notified }: YearProgress) =>
    committeeClosed && awaitingAct === 0 && decided > 0 && notified === decided,
  payments: ({ awaitingAct, granted, paid }: YearProgress) => awaitingAct === 0 && granted > 0 && paid === granted,
} satisfies Record<YearStep, (year: YearProgress) => boolean>

/** The year in order: what is done, the first step that is not, and what follows. */
export function yearPhases(year: YearProgress): Record<YearStep, StepPhase> {
  const current = YEAR_STEPS.find((step) => !DONE[step](year))
  const phase = (step: YearStep): StepPhase => (DONE[step](year) ? 'done' : step === current ? 'current' : 'next')
  return {
    call: phase('call'),
    deposits: phase('deposits'),
    completeness: phase('completeness'),
    opinions: phase('opinions'),
    committee: phase('committee'),
    decisions: phase('decisions'),
    notifications: phase('notifications'),
    payments: phase('payments'),
  }
}
