import { CALL_CLOSED } from './call-period.ts'

export type StartRefusal =
  | 'unknown-call'
  | 'dauphin-first'
  | 'not-yet'
  | 'closed'
  | 'draft-exists'
  | 'unknown-action'
  | 'action-already-asked'
  | 'too-many-parts'
  | 'not-a-draft'
  | 'draft-closed'

/** Why a file or an action of a file cannot be begun. */
export const START_REFUSALS = {
  'unknown-call': 'Choisissez un appel à projets de la liste',
  'dauphin-first': 'Cet appel passe par Dauphin\u00A0: déposez votre demande sur le portail Dauphin de l’État, elle arrivera ici',
  'not-yet': 'Cet appel n’est pas encore ouvert',
  closed: 'Cet appel est clos\u00A0: on ne peut plus commencer de demande',
  'draft-exists': 'Votre organisation a déjà un brouillon pour cet appel',
  'unknown-action': 'Choisissez une action de votre organisation',
  'action-already-asked': 'Cette action est déjà dans une demande de votre organisation pour cet appel',
  'too-many-parts': 'Une demande contient vingt actions au plus\u00A0: commencez une autre demande',
  'not-a-draft': 'Cette demande a été envoyée\u00A0: elle ne se modifie plus',
  'draft-closed': CALL_CLOSED,
} satisfies Record<StartRefusal, string>
