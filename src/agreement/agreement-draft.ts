import type { LegalForm } from '#access/legal-forms.ts'
import type { Day } from '#platform/day.ts'
import type { Cents } from '#platform/money.ts'
import { ofPrivateLaw } from './agreement-required.ts'

export type DraftFlaw =
  | 'not-private'
  | 'number-missing'
  | 'number-used'
  | 'purpose-missing'
  | 'reason-missing'
  | 'amount-missing'
  | 'too-many-years'
  | 'below-total'
  | 'text-open'
  | 'form-used'

/** Source: circulaire du Premier ministre n° 5811-SG du 29 septembre 2015 (conventions pluriannuelles d’objectifs). */
export const MOST_YEARS = 4

export interface YearAmounts {
  years: readonly { year: number; amount: Cents }[]
  /** What is decided for each year that is known. */
  totals: ReadonlyMap<number, Cents>
}

/** Why the amounts of a text do not hold: each year has one, and none is below what is already decided for it. */
export function amountFlaws({ years, totals }: YearAmounts): DraftFlaw[] {
  const flaws: DraftFlaw[] = []
  if (years.length === 0 || years.some(({ amount }) => amount <= 0)) flaws.push('amount-missing')
  if (years.length > MOST_YEARS) flaws.push('too-many-years')
  if (years.some(({ year, amount }) => amount < (totals.get(year) ?? 0))) flaws.push('below-total')
  return flaws
}

export interface DraftWish extends YearAmounts {
  legalForm: LegalForm
  number: string
  numberUsed: boolean
  purpose: string
}

/** Every reason why an agreement cannot be prepared. Below the threshold the law allows one: it is not refused. */
export function draftFlaws(wish: DraftWish): DraftFlaw[] {
  const flaws: DraftFlaw[] = []
  if (!ofPrivateLaw(wish.legalForm)) flaws.push('not-private')
  if (wish.number.trim() === '') flaws.push('number-missing')
  if (wish.numberUsed) flaws.push('number-used')
  if (wish.purpose.trim() === '') flaws.push('purpose-missing')
  return [...flaws, ...amountFlaws(wish)]
}

export function avenantFlaws(wish: YearAmounts & { reason: string; textOpen: boolean }): DraftFlaw[] {
  const flaws: DraftFlaw[] = []
  if (wish.reason.trim() === '') flaws.push('reason-missing')
  if (wish.textOpen) flaws.push('text-open')
  return [...flaws, ...amountFlaws(wish)]
}

export const DRAFT_FLAWS = {
  'not-private': { field: 'numero', message: 'La convention de subvention lie un organisme de droit privé\u00A0: celui-ci est public.' },
  'number-missing': { field: 'numero', message: 'Écrivez le numéro de la convention.' },
  'number-used': { field: 'numero', message: 'Une autre de vos conventions porte déjà ce numéro.' },
  'purpose-missing': { field: 'objet', message: 'Écrivez l’objet de la convention.' },
  'reason-missing': { field: 'motif', message: 'Écrivez le motif de l’avenant.' },
  'amount-missing': { field: 'montants', message: 'Chaque année de la convention porte un montant supérieur à zéro.' },
  'too-many-years': { field: 'montants', message: 'Une convention pluriannuelle dure quatre ans au plus.' },
  'below-total': { field: 'montants', message: 'Le montant d’une année ne peut pas être inférieur à ce qui est déjà décidé pour elle.' },
  'text-open': { field: 'motif', message: 'Un texte attend encore une signature\u00A0: faites-le signer avant d’en préparer un autre.' },
  'form-used': { field: 'numero', message: 'Ce formulaire a déjà servi\u00A0: rechargez la page, puis recommencez.' },
} as const satisfies Record<DraftFlaw, { field: string; message: string }>

export type SignatureFlaw = 'in-future' | 'before-draft' | 'already-signed' | 'signatory-missing'

/** Why a signature cannot be recorded. */
export function signatureFlaws(
  signature: { on: Day; signatory: string },
  text: { draftedOn: Day; alreadySigned: boolean },
  today: Day,
): SignatureFlaw[] {
  const flaws: SignatureFlaw[] = []
  if (signature.signatory.trim() === '') flaws.push('signatory-missing')
  if (signature.on > today) flaws.push('in-future')
  if (signature.on < text.draftedOn) flaws.push('before-draft')
  if (text.alreadySigned) flaws.push('already-signed')
  return flaws
}

export const SIGNATURE_FLAWS = {
  'signatory-missing': { field: 'signataire', message: 'Écrivez qui a signé, avec sa qualité.' },
  'in-future': { field: 'signee-le', message: 'La date de signature ne peut pas être dans le futur.' },
  'before-draft': { field: 'signee-le', message: 'La signature ne peut pas précéder la préparation du texte.' },
  'already-signed': { field: 'signee-le', message: 'Cette signature est déjà enregistrée.' },
} as const satisfies Record<SignatureFlaw, { field: string; message: string }>
