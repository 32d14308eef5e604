import { z } from 'zod'
import { PART_STATUSES, type PartStatus, partStatus } from './part-status.ts'
import type { Grouping, ProgrammingRow } from './programming-table.ts'

const PILLAR_NAMES = ['cohesion', 'employment', 'environment', 'transversal'] as const

/** What the address of the programming says. A value that means nothing is as if absent: a table is never a 400. */
const ProgrammingQuery = z.object({
  annee: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  par: z.enum(['commune', 'orientation']).optional().catch(undefined),
  detail: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  commune: z.string().max(5).optional().catch(undefined),
  /** « champ d’intervention »: the pillar. */
  champ: z.enum(PILLAR_NAMES).optional().catch(undefined),
  nature: z.enum(['nouvelle', 'reconduite']).optional().catch(undefined),
  statut: z.enum(PART_STATUSES).optional().catch(undefined),
})
export type ProgrammingQuery = z.infer<typeof ProgrammingQuery>

export const GROUPINGS = { commune: 'Commune', orientation: 'Orientation' } as const satisfies Record<Grouping, string>

export function readProgrammingQuery(query: Record<string, string>): ProgrammingQuery {
  const clean = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value.replaceAll('\0', '')]))
  const read = ProgrammingQuery.parse(clean)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''))
}

type Kept = Pick<ProgrammingQuery, 'q' | 'commune' | 'champ' | 'nature' | 'statut'>

/** Whether a row answers all the filters chosen. */
export function keepsRow({ q, commune, champ, nature, statut }: Kept, row: ProgrammingRow): boolean {
  return (
    (q === undefined || holdsWords(q, row)) &&
    (commune === undefined || row.communes.some(({ code }) => code === commune)) &&
    (champ === undefined || row.pillar === champ) &&
    (nature === undefined || row.renewed === (nature === 'reconduite')) &&
    (statut === undefined || inStatus(statut, row))
  )
}

function inStatus(wanted: PartStatus, row: ProgrammingRow): boolean {
  return partStatus(row) === wanted
}

/** Each word typed is somewhere in the number, the title, the organisation or the Dauphin number; accents and case do not count. */
function holdsWords(typed: string, row: ProgrammingRow): boolean {
  const text = plain(`${row.number} ${row.title} ${row.organisationName} ${row.dauphinNumber ?? ''}`)
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, ' ').trim()
}
