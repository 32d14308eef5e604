import type { DauphinDiff, LineDiff } from './dauphin-diff.ts'
import type { DauphinRefusal } from './dauphin-refusals.ts'
import type { ReadDauphin } from './dauphin-rows.ts'

export interface DauphinCounts {
  read: number
  new: number
  same: number
  changed: number
  conflict: number
  vanished: number
  refused: number
}

/** What an import did, or would do. */
export interface DauphinReport extends DauphinDiff {
  dryRun: boolean
  counts: DauphinCounts
  refused: DauphinRefusal[]
  unknownHeaders: string[]
}

export function dauphinReport(read: ReadDauphin, diff: DauphinDiff, dryRun: boolean): DauphinReport {
  const of = (state: LineDiff['state']): number => diff.lines.filter((line) => line.state === state).length
  const counts = {
    read: read.count,
    new: of('new'),
    same: of('same'),
    changed: of('changed'),
    conflict: of('conflict'),
    vanished: diff.vanished.length,
    refused: new Set(read.refused.map(({ line }) => line)).size,
  }
  return { ...diff, dryRun, counts, refused: read.refused, unknownHeaders: read.unknownHeaders }
}

const WORDS = {
  read: ['ligne lue', 'lignes lues'],
  new: ['nouvelle', 'nouvelles'],
  same: ['inchangée', 'inchangées'],
  changed: ['modifiée', 'modifiées'],
  conflict: ['en conflit', 'en conflit'],
  vanished: ['disparue', 'disparues'],
  refused: ['refusée', 'refusées'],
} satisfies Record<keyof DauphinCounts, readonly [string, string]>

/** « 30 lignes lues : 24 nouvelles, 1 modifiée, 5 refusées. » */
export function sayCounts(counts: DauphinCounts): string {
  const said = (key: keyof DauphinCounts): string => `${counts[key]} ${WORDS[key][counts[key] < 2 ? 0 : 1]}`
  const kinds = (['new', 'changed', 'conflict', 'same', 'vanished', 'refused'] as const).filter((key) => counts[key] > 0)
  return `${said('read')}\u00A0: ${kinds.length === 0 ? 'rien à importer' : kinds.map(said).join(', ')}.`
}
