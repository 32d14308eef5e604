import type { Mandate } from '#access/mandate.ts'
import { finalReportState } from '#agreement/report-due.ts'
import { BUDGET_ACCOUNTS, groupOfAccount, UNDETAILED_CHARGES } from '#calls/budget-accounts.ts'
import { type Funder, listFunders } from '#contract/store.ts'
import { listFunderLines, listPartLines, type ProgrammingFilter } from '#funding/programming-store.ts'
import { buildProgramming, type ProgrammingRow } from '#funding/programming-table.ts'
import { specificRouteOpen, triedLines } from '#instruction/droit-commun-read-store.ts'
import { listOpinions, type OpinionRow } from '#instruction/opinion-store.ts'
import type { Db } from '#platform/db.ts'
import { sumCents } from '#platform/money.ts'
import { type QuestionFacts, questionToDecide } from './question-to-decide.ts'
import { listQuestions, listSheetTexts, type SheetText } from './sheet-store.ts'

/** All that the summary of one file says (fiche de synthèse). */
export interface Sheet {
  row: ProgrammingRow
  text: SheetText
  opinions: readonly OpinionRow[]
  /** One line for each line of ordinary policy that was tried. */
  tried: readonly string[]
  question: string
  /** The question was written by the project lead; otherwise it follows from the file. */
  questionWritten: boolean
}

export interface Sheets {
  sheets: Sheet[]
  funders: Funder[]
}

const CHARGES = [...BUDGET_ACCOUNTS, UNDETAILED_CHARGES].filter((code) => {
  const group = groupOfAccount(code)
  return group?.side === 'charges' && !group.inKind
})

/** The summaries of a year, a meeting or one part, as far as the mandate sees, by number: a few statements, however many files. */
export async function readSheets(db: Db, by: Mandate, filter: ProgrammingFilter): Promise<Sheets> {
  const { scope } = by
  const funders = await listFunders(db, filter.contractId)
  const parts = await listPartLines(db, scope, filter)
  const { rows } = buildProgramming(parts, await listFunderLines(db, scope, filter), { funders, grouping: 'commune' })
  const partIds = rows.map(({ partId }) => partId)
  const texts = new Map((await listSheetTexts(db, scope, { partIds, charges: CHARGES })).map((text) => [text.partId, text]))
  const opinions = Map.groupBy(await listOpinions(db, scope, partIds), ({ partId }) => partId)
  const routes = await specificRouteOpen(db, partIds, filter.today)
  const written = filter.meetingId ? await listQuestions(db, scope, filter.meetingId) : new Map<string, string>()
  const accountDue = finalReportState({ year: filter.year - 1, depositedOn: null }, filter.today)
  const sheets = rows.flatMap((row) => {
    const text = texts.get(row.partId)
    if (!text) return []
    const given = opinions.get(row.partId) ?? []
    const own = written.get(row.partId)
    const route = routes.get(row.partId)
    const tried = route ? triedLines(route, filter.today) : []
    const routeClosed = tried.length > 0 && route?.open === false
    const accountLate = accountDue === 'late' && row.reportBefore === 'missing'
    const question = own ?? questionToDecide(questionFacts(row, { text, opinions: given, routeClosed, accountLate }))
    return [{ row, text, opinions: given, tried, question, questionWritten: own !== undefined }]
  })
  return { sheets, funders }
}

interface Known {
  text: SheetText
  opinions: readonly OpinionRow[]
  routeClosed: boolean
  accountLate: boolean
}

function questionFacts(row: ProgrammingRow, known: Known): QuestionFacts {
  return {
    asked: sumCents(known.text.asked),
    proposed: known.opinions.flatMap(({ organisationName, proposed }) =>
      proposed === null ? [] : [{ funder: organisationName, amount: proposed }],
    ),
    opinions: known.opinions.map(({ organisationName, kind }) => ({ organisation: organisationName, kind })),
    routeClosed: known.routeClosed,
    renewed: row.renewed,
    accountLate: known.accountLate,
  }
}

/** What a summary is written with, besides its file. */
export interface SheetBy {
  /** Of the files. */
  year: number
  funders: readonly Funder[]
}
