/** The only place that spells the public addresses. */
export const publicPaths = {
  contract: (code: string): string => `/contrats/${code}`,
  qpvs: (): string => '/quartiers',
  qpv: (code: string, year?: number): string => `/quartiers/${code}${year === undefined ? '' : `?annee=${year}`}`,
  actions: (year?: number): string => `/actions${year === undefined ? '' : `?annee=${year}`}`,
  action: (id: string): string => `/actions/${id}`,
  data: (): string => '/donnees',
  subsidies: (year: number): string => `/donnees/subventions-${year}.csv`,
  dictionary: (): string => '/donnees/dictionnaire.json',
  api: (): string => '/api',
  openapi: (): string => '/api/openapi.json',
} as const
