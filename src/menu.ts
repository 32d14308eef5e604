import type { CurrentContract } from '#access/http.ts'
import type { Mandate } from '#access/mandate.ts'
import { type MandateFunction, may, type Permission } from '#access/permissions.ts'
import type { MenuEntry, SubEntry } from '#platform/kit/frame.ts'

/** A line of a menu that is shown only to the mandates that may open it. */
interface Permitted {
  permission: Permission
}

/** The steps of the year, in order, under Programmation. */
const STEPS: readonly (SubEntry & Permitted)[] = [
  { href: '/appels', label: 'Appels à projets', permission: 'application:read' },
  { href: '/dossiers', label: 'Dossiers', permission: 'application:read' },
  { href: '/instruction', label: 'Instruction', permission: 'opinion:give' },
  { href: '/instruction/droit-commun', label: 'Droit commun d’abord', permission: 'application:read' },
  { href: '/instruction/marqueur', label: 'Marqueur égalité', permission: 'marker:assess' },
  { href: '/comites', label: 'Comité des financeurs', permission: 'meeting:read' },
  { href: '/decisions', label: 'Décisions', permission: 'programming:read' },
  { href: '/courriers', label: 'Courriers', permission: 'letter:produce' },
  { href: '/conventions', label: 'Conventions', permission: 'letter:produce' },
  { href: '/paiements', label: 'Paiements', permission: 'programming:read' },
  { href: '/bilans', label: 'Bilans', permission: 'report:read' },
  { href: '/suivi', label: 'À suivre', permission: 'programming:read' },
  { href: '/programmation/analyse', label: 'Analyse', permission: 'programming:read' },
]

/** What officers set once and come back to. */
const SETTINGS: readonly (MenuEntry & Permitted)[] = [
  { href: '/exports', label: 'Mes exports', icon: 'download', permission: 'meeting:read' },
  { href: '/enveloppes', label: 'Enveloppes', icon: 'coins', permission: 'envelope:manage' },
  { href: '/droit-commun', label: 'Catalogue du droit commun', icon: 'book-open', permission: 'droit-commun:manage' },
  { href: '/regles', label: 'Règles des financeurs', icon: 'scale', permission: 'envelope:manage' },
  { href: '/mandats/demandes', label: 'Rattachements', icon: 'key-round', permission: 'claim:decide' },
  { href: '/mandats/passation', label: 'Passation', icon: 'users-round', permission: 'claim:decide' },
]

const PORTEUR_MENU: readonly MenuEntry[] = [
  { href: '/accueil', label: 'Accueil', icon: 'house' },
  { href: '/demandes', label: 'Mes demandes', icon: 'file-text' },
  { href: '/subventions', label: 'Mes subventions', icon: 'list-checks' },
  { href: '/mon-organisation', label: 'Mon organisation', icon: 'building-2' },
]

/** Those who are only asked for opinions: what waits for them, and the files they were given. */
const OPINION_GIVER_MENU: readonly MenuEntry[] = [
  { href: '/accueil', label: 'Accueil', icon: 'house' },
  { href: '/instruction', label: 'Avis demandés', icon: 'list-checks' },
  { href: '/droit-commun/reponses', label: 'Droit commun\u00A0: vos réponses', icon: 'hand-coins' },
  { href: '/dossiers', label: 'Dossiers', icon: 'file-text' },
]

const HOME: MenuEntry = { href: '/accueil', label: 'Accueil', icon: 'house' }

type Menu = (mandate: Mandate, contract: CurrentContract | undefined) => readonly MenuEntry[]

const readerMenu: Menu = (_mandate, contract) => [HOME, ...publicMenu(contract)]

/** Navigation by the work: each function sees its own, a porteur, an opinion-giver and a reader a much shorter one. */
const MENUS = {
  porteur: () => PORTEUR_MENU,
  'project-lead': officerMenu,
  'state-instructor': officerMenu,
  'state-delegate': officerMenu,
  'state-signatory': officerMenu,
  funder: officerMenu,
  'opinion-giver': () => OPINION_GIVER_MENU,
  elected: readerMenu,
  council: readerMenu,
} satisfies Record<MandateFunction, Menu>

export function menuOf(mandate: Mandate | undefined, contract: CurrentContract | undefined): readonly MenuEntry[] {
  return mandate === undefined ? publicMenu(contract) : MENUS[mandate.function](mandate, contract)
}

function officerMenu(mandate: Mandate, contract: CurrentContract | undefined): readonly MenuEntry[] {
  const open = <T extends Permitted>(entries: readonly T[]): T[] => entries.filter(({ permission }) => may(mandate, permission))
  return [
    { href: '/accueil', label: 'Tableau de bord', icon: 'layout-dashboard' },
    ...(contract ? [{ href: `/contrats/${contract.code}`, label: 'Contrat', icon: 'file-text' } as const] : []),
    ...(contract ? [{ href: '/quartiers', label: 'Territoire', icon: 'map' } as const] : []),
    { href: '/programmation', label: 'Programmation', icon: 'list-checks', steps: open(STEPS) },
    ...open(SETTINGS),
    ...(contract ? [{ href: '/actions', label: 'Pages publiques', icon: 'map' } as const] : []),
  ]
}

function publicMenu(contract: CurrentContract | undefined): readonly MenuEntry[] {
  if (!contract) return []
  return [
    { href: `/contrats/${contract.code}`, label: 'Le contrat', icon: 'file-text' },
    { href: '/appels-a-projets', label: 'Appels à projets', icon: 'send' },
    { href: '/quartiers', label: 'Quartiers', icon: 'map' },
    { href: '/actions', label: 'Actions financées', icon: 'list-checks' },
    { href: '/donnees', label: 'Données ouvertes', icon: 'download' },
  ]
}

export function footOf(contract: CurrentContract | undefined): readonly SubEntry[] {
  return [
    ...(contract ? [{ href: `/contrats/${contract.code}`, label: 'Le contrat en public' }] : []),
    { href: '/guide', label: 'Guide d’utilisation' },
    { href: '/glossaire', label: 'Glossaire' },
    { href: '/donnees', label: 'Données ouvertes' },
    { href: '/api', label: 'API' },
    { href: '/accessibilite', label: 'Accessibilité\u00A0: non conforme' },
    { href: '/vie-privee', label: 'Vie privée' },
  ]
}
