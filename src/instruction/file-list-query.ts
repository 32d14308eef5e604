import { z } from 'zod'
import { COMPLETENESS_STATES } from './completeness-state.ts'
import { FILE_SORTS, MISSING_FILTERS } from './file-list.ts'

export const PAGE_SIZE = 50
/** « Tout afficher » stops here: beyond, one narrows the list. */
export const WHOLE_SIZE = 300

export const NO_ORIENTATION = 'aucune'

/** What the address of the list says. A value that means nothing is as if absent: a list is never a 400. */
const FileListQuery = z.object({
  call: z.string().max(80).optional().catch(undefined),
  text: z.string().trim().max(200).optional().catch(undefined),
  commune: z.string().max(5).optional().catch(undefined),
  /** « aucune »: those that have none. */
  orientation: z.uuid().or(z.literal(NO_ORIENTATION)).optional().catch(undefined),
  theme: z.string().max(10).optional().catch(undefined),
  completeness: z.enum(COMPLETENESS_STATES).optional().catch(undefined),
  nature: z.enum(['nouvelle', 'reconduite']).optional().catch(undefined),
  missing: z.enum(MISSING_FILTERS).optional().catch(undefined),
  sort: z.enum(FILE_SORTS).optional().catch(undefined),
  direction: z.enum(['ascending', 'descending']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  whole: z.enum(['tout']).optional().catch(undefined),
  ticked: z.enum(['tout']).optional().catch(undefined),
})
export type FileListQuery = z.infer<typeof FileListQuery>

/** What each is called in the address, which the public reads. */
export const PARAMETERS = {
  call: 'appel',
  text: 'q',
  commune: 'commune',
  orientation: 'orientation',
  theme: 'theme',
  completeness: 'completude',
  nature: 'nature',
  missing: 'avis',
  sort: 'tri',
  direction: 'sens',
  page: 'page',
  whole: 'taille',
  ticked: 'coche',
} as const satisfies Record<keyof FileListQuery, string>

export function readFileListQuery(query: Record<string, string>): FileListQuery {
  const named = Object.entries(PARAMETERS).map(([key, name]) => [key, query[name]?.replaceAll('\0', '')])
  const read = FileListQuery.parse(Object.fromEntries(named))
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''))
}

/** The list with this part of its address changed; another filter or order goes back to the first page, nothing ticked. */
export function fileListHref(base: string, query: FileListQuery, change: Partial<FileListQuery>): string {
  const next: FileListQuery = { ...query, page: undefined, ticked: undefined, ...change }
  const search = new URLSearchParams(parametersOf(next)).toString()
  return search === '' ? base : `${base}?${search}`
}

/** The names and values that an address, or the hidden fields of a form, carry. */
export function parametersOf(query: FileListQuery): [string, string][] {
  const values: Record<string, unknown> = query
  return Object.entries(PARAMETERS).flatMap(([key, name]): [string, string][] => {
    const value = values[key]
    return value === undefined || value === '' ? [] : [[name, String(value)]]
  })
}

export function sortOf(query: FileListQuery): { key: NonNullable<FileListQuery['sort']>; direction: 'ascending' | 'descending' } {
  return { key: query.sort ?? 'number', direction: query.direction ?? 'ascending' }
}
