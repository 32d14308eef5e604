import type { BadgeState } from '#platform/kit/Badge.tsx'
import type { IconName } from '#platform/kit/icons.ts'

/** What an opinion may say (PRJ-06). */
export const OPINION_KINDS = ['favourable', 'reserved', 'unfavourable', 'not-concerned'] as const
export type OpinionKind = (typeof OPINION_KINDS)[number]

export const OPINION_NAMES = {
  favourable: 'Favorable',
  reserved: 'Réservé',
  unfavourable: 'Défavorable',
  'not-concerned': 'Non concerné',
} as const satisfies Record<OpinionKind, string>

/** How each is drawn: a colour, an icon and its word. */
export const OPINION_LOOKS = {
  favourable: { state: 'success', icon: 'circle-check' },
  reserved: { state: 'warning', icon: 'flag' },
  unfavourable: { state: 'error', icon: 'circle-x' },
  'not-concerned': { state: undefined, icon: 'circle-minus' },
} as const satisfies Record<OpinionKind, { state: BadgeState | undefined; icon: IconName }>
