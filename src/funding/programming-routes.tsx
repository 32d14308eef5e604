import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, type CurrentContract } from '#access/http.ts'
import { type Funder, listFunders } from '#contract/store.ts'
import { yearOf } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { writeSpreadsheet } from '#platform/spreadsheet.ts'
import { listCallYears } from './call-year-store.ts'
import { chosenYear } from './chosen-year.ts'
import { listEnvelopeUse } from './envelope-use-store.ts'
import { ProgrammingPage } from './ProgrammingPage.tsx'
import { renderProgramming } from './programming.document.ts'
import { GROUPINGS, keepsRow, type ProgrammingQuery, readProgrammingQuery } from './programming-query.ts'
import { programmingSheet } from './programming-sheet.ts'
import { listFunderLines, listPartLines, type PartLine } from './programming-store.ts'
import { buildProgramming, type Grouping, type Programming } from './programming-table.ts'

export const programmingRoutes = new Hono<AppEnv>()

programmingRoutes.get('/programmation', allow('programming:read'), async (c) => {
  const shown = await load(c)
  const { contract, year, query, funders } = shown
  const envelopes = await listEnvelopeUse(c.var.db, { contractId: contract.id, year })
  const open = openFunder(query.detail ?? c.var.mandate.organisationId, funders)
  return c.html(
    <ProgrammingPage
      {...shown}
      frame={c.var.frame}
      envelopes={envelopes}
      open={open}
      count={shown.parts.length}
      communes={communesOf(shown.parts)}
    />,
  )
})

programmingRoutes.get('/programmation/tableur', allow('programming:read'), async (c) => {
  const { programming, funders, year, grouping } = await load(c)
  const sheet = programmingSheet(programming, { funders, year, grouping: GROUPINGS[grouping] })
  const file = await writeSpreadsheet({ sheets: [sheet] })
  return download(c, file, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `programmation-${year}.xlsx`,
  })
})

programmingRoutes.get('/programmation/a3', allow('programming:read'), async (c) => {
  const { programming, funders, year, grouping, contract } = await load(c)
  const { today, demonstration } = c.var
  const by = { funders, year, grouping: GROUPINGS[grouping].toLowerCase(), contractName: contract.name, today, demonstration }
  return download(c, await renderProgramming(programming, by), { type: 'application/pdf', name: `programmation-${year}.pdf` })
})

interface Shown {
  contract: CurrentContract
  query: ProgrammingQuery
  year: number
  years: number[]
  grouping: Grouping
  funders: Funder[]
  parts: PartLine[]
  programming: Programming
}

async function load(c: AppContext): Promise<Shown> {
  const { db, mandate, today, contract } = c.var
  if (!contract) throw new NotFound()
  const query = readProgrammingQuery(c.req.query())
  const years = await listCallYears(db, contract.id)
  const year = chosenYear(query.annee, years, yearOf(today))
  const grouping = query.par ?? 'commune'
  const by = { contractId: contract.id, year, today }
  const funders = await listFunders(db, contract.id)
  const parts = await listPartLines(db, mandate.scope, by)
  const lines = await listFunderLines(db, mandate.scope, by)
  const programming = buildProgramming(parts, lines, { funders, grouping, keep: (row) => keepsRow(query, row) })
  return { contract, query, year, years, grouping, funders, parts, programming }
}

/** The funder asked for, if it is one of the contract; else the first: one is always open. */
export function openFunder(wanted: string, funders: readonly Funder[]): string | undefined {
  return (funders.find(({ id }) => id === wanted) ?? funders[0])?.id
}

/** The communes that have a file, by name. */
export function communesOf(parts: readonly PartLine[]): { code: string; name: string }[] {
  const byCode = new Map(parts.flatMap(({ communes }) => communes.map((one) => [one.code, one] as const)))
  return [...byCode.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

function download(c: AppContext, file: Uint8Array, { type, name }: { type: string; name: string }): Response {
  return c.body(Uint8Array.from(file), 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
}
