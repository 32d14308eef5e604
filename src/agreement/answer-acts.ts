import type { Mandate } from '#access/mandate.ts'
import { findLatestBudget, insertBudgetVersion } from '#calls/budget-version-store.ts'
import { settleReports } from '#calls/deposit-condition-store.ts'
import { returnToEnvelope } from '#funding/decision-acts.ts'
import { lockEnvelopes } from '#funding/envelope-store.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { type Cents, cents } from '#platform/money.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { answerExists, anythingDecided, insertAnswer, listFunderProducts, lockAward, lockPart } from './answer-store.ts'
import { type AwardState, findAwardState } from './award-state-store.ts'
import { type AnswerFlaw, type AnswerKind, answerFlaws, keptAfter } from './beneficiary-answer.ts'
import { answerMail } from './mail.document.ts'
import {
  type BudgetAmount,
  productsAfter,
  type RevisedBudgetFlaw,
  revisedBudgetFlaws,
  revisedTotals,
  sameBudget,
} from './revised-budget.ts'
import { listAddresses } from './told-store.ts'

const NOTHING = cents(0)

export interface AnswerInput {
  id: string
  awardId: string
  kind: AnswerKind
  /** Only read for a reduction. */
  kept: Cents
  reason: string
  /** The latest answer when the form was drawn. */
  seenAnswerId: string | null
  /** The budget as revised: charges and products other than those of the funders of the contract. Not read when given up. */
  lines: readonly BudgetAmount[]
  publicUrl: string
}

/**
 * The beneficiary confirms, reduces or gives up an award; what is given up returns to the envelope in the same transaction.
 * The same answer sent twice is recorded once; of two people answering at once, one wins and the other is told.
 */
export async function answerAward(
  db: Db,
  by: Mandate,
  input: AnswerInput,
  today: Day,
): Promise<Result<{ returned: Cents }, AnswerFlaw | RevisedBudgetFlaw>> {
  return db.transaction(async (tx) => {
    const seen = await findAwardState(tx, by.scope, input.awardId, today)
    if (!seen) throw new NotFound()
    await lockEnvelopes(tx, [seen.envelopeId])
    await lockAward(tx, by.scope, input.awardId)
    const award = (await findAwardState(tx, by.scope, input.awardId, today)) ?? seen
    if (await answerExists(tx, by.scope, input.id)) return done({ returned: NOTHING })
    const kept = keptAfter(input.kind, award.decided, input.kept)
    const flaws = answerFlaws({ ...input, kept }, answerable(award))
    if (flaws.length > 0) return refused(...flaws)
    const budget = await reviseBudget(tx, by, { award, input, kept, today })
    if (!budget.done) return budget
    const { id, awardId, kind, reason } = input
    await insertAnswer(tx, { id, awardId, kind, kept, reason, budgetId: budget.value, on: today, by: by.id })
    const returned = await giveBack(tx, by, { award, input, kept, today })
    await record(tx, by, 'award.answered', awardId, { answerId: id, kind, kept, returned, reason, budgetId: budget.value })
    await tellFunder(tx, { award, input, returned, today })
    return done({ returned })
  })
}

interface Answering {
  award: AwardState
  input: AnswerInput
  kept: Cents
  today: Day
}

function answerable(award: AwardState): Parameters<typeof answerFlaws>[1] {
  const { decided, obligated, notifiedOn, answerId, answer, finalDepositedOn } = award
  const facts = { notified: notifiedOn !== null, finalDeposited: finalDepositedOn !== null }
  return { decided, obligated, latestAnswerId: answerId, latestKind: answer, ...facts }
}

/** The id of the budget that holds after the answer; a new version only when a line changed. */
async function reviseBudget(
  tx: Tx,
  by: Mandate,
  { award, input, kept, today }: Answering,
): Promise<Result<string | null, RevisedBudgetFlaw>> {
  if (input.kind === 'given-up' || !award.partId) return done(null)
  await lockPart(tx, by.scope, award.partId)
  const [latest, products] = [
    await findLatestBudget(tx, by.scope, award.partId),
    await listFunderProducts(tx, by.scope, award.partId),
  ] as const
  const after = productsAfter(products, { funderId: award.funderId, before: award.decided, after: kept })
  const flaws = revisedBudgetFlaws(revisedTotals(input.lines, after))
  if (flaws.length > 0) return refused(...flaws)
  if (latest && sameBudget(latest.lines, input.lines)) return done(latest.id)
  const id = newId()
  await insertBudgetVersion(tx, { id, partId: award.partId, version: (latest?.version ?? 0) + 1, lines: input.lines, createdOn: today })
  return done(id)
}

async function giveBack(tx: Tx, by: Mandate, { award, input, kept, today }: Answering): Promise<Cents> {
  if (input.kind === 'confirmed') return NOTHING
  const { id: awardId, partId, envelopeId, actionId, year } = award
  const of = { awardId, partId, envelopeId, renunciationId: input.id, kept, reason: input.reason }
  const returned = await returnToEnvelope(tx, by, of, today)
  // An action given up by all has no account to hand in: it must not hold back the next deposits.
  if (!(await anythingDecided(tx, { actionId, year, scope: by.scope }))) await settleReports(tx, { actionId, kind: 'final', year }, today)
  return returned
}

async function tellFunder(tx: Tx, { award, input, returned, today }: Omit<Answering, 'kept'> & { returned: Cents }): Promise<void> {
  const told = { organisationId: award.funderId, contractId: award.contractId, on: today, about: award.organisationId }
  const addresses = await listAddresses(tx, told)
  for (const to of addresses) await queueMail(tx, answerMail(to, award, { ...input, returned }))
}
