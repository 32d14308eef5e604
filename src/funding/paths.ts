/** The only place that spells the addresses of funding. */
export const fundingPaths = {
  programming: (by: { year?: number; grouping?: string; funder?: string; filters?: Record<string, string | undefined> } = {}): string =>
    `/programmation${query({ annee: by.year, par: by.grouping, detail: by.funder, ...by.filters })}`,
  sheet: (by: { year: number; grouping: string }): string => `/programmation/tableur${query({ annee: by.year, par: by.grouping })}`,
  document: (by: { year: number; grouping: string }): string => `/programmation/a3${query({ annee: by.year, par: by.grouping })}`,
  meetings: (): string => '/comites',
  meeting: (id: string, by: { funder?: string } = {}): string => `/comites/${id}${query({ detail: by.funder })}`,
  item: (meetingId: string, partId: string): string => `/comites/${meetingId}/dossiers/${partId}`,
  agenda: (id: string): string => `/comites/${id}/ordre-du-jour`,
  retentions: (id: string): string => `/comites/${id}/montants-retenus`,
  closing: (id: string): string => `/comites/${id}/cloture`,
  live: (id: string): string => `/comites/${id}/en-direct`,
  decisions: (year?: number): string => `/decisions${query({ annee: year })}`,
  acts: (): string => '/decisions/actes',
  act: (id: string): string => `/decisions/actes/${id}`,
  envelopes: (year?: number): string => `/enveloppes${query({ annee: year })}`,
  envelopeRevisions: (id: string): string => `/enveloppes/${id}/modifications`,
} as const

function query(fields: Record<string, string | number | undefined>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}
