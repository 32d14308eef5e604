import { may } from '#access/permissions.ts'
import { listFunders } from '#contract/store.ts'
import type { FilePanel } from '#instruction/file-panel.tsx'
import { DecidedSection } from './DecidedSection.tsx'
import { decidedLines } from './decided-lines.ts'
import { listFunderLines } from './programming-store.ts'

/** On the page of a file: what each funder retained and decided, action by action; nothing before the first amount. */
export const decidedPanel: FilePanel = async (c, parts) => {
  const { db, mandate, contract, today } = c.var
  // What a committee retains is for the funders, not for who only gave an opinion.
  if (!contract || !may(mandate, 'programming:read')) return null
  const funders = await listFunders(db, contract.id)
  const actions = []
  for (const { partId, year } of parts) {
    const lines = decidedLines(await listFunderLines(db, mandate.scope, { contractId: contract.id, year, today, partId }), funders)
    actions.push({ partId, year, lines })
  }
  return actions.some(({ lines }) => lines.length > 0) ? <DecidedSection actions={actions} /> : null
}
