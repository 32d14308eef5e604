import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { listFunders } from '#contract/store.ts'
import { listCallYears } from '#funding/call-year-store.ts'
import { NotFound } from '#platform/errors.ts'
import { type SpreadsheetSheet, writeSpreadsheet } from '#platform/spreadsheet.ts'
import { FirstDayPage } from './FirstDayPage.tsx'
import { FIRST_DAY_WORDS, type FirstDayQuery, readFirstDayQuery } from './first-day-query.ts'
import { countFirstDay, type FirstDayRow, listFirstDay } from './first-day-store.ts'
import { overviewPaths } from './paths.ts'

/** The lists of the first day, with their filters in the address, and as a spreadsheet. */
export function firstDayRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(overviewPaths.firstDay({}), allow('programming:read'), async (c) => {
    const { db, mandate, today, frame } = c.var
    const of = { contractId: contractIdOf(c), today }
    const query = readFirstDayQuery(c.req.query())
    const rows = await listFirstDay(db, mandate.scope, { ...of, query })
    const counts = await countFirstDay(db, mandate.scope, of)
    const funders = await listFunders(db, of.contractId)
    const years = await listCallYears(db, of.contractId)
    return c.html(<FirstDayPage {...{ frame, query, rows, counts, funders, years }} />)
  })
  routes.get(overviewPaths.firstDaySheet({}), allow('programming:read'), async (c) => {
    const { db, mandate, today } = c.var
    const query = readFirstDayQuery(c.req.query())
    const rows = await listFirstDay(db, mandate.scope, { contractId: contractIdOf(c), today, query })
    const file = await writeSpreadsheet({ sheets: [sheetOf(query, rows)] })
    return c.body(Uint8Array.from(file), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${query.list}.xlsx"`,
    })
  })
  return routes
}

function sheetOf({ list }: FirstDayQuery, rows: readonly FirstDayRow[]): SpreadsheetSheet {
  const words = FIRST_DAY_WORDS[list]
  return {
    name: words.title,
    columns: [
      { header: 'Action', width: 44, kind: 'text' },
      { header: 'Porteur', width: 30, kind: 'text' },
      { header: 'Année', width: 8, kind: 'integer' },
      { header: 'Financeurs', width: 24, kind: 'text' },
      { header: words.day, width: 14, kind: 'day' },
      { header: words.amount, width: 16, kind: 'cents' },
    ],
    rows: rows.map(({ title, organisationName, year, funders, on, amount }) => [title, organisationName, year, funders, on, amount]),
  }
}

function contractIdOf(c: AppContext): string {
  if (!c.var.contract) throw new NotFound()
  return c.var.contract.id
}
