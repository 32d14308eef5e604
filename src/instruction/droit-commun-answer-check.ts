import type { Cents } from '#platform/money.ts'
import type { TryOutcome } from './droit-commun-route.ts'

export type AnswerRefusal = 'outcome-missing' | 'reason-missing' | 'means-missing' | 'means-with-no'

/** What an answer must say: what a yes brings, why a no or a part only (ENG-02). Every fault at once. */
export function refuseAnswer(answer: {
  outcome: TryOutcome | undefined
  amount: Cents | null
  means: string
  reason: string
}): AnswerRefusal[] {
  const { outcome, amount, means, reason } = answer
  if (outcome === undefined) return ['outcome-missing']
  const reasons: AnswerRefusal[] = []
  const brings = (amount ?? 0) > 0 || means !== ''
  if (outcome !== 'yes' && reason === '') reasons.push('reason-missing')
  if (outcome !== 'no' && !brings) reasons.push('means-missing')
  if (outcome === 'no' && brings) reasons.push('means-with-no')
  return reasons
}

export const ANSWER_REFUSALS = {
  'outcome-missing': { field: 'outcome', message: 'Choisissez une réponse, ou videz la ligne' },
  'reason-missing': { field: 'reason', message: 'Écrivez le motif\u00A0: il ouvre la suite au porteur' },
  'means-missing': { field: 'amount', message: 'Écrivez un montant ou le moyen apporté' },
  'means-with-no': {
    field: 'amount',
    message: 'Un refus n’apporte rien\u00A0: videz le montant et le moyen, ou choisissez «\u00A0En partie\u00A0»',
  },
} satisfies Record<AnswerRefusal, { field: string; message: string }>
