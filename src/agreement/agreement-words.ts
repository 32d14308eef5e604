import type { LegalForm } from '#access/legal-forms.ts'
import { republicanEngagementRequired } from '#calls/republican-engagement.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import { type Cents, formatEurosExact, sumCents } from '#platform/money.ts'
import { amountInWords } from './amount-in-words.ts'
import { finalReportDue } from './report-due.ts'

/** What the words of an agreement, or of one of its avenants, depend on. */
export interface AgreementFactsForWords {
  number: string
  rank: number
  reason: string
  kind: 'annual' | 'multi-year'
  firstYear: number
  lastYear: number
  purpose: string
  preparedOn: Day
  funderName: string
  byState: boolean
  organisationName: string
  legalForm: LegalForm
  years: readonly { year: number; amount: Cents }[]
  awards: readonly { title: string; year: number; decided: Cents }[]
}

export interface Article {
  title: string
  texts: string[]
  items: string[]
}

export interface AgreementWords {
  title: string
  parties: string[]
  preamble: string[]
  articles: Article[]
}

/** The text of an annual agreement, of a CPO or of an avenant, numbered by article. */
export function agreementWords(facts: AgreementFactsForWords): AgreementWords {
  const avenant = facts.rank > 0
  return {
    title: avenant
      ? `Avenant n°\u00A0${facts.rank} à la convention n°\u00A0${facts.number}`
      : `${KIND_TITLES[facts.kind]} n°\u00A0${facts.number}`,
    parties: [
      `${facts.funderName}, ci-après «\u00A0l’autorité\u00A0», d’une part,`,
      `${facts.organisationName}, ci-après «\u00A0le bénéficiaire\u00A0», d’autre part,`,
    ],
    preamble: [
      LAW,
      ...(avenant ? [`Vu la convention n°\u00A0${facts.number} préparée le ${formatDayShort(facts.preparedOn)}\u202F;`] : []),
    ],
    articles: (avenant ? avenantArticles(facts) : articles(facts)).map((one, index) => ({
      ...one,
      title: `Article ${index + 1}. ${one.title}`,
    })),
  }
}

const KIND_TITLES = { annual: 'Convention annuelle de subvention', 'multi-year': 'Convention pluriannuelle d’objectifs' } as const

const LAW =
  'Vu la loi n°\u00A02000-321 du 12\u00A0avril\u00A02000, notamment ses articles\u00A09-1, 10 et 10-1, et le décret n°\u00A02001-495 du 6\u00A0juin\u00A02001\u202F;'

function articles(facts: AgreementFactsForWords): Article[] {
  return [
    purpose(facts),
    { title: 'Durée', items: [], texts: [duration(facts)] },
    amount(facts),
    { title: 'Versement', items: [], texts: [PAYMENT, ...(facts.kind === 'multi-year' ? [REVIEW] : [])] },
    { title: 'Justificatifs', items: accounts(facts), texts: ['Le bénéficiaire remet\u00A0:'] },
    ...(republicanEngagementRequired(facts.legalForm) ? [REPUBLICAN] : []),
    { title: 'Contrôle et reversement', items: [], texts: [CONTROL, REFUND] },
    { title: 'Avenant, résiliation et recours', items: [], texts: [CHANGES, COURT] },
  ]
}

function avenantArticles(facts: AgreementFactsForWords): Article[] {
  return [
    { title: 'Objet de l’avenant', items: [], texts: [facts.reason] },
    amount(facts),
    { title: 'Autres dispositions', items: [], texts: ['Les autres articles de la convention sont inchangés.'] },
  ]
}

function purpose({ purpose: text, awards }: AgreementFactsForWords): Article {
  return {
    title: 'Objet',
    texts: [text, ...(awards.length > 0 ? ['La convention couvre les actions suivantes, dont le budget est en annexe\u00A0:'] : [])],
    items: awards.map(({ title, year, decided }) => `${title} (${year})\u00A0: ${formatEurosExact(decided)}`),
  }
}

function duration({ firstYear, lastYear }: AgreementFactsForWords): string {
  if (firstYear === lastYear) return `La convention vaut pour l’année ${firstYear}. Elle prend effet à la date de la dernière signature.`
  return `La convention vaut pour les années ${firstYear} à ${lastYear}. Elle prend effet à la date de la dernière signature.`
}

function amount({ years }: AgreementFactsForWords): Article {
  const total = sumCents(years.map((one) => one.amount))
  return {
    title: 'Montant',
    texts: [`La subvention est au plus de ${formatEurosExact(total)} (${amountInWords(total)})\u00A0:`],
    items: years.map((one) => `${one.year}\u00A0: ${formatEurosExact(one.amount)} (${amountInWords(one.amount)})`),
  }
}

const PAYMENT =
  'La somme de chaque année est versée sur le compte du bénéficiaire après la signature des deux parties, dans la limite de ce que l’autorité décide et engage pour l’année.'
const REVIEW =
  'Un bilan d’exécution est fait chaque année avant le versement de l’année suivante. Les montants des années suivantes s’entendent sous réserve des crédits ouverts.'

function accounts({ years }: AgreementFactsForWords): string[] {
  return [
    ...years.map(
      ({ year }) =>
        `pour ${year}, le compte rendu financier et le bilan de chaque action, au plus tard le ${formatDayShort(finalReportDue(year))} (arrêté du 11\u00A0octobre\u00A02006)\u202F;`,
    ),
    'ses comptes annuels et son rapport d’activité, et le rapport du commissaire aux comptes quand la loi l’exige.',
  ]
}

const REPUBLICAN: Article = {
  title: 'Contrat d’engagement républicain',
  items: [],
  texts: [
    'Le bénéficiaire a souscrit le contrat d’engagement républicain (décret n°\u00A02021-1947 du 31\u00A0décembre\u00A02021), en informe ses membres et le respecte. Un manquement conduit, après procédure contradictoire, au retrait de la subvention en proportion de la période qui reste à courir.',
  ],
}

const CONTROL = 'Le bénéficiaire emploie la subvention aux seules actions citées, tient les pièces à disposition et permet tout contrôle.'
const REFUND = 'La part qui n’est pas employée conformément à l’objet est reversée à l’autorité sur titre de perception ou de recettes.'
const CHANGES =
  'La convention se modifie par avenant signé des deux parties, notamment quand la somme augmente. Elle peut être résiliée en cas de manquement, un mois après mise en demeure restée sans effet.'
const COURT = 'Le tribunal administratif du ressort de l’autorité est compétent.'
