import { z } from 'zod'
import type { SortDirection } from '#platform/kit/Table.tsx'
import { COMPLETENESS_STATES } from './completeness-state.ts'
import { FILE_SORTS, MISSING_FILTERS } from './file-list.ts'

export const PAGE_SIZE = 50
/** « Tout afficher » stops here: beyond, one narrows the list. */
export const WHOLE_SIZE = 300

/** What the address of the list says. A value that means nothing is as if absent: a list is never a 400. */
const FileListQuery = z.object({
  appel: z.string().max(80).optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  commune: z.string().max(5).optional().catch(undefined),
  orientation: z.uuid().optional().catch(undefined),
  theme: z.string().max(10).optional().catch(undefined),
  completude: z.enum(COMPLETENESS_STATES).optional().catch(undefined),
  nature: z.enum(['nouvelle', 'reconduite']).optional().catch(undefined),
  avis: z.enum(MISSING_FILTERS).optional().catch(undefined),
  tri: z.enum(FILE_SORTS).optional().catch(undefined),
  sens: z.enum(['ascending', 'descending']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  tout: z.enum(['oui']).optional().catch(undefined),
})
export type FileListQuery = z.infer<typeof FileListQuery>

export function readFileListQuery(query: Record<string, string>): FileListQuery {
  const clean = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value.replaceAll('\0', '')]))
  const read = FileListQuery.parse(clean)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''))
}

/** The list with this part of its address changed; another filter or order goes back to the first page. */
export function fileListHref(base: string, query: FileListQuery, change: Partial<FileListQuery>): string {
  const next: Record<string, unknown> = { ...query, page: undefined, ...change }
  const entries = Object.entries(next).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
  return search === '' ? base : `${base}?${search}`
}

export function sortOf(query: FileListQuery): { key: NonNullable<FileListQuery['tri']>; direction: SortDirection } {
  return { key: query.tri ?? 'number', direction: query.sens ?? 'ascending' }
}
