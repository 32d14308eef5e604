/** Why files were refused at the door, taken back, or not retained: invented, in the words of those who write them. */
export const INADMISSIBLE_NOTES: readonly string[] = [
  'Irrecevable\u00A0: aucun quartier prioritaire n’est concerné, l’adresse de l’action est hors périmètre.',
  'Irrecevable\u00A0: la demande porte sur le fonctionnement de la structure, pas sur une action.',
  'Irrecevable\u00A0: les pièces demandées deux fois ne sont pas arrivées.',
  'Irrecevable\u00A0: l’action a déjà eu lieu.',
  'Irrecevable\u00A0: le contrat d’engagement républicain n’est pas signé.',
  'Irrecevable\u00A0: le numéro SIRET est celui d’un établissement fermé.',
]

export const WITHDRAWAL_REASONS: readonly string[] = [
  'Notre salariée part et n’est pas remplacée\u202F; nous représenterons l’action l’an prochain.',
  'La salle sur laquelle nous comptions ferme pour travaux.',
  'Une fondation prend en charge toute l’action\u00A0: nous n’avons plus besoin de subvention.',
  'Déposé deux fois par erreur.',
]

export const REFUSAL_REASONS: readonly string[] = [
  'L’enveloppe de l’année ne permet pas de retenir toutes les demandes\u202F; cette action n’a pas été jugée prioritaire.',
  'L’action relève du droit commun, vers lequel le porteur est orienté.',
  'Le budget n’est pas assez détaillé pour que la part demandée soit justifiée.',
  'Le public des quartiers prioritaires est trop peu représenté.',
]

export const ACHIEVEMENTS: readonly string[] = [
  'Les séances prévues ont eu lieu, sauf deux\u202F; le groupe est resté stable de la rentrée à l’été.',
  'Le public est venu plus nombreux que prévu au printemps, un second groupe a été ouvert.',
  'L’équipe a tenu son rythme, et des habitants en assurent maintenant une part.',
  'Trois temps forts ont réuni les familles\u202F; les partenaires ont orienté vers nous dès le début.',
  'L’action a trouvé son public à l’automne, grâce au porte-à-porte.',
  'Le calendrier a été suivi, et le bilan partagé avec les participants en fin de cycle.',
]

export const DIFFICULTIES: readonly string[] = [
  '',
  'Un mois sans animatrice, remplacée par des bénévoles.',
  'La salle a été fermée trois semaines.',
  'Les hommes et les garçons restent peu nombreux, malgré les invitations.',
  'Les premiers mois ont été lents, le temps de se faire connaître.',
  'Les prix ont monté\u202F: nous avons réduit les sorties.',
]
