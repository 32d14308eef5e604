/** The pillars of a commitment: those of the contract, and the way it is governed. */
export const COMMITMENT_PILLARS = ['cohesion', 'environment', 'employment', 'transversal', 'governance'] as const
export type CommitmentPillar = (typeof COMMITMENT_PILLARS)[number]

export const COMMITMENT_PILLAR_NAMES = {
  cohesion: 'Cohésion sociale',
  environment: 'Cadre de vie et renouvellement urbain',
  employment: 'Développement économique et emploi',
  transversal: 'Transversal',
  governance: 'Gouvernance',
} satisfies Record<CommitmentPillar, string>

export const COMMITMENT_KINDS = ['droit-commun', 'specific', 'engineering', 'mixed'] as const
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number]

export const COMMITMENT_KIND_NAMES = {
  'droit-commun': 'Droit commun',
  specific: 'Crédits spécifiques',
  engineering: 'Ingénierie',
  mixed: 'Mixte',
} satisfies Record<CommitmentKind, string>

export const COMMITMENT_STEPS = ['declared', 'voted', 'observed'] as const
export type CommitmentStep = (typeof COMMITMENT_STEPS)[number]

export const COMMITMENT_STEP_NAMES = {
  declared: 'Déclaré',
  voted: 'Voté',
  observed: 'Constaté',
} satisfies Record<CommitmentStep, string>

/** Said in place of a figure that nobody can read. */
export const ILLEGIBLE = 'illisible dans le document'
