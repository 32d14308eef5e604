import { agreementPaths } from '#agreement/paths.ts'

/** The only place that spells the addresses of overview; and, of the lists of agreement, the filters that its homes choose. */
export const overviewPaths = {
  front: '/',
  home: '/accueil',
  publicPages: '/public',
  accessibility: '/accessibilite',
  privacy: '/vie-privee',
  glossary: '/glossaire',
  guide: '/guide',
  chapter: (code: string): string => `/guide/${code}`,
  securityText: '/.well-known/security.txt',
  kit: '/kit',
  letters: (year: number): string => `${agreementPaths.letters}?annee=${year}`,
  payments: (year: number, stage: string): string => `${agreementPaths.payments}?annee=${year}&etape=${stage}`,
  everyonesPayments: (year: number): string => `${agreementPaths.payments}?annee=${year}&financeur=tous`,
  lateFinalReports: (year: number): string => `${agreementPaths.reports}?annee=${year}&etat=late&type=final`,
  firstDay: (by: Query): string => `/suivi${query(by)}`,
  firstDaySheet: (by: Query): string => `/suivi/tableur${query(by)}`,
} as const

type Query = Readonly<Record<string, string | number | undefined>>

function query(fields: Query): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}
