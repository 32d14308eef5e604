import { type Day, daysBetween } from '#platform/day.ts'

/** Where an opinion asked stands; `days` is how late it is, or what is left before it is due. */
export type OpinionState =
  | { state: 'given' }
  | { state: 'pointless' }
  | { state: 'waiting'; days: number }
  | { state: 'late'; days: number }

/** An opinion asked; `decided` when an act has decided its file: one that is missing then is no longer waited for. */
export interface AskedOpinion {
  dueOn: Day
  given: boolean
  decided?: boolean
}

/** The due day itself is not late: an opinion is late from the day after. */
export function opinionState(request: AskedOpinion, today: Day): OpinionState {
  if (request.given) return { state: 'given' }
  if (request.decided) return { state: 'pointless' }
  const left = daysBetween(today, request.dueOn)
  return left < 0 ? { state: 'late', days: -left } : { state: 'waiting', days: left }
}

/** Whether somebody still waits for an opinion. */
export function isAwaited({ kind, decided }: { kind: string | null; decided: boolean }): boolean {
  return kind === null && !decided
}

export interface OpinionCount {
  asked: number
  received: number
  late: number
  /** Missing, on a file already decided. */
  pointless: number
}

export function countOpinions(requests: readonly AskedOpinion[], today: Day): OpinionCount {
  const states = requests.map((request) => opinionState(request, today).state)
  const count = (wanted: OpinionState['state']): number => states.filter((state) => state === wanted).length
  return { asked: requests.length, received: count('given'), late: count('late'), pointless: count('pointless') }
}

/** « 3 sur 5 »; nothing asked says so. */
export function opinionsWords({ asked, received }: Pick<OpinionCount, 'asked' | 'received'>): string {
  return asked === 0 ? 'Aucun demandé' : `${received} sur ${asked}`
}

/** « En retard de 4 jours », « Attendu demain », « Attendu dans 9 jours ». */
export function opinionStateWords(state: OpinionState): string {
  if (state.state === 'given') return 'Rendu'
  if (state.state === 'pointless') return 'Sans objet\u00A0: décidé'
  if (state.state === 'late') return `En retard de ${daysWords(state.days)}`
  if (state.days === 0) return 'Attendu aujourd’hui'
  return state.days === 1 ? 'Attendu demain' : `Attendu dans ${daysWords(state.days)}`
}

/** « 1 jour », « 12 jours ». */
export function daysWords(days: number): string {
  return `${days}\u00A0${days > 1 ? 'jours' : 'jour'}`
}
