import { type Day, day } from '#platform/day.ts'
import type { LineKind } from '#resources/droit-commun-line.ts'

export interface DemoLine {
  key: string
  /** Key of the mandate that answers for the owner. */
  owner: 'state' | 'region' | 'department' | 'caf' | 'ars' | 'france-travail'
  name: string
  brings: string
  audience: string
  kind: LineKind
  themeCode: string | null
  source: string
  fictitious: boolean
}

const ANNEX = 'Annexes du contrat de ville de Lens-Liévin 2024-2030'
const INVENTED = 'Ligne inventée pour la démonstration'

/** The day on which the partners opened their catalogue: the calls before it were judged without it. */
export const CATALOGUE_FROM: Day = day('2025-09-01')

/** Lines that the annexes of the contract name, and others invented where they are silent, marked so. */
export const DEMO_LINES: readonly DemoLine[] = [
  {
    key: 'culture-62',
    owner: 'department',
    name: 'Soutien aux projets culturels d’associations et de collectivités',
    brings: 'Une subvention de fonctionnement ou de projet.',
    audience: 'Associations et collectivités',
    kind: 'money',
    themeCode: '1.4',
    source: `${ANNEX}, Département`,
    fictitious: false,
  },
  {
    key: 'club-62',
    owner: 'department',
    name: 'Appel à projets « Ouvrez votre club »',
    brings: 'Une aide à l’ouverture d’un club sportif à de nouveaux publics.',
    audience: 'Clubs sportifs',
    kind: 'money',
    themeCode: '1.5b',
    source: `${ANNEX}, Département`,
    fictitious: false,
  },
  {
    key: 'jeunes-62',
    owner: 'department',
    name: 'Objectif jeunes 62',
    brings: 'Trois axes et vingt-cinq mesures pour les jeunes.',
    audience: 'Associations, collèges, communes',
    kind: 'engineering',
    themeCode: '1.5a',
    source: `${ANNEX}, Département`,
    fictitious: false,
  },
  {
    key: 'alimentation-62',
    owner: 'department',
    name: 'Fonds alimentation durable',
    brings: 'Une aide aux collectivités et aux associations.',
    audience: 'Collectivités et associations',
    kind: 'money',
    themeCode: '3.1',
    source: `${ANNEX}, Département`,
    fictitious: false,
  },
  {
    key: 'sante-ars',
    owner: 'ars',
    name: 'Fonds d’intervention régional, alimentation et activité physique',
    brings: 'Un financement de projet, avec priorité aux quartiers prioritaires.',
    audience: 'Associations, communes, centres de santé',
    kind: 'money',
    themeCode: '1.2',
    source: `${ANNEX}, Agence régionale de santé`,
    fictitious: false,
  },
  {
    key: 'secours-ars',
    owner: 'ars',
    name: 'Formation aux premiers secours en santé mentale',
    brings: 'Des places de formation pour les acteurs du quartier.',
    audience: 'Salariés et bénévoles',
    kind: 'in-kind',
    themeCode: '1.2',
    source: `${ANNEX}, Agence régionale de santé`,
    fictitious: false,
  },
  {
    key: 'global-ft',
    owner: 'france-travail',
    name: 'Accompagnement global',
    brings: 'Des conseillers dédiés, avec le Département.',
    audience: 'Demandeurs d’emploi en difficulté sociale',
    kind: 'in-kind',
    themeCode: '2.1',
    source: `${ANNEX}, France Travail`,
    fictitious: false,
  },
  {
    key: 'recrutement-ft',
    owner: 'france-travail',
    name: 'Recrutement inclusif',
    brings: 'Méthode de simulation, immersions, formations préalables à l’embauche.',
    audience: 'Employeurs et demandeurs d’emploi',
    kind: 'engineering',
    themeCode: '2.1',
    source: `${ANNEX}, France Travail`,
    fictitious: false,
  },
  {
    key: 'scolarite-caf',
    owner: 'caf',
    name: 'Accompagnement à la scolarité',
    brings: 'Une part du coût des séances, par enfant et par an.',
    audience: 'Associations, centres sociaux, communes',
    kind: 'money',
    themeCode: '1.1',
    source: INVENTED,
    fictitious: true,
  },
  {
    key: 'parents-caf',
    owner: 'caf',
    name: 'Soutien à la parentalité',
    brings: 'Une subvention aux lieux et aux groupes de parents.',
    audience: 'Associations, centres sociaux, communes',
    kind: 'money',
    themeCode: '1.3',
    source: INVENTED,
    fictitious: true,
  },
  {
    key: 'discriminations-etat',
    owner: 'state',
    name: 'Aide aux actions contre les discriminations',
    brings: 'Une subvention de projet, de 1 000 à 5 000 euros.',
    audience: 'Associations',
    kind: 'money',
    themeCode: '1.6',
    source: INVENTED,
    fictitious: true,
  },
  {
    key: 'creation-region',
    owner: 'region',
    name: 'Aide régionale à la création d’activité',
    brings: 'Un appui aux porteurs de projet et une prime au démarrage.',
    audience: 'Créateurs et réseaux d’appui',
    kind: 'money',
    themeCode: '2.2',
    source: INVENTED,
    fictitious: true,
  },
]

/** How often each owner stays silent: what the count by partner shows. */
export const SILENCES = {
  state: 0.04,
  region: 0.2,
  department: 0.34,
  caf: 0.08,
  ars: 0.15,
  'france-travail': 0.27,
} satisfies Record<DemoLine['owner'], number>

export const NO_REASONS = [
  'L’action ne répond pas aux conditions de cette ligne.',
  'L’enveloppe de l’année est engagée.',
  'Ce public est déjà suivi par nos services dans ce quartier.',
  'La structure ne remplit pas les conditions d’ancienneté.',
]

export const PARTIAL_REASONS = [
  'Le plafond de la ligne est atteint.',
  'Seules les séances de semaine entrent dans nos conditions.',
  'Nous prenons la part qui concerne nos allocataires.',
]

export const MEANS = ['Une permanence d’une demi-journée par semaine', 'Deux conseillers sur quatre séances', 'Dix places de formation']
