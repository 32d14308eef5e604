import type { Funder } from '#contract/store.ts'
import { type Day, formatDay } from '#platform/day.ts'
import { renderDocument } from '#platform/document.ts'
import { formatAmount } from '#platform/money.ts'
import { actionsCounted } from './actions-counted.ts'
import { PART_STATUS_WORDS, partStatus } from './part-status.ts'
import { REPORT_WORDS } from './programming-sheet.ts'
import type { Amounts, Programming, ProgrammingRow, Step } from './programming-table.ts'

export interface ProgrammingDocumentBy {
  funders: readonly Funder[]
  year: number
  /** « commune » or « orientation ». */
  grouping: string
  contractName: string
  today: Day
  demonstration: boolean
}

interface Column {
  label: string
  /** In shares of what is left; 0: as wide as its longest line (Typst would give a whole group’s heading to one column). */
  width: number
  number: boolean
  /** The first of a group of columns. */
  first: boolean
  ofRow: (row: ProgrammingRow) => string
  ofSum: (sum: Sum) => string
}
type Sum = Pick<Programming, 'byFunder' | 'total' | 'cost'> & { label: string }

const STEP_WORDS = { asked: 'Dem.', proposed: 'Prop.', retained: 'Retenu', decided: 'Décidé' } as const

/** Five columns a funder fit on A3 up to four funders; beyond, the firmest ones stay and the spreadsheet holds all. */
function stepsFor(funders: readonly Funder[]): readonly Step[] {
  if (funders.length <= 4) return ['awardedBefore', 'asked', 'proposed', 'retained', 'decided']
  return funders.length <= 7 ? ['asked', 'retained', 'decided'] : ['decided']
}

/** The programming on A3: the rows and sums of the screen. The template is read when it is needed, for tests run without Vite's assets. */
export async function renderProgramming(programming: Programming, by: ProgrammingDocumentBy): Promise<Uint8Array> {
  const { default: template } = await import('./programming.typ?raw')
  return renderDocument({
    name: 'programmation',
    template,
    title: `Programmation ${by.year} par ${by.grouping}`,
    day: by.today,
    demonstration: by.demonstration,
    data: programmingData(programming, by),
  })
}

export function programmingData(programming: Programming, by: ProgrammingDocumentBy): Record<string, unknown> {
  const steps = stepsFor(by.funders)
  const columns = [...contextColumns(by.year), ...by.funders.flatMap(({ id }) => funderColumns(id, steps, by.year)), ...totalColumns()]
  const sum = (of: Sum, kind: 'group' | 'total') => ({ kind, cells: columns.map(({ ofSum }) => ofSum(of)) })
  const context = contextColumns(by.year).length
  const source = `Source\u00A0: Pilotis, état au ${formatDay(by.today)}.`
  const rows = [
    ...programming.groups.flatMap((group) => [
      sum({ ...group, label: `${group.label}, ${actionsCounted(group.rows.length)}` }, 'group'),
      ...group.rows.map((row) => ({ kind: 'row', cells: columns.map(({ ofRow }) => ofRow(row)) })),
    ]),
    sum({ ...programming, label: `Ensemble, ${actionsCounted(programming.rows.length)}` }, 'total'),
  ]
  return {
    subtitle: `Contrat de ville ${by.contractName}. ${actionsCounted(programming.rows.length)}. ${source}`,
    caption: `En euros. Une case vide\u00A0: rien n’est demandé\u202F; 0\u00A0: refusé. Dem.\u00A0: demandé\u202F; Prop.\u00A0: proposé\u202F; N\u00A0: nouvelle\u202F; R\u00A0: reconduite.`,
    source: `${source}${steps.length < 5 ? ' Les autres montants de chaque financeur sont dans le tableur.' : ''}`,
    columns: columns.map(({ label, width, number, first }, index) => ({
      label,
      width,
      number,
      first,
      points: pointsOf(label, rows, index),
    })),
    groups: [
      { label: 'Dossier', span: context, first: false },
      ...by.funders.map(({ shortName }) => ({ label: shortName, span: steps.length, first: true })),
      { label: 'Total', span: columns.length - context - by.funders.length * steps.length, first: true },
    ],
    rows,
  }
}

/** Signs of a cell; a number of Dauphin or of an act, in capitals and figures without a space, is wider than words. */
const signsOf = (text: string): number => (/\d{6}/.test(text) ? text.length * 1.17 : text.length)

/** Width of a column in points, at 6.6 points a sign: a heading may break between its words, a figure never. */
function pointsOf(label: string, rows: readonly { cells: string[] }[], index: number): number {
  const longest = Math.max(...label.split(' ').map((word) => word.length), ...rows.map(({ cells }) => signsOf(cells[index] ?? '')))
  return Math.ceil(longest * 6.6 * 0.5 + 6.5)
}

const nothing = () => ''
const words = (label: string, width: number, ofRow: Column['ofRow']): Column => ({
  label,
  width,
  number: false,
  first: false,
  ofRow,
  ofSum: nothing,
})

function contextColumns(year: number): Column[] {
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ')
  return [
    { ...words('N°', 0, ({ number }) => String(number)), number: true },
    {
      ...words('Action, porteur', 3.4, (row) => `${row.title || 'Sans titre'}\n${row.organisationName}`),
      ofSum: ({ label }) => label,
    },
    words('Dauphin', 0, ({ dauphinNumber }) => dauphinNumber ?? ''),
    words('Communes, quartiers', 2.3, ({ communes, qpvs }) => `${names(communes)}\n${names(qpvs)}`),
    words('Ori.', 0, ({ orientationCode }) => orientationCode ?? ''),
    words('Thème', 0, ({ themeCode }) => themeCode ?? ''),
    words('N/R', 0, ({ renewed }) => (renewed ? 'R' : 'N')),
    { ...words('Public', 0, ({ women, men }) => (women + men === 0 ? '' : String(women + men))), number: true },
    { ...words('Coût total', 0, ({ cost }) => formatAmount(cost)), number: true, ofSum: ({ cost }) => formatAmount(cost) },
    {
      ...words('Part pub.', 0, ({ publicShare }) => (publicShare === undefined ? '' : `${Math.round(publicShare * 100)}\u00A0%`)),
      number: true,
    },
    words('Avis', 0, (row) => (row.opinionsAsked === 0 ? '' : `${row.opinionsGiven}/${row.opinionsAsked}`)),
    words(`Bilan ${year - 1}`, 0, ({ reportBefore }) => (reportBefore ? REPORT_WORDS[reportBefore] : '')),
    words('Statut', 0, (row) => PART_STATUS_WORDS[partStatus(row)]),
  ]
}

function amountColumn(label: string, pick: (of: { byFunder: Record<string, Amounts>; total: Amounts }) => Amounts[Step]): Column {
  const written = (of: { byFunder: Record<string, Amounts>; total: Amounts }) => {
    const value = pick(of)
    return value === null ? '' : formatAmount(value)
  }
  return { label, width: 0, number: true, first: false, ofRow: written, ofSum: written }
}

function funderColumns(funderId: string, steps: readonly Step[], year: number): Column[] {
  return steps.map((step, rank) => ({
    ...amountColumn(stepWord(step, year), ({ byFunder }) => byFunder[funderId]?.[step] ?? null),
    first: rank === 0,
  }))
}

function stepWord(step: Step, year: number): string {
  if (step === 'awardedBefore') return String(year - 1)
  return step === 'obligated' || step === 'paid' ? '' : STEP_WORDS[step]
}

function totalColumns(): Column[] {
  return [
    { ...amountColumn('Dem.', ({ total }) => total.asked), first: true },
    amountColumn('Retenu', ({ total }) => total.retained),
    amountColumn('Décidé', ({ total }) => total.decided),
    amountColumn('Payé', ({ total }) => total.paid),
    words('Acte, EJ', 1.6, ({ acts, obligations }) => [acts, obligations].filter((one) => one !== '').join('\u202F; ')),
  ]
}
