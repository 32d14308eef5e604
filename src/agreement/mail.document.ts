import type { Mail } from '#platform/mail.ts'
import { type Cents, formatEuros } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import { ANSWER_NAMES, type AnswerKind } from './beneficiary-answer.ts'
import { agreementPaths } from './paths.ts'
import { REPORT_KIND_NAMES, type ReportKind } from './report-due.ts'

const lines = (...paragraphs: string[]): string => ['Bonjour,', ...paragraphs, 'Pilotis'].join('\n\n')

/** One mail to a beneficiary for all that a funder notifies at once. */
export function notificationMail(to: string, awards: readonly AwardState[], publicUrl: string): Mail {
  const funder = awards[0]?.funderName ?? ''
  const count = awards.length === 1 ? 'sa décision' : `ses ${awards.length} décisions`
  const listed = awards.map(
    (award) =>
      `- ${award.title}, ${award.year}\u00A0: ${award.granted > 0 ? formatEuros(award.granted) : 'demande refusée, motif dans le courrier'}\n  ${publicUrl}${agreementPaths.grant(award.id)}`,
  )
  const asked = awards.some(({ granted }) => granted > 0)
    ? ['Pour chaque subvention accordée, confirmez, réduisez ou abandonnez depuis la page de la subvention.']
    : []
  return {
    to,
    subject: `${funder}\u00A0: ${awards.length === 1 ? 'décision' : 'décisions'} sur votre demande de subvention`,
    body: lines(
      `Votre financeur vous notifie ${count} (${funder}). Le courrier est sur la page de chaque demande\u00A0:`,
      listed.join('\n'),
      ...asked,
    ),
  }
}

/** Tells a funder what the beneficiary answered. */
export function answerMail(
  to: string,
  award: AwardState,
  answer: { kind: AnswerKind; reason: string; returned: Cents; publicUrl: string },
): Mail {
  const returned =
    answer.returned > 0 ? [`${formatEuros(answer.returned)} reviennent dans l’enveloppe «\u00A0${award.envelopeLabel}\u00A0».`] : []
  const reason = answer.reason === '' ? [] : [`Motif\u00A0: ${answer.reason}`]
  return {
    to,
    subject: `Subvention ${ANSWER_NAMES[answer.kind].toLowerCase()}\u00A0: ${award.title}`,
    body: lines(
      `${award.organisationName} répond à votre décision sur «\u00A0${award.title}\u00A0»\u00A0: subvention ${ANSWER_NAMES[answer.kind].toLowerCase()}.`,
      ...returned,
      ...reason,
      `Pour la suite\u00A0:\n${answer.publicUrl}${agreementPaths.payment(award.id)}`,
    ),
  }
}

export interface DepositedReport {
  reportId: string
  kind: ReportKind
  title: string
  organisationName: string
  year: number
  publicUrl: string
}

/** One account serves all the funders of an action: each is told where to read it. */
export function reportMail(to: string, report: DepositedReport): Mail {
  const name = REPORT_KIND_NAMES[report.kind]
  return {
    to,
    subject: `${name} déposé\u00A0: ${report.title}`,
    body: lines(
      `${report.organisationName} a déposé le ${name.toLowerCase()} ${report.year} de l’action «\u00A0${report.title}\u00A0».`,
      `Pour le lire\u00A0:\n${report.publicUrl}${agreementPaths.report(report.reportId)}`,
    ),
  }
}
