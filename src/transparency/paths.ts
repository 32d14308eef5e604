/** The only place that spells the public addresses. */
export const publicPaths = {
  contract: (code: string): string => `/contrats/${code}`,
  qpvs: (contractCode?: string): string => `/quartiers${contractCode === undefined ? '' : `?contrat=${contractCode}`}`,
  qpv: (code: string, year?: number): string => `/quartiers/${code}${year === undefined ? '' : `?annee=${year}`}`,
  country: (): string => '/territoires',
  region: (code: string): string => `/territoires/regions/${code}`,
  department: (code: string): string => `/territoires/departements/${code}`,
  epci: (siren: string, on?: string): string => `/territoires/epci/${siren}${on === undefined ? '' : `?le=${on}`}`,
  commune: (code: string): string => `/territoires/communes/${code}`,
  actions: (year?: number): string => `/actions${year === undefined ? '' : `?annee=${year}`}`,
  action: (id: string): string => `/actions/${id}`,
  data: (): string => '/donnees',
  subsidies: (year: number): string => `/donnees/subventions-${year}.csv`,
  dictionary: (): string => '/donnees/dictionnaire.json',
  api: (): string => '/api',
  openapi: (): string => '/api/openapi.json',
} as const
