import type { OpinionKind } from '#instruction/opinion-kinds.ts'
import { type Cents, formatEuros, sumCents } from '#platform/money.ts'

export interface QuestionFacts {
  asked: Cents
  /** By funder, what its opinion proposes. */
  proposed: readonly { funder: string; amount: Cents }[]
  opinions: readonly { organisation: string; kind: OpinionKind | null }[]
  /** Ordinary policy was not tried whole, and nobody overrode it. */
  routeClosed: boolean
  renewed: boolean
  /** The final account of the year before is late. */
  accountLate: boolean
}

/**
 * The question that a committee must settle on a file, in one sentence: what blocks comes before what divides, what divides
 * before what costs. The project lead may write another.
 */
export function questionToDecide(facts: QuestionFacts): string {
  const { asked, proposed, opinions } = facts
  if (facts.routeClosed)
    return 'Le droit commun n’a pas fini de répondre\u00A0: faut-il retenir des crédits spécifiques dès maintenant\u202F?'
  if (facts.accountLate)
    return 'Le compte rendu final de l’an dernier manque\u00A0: faut-il retenir l’action sous réserve de sa remise\u202F?'
  const against = opinions.filter(({ kind }) => kind === 'unfavourable').map(({ organisation }) => organisation)
  if (against.length > 0) return `Avis défavorable de ${listed(against)}\u00A0: faut-il retenir l’action malgré tout\u202F?`
  const total = sumCents(proposed.map(({ amount }) => amount))
  if (proposed.length === 0) return `Aucun montant n’est proposé pour ${formatEuros(asked)} demandés\u00A0: que retenir\u202F?`
  if (total === 0) return `Aucun financeur ne propose d’aide pour ${formatEuros(asked)} demandés\u00A0: faut-il écarter l’action\u202F?`
  if (total < asked)
    return `${formatEuros(total)} sont proposés pour ${formatEuros(asked)} demandés\u00A0: l’action tient-elle à ce prix\u202F?`
  if (total > asked) return `${formatEuros(total)} sont proposés pour ${formatEuros(asked)} demandés\u00A0: que faut-il réduire\u202F?`
  return facts.renewed
    ? `Faut-il reconduire l’action à hauteur de ${formatEuros(total)}, comme demandé\u202F?`
    : `Faut-il retenir cette nouvelle action à hauteur de ${formatEuros(total)}, comme demandé\u202F?`
}

const LIST = new Intl.ListFormat('fr', { type: 'conjunction' })

function listed(names: readonly string[]): string {
  return LIST.format(names)
}
