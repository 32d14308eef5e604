import { type PartStatus, partStatus } from './part-status.ts'
import type { ProgrammingRow } from './programming-table.ts'

export const COMMITTEE_TABS = ['a-discuter', 'retenus', 'ecartes'] as const
export type CommitteeTab = (typeof COMMITTEE_TABS)[number]

export const COMMITTEE_TAB_WORDS = {
  'a-discuter': 'À discuter',
  retenus: 'Retenus',
  ecartes: 'Écartés ou retirés',
} satisfies Record<CommitteeTab, string>

const TAB_OF = {
  deposited: 'a-discuter',
  examined: 'a-discuter',
  'to-discuss': 'a-discuter',
  retained: 'retenus',
  decided: 'retenus',
  rejected: 'ecartes',
  refused: 'ecartes',
  'given-up': 'ecartes',
  withdrawn: 'ecartes',
} satisfies Record<PartStatus, CommitteeTab>

/** Where a committee finds a file: still to discuss until every funder asked has fixed its amount. */
export function committeeTab(row: ProgrammingRow): CommitteeTab {
  return TAB_OF[partStatus(row)]
}
