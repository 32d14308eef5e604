/** What the programming is analysed by; any two at once. The code is that of the API, the path that of the pages. */
export const AXES = ['territory', 'orientation', 'theme', 'funder', 'kind', 'marker', 'year', 'organisationKind'] as const
export type Axis = (typeof AXES)[number]

export const AXIS_WORDS = {
  territory: { path: 'quartier', head: 'Quartier', by: 'quartier', none: 'Quartier non précisé' },
  orientation: { path: 'orientation', head: 'Orientation', by: 'orientation', none: 'Orientation à préciser' },
  theme: { path: 'theme', head: 'Thème national', by: 'thème national', none: 'Thème à préciser' },
  funder: { path: 'financeur', head: 'Financeur', by: 'financeur', none: 'Sans financeur' },
  kind: { path: 'nature', head: 'Nature des crédits', by: 'nature des crédits', none: 'Avant le choix d’une enveloppe' },
  marker: { path: 'marqueur', head: 'Marqueur de genre', by: 'marqueur de genre', none: 'Non évalué' },
  year: { path: 'annee', head: 'Année', by: 'année', none: 'Année inconnue' },
  organisationKind: { path: 'porteur', head: 'Type de porteur', by: 'type de porteur', none: 'Type à préciser' },
} as const satisfies Record<Axis, { path: string; head: string; by: string; none: string }>

/** Every pair of different axes, each once: 28. */
export const AXIS_PAIRS: readonly (readonly [Axis, Axis])[] = AXES.flatMap((a, rank) => AXES.slice(rank + 1).map((b) => [a, b] as const))

/** Which actions of a cell are counted: those handed in, those a committee retained, those a funder decided to fund. */
export const STAGES = ['filed', 'retained', 'decided'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_WORDS = {
  filed: { path: 'deposees', one: 'déposée', many: 'déposées' },
  retained: { path: 'retenues', one: 'retenue', many: 'retenues' },
  decided: { path: 'financees', one: 'financée', many: 'financées' },
} as const satisfies Record<Stage, { path: string; one: string; many: string }>

/** The gender marker is a means of examination: it is published nowhere. */
export const PUBLIC_AXES: readonly Axis[] = AXES.filter((axis) => axis !== 'marker')
