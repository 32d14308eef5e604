import type { OpinionKind } from '#instruction/opinion-kinds.ts'

/** Invented: no landlord of the mining basin bears this name, and the SIRET begins with 000. */
export const LINKED_LANDLORD = { name: 'Habitat des Deux Terrils', siret: '00087000100013', email: 'avis@deux-terrils.example' } as const

export const LANDLORD_SIGNER = { signerName: 'Agence de l’ouest', signerFunction: 'Responsable d’agence' } as const

export const LANDLORD_REASON =
  'L’action se tient au pied de nos immeubles\u00A0: le local est mis à disposition, le gardien est prévenu et les locataires en parlent.'

/** The words of the e-mail that is kept. */
export const LATE_EMAIL_LINES: readonly string[] = [
  'Courriel fictif de la démonstration',
  'Objet : avis de notre commission sur les dossiers du contrat de ville',
  'Bonjour, la commission s’est tenue plus tard que prévu. Vous trouverez nos avis ci-dessous.',
]

/** One line after another, as a commission goes through its list. */
export const LATE_EMAIL_KINDS: readonly OpinionKind[] = [
  'favourable',
  'favourable',
  'reserved',
  'favourable',
  'not-concerned',
  'favourable',
  'unfavourable',
]

export const LATE_EMAIL_REASONS = {
  favourable: ['Avis favorable de la commission.', 'Favorable\u00A0: action connue de nos services.'],
  reserved: ['Réservé\u00A0: le calendrier reste à préciser avec nos services.'],
  unfavourable: ['Défavorable\u00A0: l’action fait double emploi avec la nôtre.'],
  'not-concerned': ['Hors de nos compétences.'],
} satisfies Record<OpinionKind, readonly string[]>
