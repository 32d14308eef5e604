import type { ReportKind } from './report-due.ts'
import type { Gap } from './report-gaps.ts'

export interface ReportContent {
  kind: ReportKind
  achievements: string
  difficulties: string
  indicatorReached: string
  /** People reached, all ages and sexes. */
  reached: number
  gaps: readonly Gap[]
  certifiedBy: string
  certified: boolean
}

export type ReportFlaw =
  | 'achievements-missing'
  | 'indicator-missing'
  | 'public-missing'
  | 'nothing-spent'
  | 'gaps-unexplained'
  | 'not-certified'

/**
 * What lacks before an account can be handed in (PRJ-10): results and public against what was planned, the accounts, their gaps explained.
 * An interim account is written while the action runs: what is not known yet may be left out.
 */
export function reportFlaws(report: ReportContent): ReportFlaw[] {
  const flaws: ReportFlaw[] = []
  if (report.achievements.trim() === '') flaws.push('achievements-missing')
  if (report.kind === 'final') flaws.push(...finalFlaws(report))
  if (!report.certified || report.certifiedBy.trim() === '') flaws.push('not-certified')
  return flaws
}

/** An action that did not take place says so: nothing spent and nobody reached pass with an explanation. */
function finalFlaws({ indicatorReached, difficulties, reached, gaps }: ReportContent): ReportFlaw[] {
  const flaws: ReportFlaw[] = []
  const explained = difficulties.trim() !== ''
  if (indicatorReached.trim() === '') flaws.push('indicator-missing')
  if (reached === 0 && !explained) flaws.push('public-missing')
  if (gaps.every(({ spent }) => spent === 0) && !explained) flaws.push('nothing-spent')
  if (gaps.some(({ flagged }) => flagged) && !explained) flaws.push('gaps-unexplained')
  return flaws
}

export const REPORT_FLAWS = {
  'achievements-missing': { field: 'realisations', message: 'Décrivez ce qui a été réalisé.' },
  'indicator-missing': { field: 'indicateur', message: 'Écrivez ce que vaut l’indicateur à la fin de l’action.' },
  'public-missing': {
    field: 'difficultes',
    message: 'Aucun public n’est indiqué\u00A0: remplissez le tableau, ou expliquez pourquoi ici.',
  },
  'nothing-spent': {
    field: 'difficultes',
    message: 'Aucune dépense n’est indiquée\u00A0: remplissez les comptes, ou expliquez pourquoi ici.',
  },
  'gaps-unexplained': {
    field: 'difficultes',
    message: 'Certaines lignes s’écartent du budget d’au moins 10\u00A0% et 500\u00A0€\u00A0: expliquez pourquoi.',
  },
  'not-certified': { field: 'certifie-par', message: 'Écrivez le nom de la personne qui certifie, et cochez la case.' },
} satisfies Record<ReportFlaw, { field: string; message: string }>
