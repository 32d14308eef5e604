import type { LegalForm } from '#access/legal-forms.ts'

export const ATTACHMENT_KINDS = [
  'statutes',
  'officers',
  'bank-details',
  'accounts',
  'activity-report',
  'power',
  'quote',
  'missing-piece',
  'other',
] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

export const ATTACHMENT_NAMES = {
  statutes: 'Statuts signés',
  officers: 'Liste des personnes qui dirigent l’organisation',
  'bank-details': 'Relevé d’identité bancaire (RIB)',
  accounts: 'Derniers comptes approuvés',
  'activity-report': 'Dernier rapport d’activité',
  power: 'Pouvoir, si la personne qui signe n’est pas celle qui représente l’organisation',
  quote: 'Devis',
  'missing-piece': 'Pièce demandée par l’instruction',
  other: 'Autre pièce',
} satisfies Record<AttachmentKind, string>

export const ATTACHMENT_HINTS = {
  statutes: 'Ceux en vigueur, datés et signés.',
  officers: 'Celle que vous avez déclarée à la préfecture.',
  'bank-details': 'Au nom et à l’adresse de l’organisation.',
  accounts: 'Bilan et compte de résultat, tels que votre assemblée les a approuvés.',
  'activity-report': 'Celui de votre dernière assemblée générale.',
  power: 'Signé des deux personnes.',
  quote: 'Pour un achat important.',
  'missing-piece': 'Ce qui vous a été demandé.',
  other: 'Ce que vous jugez utile.',
} satisfies Record<AttachmentKind, string>

const PRIVATE_BODY = ['statutes', 'officers', 'bank-details', 'accounts', 'activity-report'] as const
const PUBLIC_BODY = ['bank-details'] as const

/** What each legal form must join. Public bodies have few: the State already knows them (CRPA, art. L. 114-8). Source: CERFA n° 12156*06. */
const REQUIRED = {
  association: PRIVATE_BODY,
  foundation: PRIVATE_BODY,
  company: ['statutes', 'bank-details', 'accounts'],
  landlord: ['bank-details', 'accounts'],
  'natural-person': ['bank-details'],
  commune: PUBLIC_BODY,
  ccas: PUBLIC_BODY,
  epci: PUBLIC_BODY,
  region: PUBLIC_BODY,
  department: PUBLIC_BODY,
  caf: PUBLIC_BODY,
  school: PUBLIC_BODY,
  'other-public': PUBLIC_BODY,
  state: [],
} satisfies Record<LegalForm, readonly AttachmentKind[]>

export function requiredAttachments(legalForm: LegalForm): readonly AttachmentKind[] {
  return REQUIRED[legalForm]
}

/** Every kind that an applicant may join while writing: those required first. */
export function offeredAttachments(legalForm: LegalForm): AttachmentKind[] {
  const required = requiredAttachments(legalForm)
  return [...required, ...(['power', 'quote', 'other'] as const)]
}

/** The required kinds that are not there yet. */
export function missingAttachments(legalForm: LegalForm, there: readonly AttachmentKind[]): AttachmentKind[] {
  return requiredAttachments(legalForm).filter((kind) => !there.includes(kind))
}
