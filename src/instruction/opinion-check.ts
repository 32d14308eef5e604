import type { Cents } from '#platform/money.ts'
import type { OpinionKind } from './opinion-kinds.ts'

export interface OpinionWish {
  kind: OpinionKind
  reason: string
  proposed: Cents | undefined
  /** Whether this organisation has money in the matter: asked on the file, or holding an envelope of the contract that year. */
  hasMoney: boolean
  /** Whether the moment allows it: see opinion-timing.ts. */
  taken: boolean
  askWithdrawn: boolean
}

export type OpinionRefusal = 'reason-missing' | 'amount-without-money' | 'amount-against-opinion' | 'after-committee' | 'ask-withdrawn'

/** Every reason at once. Only who has money proposes some, and only an opinion that supports the action does. */
export function refuseOpinion({ kind, reason, proposed, hasMoney, taken, askWithdrawn }: OpinionWish): OpinionRefusal[] {
  const refusals: OpinionRefusal[] = []
  if (reason.trim() === '') refusals.push('reason-missing')
  if (proposed !== undefined && !hasMoney) refusals.push('amount-without-money')
  if (proposed !== undefined && proposed > 0 && AGAINST[kind]) refusals.push('amount-against-opinion')
  if (!taken) refusals.push('after-committee')
  if (askWithdrawn) refusals.push('ask-withdrawn')
  return refusals
}

const AGAINST = { favourable: false, reserved: false, unfavourable: true, 'not-concerned': true } satisfies Record<OpinionKind, boolean>

/** More than what was asked is allowed, and said. `asked` is undefined when this organisation was not asked for money. */
export function proposesMoreThanAsked(proposed: Cents | undefined, asked: Cents | undefined): boolean {
  return proposed !== undefined && proposed > (asked ?? 0)
}

export const OPINION_REFUSALS = {
  'reason-missing': { field: 'reason', message: 'Écrivez le motif de votre avis\u00A0: il est lu au comité' },
  'amount-without-money': {
    field: 'amount',
    message: 'Votre organisation n’est pas sollicitée et n’a pas d’enveloppe dans ce contrat\u00A0: laissez ce champ vide',
  },
  'amount-against-opinion': {
    field: 'amount',
    message: 'Un avis défavorable ou «\u00A0non concerné\u00A0» ne propose pas de montant\u00A0: videz ce champ, ou changez l’avis',
  },
  'after-committee': {
    field: 'kind',
    message: 'Le comité a examiné ce dossier\u00A0: les avis ne sont plus reçus. Écrivez à l’équipe du contrat de ville',
  },
  'ask-withdrawn': { field: 'kind', message: 'Cet avis n’est plus demandé\u00A0: l’équipe du contrat de ville a retiré sa demande' },
} satisfies Record<OpinionRefusal, { field: string; message: string }>
