import type { AgreementParty, AgreementStep } from './agreement-step.ts'

type BadgeState = 'info' | 'success' | 'warning' | 'error'
export interface StepWords {
  word: string
  state: BadgeState
}

/** The step of an agreement in the words of those who read it; the authority is named. */
export function sayAgreementStep(step: AgreementStep, funder: string): StepWords {
  return STEPS[step](funder)
}

const STEPS = {
  'not-required': () => ({ word: 'Facultative', state: 'info' }),
  'to-prepare': () => ({ word: 'À préparer', state: 'error' }),
  'to-amend': () => ({ word: 'Avenant à préparer', state: 'error' }),
  'beneficiary-signs': () => ({ word: 'À signer par l’association', state: 'warning' }),
  'authority-signs': (funder) => ({ word: `À signer par ${funder}`, state: 'warning' }),
  covered: () => ({ word: 'Signée', state: 'success' }),
} satisfies Record<AgreementStep, (funder: string) => StepWords>

/** The state of one text by its signatures: whose turn it is, or signed. */
export function sayTextState(signed: readonly AgreementParty[], funder: string): StepWords {
  if (signed.length === 2) return STEPS.covered()
  return signed.includes('beneficiary') ? STEPS['authority-signs'](funder) : STEPS['beneficiary-signs']()
}

/** « Convention » or « Avenant n° 2 ». */
export function textName(rank: number): string {
  return rank === 0 ? 'Convention' : `Avenant n°\u00A0${rank}`
}
