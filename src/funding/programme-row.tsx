import type { Funder } from '#contract/store.ts'
import { escapeText } from '#platform/kit/escape.ts'
import type { IconName } from '#platform/kit/icons.ts'
import { PILLARS } from '#platform/kit/Pillar.tsx'
import { formatAmount } from '#platform/money.ts'
import { PART_STATUS_STATES, PART_STATUS_WORDS, type PartStatus, partStatus } from './part-status.ts'
import { amountCell, badge, icon, textCell } from './programme-cells.tsx'
import { type Amounts, type FoldedStep, foldedStep, type ProgrammingGroup, type ProgrammingRow } from './programming-table.ts'

export interface ProgrammeView {
  funders: readonly Funder[]
  /** The funder whose columns are open; the others are folded to their firmest amount, their sums to one step. */
  open: string | undefined
  year: number
  /** Where a row leads. */
  href: (row: ProgrammingRow) => string
  /** The cell in which the amount of the open funder is fixed; absent where amounts are only read. */
  entry?: (row: ProgrammingRow) => string
}

const STATUS_ICONS = {
  withdrawn: 'log-out',
  'given-up': 'log-out',
  decided: 'circle-check',
  refused: 'circle-x',
  retained: 'circle-check',
  rejected: 'circle-x',
  'to-discuss': 'message-square',
  examined: 'list-checks',
  deposited: 'file-text',
} as const satisfies Record<PartStatus, IconName>

/** One file: what it is, where it stands, each funder's amounts, its totals. */
export function writeRow(row: ProgrammingRow, view: ProgrammeView): string {
  const status = partStatus(row)
  const state = status === 'withdrawn' || status === 'rejected' ? ' data-row="off"' : status === 'to-discuss' ? ' data-row="asked"' : ''
  return `<tr id="retenu-${row.partId}"${state}>${whatCell(row, view)}${contextCells(row)}${statusCells(row, status)}${funderCells(row, view, firmestOf(row), view.entry?.(row))}${totalCells(row.total, row)}</tr>`
}

function whatCell(row: ProgrammingRow, view: ProgrammeView): string {
  const pillar = row.pillar
    ? `<span class="pillar" data-pillar="${row.pillar}">${icon(PILLARS[row.pillar].icon)}<span class="vh">${PILLARS[row.pillar].word}</span></span>`
    : ''
  const places = row.qpvs.map(({ name }) => name).join(', ')
  const place = places === '' ? '' : ` <span>${icon('map-pin')}${escapeText(places)}</span>`
  return `<th scope="row" class="what">${pillar}<a href="${escapeText(view.href(row))}">${escapeText(row.title || 'Sans titre')}</a><span class="sub"><span>n°\u00A0${row.number}</span> <span>${escapeText(row.organisationName)}</span>${place}</span></th>`
}

function contextCells(row: ProgrammingRow): string {
  const communes = row.communes.map(({ name }) => name).join(', ')
  const theme = row.themeCode ? `${row.themeCode} ${row.themeLabel ?? ''}` : ''
  const people = row.women + row.men
  return (
    textCell(row.dauphinNumber ?? '', 'd', 'Dauphin') +
    textCell(communes, 'd', 'Communes') +
    textCell(row.orientationCode ? `${row.orientationCode} ${row.orientationLabel ?? ''}` : '', 'd', 'Orientation') +
    textCell(theme, 'd', 'Thème') +
    textCell(row.renewed ? 'Reconduite' : 'Nouvelle', 'd', 'Demande') +
    textCell(people === 0 ? '' : `${people} dont ${row.women}\u00A0F`, 'd num', 'Public') +
    amountCell(row.cost, 'd', 'Coût total') +
    textCell(row.publicShare === undefined ? '' : `${Math.round(row.publicShare * 100)}\u00A0%`, 'd num', 'Part publique')
  )
}

function statusCells(row: ProgrammingRow, status: PartStatus): string {
  const opinions = row.opinionsAsked === 0 ? '' : `${row.opinionsGiven}/${row.opinionsAsked}`
  const late = row.opinionsLate > 0 ? `<br>${lateBadge(row.opinionsLate)}` : ''
  const report = row.reportBefore === null ? '' : row.reportBefore === 'deposited' ? 'Reçu' : 'Manquant'
  return (
    `<td data-label="Avis reçus">${opinions}${late}</td>` +
    textCell(report, 'd', 'Bilan de l’année précédente') +
    `<td data-label="Statut">${badge(PART_STATUS_WORDS[status], PART_STATUS_STATES[status], STATUS_ICONS[status])}</td>`
  )
}

function lateBadge(late: number): string {
  return `<span class="badge plain" data-state="error" title="${late} en retard">${icon('clock-alert')}${late}<span class="vh"> en retard</span></span>`
}

/** Writes the last column of a funder, the only one left when it is folded. */
type LastCell = (amounts: Amounts, is: string, name: string) => string

/** Five columns a funder; folded, only the last is left. */
function funderCells(
  row: { byFunder: Record<string, Amounts> },
  { funders, open, year }: ProgrammeView,
  last: LastCell,
  entry?: string,
): string {
  return funders
    .map(({ id, shortName }) => {
      const amounts = row.byFunder[id]
      if (!amounts) return ''
      const is = id === open ? ' open' : ''
      const name = escapeText(shortName)
      return (
        amountCell(amounts.awardedBefore, `n1 first d${is}`, `${name} ${year - 1}`) +
        amountCell(amounts.asked, `d${is}`, `${name} demandé`) +
        amountCell(amounts.proposed, `d${is}`, `${name} proposé`) +
        (is !== '' && entry ? entry : amountCell(amounts.retained, `d${is}`, `${name} retenu`)) +
        last(amounts, is, name)
      )
    })
    .join('')
}

/** Of a row: its firmest amount, with the mark of its step while it is not decided. « à venir »: retained, its decision is awaited. */
function firmestOf({ withdrawn }: ProgrammingRow): LastCell {
  return (amounts, is, name) => {
    if (amounts.decided !== null) return amountCell(amounts.decided, `key rf${is}`, `${name} décidé`)
    if (is === '') return markedCell(amounts, foldedStep(amounts), name)
    if (amounts.retained === null || withdrawn) return emptyLast(is)
    return `<td class="num key rf open" data-label="${name} décidé"><span class="none">à venir</span></td>`
  }
}

/** Of a sum: the amount of one step, the same for all the folded columns of the table. */
function sumOf(step: FoldedStep): LastCell {
  return (amounts, is, name) => {
    if (is !== '') return amountCell(amounts.decided, `key rf${is}`, `${name} décidé`)
    return markedCell(amounts, step, name)
  }
}

const STEP_LABELS = { decided: 'décidé', retained: 'retenu', proposed: 'proposé', asked: 'demandé' } satisfies Record<FoldedStep, string>

const emptyLast = (is: string): string => `<td class="num key rf${is}"></td>`

/** An unfolded table shows « décidé » here: what is not is then hidden by its class. */
function markedCell(amounts: Amounts, step: FoldedStep, name: string): string {
  const value = amounts[step]
  if (value === null) return emptyLast('')
  const classes = step === 'decided' ? '' : ' class="none"'
  return `<td class="num key rf" data-label="${name} ${STEP_LABELS[step]}"><span${classes} data-step="${step}">${formatAmount(value)}</span></td>`
}

function totalCells(total: Amounts, row: { acts: string; obligations: string } | undefined): string {
  return (
    amountCell(total.asked, 'first tot', 'Total demandé') +
    amountCell(total.retained, 'tot', 'Total retenu') +
    amountCell(total.decided, 'key tot', 'Total décidé') +
    amountCell(total.paid, 'tot', 'Total payé') +
    textCell(row?.acts ?? '', 'd', 'Actes') +
    textCell(row?.obligations ?? '', 'd', 'Engagements juridiques')
  )
}

const EMPTY_CELLS = '<td class="d"></td>'

/** A sub-total or the total: the sums of its rows, in the same columns. */
export function writeSum(
  sum: Pick<ProgrammingGroup, 'byFunder' | 'total' | 'cost'>,
  head: { label: string; note: string; kind: 'group' | 'total' },
  view: ProgrammeView & { sumStep: FoldedStep },
): string {
  const scope = head.kind === 'group' ? 'rowgroup' : 'row'
  const title = `<th scope="${scope}" class="what">${escapeText(head.label)} <span class="sub">${escapeText(head.note)}</span></th>`
  return `<tr class="${head.kind}">${title}${EMPTY_CELLS.repeat(6)}${amountCell(sum.cost, 'd', 'Coût total')}${EMPTY_CELLS}<td></td>${EMPTY_CELLS}<td></td>${funderCells(sum, view, sumOf(view.sumStep))}${totalCells(sum.total, undefined)}</tr>`
}
