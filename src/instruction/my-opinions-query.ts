import { z } from 'zod'
import { type Day, daysBetween } from '#platform/day.ts'
import type { MyOpinion } from './my-opinions-store.ts'

export const DELAYS = ['en-retard', 'cette-semaine', 'plus-tard'] as const
export type Delay = (typeof DELAYS)[number]

export const DELAY_NAMES = {
  'en-retard': 'En retard',
  'cette-semaine': 'D’ici sept jours',
  'plus-tard': 'Plus tard',
} satisfies Record<Delay, string>

/** What the address says. A value that means nothing is as if absent. */
const MyOpinionsQuery = z.object({
  text: z.string().trim().max(200).optional().catch(undefined),
  delay: z.enum(DELAYS).optional().catch(undefined),
  commune: z.string().trim().max(80).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
  /** The ask whose form is open. */
  open: z.uuid().optional().catch(undefined),
  whole: z.enum(['tout']).optional().catch(undefined),
})
export type MyOpinionsQuery = z.infer<typeof MyOpinionsQuery>

export const MY_PARAMETERS = {
  text: 'q',
  delay: 'delai',
  commune: 'commune',
  page: 'page',
  open: 'ouvrir',
  whole: 'taille',
} as const satisfies Record<keyof MyOpinionsQuery, string>

export function readMyOpinionsQuery(query: Record<string, string>): MyOpinionsQuery {
  const named = Object.entries(MY_PARAMETERS).map(([key, name]) => [key, query[name]?.replaceAll('\0', '')])
  const read = MyOpinionsQuery.parse(Object.fromEntries(named))
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''))
}

/** The same list with this changed; another filter goes back to the first page. */
export function myOpinionsHref(base: string, query: MyOpinionsQuery, change: Partial<MyOpinionsQuery> = {}): string {
  const search = new URLSearchParams(myParameters({ ...query, page: undefined, open: undefined, ...change })).toString()
  return search === '' ? base : `${base}?${search}`
}

export function myParameters(query: MyOpinionsQuery): [string, string][] {
  const values: Record<string, unknown> = query
  return Object.entries(MY_PARAMETERS).flatMap(([key, name]): [string, string][] => {
    const value = values[key]
    return value === undefined || value === '' ? [] : [[name, String(value)]]
  })
}

/** The due day itself is not late, and is of this week. */
export function delayOf(dueOn: Day, today: Day): Delay {
  const left = daysBetween(today, dueOn)
  if (left < 0) return 'en-retard'
  return left <= 7 ? 'cette-semaine' : 'plus-tard'
}

export function narrowed(rows: readonly MyOpinion[], { text, delay, commune }: MyOpinionsQuery, today: Day): MyOpinion[] {
  const wanted = plain(text ?? '')
  return rows.filter(
    (row) =>
      plain(`${row.number ?? ''} ${row.title} ${row.organisationName} ${row.qpvs}`).includes(wanted) &&
      (delay === undefined || delayOf(row.dueOn, today) === delay) &&
      (commune === undefined || row.communes.includes(commune)),
  )
}

/** Accents and capitals do not count. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
