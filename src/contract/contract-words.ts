import { formatDayShort } from '#platform/day.ts'
import type { ContractPhase } from './contract-end.ts'
import type { DocumentState } from './document-state.ts'
import type { ContractDocument, DocumentKind, Signatory } from './document-store.ts'
import type { NodeLevel } from './frame-store.ts'
import type { Contract, Pillar } from './store.ts'
import type { ContractTerm } from './text-store.ts'

export const GENERATION_NAMES = {
  '2015-2023': 'Contrats de ville 2015-2023',
  '2024-2030': 'Engagements Quartiers 2030',
} satisfies Record<Contract['generation'], string>

export const PHASE_BADGES = {
  coming: { badge: 'À venir', state: 'info' },
  living: { badge: 'En cours', state: 'success' },
  closed: { badge: 'Terminé' },
} satisfies Record<ContractPhase, { badge: string; state?: 'info' | 'success' | 'warning' }>

export const DOCUMENT_KIND_NAMES = {
  contract: 'Contrat',
  avenant: 'Avenant',
  protocol: 'Protocole',
} satisfies Record<DocumentKind, string>

export const DOCUMENT_STATE_BADGES = {
  'in-force': { badge: 'En vigueur', state: 'success' },
  'said-signed': { badge: 'Signé, selon le document', state: 'info' },
  waiting: { badge: 'Attend ses signatures', state: 'warning' },
  'partly-signed': { badge: 'Signé en partie', state: 'warning' },
  unknown: { badge: 'Signataires inconnus' },
} satisfies Record<DocumentState, { badge: string; state?: 'info' | 'success' | 'warning' }>

export const CAPACITY_NAMES = {
  full: 'Signataire de plein exercice',
  'own-competences': 'Pour ses compétences propres',
} satisfies Record<Signatory['capacity'], string>

export const LEVEL_NAMES = {
  orientation: 'Orientation',
  axis: 'Axe',
  objective: 'Objectif',
  'operational-objective': 'Objectif opérationnel',
} satisfies Record<NodeLevel, string>

export const PILLAR_OPTIONS = [
  { value: 'cohesion', label: 'Cohésion sociale' },
  { value: 'environment', label: 'Cadre de vie et renouvellement urbain' },
  { value: 'employment', label: 'Développement économique et emploi' },
  { value: 'transversal', label: 'Transversal' },
] as const satisfies readonly { value: Pillar; label: string }[]

/** « Avenant 1 · Ajout d’un signataire »; the contract and its protocol bear no number. */
export function documentName({ kind, number, title }: Pick<ContractDocument, 'kind' | 'number' | 'title'>): string {
  return kind === 'avenant' ? `Avenant ${number} · ${title}` : title
}

/** What is known of the day of a signature. */
export function signatureWords({ signed, signedOn, reading }: Signatory): string {
  if (!signed) return 'Manque'
  if (signedOn === null) return 'Signé, date illisible dans le document'
  return reading === 'inferred'
    ? `Signé le ${formatDayShort(signedOn)}, date probable, à confirmer`
    : `Signé le ${formatDayShort(signedOn)}`
}

/** Where the end of a contract comes from. */
export function termWords({ basis, reading, textTitle, documentTitle }: ContractTerm): string {
  if (basis === 'law') return `Prorogé par l’${textTitle ?? 'effet d’une loi'}`
  if (basis === 'avenant') return `Prorogé par l’avenant « ${documentTitle ?? ''} »`
  return reading === 'inferred' ? 'Fin initiale, déduite du document' : 'Fin initiale'
}

/** « 2018-02 » is « 02/2018 », « 2019-07-04 » is « 04/07/2019 »: what the document says, no more. */
export function frenchDate(dated: string): string {
  return dated.split('-').reverse().join('/')
}
