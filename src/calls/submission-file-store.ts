import { listFunders } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { ApplicationFile } from './application-store.ts'
import { draftItems } from './completeness-of-draft.ts'
import { listOpenConditions } from './deposit-condition-store.ts'
import { getDraftContent } from './draft-content-store.ts'
import { listReopenedUntil } from './reopening-store.ts'
import { type Obstacle, submissionObstacles } from './submission-check.ts'

/** What stands between a draft and its deposit on a day. */
export async function listObstacles(db: Db, file: ApplicationFile, today: Day): Promise<Obstacle[]> {
  const content = await getDraftContent(db, file, today)
  const facts = {
    state: file.state,
    origin: file.origin,
    call: file,
    reopenedUntil: await listReopenedUntil(db, file.id),
    items: draftItems(content),
    conditions: await listOpenConditions(db, { applicationId: file.id, on: today }),
    organisationName: file.organisationName,
  }
  return submissionObstacles(facts, today)
}

/** The State’s organisation among the funders of the contract of a file, and what each part asks of it. */
export async function asksTheState(db: Db, file: Pick<ApplicationFile, 'contractId' | 'parts'>): Promise<boolean> {
  const funders = await listFunders(db, file.contractId)
  const state = new Set(funders.filter(({ budgetAccount }) => budgetAccount === '74etat').map(({ id }) => id))
  return file.parts.some(({ requests }) => requests.some(({ funderId, asked }) => asked > 0 && state.has(funderId)))
}
