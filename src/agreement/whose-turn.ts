import type { Cents } from '#platform/money.ts'
import { type AgreementStep, agreementBlocks } from './agreement-step.ts'
import type { AnswerKind } from './beneficiary-answer.ts'

export type Turn = 'funder' | 'beneficiary' | 'nobody'

/** Where one award stands, from the decision to the last paper. */
export type AwardStage =
  | 'awaiting-notification'
  | 'refused'
  | 'given-up'
  | 'to-answer'
  | 'to-agree'
  | 'to-sign'
  | 'to-obligate'
  | 'suspended'
  | 'to-pay'
  | 'to-report'
  | 'closed'

export interface AwardFacts {
  notified: boolean
  /** Decided by acts, before anything was given up. */
  granted: Cents
  decided: Cents
  obligated: Cents
  paid: Cents
  answer: AnswerKind | null
  finalDeposited: boolean
  /** A due final account is missing and the funder suspends its payments. */
  suspended: boolean
  /** Nothing is bound nor paid while a required agreement is not signed by both. */
  agreement: AgreementStep
}

export function stageOf(award: AwardFacts): AwardStage {
  if (!award.notified) return 'awaiting-notification'
  if (award.granted === 0) return 'refused'
  if (award.decided === 0) return 'given-up'
  if (award.answer === null && award.obligated === 0) return 'to-answer'
  return moneyStage(award)
}

function moneyStage({ decided, obligated, paid, finalDeposited, suspended, agreement }: AwardFacts): AwardStage {
  if (paid === decided) return finalDeposited ? 'closed' : 'to-report'
  if (suspended) return 'suspended'
  if (agreementBlocks(agreement)) return agreement === 'beneficiary-signs' ? 'to-sign' : 'to-agree'
  return paid < obligated ? 'to-pay' : 'to-obligate'
}

/** The next step of each stage, in the words of the person who reads it, and whose turn it is. */
export const NEXT_STEPS = {
  'awaiting-notification': {
    turn: 'funder',
    beneficiary: 'Le financeur doit vous notifier sa décision',
    funder: 'À notifier',
  },
  refused: { turn: 'nobody', beneficiary: 'Demande refusée\u00A0: lisez le motif et les recours', funder: 'Refus notifié' },
  'given-up': { turn: 'nobody', beneficiary: 'Subvention abandonnée', funder: 'Abandonnée par le bénéficiaire' },
  'to-answer': { turn: 'beneficiary', beneficiary: 'Confirmez, réduisez ou abandonnez', funder: 'Réponse du bénéficiaire attendue' },
  'to-agree': {
    turn: 'funder',
    beneficiary: 'Le financeur doit préparer ou signer la convention',
    funder: 'Convention à préparer ou à signer',
  },
  'to-sign': {
    turn: 'beneficiary',
    beneficiary: 'Signez la convention et renvoyez-la',
    funder: 'Convention à signer par le bénéficiaire',
  },
  'to-obligate': { turn: 'funder', beneficiary: 'Le financeur doit engager la somme', funder: 'À engager' },
  suspended: {
    turn: 'beneficiary',
    beneficiary: 'Paiement suspendu\u00A0: déposez le bilan final attendu',
    funder: 'Paiement suspendu\u00A0: bilan final attendu',
  },
  'to-pay': { turn: 'funder', beneficiary: 'Le financeur doit payer', funder: 'À payer' },
  'to-report': { turn: 'beneficiary', beneficiary: 'Rendez compte de l’action dans le bilan final', funder: 'Bilan final attendu' },
  closed: { turn: 'nobody', beneficiary: 'Tout est fait', funder: 'Soldée' },
} as const satisfies Record<AwardStage, { turn: Turn; beneficiary: string; funder: string }>

export const AWARD_STAGES: readonly AwardStage[] = [
  'awaiting-notification',
  'to-answer',
  'to-agree',
  'to-sign',
  'to-obligate',
  'to-pay',
  'suspended',
  'to-report',
  'closed',
  'given-up',
  'refused',
]
