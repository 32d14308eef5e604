import type { Cents } from '#platform/money.ts'

export type LetterKind = 'award' | 'refusal'

/** An act that decides nothing is a refusal: it has its letter too. */
export function letterKind(decided: Cents): LetterKind {
  return decided > 0 ? 'award' : 'refusal'
}

export interface Notifiable {
  /** Decided by acts, before the beneficiary gave anything up. */
  granted: Cents
  decided: Cents
  byState: boolean
  dauphinNumber: string | null
  /** Why the funder refused; only read for a refusal. */
  refusalReason: string
}

export type NotificationFlaw = 'dauphin-number-missing' | 'refusal-reason-missing' | 'changed-meanwhile'

/**
 * Why an award cannot be notified yet. A State request without its Dauphin number is not known to the State’s portal,
 * from which the State pays. A refusal needs no reason in law (Conseil d’État, 25 September 1995, n° 155970): ours gives one.
 */
export function notificationFlaws(award: Notifiable): NotificationFlaw[] {
  const flaws: NotificationFlaw[] = []
  if (award.byState && !award.dauphinNumber) flaws.push('dauphin-number-missing')
  if (letterKind(award.granted) === 'refusal' && award.refusalReason.trim() === '') flaws.push('refusal-reason-missing')
  return flaws
}

export const NOTIFICATION_FLAWS = {
  'dauphin-number-missing':
    'La demande faite à l’État n’a pas son numéro Dauphin\u00A0: l’État ne peut pas notifier sa décision tant qu’il n’est pas saisi.',
  'refusal-reason-missing': 'Le motif du refus manque\u00A0: le comité ou l’acte doit le donner avant que le courrier parte.',
  'changed-meanwhile': 'La décision a changé pendant la production du courrier\u00A0: relisez l’aperçu, puis notifiez.',
} satisfies Record<NotificationFlaw, string>
