import type { AfterCommittee } from './opinion-settings.ts'

/** How an opinion comes: by the organisation itself signed in or by a link, or typed by an agent after its e-mail. */
export const OPINION_WAYS = ['signed-in', 'link', 'email'] as const
export type OpinionWay = (typeof OPINION_WAYS)[number]

export interface OpinionMoment {
  /** A committee closed over the file, or an act decided it. */
  past: boolean
  afterCommittee: AfterCommittee
}

export type OpinionTiming = { taken: true; afterCommittee: boolean } | { taken: false }

/**
 * Before the committee an opinion is given and corrected freely, late or not. After it, what comes by a link is refused, since
 * nobody would read it; what an agent records is noted as coming after, unless the contract refuses it.
 */
export function opinionTiming(way: OpinionWay, { past, afterCommittee }: OpinionMoment): OpinionTiming {
  if (!past) return { taken: true, afterCommittee: false }
  return AFTER[way] === 'never' || afterCommittee === 'refused' ? { taken: false } : { taken: true, afterCommittee: true }
}

const AFTER = { 'signed-in': 'as-set', link: 'never', email: 'as-set' } satisfies Record<OpinionWay, 'never' | 'as-set'>
