import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { Cents } from '#platform/money.ts'
import type { AnswerKind } from './beneficiary-answer.ts'
import type { FunderProduct } from './revised-budget.ts'

/** Locks an award of the scope until the end of the transaction; undefined when it is not there. */
export async function lockAward(tx: Tx, scope: Scope, id: string): Promise<{ envelopeId: string } | undefined> {
  return tx.maybe(z.object({ envelopeId: idColumn }))`
    select w.envelope_id as "envelopeId" from award w join action t on t.id = w.action_id
    where w.id = ${id} and ${visible('t', scope)} for update of w`
}

/** Holds a part until the end of the transaction: answers to two funders revise its one budget in turn. */
export async function lockPart(tx: Tx, scope: Scope, id: string): Promise<void> {
  await tx.run`
    select p.id from action_part p join application a on a.id = p.application_id
    where p.id = ${id} and ${visible('a', scope)} for no key update of p`
}

const Product = z.object({
  funderId: idColumn,
  name: z.string(),
  asked: centsColumn,
  decided: centsColumn.nullable(),
})

/** What each funder brings to the budget of a part: the sum of its notified awards, else what is still asked of it. */
export async function listFunderProducts(db: Db, scope: Scope, partId: string): Promise<FunderProduct[]> {
  const rows = await db.rows(Product)`
    with part as (select p.* from action_part p join application a on a.id = p.application_id where p.id = ${partId} and ${visible('a', scope)})
    select f.id as "funderId", f.name, coalesce(sum(r.asked_cents), 0) as asked, max(m.decided) as decided
    from part
    join organisation f on exists (select 1 from request q where q.part_id = part.id and q.funder_id = f.id and q.asked_cents > 0)
      or exists (select 1 from award w join envelope e on e.id = w.envelope_id join notification n on n.award_id = w.id
        where w.part_id = part.id and e.funder_id = f.id)
    left join request r on r.part_id = part.id and r.funder_id = f.id
    left join lateral (
      select sum(d.amount_cents) as decided from award w
      join envelope e on e.id = w.envelope_id and e.funder_id = f.id
      join notification n on n.award_id = w.id
      join decision d on d.award_id = w.id
      where w.part_id = part.id) m on true
    group by f.id order by f.name collate "und-x-icu"`
  return rows.map(({ funderId, name, asked, decided }) => ({
    funderId,
    name,
    amount: decided ?? asked,
    firmness: decided === null ? 'asked' : 'decided',
  }))
}

export async function answerExists(db: Db, scope: Scope, id: string): Promise<boolean> {
  const found = await db.maybe(z.object({ id: idColumn }))`
    select b.id from beneficiary_answer b join award w on w.id = b.award_id join action t on t.id = w.action_id
    where b.id = ${id} and ${visible('t', scope)}`
  return found !== undefined
}

export interface NewAnswer {
  id: string
  awardId: string
  kind: AnswerKind
  kept: Cents
  reason: string
  budgetId: string | null
  on: Day
  by: string
}

export async function insertAnswer(tx: Tx, row: NewAnswer): Promise<void> {
  await tx.run`
    insert into beneficiary_answer (id, award_id, kind, kept_cents, reason, budget_id, answered_on, answered_by)
    values (${row.id}, ${row.awardId}, ${row.kind}, ${row.kept}, ${row.reason}, ${row.budgetId}, ${row.on}, ${row.by})`
}

/** Whether anything is still decided for an action and a year, all funders together. */
export async function anythingDecided(tx: Tx, of: { actionId: string; year: number; scope: Scope }): Promise<boolean> {
  const { total } = await tx.one(z.object({ total: centsColumn }))`
    select coalesce(sum(d.amount_cents), 0) as total from decision d
    join award w on w.id = d.award_id join action t on t.id = w.action_id
    where w.action_id = ${of.actionId} and w.year = ${of.year} and ${visible('t', of.scope)}`
  return total > 0
}
