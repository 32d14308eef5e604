import { z } from 'zod'
import { COMMITMENT_KINDS, COMMITMENT_PILLARS } from './commitment-words.ts'

/** What the address of the list of commitments says; a value that cannot be read filters nothing. */
export interface CommitmentFilter {
  /** The code of a contract, `hors-contrat`, or `tous`. */
  contrat: string
  partenaire: string
  pilier: string
  nature: string
  theme: string
  /** `non`: only those that nothing measures. */
  mesurable: string
}

const text = z.string().max(120).catch('')

const Query = z.object({
  contrat: text.default(''),
  partenaire: text.default(''),
  pilier: z.enum(COMMITMENT_PILLARS).or(z.literal('')).catch('').default(''),
  nature: z
    .enum([...COMMITMENT_KINDS, 'inconnue'])
    .or(z.literal(''))
    .catch('')
    .default(''),
  theme: text.default(''),
  mesurable: z.enum(['non', 'oui']).or(z.literal('')).catch('').default(''),
})

/** The filter of an address; without a contract named, that of the reader. */
export function readFilter(query: Readonly<Record<string, string | undefined>>, current: string | undefined): CommitmentFilter {
  const read = Query.parse(query)
  return { ...read, contrat: read.contrat === '' ? (current ?? 'tous') : read.contrat }
}
