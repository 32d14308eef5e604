import { type CommitmentFilter, filterQuery } from './commitment-filter.ts'

/** The only place that spells the addresses of commitments and measures. */
export const commitmentPaths = {
  list: (filter: Partial<CommitmentFilter> = {}): string => {
    const query = filterQuery(filter)
    return query.size === 0 ? '/engagements' : `/engagements?${query}`
  },
  commitment: (code: string): string => `/engagements/${code}`,
  figures: (): string => '/engagements/montants',
  measures: (level?: string): string => (level === undefined ? '/mesures' : `/mesures?niveau=${level}`),
  measure: (number: number): string => `/mesures/${number}`,
  levels: (number: number): string => `/mesures/${number}/niveaux`,
} as const
