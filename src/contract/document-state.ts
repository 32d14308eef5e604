/** Whether a document binds: who had to sign it, and who did. */
export interface Signing {
  required: number
  signed: number
  /** How many must sign, when a source says the number without the list. */
  announced: number | null
  /** A source says the whole signed, without the list of who did. */
  saidSigned: boolean
}

export const DOCUMENT_STATES = ['in-force', 'said-signed', 'waiting', 'partly-signed', 'unknown'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

/**
 * A document is in force when every required signature is there, and as many as announced (CON-04): never before.
 * When nobody is named, only a source can say that it was signed; the names are then missing, and it is said.
 */
export function documentState({ required, signed, announced, saidSigned }: Signing): DocumentState {
  if (required === 0) return saidSigned ? 'said-signed' : 'unknown'
  if (signed === 0) return 'waiting'
  return signed >= Math.max(required, announced ?? 0) ? 'in-force' : 'partly-signed'
}

/** How many signatures are still to come: those of the named, and of those nobody named. */
export function missingSignatures({ required, signed, announced, saidSigned }: Signing): number {
  if (required === 0 && saidSigned) return 0
  return Math.max(Math.max(required, announced ?? 0) - signed, 0)
}
