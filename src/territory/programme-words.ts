import type { QpvProgramme } from './store.ts'

/** What each programme laid over a neighbourhood is called: in a list, and in full. */
export const PROGRAMME_WORDS = {
  npnru: { short: 'NPNRU', full: 'Nouveau programme national de renouvellement urbain' },
  pnrqad: { short: 'PNRQAD', full: 'Programme national de requalification des quartiers anciens dégradés' },
  'mining-estate': { short: 'Cité minière', full: 'Cité minière prioritaire' },
  zsp: { short: 'ZSP', full: 'Zone de sécurité prioritaire' },
  qrr: { short: 'QRR', full: 'Quartier de reconquête républicaine' },
  erbm: { short: 'ERBM', full: 'Engagement pour le renouveau du bassin minier' },
  'educational-city': { short: 'Cité éducative', full: 'Cité éducative' },
  iti: { short: 'ITI', full: 'Investissement territorial intégré' },
} satisfies Record<QpvProgramme['programme'], { short: string; full: string }>

/** « Quartier prioritaire, génération 2024 ». */
export function kindWords(kind: 'qpv' | 'qva'): string {
  return kind === 'qpv' ? 'Quartier prioritaire' : 'Quartier de veille active'
}
