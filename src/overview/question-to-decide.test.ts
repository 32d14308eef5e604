import { expect, test } from 'vitest'
import { euros } from '#platform/money.ts'
import { type QuestionFacts, questionToDecide } from './question-to-decide.ts'

const FACTS: QuestionFacts = {
  asked: euros(10_000),
  proposed: [
    { funder: 'État', amount: euros(6_000) },
    { funder: 'Région', amount: euros(4_000) },
  ],
  opinions: [{ organisation: 'CAF', kind: 'favourable' }],
  routeClosed: false,
  renewed: true,
  accountLate: false,
}
const against = [
  { organisation: 'CAF', kind: 'unfavourable' as const },
  { organisation: 'Région', kind: 'unfavourable' as const },
]

test.each<[string, Partial<QuestionFacts>, RegExp]>([
  ['what blocks comes first', { routeClosed: true, accountLate: true, opinions: against }, /^Le droit commun n’a pas fini de répondre/],
  ['then the account that is late', { accountLate: true, opinions: against }, /^Le compte rendu final de l’an dernier manque/],
  ['then what divides', { opinions: against, proposed: [] }, /^Avis défavorable de CAF et Région\s: faut-il retenir/],
  ['no amount proposed', { proposed: [] }, /^Aucun montant n’est proposé pour 10\s000\s€ demandés/],
  ['nothing is proposed', { proposed: [{ funder: 'État', amount: euros(0) }] }, /faut-il écarter l’action/],
  ['less than asked', { proposed: [{ funder: 'État', amount: euros(9_999) }] }, /^9\s999\s€ sont proposés .* tient-elle à ce prix/],
  ['more than asked', { proposed: [{ funder: 'État', amount: euros(10_001) }] }, /que faut-il réduire/],
  ['as asked, renewed', {}, /^Faut-il reconduire l’action à hauteur de 10\s000\s€/],
  ['as asked, new', { renewed: false }, /^Faut-il retenir cette nouvelle action/],
])('%s', (_title, facts, expected) => {
  expect(questionToDecide({ ...FACTS, ...facts })).toMatch(expected)
})
