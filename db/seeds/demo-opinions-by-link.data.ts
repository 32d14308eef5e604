/** Invented: no landlord of the mining basin bears this name, and the SIRET begins with 000. */
export const LINKED_LANDLORD = { name: 'Habitat des Deux Terrils', siret: '00087000100013', email: 'avis@deux-terrils.example' } as const

export const LANDLORD_SIGNER = { signerName: 'Agence de l’ouest', signerFunction: 'Responsable d’agence' } as const

export const LANDLORD_REASON =
  'L’action se tient au pied de nos immeubles\u00A0: le local est mis à disposition, le gardien est prévenu et les locataires en parlent.'
