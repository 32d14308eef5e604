import { droitCommunPaths } from '#resources/droit-commun-paths.ts'

/** The only place that spells the addresses of ordinary policy in a file, and of the gender marker. */
export const meansPaths = {
  /** Every action with its route; POST: tries the lines that fit. */
  routes: '/instruction/droit-commun',
  /** What is asked of the lines of one's own organisation; POST: answers, several at once. */
  myTries: droitCommunPaths.answers,
  partners: '/droit-commun/partenaires',
  /** The grid of a file; POST: tries the lines chosen. */
  grid: (applicationId: string): string => `/dossiers/${applicationId}/droit-commun`,
  /** POST: opens the specific route with a reason. */
  override: (applicationId: string): string => `/dossiers/${applicationId}/droit-commun/derogation`,
  calculator: '/marqueur-egalite',
  /** Every action with its marker; POST: several sets of answers at once. */
  markers: '/instruction/marqueur',
  /** POST: sets the threshold from a day on. */
  threshold: '/instruction/marqueur/seuil',
  support: '/instruction/marqueur/accompagnement',
  /** POST: the target of a year. */
  supportTarget: '/instruction/marqueur/accompagnement/objectif',
  /** The tree on one action; POST: one's own answers. */
  marker: (applicationId: string, partId: string): string => `/dossiers/${applicationId}/marqueur/${partId}`,
  /** POST: the answers agreed together. */
  discussion: (applicationId: string, partId: string): string => `/dossiers/${applicationId}/marqueur/${partId}/discussion`,
} as const

const ID = ':id{[0-9a-f-]{36}}'
const PART = ':part{[0-9a-f-]{36}}'

/** The same addresses as the router takes them. */
export const meansRoutePaths = {
  grid: meansPaths.grid(ID),
  override: meansPaths.override(ID),
  marker: meansPaths.marker(ID, PART),
  discussion: meansPaths.discussion(ID, PART),
} as const
