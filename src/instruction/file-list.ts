import type { Day } from '#platform/day.ts'
import { COMPLETENESS_STATES, type CompletenessState, completenessState } from './completeness-state.ts'
import type { FileRow } from './file-list-store.ts'
import { countOpinions, type OpinionCount } from './opinion-state.ts'

export const FILE_SORTS = ['number', 'title', 'theme', 'asked', 'opinions', 'completeness'] as const
export type FileSort = (typeof FILE_SORTS)[number]

export const MISSING_FILTERS = ['manquants', 'en-retard', 'le-mien', 'aucun-demande'] as const
export type MissingFilter = (typeof MISSING_FILTERS)[number]

/** A line of the list with what the rules say of it. */
export interface ListedFile extends FileRow {
  completeness: CompletenessState | 'withdrawn'
  counts: OpinionCount & { favourable: number }
  /** Whether the opinion of one's own organisation is awaited, and late. */
  mine: 'none' | 'waiting' | 'late'
}

export interface Arrangement {
  completeness?: CompletenessState | undefined
  missing?: MissingFilter | undefined
  sort: FileSort
  descending: boolean
}

export function arrangeFiles(
  rows: readonly FileRow[],
  { completeness, missing, sort, descending }: Arrangement,
  as: { organisationId: string; today: Day },
): ListedFile[] {
  const listed = rows
    .map((row) => listedFile(row, as))
    .filter((file) => completeness === undefined || file.completeness === completeness)
    .filter((file) => missing === undefined || MISSING[missing](file))
  const sorted = listed.toSorted(ORDERS[sort])
  return descending ? sorted.reverse() : sorted
}

function listedFile(row: FileRow, { organisationId, today }: { organisationId: string; today: Day }): ListedFile {
  const over = row.withdrawn || row.decided
  const asked = row.opinions.map(({ dueOn, kind }) => ({ dueOn, given: kind !== null, decided: over }))
  const own = row.opinions.filter((opinion) => opinion.organisationId === organisationId && opinion.kind === null && !over)
  const late = countOpinions(
    own.map(({ dueOn }) => ({ dueOn, given: false })),
    today,
  ).late
  return {
    ...row,
    completeness: row.withdrawn ? 'withdrawn' : completenessState(row, today),
    counts: { ...countOpinions(asked, today), favourable: row.opinions.filter(({ kind }) => kind === 'favourable').length },
    mine: own.length === 0 ? 'none' : late > 0 ? 'late' : 'waiting',
  }
}

/** How many opinions somebody still waits for. */
export function awaited({ asked, received, pointless }: OpinionCount): number {
  return asked - received - pointless
}

const MISSING = {
  manquants: ({ counts }: ListedFile) => awaited(counts) > 0,
  'en-retard': ({ counts }: ListedFile) => counts.late > 0,
  'le-mien': ({ mine }: ListedFile) => mine !== 'none',
  'aucun-demande': ({ counts, withdrawn }: ListedFile) => counts.asked === 0 && !withdrawn,
} satisfies Record<MissingFilter, (file: ListedFile) => boolean>

const french = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })
const stateRank = (file: ListedFile): number =>
  file.completeness === 'withdrawn' ? COMPLETENESS_STATES.length : COMPLETENESS_STATES.indexOf(file.completeness)

const ORDERS = {
  number: (one: ListedFile, other: ListedFile) => (one.number ?? Number.MAX_SAFE_INTEGER) - (other.number ?? Number.MAX_SAFE_INTEGER),
  title: (one: ListedFile, other: ListedFile) => french.compare(one.title, other.title),
  theme: (one: ListedFile, other: ListedFile) => french.compare(one.themeLabel ?? '', other.themeLabel ?? ''),
  asked: (one: ListedFile, other: ListedFile) => one.asked - other.asked,
  opinions: (one: ListedFile, other: ListedFile) => awaited(one.counts) - awaited(other.counts),
  completeness: (one: ListedFile, other: ListedFile) => stateRank(one) - stateRank(other),
} satisfies Record<FileSort, (one: ListedFile, other: ListedFile) => number>
