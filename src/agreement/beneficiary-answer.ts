import { type Cents, cents, formatEuros } from '#platform/money.ts'

export const ANSWER_KINDS = ['confirmed', 'reduced', 'given-up'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

export const ANSWER_NAMES = {
  confirmed: 'Confirmée',
  reduced: 'Réduite',
  'given-up': 'Abandonnée',
} satisfies Record<AnswerKind, string>

export type AnswerFlaw =
  | 'not-notified'
  | 'nothing-to-answer'
  | 'changed-meanwhile'
  | 'account-deposited'
  | 'already-confirmed'
  | 'reason-missing'
  | 'kept-not-below'
  | 'kept-zero'
  | 'below-obligated'

/** The award as it stands under lock. */
export interface Answerable {
  notified: boolean
  decided: Cents
  obligated: Cents
  latestAnswerId: string | null
  latestKind: AnswerKind | null
  finalDeposited: boolean
}

/** `seenAnswerId`: the latest answer when the form was drawn; another one since then, and the person is told. */
export interface Answer {
  kind: AnswerKind
  kept: Cents
  reason: string
  seenAnswerId: string | null
}

/** What stays decided after each answer; only a reduction is typed. */
export function keptAfter(kind: AnswerKind, decided: Cents, typed: Cents): Cents {
  return { confirmed: decided, reduced: typed, 'given-up': cents(0) }[kind]
}

/** Every reason why an answer is refused. What is obligated is owed: an answer never goes below it. */
export function answerFlaws(answer: Answer, award: Answerable): AnswerFlaw[] {
  if (!award.notified) return ['not-notified']
  if (answer.seenAnswerId !== award.latestAnswerId) return ['changed-meanwhile']
  if (award.decided === 0) return ['nothing-to-answer']
  if (award.finalDeposited) return ['account-deposited']
  const flaws: AnswerFlaw[] = []
  if (answer.kind === 'confirmed' && award.latestKind !== null) flaws.push('already-confirmed')
  if (answer.kind !== 'confirmed' && answer.reason.trim() === '') flaws.push('reason-missing')
  return [...flaws, ...amountFlaws(answer, award)]
}

function amountFlaws({ kind, kept }: Answer, { decided, obligated }: Answerable): AnswerFlaw[] {
  const flaws: AnswerFlaw[] = []
  if (kind === 'reduced' && kept >= decided) flaws.push('kept-not-below')
  if (kind === 'reduced' && kept === 0) flaws.push('kept-zero')
  if (kept < obligated) flaws.push('below-obligated')
  return flaws
}

/** Beside which field, and in what words. */
export function sayAnswerFlaw(flaw: AnswerFlaw, award: Pick<Answerable, 'decided' | 'obligated'>): { field: string; message: string } {
  if (flaw === 'below-obligated') {
    const message = `${formatEuros(award.obligated)} sont déjà engagés par le financeur\u00A0: vous ne pouvez pas conserver moins. Contactez-le pour les lui rendre.`
    return { field: 'montant', message }
  }
  if (flaw === 'kept-not-below') {
    return { field: 'montant', message: `Une réduction conserve moins que les ${formatEuros(award.decided)} accordés.` }
  }
  return WORDS[flaw]
}

const WORDS = {
  'not-notified': { field: 'choix', message: 'Cette subvention ne vous a pas encore été notifiée.' },
  'nothing-to-answer': { field: 'choix', message: 'Aucun montant n’est accordé\u00A0: il n’y a rien à confirmer.' },
  'changed-meanwhile': {
    field: 'choix',
    message:
      'Une autre personne de votre organisation vient de répondre\u00A0: sa réponse est enregistrée, la vôtre ne l’est pas. Relisez avant de changer.',
  },
  'account-deposited': { field: 'choix', message: 'Le bilan final est déposé\u00A0: la réponse ne change plus.' },
  'already-confirmed': { field: 'choix', message: 'Vous avez déjà répondu\u00A0: vous pouvez encore réduire ou abandonner.' },
  'reason-missing': { field: 'motif', message: 'Écrivez le motif\u00A0: le financeur le lira.' },
  'kept-zero': { field: 'montant', message: 'Pour ne rien conserver, choisissez «\u00A0J’abandonne\u00A0».' },
} satisfies Record<Exclude<AnswerFlaw, 'below-obligated' | 'kept-not-below'>, { field: string; message: string }>
