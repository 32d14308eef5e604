import type { DauphinColumn } from './dauphin-columns.ts'

export type DauphinRule =
  | 'missing-column'
  | 'missing'
  | 'unreadable'
  | 'too-long'
  | 'not-a-file-number'
  | 'other-year'
  | 'unknown-theme'
  | 'unknown-frequency'
  | 'siret-rounded'
  | 'siret-length'
  | 'siret-key'
  | 'not-an-rna'
  | 'unknown-third-party'
  | 'not-a-day'
  | 'ends-before-start'
  | 'qpv-shape'
  | 'qpv-unknown'
  | 'qpv-old-generation'
  | 'qpv-shares'
  | 'not-a-count'
  | 'not-an-amount'
  | 'unknown-status'
  | 'not-deposited'
  | 'duplicate'
  | 'differs'
  | 'other-organisation'
  | 'no-application'
  | 'state-line-only'
  | 'declared-interest'

/** One reason why a line was left out. */
export interface DauphinRefusal {
  /** As an editor or a spreadsheet shows it. */
  line: number
  column: DauphinColumn
  value: string
  rule: DauphinRule
  /** The other line that this one contradicts. */
  otherLine?: number
}

interface Said {
  says: string
  fix: string
}

const TEXT_FORMAT =
  'Dans le tableur, mettez la colonne au format Texte, puis refaites l’export de Dauphin\u00A0: les chiffres perdus ne se devinent pas'

/** What is wrong, and what to do about it. */
export const DAUPHIN_RULES = {
  'missing-column': { says: 'Cette colonne manque dans le fichier', fix: 'Ajoutez-la\u00A0: son titre est sur la première ligne' },
  missing: { says: 'Cette case est vide', fix: 'Remplissez-la dans Dauphin, puis refaites l’export' },
  unreadable: { says: 'Cette case contient un caractère illisible', fix: 'Refaites l’export en UTF-8, sans passer par un autre logiciel' },
  'too-long': { says: 'Ce texte est trop long', fix: 'Raccourcissez-le dans Dauphin' },
  'not-a-file-number': { says: 'Ce n’est pas un numéro de dossier Dauphin', fix: 'Il commence par DA. Exemple\u00A0: DA62270045' },
  'other-year': { says: 'Cet exercice n’est pas celui de l’appel', fix: 'Importez cette ligne dans l’appel de son année' },
  'unknown-theme': { says: 'Cette thématique n’est pas dans la liste nationale', fix: 'Écrivez son code. Exemple\u00A0: 1.5' },
  'unknown-frequency': {
    says: 'Cette fréquence est inconnue',
    fix: 'Écrivez «\u00A0Première demande\u00A0» ou «\u00A0Renouvellement\u00A0»',
  },
  'siret-rounded': { says: 'Ce SIRET a été arrondi par un tableur', fix: TEXT_FORMAT },
  'siret-length': { says: 'Ce SIRET n’a pas quatorze chiffres', fix: `Un zéro du début a pu être effacé. ${TEXT_FORMAT}` },
  'siret-key': {
    says: 'Ce SIRET n’existe pas\u00A0: sa clé de contrôle est fausse',
    fix: 'Un chiffre a été changé\u00A0: vérifiez-le dans l’annuaire des entreprises',
  },
  'not-an-rna': { says: 'Ce n’est pas un numéro RNA', fix: 'W et neuf chiffres, ou rien. Exemple\u00A0: W621000123' },
  'unknown-third-party': { says: 'Ce type de tiers est inconnu', fix: 'Exemples\u00A0: Association, Commune, CCAS, Établissement public' },
  'not-a-day': { says: 'Ce n’est pas une date du calendrier', fix: 'Écrivez-la ainsi\u00A0: 14/01/2027' },
  'ends-before-start': { says: 'La fin vient avant le début', fix: 'Vérifiez les deux dates dans Dauphin' },
  'qpv-shape': {
    says: 'Ces quartiers ne se lisent pas',
    fix: 'Écrivez chaque code et sa part. Exemple\u00A0: QN06298Z (60\u00A0%)\u202F; QN06297Z (40\u00A0%)',
  },
  'qpv-unknown': { says: 'Ce quartier n’est pas dans le contrat de ville', fix: 'Vérifiez son code' },
  'qpv-old-generation': {
    says: 'Ce code est celui d’un quartier de 2015',
    fix: 'Depuis 2024 les codes commencent par QN\u00A0: cherchez le nouveau',
  },
  'qpv-shares': { says: 'Les parts des quartiers ne font pas 100\u00A0%', fix: 'Donnez une part à chacun\u202F; leur somme est 100' },
  'not-a-count': { says: 'Ce n’est pas un nombre de personnes', fix: 'Écrivez un nombre entier. Exemple\u00A0: 25' },
  'not-an-amount': { says: 'Ce n’est pas un montant en euros', fix: 'Écrivez un nombre, zéro ou plus. Exemple\u00A0: 5\u00A0000' },
  'unknown-status': { says: 'Ce statut de Dauphin est inconnu', fix: 'Signalez-le à l’équipe de Pilotis' },
  'not-deposited': {
    says: 'Cette demande n’est pas encore déposée sur Dauphin',
    fix: 'Rien à faire\u00A0: elle entrera à l’import qui suivra son dépôt',
  },
  duplicate: { says: 'Ce dossier et ce financeur sont déjà dans le fichier', fix: 'Gardez une seule des deux lignes' },
  differs: {
    says: 'Une autre ligne du même dossier dit autre chose',
    fix: 'Le dossier doit être décrit de la même façon sur toutes ses lignes',
  },
  'other-organisation': {
    says: 'Ce dossier est celui d’un autre organisme dans Pilotis',
    fix: 'Vérifiez le numéro de dossier et le SIRET',
  },
  'no-application': {
    says: 'Aucune demande déposée sur Pilotis ne porte ce numéro',
    fix: 'Dans cet appel on dépose d’abord sur Pilotis\u00A0: écrivez le numéro Dauphin dans la demande, puis recommencez',
  },
  'state-line-only': {
    says: 'Dans cet appel, seule la demande à l’État passe par Dauphin',
    fix: 'Rien à faire\u00A0: le montant demandé à ce financeur est celui de Pilotis',
  },
  'declared-interest': {
    says: 'Vous avez déclaré un intérêt avec cet organisme',
    fix: 'Une autre personne de l’équipe doit importer cette ligne',
  },
} satisfies Record<DauphinRule, Said>

/** What the person reads: the rule, and the other line when there is one. */
export function sayRefusal(refusal: DauphinRefusal): Said {
  const { says, fix } = DAUPHIN_RULES[refusal.rule]
  return { says: refusal.otherLine === undefined ? says : `${says} (ligne ${refusal.otherLine})`, fix }
}
