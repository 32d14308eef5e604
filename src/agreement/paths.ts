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
  withdrawals: (awardId: string): string => `/paiements/${awardId}/retraits`,
  reversals: (awardId: string): string => `/paiements/${awardId}/annulations`,
  recoveries: (awardId: string): string => `/paiements/${awardId}/reversements`,
  recoveryReceipts: (awardId: string): string => `/paiements/${awardId}/reversements-recus`,
  paymentImports: '/paiements/imports',
  paymentImport: (fileId: string): string => `/paiements/imports/${fileId}`,
  paymentLine: (lineId: string): string => `/paiements/lignes/${lineId}`,
  lineMatch: (lineId: string): string => `/paiements/lignes/${lineId}/rapprochement`,
  lineDismissal: (lineId: string): string => `/paiements/lignes/${lineId}/mise-a-l-ecart`,
  agreements: '/conventions',
  agreementsOf: (year: number): string => `/conventions?annee=${year}`,
  agreement: (id: string): string => `/conventions/${id}`,
  newAgreement: (organisationId: string, year: number): string => `/conventions/nouvelle?beneficiaire=${organisationId}&annee=${year}`,
  avenants: (id: string): string => `/conventions/${id}/avenants`,
  signatures: (id: string): string => `/conventions/${id}/signatures`,
  signedCopies: (id: string): string => `/conventions/${id}/exemplaires`,
  agreementFile: (id: string, textId: string, kind: 'pdf' | 'docx' | 'signee'): string =>
    kind === 'signee' ? `/conventions/${id}/textes/${textId}/exemplaire-signe` : `/conventions/${id}/textes/${textId}/convention.${kind}`,
  grantAgreement: (id: string): string => `/subventions/conventions/${id}`,
  grantAgreementFile: (id: string, textId: string, kind: 'pdf' | 'signee'): string =>
    `/subventions/conventions/${id}/textes/${textId}/${kind === 'pdf' ? 'convention.pdf' : 'exemplaire-signe'}`,
  publishedAgreements: '/donnees/conventions.csv',
  reports: '/bilans',
  report: (reportId: string): string => `/bilans/${reportId}`,
}
