import type { CurrentContract } from '#access/http.ts'
import type { Mandate } from '#access/mandate.ts'
import type { MenuEntry, SubEntry } from '#platform/kit/frame.ts'

/** The steps of the year, in order, under Programmation. */
const STEPS: readonly SubEntry[] = [
  { href: '/appels', label: 'Appels à projets' },
  { href: '/dossiers', label: 'Dossiers' },
  { href: '/instruction', label: 'Instruction' },
  { href: '/comites', label: 'Comité des financeurs' },
  { href: '/decisions', label: 'Décisions et courriers' },
  { href: '/paiements', label: 'Paiements' },
  { href: '/bilans', label: 'Bilans' },
]

const OFFICER_MENU: readonly MenuEntry[] = [
  { href: '/accueil', label: 'Tableau de bord', icon: 'layout-dashboard' },
  { href: '/programmation', label: 'Programmation', icon: 'list-checks', steps: STEPS },
  { href: '/public', label: 'Pages publiques', icon: 'map' },
]

const FUNDER_MENU: readonly MenuEntry[] = [
  { href: '/accueil', label: 'Tableau de bord', icon: 'layout-dashboard' },
  { href: '/programmation', label: 'Programmation', icon: 'list-checks', steps: STEPS.filter(({ href }) => href !== '/appels') },
  { href: '/public', label: 'Pages publiques', icon: 'map' },
]

const PORTEUR_MENU: readonly MenuEntry[] = [
  { href: '/demandes', label: 'Mes demandes', icon: 'file-text' },
  { href: '/subventions', label: 'Mes subventions', icon: 'list-checks' },
  { href: '/mon-organisation', label: 'Mon organisation', icon: 'building-2' },
]

/** Navigation by the work: each function sees its own, a porteur a much shorter one. */
export function menuOf(mandate: Mandate | undefined, contract: CurrentContract | undefined): readonly MenuEntry[] {
  if (mandate === undefined) return publicMenu(contract)
  return MENUS[mandate.function]
}

const MENUS = {
  porteur: PORTEUR_MENU,
  'project-lead': OFFICER_MENU,
  'state-instructor': OFFICER_MENU,
  funder: FUNDER_MENU,
} satisfies Record<Mandate['function'], readonly MenuEntry[]>

function publicMenu(contract: CurrentContract | undefined): readonly MenuEntry[] {
  if (!contract) return []
  return [
    { href: `/contrats/${contract.code}`, label: 'Le contrat', icon: 'file-text' },
    { href: '/quartiers', label: 'Quartiers', icon: 'map' },
    { href: '/actions', label: 'Actions financées', icon: 'list-checks' },
    { href: '/donnees', label: 'Données ouvertes', icon: 'download' },
  ]
}

export function footOf(contract: CurrentContract | undefined): readonly SubEntry[] {
  return [
    ...(contract ? [{ href: `/contrats/${contract.code}`, label: 'Le contrat en public' }] : []),
    { href: '/donnees', label: 'Données ouvertes' },
    { href: '/api', label: 'API' },
    { href: '/accessibilite', label: 'Accessibilité\u00A0: non conforme' },
    { href: '/vie-privee', label: 'Vie privée' },
  ]
}
