import type { LegalForm } from '#access/legal-forms.ts'
import { republicanEngagementRequired } from '#calls/republican-engagement.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import { type Cents, formatEurosExact } from '#platform/money.ts'
import { ofPrivateLaw } from './agreement-required.ts'
import type { AgreementStep } from './agreement-step.ts'
import { amountInWords } from './amount-in-words.ts'
import { letterKind } from './letter-kind.ts'
import { finalReportDue } from './report-due.ts'

/** What the words of a letter depend on. */
export interface LetterFacts {
  granted: Cents
  asked: Cents
  title: string
  year: number
  byState: boolean
  legalForm: LegalForm
  actAuthority: string
  actNumber: string
  actSignedOn: Day
  reason: string
  agreementStep: AgreementStep
}

export interface LetterPart {
  title: string
  items: string[]
  texts: string[]
}

export interface LetterWords {
  title: string
  subject: string
  greeting: string
  opening: string[]
  amount: { figures: string; words: string } | null
  reason: string | null
  parts: LetterPart[]
  closing: string
  /** After the signature: what is owed, how to contest. */
  annex: LetterPart[]
}

/** The text of a letter of award or refusal: the act, the amount in figures and words, what is owed, how to contest. */
export function letterWords(facts: LetterFacts): LetterWords {
  return letterKind(facts.granted) === 'award' ? awardWords(facts) : refusalWords(facts)
}

const GREETING = 'Madame, Monsieur,'
const CLOSING = 'Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.'

function actOf({ actAuthority, actNumber, actSignedOn }: LetterFacts): string {
  return `l’acte n°\u00A0${actNumber} signé le ${formatDayShort(actSignedOn)} (${actAuthority})`
}

function awardWords(facts: LetterFacts): LetterWords {
  const { title, year } = facts
  return {
    title: `Attribution de subvention\u00A0: ${title}`,
    subject: `attribution d’une subvention à l’action «\u00A0${title}\u00A0», année ${year}`,
    greeting: GREETING,
    opening: [
      `Vous nous avez demandé une aide de ${formatEurosExact(facts.asked)} pour l’action citée en objet. J’ai le plaisir de vous informer que, par ${actOf(facts)}, il vous est accordé une subvention de\u00A0:`,
    ],
    amount: { figures: formatEurosExact(facts.granted), words: amountInWords(facts.granted) },
    reason: null,
    parts: [
      ...(facts.agreementStep === 'not-required' ? [] : [{ title: 'Convention', items: [], texts: [AGREEMENT] }]),
      { title: 'Votre réponse', items: [], texts: [ANSWER, 'Vos obligations et les voies de recours sont données après la signature.'] },
    ],
    closing: CLOSING,
    annex: [
      { title: 'Vos obligations', items: obligations(facts), texts: [] },
      { title: 'Voies de recours', items: [], texts: [remedies(facts)] },
    ],
  }
}

const AGREEMENT =
  'Le total des subventions que nous vous accordons cette année dépasse 23\u202F000\u00A0€. La loi impose alors une convention (article\u00A010 de la loi n°\u00A02000-321 du 12\u00A0avril\u00A02000)\u00A0: vous la recevrez dans Pilotis. La subvention sera engagée puis versée une fois que vous et nous l’aurons signée.'

const ANSWER =
  'Confirmez cette subvention sur la page de l’action dans Pilotis. Si l’action est réduite ou n’a pas lieu, dites-le de la même manière, avec le motif et, s’il y a lieu, le budget révisé\u00A0: la somme à laquelle vous renoncez redevient disponible pour d’autres actions.'

function refusalWords(facts: LetterFacts): LetterWords {
  const { title, year } = facts
  return {
    title: `Refus de subvention\u00A0: ${title}`,
    subject: `votre demande de subvention pour l’action «\u00A0${title}\u00A0», année ${year}`,
    greeting: GREETING,
    opening: [
      `Vous nous avez demandé une aide de ${formatEurosExact(facts.asked)} pour l’action citée en objet. Après examen, j’ai le regret de vous informer que, par ${actOf(facts)}, cette demande n’est pas retenue.`,
    ],
    amount: null,
    reason: facts.reason,
    parts: [],
    closing: CLOSING,
    annex: [{ title: 'Voies de recours', items: [], texts: [remedies(facts)] }],
  }
}

function obligations({ year, legalForm, byState }: LetterFacts): string[] {
  // Private bodies owe the account by law, public ones by the act that grants the money.
  const law = ofPrivateLaw(legalForm)
    ? ' (article\u00A010 de la loi n°\u00A02000-321 du 12\u00A0avril\u00A02000 et arrêté du 11\u00A0octobre\u00A02006)'
    : ''
  return [
    `réaliser l’action en ${year}, telle que vous l’avez décrite, et n’employer la subvention qu’à cette action\u202F;`,
    `remettre le compte rendu financier et le bilan de l’action dans les six mois qui suivent la fin de l’exercice, soit au plus tard le ${formatDayShort(finalReportDue(year))}${law}. Un seul bilan, déposé dans Pilotis, vaut pour tous les financeurs de l’action\u202F;`,
    'prévenir sans attendre de tout retard, de toute réduction ou de l’abandon de l’action. La part de la subvention qui n’est pas employée conformément à son objet peut être réclamée\u202F;',
    byState ? 'ne pas reverser la subvention à un autre organisme sans l’accord de l’État\u202F;' : CGCT,
    ...(republicanEngagementRequired(legalForm)
      ? [
          'respecter le contrat d’engagement républicain que vous avez souscrit (article\u00A010-1 de la loi n°\u00A02000-321 du 12\u00A0avril\u00A02000)\u202F;',
        ]
      : []),
    'tenir à disposition les pièces qui justifient les dépenses, et permettre tout contrôle.',
  ]
}

const CGCT =
  'ne pas reverser la subvention à un autre organisme, sauf si la convention le prévoit (article\u00A0L.\u00A01611-4 du code général des collectivités territoriales)\u202F;'

/** Source: code de justice administrative, art. R. 421-1 and R. 414-2; code des relations entre le public et l’administration, art. L. 411-2. */
function remedies({ actAuthority, byState }: LetterFacts): string {
  const hierarchical = byState ? ', d’un recours hiérarchique auprès du ministre chargé de la ville' : ''
  return `Cette décision peut faire l’objet, dans les deux mois qui suivent sa notification, d’un recours gracieux auprès de l’autorité qui l’a prise (${actAuthority})${hierarchical}, ou d’un recours devant le tribunal administratif compétent, par courrier ou sur le site www.telerecours.fr. Un recours administratif formé dans ce délai conserve le délai de recours contentieux.`
}
