/** The only place that spells the addresses of instruction. */
export const instructionPaths = {
  files: '/dossiers',
  file: (applicationId: string): string => `/dossiers/${applicationId}`,
  /** Of a later step: one page, as PDF. */
  sheet: (applicationId: string): string => `/dossiers/${applicationId}/fiche`,
  /** POST: states the file complete or not. */
  completeness: (applicationId: string): string => `/dossiers/${applicationId}/completude`,
  /** POST of the files chosen in the list: states them complete together. */
  completeTogether: '/dossiers/complets',
  /** POST: gives an orientation to the files ticked. */
  classify: '/dossiers/classement',
  /** POST: asks for a missing piece. */
  pieceRequests: (applicationId: string): string => `/dossiers/${applicationId}/pieces-demandees`,
  /** POST: gives the opinion asked. */
  opinion: (applicationId: string, requestId: string): string => `/dossiers/${applicationId}/avis/${requestId}`,
  myOpinions: '/instruction',
  /** POST of the files chosen in the list: the form that asks opinions on them. */
  choice: '/instruction/choix',
  /** POST: asks opinions. GET with `dossier`: the form for one file. */
  opinionRequests: '/instruction/demandes-d-avis',
  /** Which opinions are missing, of whom, and what was sent. */
  followUp: '/instruction/suivi',
  /** POST: reminds, one, those of a partner, or all that are late. */
  reminders: '/instruction/relances',
  /** POST: takes an ask back. */
  askWithdrawal: (requestId: string): string => `/instruction/demandes-d-avis/${requestId}/retrait`,
  ask: (requestId: string): string => `/instruction/demandes-d-avis/${requestId}`,
  linkRevocation: (linkId: string): string => `/instruction/liens/${linkId}/revocation`,
  settings: '/instruction/reglages',
  /** The e-mails after which opinions are typed for an organisation. */
  emails: '/instruction/courriels',
  email: (emailId: string): string => `/instruction/courriels/${emailId}`,
  emailFile: (emailId: string): string => `/instruction/courriels/${emailId}/fichier`,
  /** Without an account: what a link opens. */
  link: (token: string): string => `/avis/${token}`,
  linkFile: (token: string, requestId: string): string => `/avis/${token}/${requestId}`,
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
  ask: instructionPaths.ask(':request{[0-9a-f-]{36}}'),
  askWithdrawal: instructionPaths.askWithdrawal(':request{[0-9a-f-]{36}}'),
  linkRevocation: instructionPaths.linkRevocation(ID),
  email: instructionPaths.email(ID),
  emailFile: instructionPaths.emailFile(ID),
  link: instructionPaths.link(':token'),
  linkFile: instructionPaths.linkFile(':token', ':request{[0-9a-f-]{36}}'),
  askedPieces: instructionPaths.askedPieces(ID),
  askedPiece: instructionPaths.askedPiece(ID, PIECE),
} as const
