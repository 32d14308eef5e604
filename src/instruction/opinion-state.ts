import { type Day, daysBetween } from '#platform/day.ts'

/** Where an opinion asked stands; `days` is how late it is, or what is left before it is due. */
export type OpinionState = { state: 'given' } | { state: 'waiting'; days: number } | { state: 'late'; days: number }

/** The due day itself is not late: an opinion is late from the day after. */
export function opinionState(request: { dueOn: Day; given: boolean }, today: Day): OpinionState {
  if (request.given) return { state: 'given' }
  const left = daysBetween(today, request.dueOn)
  return left < 0 ? { state: 'late', days: -left } : { state: 'waiting', days: left }
}

export interface OpinionCount {
  asked: number
  received: number
  late: number
}

export function countOpinions(requests: readonly { dueOn: Day; given: boolean }[], today: Day): OpinionCount {
  const states = requests.map((request) => opinionState(request, today).state)
  const count = (wanted: OpinionState['state']): number => states.filter((state) => state === wanted).length
  return { asked: requests.length, received: count('given'), late: count('late') }
}

/** « 3 sur 5 »; nothing asked says so. */
export function opinionsWords({ asked, received }: OpinionCount): string {
  return asked === 0 ? 'Aucun demandé' : `${received} sur ${asked}`
}

/** « En retard de 4 jours », « Attendu demain », « Attendu dans 9 jours ». */
export function opinionStateWords(state: OpinionState): string {
  if (state.state === 'given') return 'Rendu'
  if (state.state === 'late') return `En retard de ${daysWords(state.days)}`
  if (state.days === 0) return 'Attendu aujourd’hui'
  return state.days === 1 ? 'Attendu demain' : `Attendu dans ${daysWords(state.days)}`
}

/** « 1 jour », « 12 jours ». */
export function daysWords(days: number): string {
  return `${days}\u00A0${days > 1 ? 'jours' : 'jour'}`
}
