import type { Day } from '#platform/day.ts'
import { type Notifiable, type NotificationFlaw, notificationFlaws } from './letter-kind.ts'

export const LETTER_STATES = ['ready', 'blocked', 'notified'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export const LETTER_STATE_NAMES = {
  ready: 'À notifier',
  blocked: 'Bloqué',
  notified: 'Notifié',
} satisfies Record<LetterState, string>

export interface Letterable extends Omit<Notifiable, 'refusalReason'> {
  notifiedOn: Day | null
  reason: string
}

/** Where the letter of an award stands, and what holds it back. */
export function letterStateOf(award: Letterable): { state: LetterState; flaws: NotificationFlaw[] } {
  if (award.notifiedOn !== null) return { state: 'notified', flaws: [] }
  const flaws = notificationFlaws({ ...award, refusalReason: award.reason })
  return { state: flaws.length > 0 ? 'blocked' : 'ready', flaws }
}

/** What a bulk notification did, in one sentence or two. */
export function sayNotified({ notified, already, byPost }: { notified: number; already: number; byPost: readonly string[] }): string {
  const sentences = [notified === 1 ? 'Un courrier est notifié.' : `${notified} courriers sont notifiés.`]
  if (already > 0)
    sentences.push(already === 1 ? 'Un l’était déjà\u00A0: rien ne repart.' : `${already} l’étaient déjà\u00A0: rien ne repart.`)
  if (byPost.length > 0) sentences.push(`Sans adresse électronique, à envoyer par la poste\u00A0: ${named(byPost)}.`)
  return sentences.join(' ')
}

/** The sentence travels in a cookie: it names a few, and counts the others. */
const MOST_NAMED = 5

function named(names: readonly string[]): string {
  const others = names.length - MOST_NAMED
  return [...names.slice(0, MOST_NAMED), ...(others > 0 ? [`et ${others} ${others === 1 ? 'autre' : 'autres'}`] : [])].join(', ')
}
