import { type Day, daysBetween, formatDayShort } from '#platform/day.ts'
import { daysWords } from './opinion-state.ts'
import type { OpinionWay } from './opinion-timing.ts'

/** How an opinion came; all null when it is missing. */
export interface Origin {
  way: OpinionWay | null
  signerName: string | null
  signerFunction: string | null
  linkEmail: string | null
  typedBy: string | null
  emailSentOn: Day | null
  afterCommittee: boolean | null
}

/** « Par lien, adresse …, Chargée de mission », « Saisi par … d’après un courriel du … »; nothing when it came the usual way. */
export function originWords(origin: Origin): string | undefined {
  if (origin.way === 'link') {
    const signer = [origin.signerName, origin.signerFunction].filter((word) => word !== null).join(', ')
    return `Par lien, adresse ${origin.linkEmail}\u00A0: ${signer}`
  }
  if (origin.way === 'email' && origin.emailSentOn !== null) {
    return `Saisi par ${origin.typedBy} d’après un courriel du ${formatDayShort(origin.emailSentOn)}`
  }
  return undefined
}

/** « Rendu après le comité », « Rendu avec 4 jours de retard »; an opinion in time says nothing. */
export function lateWords({
  afterCommittee,
  givenOn,
  dueOn,
}: {
  afterCommittee: boolean | null
  givenOn: Day
  dueOn: Day
}): string | undefined {
  if (afterCommittee) return 'Rendu après le comité'
  const late = daysBetween(dueOn, givenOn)
  return late > 0 ? `Rendu avec ${daysWords(late)} de retard` : undefined
}
