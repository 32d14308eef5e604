import type { MandateFunction } from './permissions.ts'

/**
 * Who reads a field, beside who writes it:
 * - `applicant`: the organisation that asks;
 * - `funders`: those who follow the file for an organisation that was given it (funders asked, pilots of the contract);
 * - `opinion-givers`: those whose organisation was asked for an opinion, without money;
 * - `readers`: elected members and citizen councils of the contract, within their places;
 * - `officers`: among them, and in the contract, those who act: project lead, instructors, funders; not who signs or advises;
 * - `contract`: all who follow files in the contract, whether or not they were given this one;
 * - `own`: the organisation that wrote it, or the person;
 * - `public`: anybody.
 */
export const AUDIENCES = ['applicant', 'funders', 'opinion-givers', 'readers', 'officers', 'contract', 'own', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * From when: as soon as it is sent; once a funder decided money for the action; once that award is notified;
 * once the applicant was told the decision, be it a refusal.
 */
export const STEPS = ['sent', 'decided', 'told', 'answered'] as const
export type Step = (typeof STEPS)[number]

export interface FieldRule {
  readers: Partial<Record<Audience, Step>>
  /** In « Lu par … », beside the field. */
  words: string
}

const FILE_READERS = { applicant: 'sent', funders: 'sent', 'opinion-givers': 'sent' } as const
const WITH_THE_FILE = 'votre organisation, les financeurs de votre demande et les partenaires consultés. Jamais publié'
const PREPARATORY = { funders: 'sent', 'opinion-givers': 'sent' } as const
const NOT_THE_PORTEUR = 'les financeurs du dossier et les partenaires consultés, jamais par le porteur'
const EVERYBODY = { ...FILE_READERS, readers: 'decided', public: 'told' } as const
const OF_THE_CONTRACT = 'les financeurs du contrat'

/**
 * The one table of who reads what: pages, lists, exports and the API keep to it, and each box of free text says its words.
 * Proven for every role on every route by `tools/who-sees-what.test.ts`.
 */
export const FIELD_READERS = {
  'action.published': { readers: EVERYBODY, words: 'tout le monde, si l’action est financée' },
  'application.text': { readers: FILE_READERS, words: WITH_THE_FILE },
  'organisation.address': { readers: { own: 'sent' }, words: 'votre organisation, et les financeurs dans leurs courriers' },
  'application.draft': { readers: { own: 'sent' }, words: 'les membres de votre organisation qui ont un compte' },
  'application.piece': { readers: FILE_READERS, words: WITH_THE_FILE },
  'application.withdrawal': { readers: FILE_READERS, words: WITH_THE_FILE },
  'application.reopening': { readers: PREPARATORY, words: 'les financeurs du dossier et les partenaires consultés' },
  'request.asked': { readers: FILE_READERS, words: WITH_THE_FILE },
  'completeness.note': { readers: PREPARATORY, words: NOT_THE_PORTEUR },
  'piece.asked': {
    readers: FILE_READERS,
    words: 'le porteur, qui la reçoit par courriel, les financeurs du dossier et les partenaires consultés',
  },
  'opinion.reason': { readers: PREPARATORY, words: NOT_THE_PORTEUR },
  'opinion.proposed': { readers: PREPARATORY, words: NOT_THE_PORTEUR },
  'retention.reason': { readers: { funders: 'sent' }, words: 'les financeurs du dossier, jamais par le porteur' },
  'retention.amount': { readers: { funders: 'sent' }, words: 'les financeurs du dossier, jamais par le porteur' },
  'decision.reason': { readers: { funders: 'sent' }, words: 'les financeurs du dossier, jamais par le porteur' },
  'decision.refusal': {
    readers: { applicant: 'answered', funders: 'sent' },
    words: 'les financeurs du dossier, et le porteur si c’est un refus, une fois notifié',
  },
  'award.amount': {
    readers: { applicant: 'answered', funders: 'sent', readers: 'decided', public: 'told' },
    words: 'tout le monde, une fois la décision notifiée',
  },
  'answer.reason': { readers: { applicant: 'sent', funders: 'sent' }, words: 'votre organisation et les financeurs de l’action' },
  'obligation.number': { readers: { applicant: 'sent', funders: 'sent' }, words: 'le porteur et les financeurs du dossier' },
  'payment.override': { readers: { contract: 'sent' }, words: OF_THE_CONTRACT },
  'report.text': { readers: { applicant: 'sent', funders: 'sent' }, words: 'votre organisation et tous les financeurs de l’action' },
  'deposit.override': { readers: { officers: 'sent' }, words: 'les financeurs du dossier' },
  'envelope.reason': { readers: { contract: 'sent' }, words: OF_THE_CONTRACT },
  'funder-rule.source': { readers: { own: 'sent' }, words: 'les personnes de votre organisation' },
  'agenda.question': { readers: { funders: 'sent' }, words: 'les membres du comité, jamais par le porteur' },
  'meeting.closing': { readers: { contract: 'sent' }, words: 'les financeurs du contrat, au journal de la séance' },
  'call.framing': { readers: { public: 'sent' }, words: 'tout le monde' },
  'claim.refusal': { readers: { own: 'sent' }, words: 'la personne qui a fait la demande' },
  'interest.nature': { readers: { own: 'sent' }, words: 'vous seulement' },
  'droit-commun.line': { readers: { public: 'sent' }, words: 'tout le monde' },
  'droit-commun.answer': { readers: PREPARATORY, words: NOT_THE_PORTEUR },
  'contract.text': { readers: { public: 'sent' }, words: 'tout le monde' },
  'gender.comment': { readers: PREPARATORY, words: NOT_THE_PORTEUR },
  'agreement.text': { readers: { applicant: 'sent', funders: 'sent' }, words: 'le porteur et les financeurs de l’action' },
  'recovery.reason': { readers: { applicant: 'sent', funders: 'sent' }, words: 'le porteur et les financeurs de l’action' },
  'payment-line.reason': { readers: { own: 'sent' }, words: 'les personnes de votre organisation' },
  'handover.note': { readers: { own: 'sent' }, words: 'les personnes de la même organisation qui reçoivent ce qui est transmis' },
} satisfies Record<string, FieldRule>

export type Field = keyof typeof FIELD_READERS

/** What a box of free text says of its readers. */
export function readersOf(field: Field): string {
  return FIELD_READERS[field].words
}

/** How a mandate stands to a file. */
export type Relation = 'own' | 'given' | 'in-scope' | 'none'

/** The audiences of which a function is, for a file to which it stands so. Everybody is of the public. */
export function audiencesOf(by: { function: MandateFunction; relation: Relation } | undefined): Audience[] {
  if (by === undefined || by.relation === 'none') return ['public']
  return [...AUDIENCES_OF[by.function], ...(by.relation === 'own' ? (['own'] as const) : []), 'public']
}

const FOLLOWING: readonly Audience[] = ['funders', 'contract']

const AUDIENCES_OF = {
  porteur: ['applicant'],
  'project-lead': [...FOLLOWING, 'officers'],
  'state-instructor': [...FOLLOWING, 'officers'],
  'state-delegate': FOLLOWING,
  'state-signatory': FOLLOWING,
  funder: [...FOLLOWING, 'officers'],
  'opinion-giver': ['opinion-givers'],
  elected: ['readers'],
  council: ['readers'],
} satisfies Record<MandateFunction, readonly Audience[]>

/** Whether one of these audiences reads a field of a file that has reached these steps. */
export function mayRead(field: Field, audiences: readonly Audience[], reached: readonly Step[]): boolean {
  const { readers }: FieldRule = FIELD_READERS[field]
  return audiences.some((audience) => {
    const since = readers[audience]
    return since !== undefined && reached.includes(since)
  })
}
