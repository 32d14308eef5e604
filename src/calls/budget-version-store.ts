import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { Cents } from '#platform/money.ts'

const Latest = z.object({
  id: idColumn,
  version: z.number(),
  lines: z.array(z.object({ account: z.string(), amount: centsColumn })),
})
/** The latest version of the budget of a part: the application's, or its last revision after the decisions. */
export type LatestBudget = z.infer<typeof Latest>

export function findLatestBudget(db: Db, scope: Scope, partId: string): Promise<LatestBudget | undefined> {
  return db.maybe(Latest)`
    select b.id, b.version,
      coalesce((select json_agg(json_build_object('account', l.account, 'amount', l.amount_cents) order by l.account)
        from budget_line l where l.budget_id = b.id), '[]') as lines
    from budget b
    join action_part p on p.id = b.part_id
    join application a on a.id = p.application_id
    where b.part_id = ${partId} and ${visible('a', scope)}
    order by b.version desc limit 1`
}

/** The next version of the budget of a part that the act holds under lock. Lines of zero are left out. */
export async function insertBudgetVersion(
  tx: Tx,
  row: { id: string; partId: string; version: number; lines: readonly { account: string; amount: Cents }[]; createdOn: Day },
): Promise<void> {
  await tx.run`insert into budget (id, part_id, version, created_on) values (${row.id}, ${row.partId}, ${row.version}, ${row.createdOn})`
  for (const { account, amount } of row.lines.filter((line) => line.amount > 0)) {
    await tx.run`insert into budget_line (budget_id, account, amount_cents) values (${row.id}, ${account}, ${amount})`
  }
}
