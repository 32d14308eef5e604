import type { ReportKind } from './report-due.ts'

/** The words of the two accounts in addresses. */
export const REPORT_SLUGS = { interim: 'intermediaire', final: 'final' } as const satisfies Record<ReportKind, string>

export const agreementPaths = {
  letters: '/courriers',
  lettersOf: (year: string): string => (/^\d{4}$/.test(year) ? `/courriers?annee=${year}` : '/courriers'),
  letter: (awardId: string): string => `/courriers/${awardId}`,
  letterFile: (awardId: string): string => `/courriers/${awardId}/courrier.pdf`,
  /** POST: notifies the awards ticked. */
  notifications: '/courriers/notifications',
  grants: '/subventions',
  grant: (awardId: string): string => `/subventions/${awardId}`,
  grantLetter: (awardId: string): string => `/subventions/${awardId}/courrier.pdf`,
  answer: (awardId: string): string => `/subventions/${awardId}/reponse`,
  writeReport: (of: { actionId: string; year: number; kind: ReportKind }): string =>
    `/subventions/bilans/${of.actionId}/${of.year}/${REPORT_SLUGS[of.kind]}`,
  payments: '/paiements',
  payment: (awardId: string): string => `/paiements/${awardId}`,
  obligations: (awardId: string): string => `/paiements/${awardId}/engagements`,
  transfers: (awardId: string): string => `/paiements/${awardId}/versements`,
  overrides: '/paiements/derogations',
  reports: '/bilans',
  report: (reportId: string): string => `/bilans/${reportId}`,
}
