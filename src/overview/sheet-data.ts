import { LEGAL_FORM_NAMES, LEGAL_FORMS } from '#access/legal-forms.ts'
import { finalReportDue } from '#agreement/report-due.ts'
import { PART_STATUS_WORDS, partStatus } from '#funding/part-status.ts'
import { type Amounts, STEPS } from '#funding/programming-table.ts'
import { OPINION_NAMES } from '#instruction/opinion-kinds.ts'
import type { OpinionRow } from '#instruction/opinion-store.ts'
import { formatDayNumeric, formatDayShort } from '#platform/day.ts'
import { formatCount } from '#platform/kit/escape.ts'
import { type Cents, formatAmount, formatEuros } from '#platform/money.ts'
import { sheetBudget } from './sheet-budget.ts'
import type { Sheet, SheetBy } from './sheet-reading-store.ts'
import { shortened } from './shortened.ts'

/** Signs that hold in the lines given to each text, so that a summary stays on one page. */
const ROOM = { summary: 430, opinion: 150, tried: 150, achievements: 190, result: 170, question: 230, place: 150, title: 130 } as const
/** Lines kept of each list; the rest is counted. */
const LINES = { opinions: 7, tried: 5 } as const

/** What the template draws: words and figures ready, nothing to compute. */
export function sheetData(sheet: Sheet, by: SheetBy): Record<string, unknown> {
  const { row, text } = sheet
  const budget = sheetBudget(text.lines, text.asked)
  return {
    number: String(row.number),
    title: shortened(row.title || 'Sans titre', ROOM.title),
    organisation: `${row.organisationName} (${legalForm(text.legalForm)})`,
    facts: factsOf(sheet),
    summary: text.summary === '' ? 'Le porteur n’a pas décrit cette action.' : shortened(text.summary, ROOM.summary),
    result: text.expectedResult === '' ? '' : shortened(text.expectedResult, ROOM.result),
    public: publicRow(sheet),
    charges: [...budget.charges.map(lineOf), ['Total des charges', formatEuros(budget.totals.charges)]],
    products: [...budget.products.map(lineOf), ['Total des produits', formatEuros(budget.totals.products)]],
    plan: planRows(sheet, by),
    planTotal: planLine('Ensemble', row.total),
    head: ['Financeur', String(by.year - 1), 'Demandé', 'Proposé', 'Retenu', 'Décidé', 'Étape'],
    before: beforeOf(sheet, by.year - 1),
    tried: kept(
      sheet.tried.map((line) => shortened(line, ROOM.tried)),
      LINES.tried,
    ),
    opinions: kept(sheet.opinions.map(opinionLine), LINES.opinions),
    question: shortened(sheet.question, ROOM.question),
  }
}

const FORMS = new Map<string, string>(LEGAL_FORMS.map((form) => [form, LEGAL_FORM_NAMES[form]]))

function legalForm(form: string): string {
  return (FORMS.get(form) ?? form).toLowerCase()
}

function factsOf({ row, text }: Sheet): string[][] {
  const places = row.qpvs.map(({ name, share }) => (row.qpvs.length > 1 ? `${name} ${Math.round(share * 100)}\u00A0%` : name)).join(', ')
  const towns = row.communes.map(({ name }) => name).join(', ')
  const period =
    text.startsOn && text.endsOn ? `du ${formatDayNumeric(text.startsOn)} au ${formatDayNumeric(text.endsOn)}` : 'dates à préciser'
  return [
    ['Où', shortened(places === '' ? 'lieu à préciser' : `${places} (${towns})`, ROOM.place)],
    ['Orientation', row.orientationCode ? shortened(`${row.orientationCode} ${row.orientationLabel ?? ''}`, ROOM.place) : 'à préciser'],
    ['Action', `${row.renewed ? 'reconduite' : 'nouvelle'}, ${period}`],
    ['État', `${PART_STATUS_WORDS[partStatus(row)]}${row.dauphinNumber ? `, Dauphin ${row.dauphinNumber}` : ''}`],
  ]
}

function publicRow({ row, text }: Sheet): string {
  const all = row.women + row.men
  if (all === 0) return 'Public attendu à préciser.'
  const ages = text.publics
    .filter(({ women, men }) => women + men > 0)
    .map(({ ageBand, women, men }) => `${ageBand} ans\u00A0: ${formatCount(women + men)}`)
  return `${formatCount(all)} personnes attendues, dont ${formatCount(row.women)} femmes et filles. ${ages.join(', ')}.`
}

const lineOf = ({ label, amount }: { label: string; amount: Cents }): string[] => [label, formatEuros(amount)]

function planRows({ row }: Sheet, { funders }: SheetBy): string[][] {
  return funders.flatMap(({ id, shortName }) => {
    const amounts = row.byFunder[id]
    return amounts && STEPS.some((step) => amounts[step] !== null) ? [planLine(shortName, amounts)] : []
  })
}

function planLine(name: string, amounts: Amounts): string[] {
  const cell = (amount: Cents | null): string => (amount === null ? '' : formatAmount(amount))
  return [
    name,
    cell(amounts.awardedBefore),
    cell(amounts.asked),
    cell(amounts.proposed),
    cell(amounts.retained),
    cell(amounts.decided),
    stepWord(amounts),
  ]
}

/** The firmest step reached with this funder, in a word. */
function stepWord({ asked, proposed, retained, decided, obligated, paid }: Amounts): string {
  if ((paid ?? 0) > 0) return 'payé'
  if ((obligated ?? 0) > 0) return 'engagé'
  if (decided !== null) return decided > 0 ? 'décidé' : 'refusé'
  if (retained !== null) return retained > 0 ? 'retenu' : 'écarté'
  if (proposed !== null) return 'proposé'
  return asked === null ? 'l’an dernier' : 'demandé'
}

/** Planned and done the year before, side by side; absent for an action that was not there. */
function beforeOf({ row, text: { before, account } }: Sheet, year: number): Record<string, unknown> | null {
  if (!before) return null
  const granted = row.total.awardedBefore
  return {
    rows: [
      ['Personnes', formatCount(before.women + before.men), account ? formatCount(account.women + account.men) : ''],
      ['Femmes et filles', formatCount(before.women), account ? formatCount(account.women) : ''],
      ['Coût de l’action', formatEuros(before.cost), account ? formatEuros(account.spent) : ''],
      ['Aides du contrat', formatEuros(before.asked), granted === null ? 'aucune' : formatEuros(granted)],
      ...(before.indicator === ''
        ? []
        : [
            [
              shortened(before.indicator, 60),
              shortened(before.indicatorTarget, 30),
              account ? shortened(account.indicatorReached, 40) : '',
            ],
          ]),
    ],
    words: account ? shortened(account.achievements, ROOM.achievements) : noAccount(row.reportBefore, year),
  }
}

function noAccount(state: 'deposited' | 'missing' | null, year: number): string {
  if (state === 'missing')
    return `Le compte rendu final n’est pas encore remis\u00A0: il est attendu pour le ${formatDayShort(finalReportDue(year))}.`
  return 'Aucun compte rendu final n’est remis.'
}

function opinionLine({ organisationName, kind, reason, proposed }: OpinionRow): string {
  if (kind === null) return `${organisationName}\u00A0: avis attendu`
  const amount = proposed === null ? '' : `, propose ${formatEuros(proposed)}`
  return shortened(`${organisationName}\u00A0: ${OPINION_NAMES[kind].toLowerCase()}${amount}. ${reason ?? ''}`, ROOM.opinion)
}

function kept(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines]
  return [...lines.slice(0, most - 1), `et ${lines.length - most + 1} autres, dans le dossier`]
}
