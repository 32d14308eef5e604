import type { MandateFunction } from './permissions.ts'

/** What each role of the demonstration has to do on its first day: said beside the button that enters it. */
const TODAY = {
  porteur: 'Suivre sa demande et ses subventions.',
  'project-lead': 'Préparer le comité d’après-demain\u00A0: avis en retard, pièces attendues, ordre du jour.',
  'state-instructor': 'Rendre les derniers avis de l’État, regarder l’équilibre de l’enveloppe et les bilans en retard.',
  'state-delegate': 'Donner un avis sur les dossiers de ses communes, et suivre ceux de l’an dernier.',
  'state-signatory': 'Voir ce que le comité proposera, avant de signer les actes d’avril.',
  funder: 'Rendre ses avis, préparer ses montants\u202F; il reste des bilans et des engagements de 2026 à suivre.',
  'opinion-giver': 'Rendre les avis demandés pour le 1er mars\u00A0: il en manque.',
  elected: 'Lire la programmation de sa commune avant le comité.',
  council: 'Lire les actions de son quartier et dire ce qu’en pensent les habitants.',
} satisfies Record<MandateFunction, string>

/** Organisations whose files are written by hand: they come first, the others are folded away. */
const OWN: Readonly<Record<string, string>> = {
  'Les Voisins du Coron Bleu': 'Une action reconduite attend le comité\u202F; une autre, abandonnée en juin, a rendu son argent.',
  'Centre social La Lampisterie': 'Déposer ses comptes approuvés, attendus pour le 12 mars.',
  'Régie de quartier Les Deux Carreaux': 'Une demande d’été à peine commencée, deux chantiers au comité.',
  'Graines de Coron': 'Une demande d’été dont le budget est à corriger.',
  'Amicale des Coulons': 'Remettre un RIB à son nom\u202F; finir et envoyer la demande de fresque.',
  'La Tablée des Trois-Fosses': 'Sa première demande, à moitié écrite.',
  'Les Gants du Vieux-Chevalement': 'Une pièce demandée est en retard depuis le 26 février.',
  'La Roue des Terrils': 'Un dépôt accepté par exception, avec deux actions.',
  'Ville de Lens': 'Demander pour ses actions, et financer celles des autres.',
  'Le Droit au Coin de la Rue': 'Voir où en est sa subvention, financeur par financeur.',
  'La Souris du Terril': 'Comprendre un refus de 2026, suivre la demande de 2027.',
  'Compagnie du Marteau-Piqueur': 'Un studio refusé l’an dernier, redemandé, et un théâtre-forum reconduit.',
  'Réseau Premier Pas du Bassin': 'Trois actions vers l’emploi au comité d’après-demain.',
  'Passerelles de Nuit': 'La plus grosse demande de l’Agglomération\u00A0: la médiation de soirée.',
  'Les P’tits Galibots': 'Une première demande\u00A0: garder des enfants très tôt le matin.',
  'L’Atelier des Cités': 'Un observatoire citoyen, demandé pour la première fois.',
  'Les Remueurs de la Fosse': 'Une recyclerie, dont la demande à l’État n’a pas encore son numéro Dauphin.',
  'Ville de Sallaumines': 'Un fonds d’habitants reconduit, et une action de santé nouvelle.',
  'Centre communal d’action sociale de Liévin': 'L’accompagnement à la scolarité, demandé à l’État et à la CAF.',
  'Centre communal d’action sociale de Bully-les-Mines': 'Une première demande\u00A0: le répit des proches qui aident.',
  'Ville d’Avion': 'Des séjours au comité d’après-demain, et les bilans de 2026 à remettre.',
}

/** The mayor who presides an applicant. */
const MAYOR = 'Elle préside une association qui demande\u00A0: son intérêt est déclaré, elle n’en voit pas les dossiers.'

export function todayOf(persona: { function: MandateFunction; organisationName: string }): string {
  if (persona.function === 'elected' && persona.organisationName === 'Ville d’Avion') return MAYOR
  const own = persona.function === 'porteur' ? OWN[persona.organisationName] : undefined
  return own ?? TODAY[persona.function]
}

/** Shown at once; the other carriers are many. */
export function isFeatured(persona: { function: MandateFunction; organisationName: string }): boolean {
  return persona.function !== 'porteur' || persona.organisationName in OWN
}
