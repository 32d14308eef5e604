/** The only place that spells the addresses of instruction. */
export const instructionPaths = {
  files: '/dossiers',
  file: (applicationId: string): string => `/dossiers/${applicationId}`,
  /** POST: states the file complete or not. */
  completeness: (applicationId: string): string => `/dossiers/${applicationId}/completude`,
  /** POST: asks for a missing piece. */
  pieceRequests: (applicationId: string): string => `/dossiers/${applicationId}/pieces-demandees`,
  /** POST: gives the opinion asked. */
  opinion: (applicationId: string, requestId: string): string => `/dossiers/${applicationId}/avis/${requestId}`,
  myOpinions: '/instruction',
  /** POST of the files chosen in the list: the form that asks opinions on them. */
  choice: '/instruction/choix',
  /** POST: asks opinions. GET with `dossier`: the form for one file. */
  opinionRequests: '/instruction/demandes-d-avis',
  askedPieces: (applicationId: string): string => `/demandes/${applicationId}/pieces-demandees`,
  /** POST: the applicant hands in a piece. */
  askedPiece: (applicationId: string, pieceRequestId: string): string => `/demandes/${applicationId}/pieces-demandees/${pieceRequestId}`,
} as const

/** An identifier in an address: anything else is another page, or none. */
const ID = ':id{[0-9a-f-]{36}}'
const PIECE = ':piece{[0-9a-f-]{36}}'

/** The same addresses as the router takes them. */
export const instructionRoutePaths = {
  file: instructionPaths.file(ID),
  completeness: instructionPaths.completeness(ID),
  pieceRequests: instructionPaths.pieceRequests(ID),
  opinion: instructionPaths.opinion(ID, ':request{[0-9a-f-]{36}}'),
  askedPieces: instructionPaths.askedPieces(ID),
  askedPiece: instructionPaths.askedPiece(ID, PIECE),
} as const
