import { euros } from '#platform/money.ts'
import type { Frame } from './frame.ts'
import type { PillarName } from './Pillar.tsx'
import type { RowState } from './Table.tsx'

/** Fictitious content of the page of parts: nothing here is anybody's. */
export const SAMPLE_FRAME: Frame = {
  contractName: 'Lens-Liévin 2024-2030',
  homeHref: '#',
  menu: [
    { href: '/tableau-de-bord', label: 'Tableau de bord', icon: 'layout-dashboard' },
    { href: '/territoire', label: 'Territoire', icon: 'map' },
    { href: '/contrat', label: 'Contrat', icon: 'file-text' },
    {
      href: '/programmation',
      label: 'Programmation',
      icon: 'list-checks',
      steps: [
        { href: '/programmation/appels', label: 'Appels à projets' },
        { href: '/programmation/dossiers', label: 'Dossiers', count: 296 },
        { href: '/programmation/instruction', label: 'Instruction', count: 1184 },
        { href: '/kit', label: 'Comité des financeurs' },
        { href: '/programmation/decisions', label: 'Décisions et courriers' },
        { href: '/programmation/conventions', label: 'Conventions' },
        { href: '/programmation/paiements', label: 'Paiements' },
        { href: '/programmation/bilans', label: 'Bilans' },
      ],
    },
    { href: '/quartiers', label: 'Quartiers et bailleurs', icon: 'building-2' },
    { href: '/observer', label: 'Observer et évaluer', icon: 'chart-line' },
    { href: '/habitants', label: 'Habitants', icon: 'message-circle' },
    { href: '/ressources', label: 'Ressources', icon: 'library' },
    { href: '/administration', label: 'Administration', icon: 'settings' },
  ],
  foot: [
    { href: '#', label: 'Plan du site' },
    { href: '#', label: 'Données ouvertes' },
    { href: '#', label: 'Accessibilité : non conforme' },
    { href: '#', label: 'Vie privée' },
  ],
  person: { name: 'Personne fictive' },
  mandate: { id: 'a', name: 'Cheffe de projet', organisation: 'Agglomération de Lens-Liévin', note: 'jusqu’au 31 décembre 2030' },
  mandates: [{ id: 'b', name: 'Membre du comité des financeurs', organisation: 'Agglomération de Lens-Liévin', note: 'suppléance' }],
  demonstrationDay: 'mardi 9 mars 2027',
  demonstrationHref: '#',
  currentPath: '/kit',
  searchHref: '/recherche',
  signOutHref: '/deconnexion',
  switchMandateHref: '/mandats',
}

export const PUBLIC_FRAME: Frame = {
  ...SAMPLE_FRAME,
  menu: [
    { href: '/kit', label: 'Mes demandes', icon: 'files' },
    { href: '/subventions', label: 'Mes subventions', icon: 'euro' },
    { href: '/association', label: 'Mon association', icon: 'users-round' },
    { href: '/aide', label: 'Aide', icon: 'circle-help' },
  ],
  mandate: undefined,
  mandates: [],
  signInHref: '/connexion',
}

export interface SampleRow {
  title: string
  holder: string
  commune: string
  pillar: PillarName
  asked: ReturnType<typeof euros>
  proposed: ReturnType<typeof euros>
  state?: RowState
}

const TITLES = [
  'Ateliers sociolinguistiques',
  'Café des parents de l’école du Carreau',
  'Chantier éducatif 16-25 ans : halls d’immeuble',
  'Permanence d’accès aux droits',
  'Pieds d’immeuble d’été',
  'Vélo-école pour adultes',
  'Ludothèque mobile',
  'Boxe éducative au féminin',
  'Accompagnement à la scolarité, du cours préparatoire au cours moyen deuxième année, et soutien aux familles éloignées de l’école',
  'Recyclerie de quartier',
]
const HOLDERS = ['Les Voisins du Coron Bleu', 'Centre social La Lampisterie', 'Régie de quartier Les Deux Carreaux']
const COMMUNES = ['Lens', 'Liévin', 'Avion']
const PILLARS = ['cohesion', 'employment', 'environment', 'transversal'] as const
const STATES = [undefined, 'asked', 'late', 'new', undefined, 'selected', 'off', undefined, undefined, undefined] as const

/** Rows for a table of any length; the same number gives the same rows. */
export function sampleRows(count: number): SampleRow[] {
  return Array.from({ length: count }, (_, index) => ({
    title: TITLES[index % TITLES.length] ?? '',
    holder: HOLDERS[index % HOLDERS.length] ?? '',
    commune: COMMUNES[Math.floor((index * COMMUNES.length) / count)] ?? '',
    pillar: PILLARS[index % PILLARS.length] ?? 'cohesion',
    asked: euros(3000 + ((index * 3500) % 30_000)),
    proposed: euros(index % 7 === 6 ? 0 : 2000 + ((index * 2500) % 20_000)),
    state: STATES[index % STATES.length],
  }))
}
