import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import { callPeriod, type Door } from './call-period.ts'

type Dates = { opensOn: Day; closesOn: Day }
type State = { badge: string; state?: 'success' | 'info' }

/** Where a call stands, by one word. */
export function stateOfCall(call: Dates, today: Day): State {
  return STATES[callPeriod(call, today).phase]
}

const STATES = {
  'not-yet': { badge: 'À venir', state: 'info' },
  open: { badge: 'Ouvert', state: 'success' },
  closed: { badge: 'Clos' },
} satisfies Record<ReturnType<typeof callPeriod>['phase'], State>

/** « Du 2 novembre 2026 au 31 janvier 2027 ». */
export function periodOfCall(call: Dates): string {
  return `Du ${formatDayShort(call.opensOn)} au ${formatDayShort(call.closesOn)}`
}

/** What a call asks of its reader today, in one sentence. */
export function callToday(call: Dates, today: Day): string {
  const { phase, daysLeft } = callPeriod(call, today)
  if (phase === 'not-yet') return `Cet appel ouvre le ${formatDay(call.opensOn)}`
  if (phase === 'closed') return `Cet appel est clos depuis le ${formatDay(call.closesOn)}, minuit`
  if (daysLeft === 0) return 'Dernier jour\u00A0: les demandes s’envoient ce soir avant minuit'
  return `Les demandes s’envoient avant le ${formatDay(call.closesOn)}, minuit\u00A0: il reste ${daysLeft === 1 ? 'un jour' : `${daysLeft} jours`}`
}

/** How one applies, according to the door of the call. */
export const HOW_TO_APPLY = {
  'pilotis-first':
    'Écrivez votre demande ici, une seule fois pour tous les financeurs. Si vous demandez des crédits de l’État, Pilotis prépare la fiche, dans l’ordre et avec les codes du portail Dauphin, que vous y recopiez.',
  'dauphin-first':
    'Déposez votre demande sur le portail Dauphin de l’État (usager-dauphin.cget.gouv.fr). Elle arrive ensuite ici\u00A0: vous n’avez rien à ressaisir.',
} satisfies Record<Door, string>

/** What a door changes for those who run the call. */
export const DOOR_EFFECTS = {
  'pilotis-first': 'Les organisations écrivent leur demande ici\u202F; Pilotis leur prépare la fiche à recopier sur Dauphin pour l’État.',
  'dauphin-first': 'Les demandes arrivent par l’export de Dauphin, importé autant de fois qu’il le faut\u202F; rien ne s’écrit ici.',
} satisfies Record<Door, string>
