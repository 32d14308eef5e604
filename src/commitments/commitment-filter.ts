import { z } from 'zod'
import { COMMITMENT_KINDS, COMMITMENT_PILLARS } from './commitment-words.ts'

/** What the address of the list of commitments says. */
export interface CommitmentFilter {
  /** The code of a contract, `hors-contrat`, or `tous`. */
  contract: string
  partner: string
  pillar: string
  kind: string
  theme: string
  /** `non`: only those that nothing measures. */
  measurable: string
}

/** The names of the filters in the address. */
export const PARAMETERS = {
  contract: 'contrat',
  partner: 'partenaire',
  pillar: 'pilier',
  kind: 'nature',
  theme: 'theme',
  measurable: 'mesurable',
} satisfies Record<keyof CommitmentFilter, string>

const text = z.string().max(120).catch('')
const oneOf = (values: readonly string[]) => text.transform((value) => (values.includes(value) ? value : ''))

const Filter = z.object({
  contract: text,
  partner: text,
  pillar: oneOf(COMMITMENT_PILLARS),
  kind: oneOf([...COMMITMENT_KINDS, 'inconnue']),
  theme: text,
  measurable: oneOf(['oui', 'non']),
})

/** The filter of an address; a value that cannot be read filters nothing; without a contract named, that of the reader. */
export function readFilter(query: Readonly<Record<string, string | undefined>>, current: string | undefined): CommitmentFilter {
  const named = Object.entries(PARAMETERS).map(([key, name]) => [key, query[name]?.replaceAll('\0', '') ?? ''])
  const read = Filter.parse(Object.fromEntries(named))
  return { ...read, contract: read.contract === '' ? (current ?? 'tous') : read.contract }
}

/** The same filter, as an address says it. */
export function filterQuery(filter: Partial<CommitmentFilter>): URLSearchParams {
  const said = Object.entries(PARAMETERS).map(([key, name]): [string, string] => [name, { ...NONE, ...filter }[key] ?? ''])
  return new URLSearchParams(said.filter(([, value]) => value !== ''))
}

const NONE: Record<string, string> = {}
