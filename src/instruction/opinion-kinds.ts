/** What an opinion may say (PRJ-06). */
export const OPINION_KINDS = ['favourable', 'reserved', 'unfavourable', 'not-concerned'] as const
export type OpinionKind = (typeof OPINION_KINDS)[number]

export const OPINION_NAMES = {
  favourable: 'Favorable',
  reserved: 'Réservé',
  unfavourable: 'Défavorable',
  'not-concerned': 'Non concerné',
} as const satisfies Record<OpinionKind, string>
