type Query = Readonly<Record<string, string | number | undefined>>

/** The only place that spells the addresses of funding. */
export const fundingPaths = {
  programming: (by: Query = {}): string => `/programmation${query(by)}`,
  sheet: (by: Query): string => `/programmation/tableur${query(by)}`,
  document: (by: Query): string => `/programmation/a3${query(by)}`,
  analysis: (by: Query = {}): string => `/programmation/analyse${query(by)}`,
  analysisSheet: (by: Query): string => `/programmation/analyse/tableur${query(by)}`,
  analysisCsv: (by: Query): string => `/programmation/analyse/csv${query(by)}`,
  emptyYear: (year?: number): string => `/programmation/annee-blanche${query({ annee: year })}`,
  targets: (): string => '/programmation/cibles',
  meetings: (): string => '/comites',
  newMeeting: (): string => '/comites/nouvelle',
  meeting: (id: string, by: Query = {}): string => `/comites/${id}${query(by)}`,
  item: (meetingId: string, partId: string): string => `/comites/${meetingId}/dossiers/${partId}`,
  /** Of a later step: the summaries of the agenda, bound. */
  book: (id: string): string => `/comites/${id}/cahier`,
  agenda: (id: string): string => `/comites/${id}/ordre-du-jour`,
  /** POST: adds every complete file to the agenda. */
  completeFiles: (id: string): string => `/comites/${id}/ordre-du-jour/dossiers-complets`,
  /** POST: an amount is retained. */
  retentions: (id: string): string => `/comites/${id}/montants-retenus`,
  closing: (id: string): string => `/comites/${id}/cloture`,
  live: (id: string): string => `/comites/${id}/en-direct`,
  decisions: (year?: number): string => `/decisions${query({ annee: year })}`,
  /** POST: an act is recorded. */
  acts: (): string => '/decisions/actes',
  act: (id: string): string => `/decisions/actes/${id}`,
  envelopes: (year?: number): string => `/enveloppes${query({ annee: year })}`,
  /** GET: the history of an envelope. POST: its amount is changed. */
  envelopeRevisions: (id: string): string => `/enveloppes/${id}/modifications`,
} as const

function query(fields: Query): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}
