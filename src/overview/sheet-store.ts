import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const Line = z.object({ account: z.string(), amount: centsColumn })
const People = z.object({ women: z.number(), men: z.number() })

const SheetText = z.object({
  partId: idColumn,
  legalForm: z.string(),
  summary: z.string(),
  expectedResult: z.string(),
  indicator: z.string(),
  indicatorTarget: z.string(),
  startsOn: dayColumn.nullable(),
  endsOn: dayColumn.nullable(),
  publics: z.array(People.extend({ ageBand: z.string() })),
  /** Of the budget asked with. */
  lines: z.array(Line),
  asked: z.array(centsColumn),
  /** The same action the year before, as it was asked; null when it was not. */
  before: People.extend({ asked: centsColumn, cost: centsColumn, indicator: z.string(), indicatorTarget: z.string() }).nullable(),
  /** Its final account, handed in; null when it was not. */
  account: People.extend({ spent: centsColumn, achievements: z.string(), indicatorReached: z.string() }).nullable(),
})
/** What the summary of a file says besides the amounts of the programming. */
export type SheetText = z.infer<typeof SheetText>

/** The texts of parts that the scope may see, in one statement. `charges` are the accounts that make the cost of an action. */
export function listSheetTexts(db: Db, scope: Scope, of: { partIds: readonly string[]; charges: readonly string[] }): Promise<SheetText[]> {
  return db.rows(SheetText)`
    select p.id as "partId", o.legal_form as "legalForm", p.summary, p.expected_result as "expectedResult", p.indicator,
      p.indicator_target as "indicatorTarget", p.starts_on as "startsOn", p.ends_on as "endsOn",
      coalesce((select json_agg(json_build_object('ageBand', u.age_band, 'women', u.women, 'men', u.men) order by u.age_band)
        from part_public u where u.part_id = p.id), '[]') as publics,
      coalesce((select json_agg(json_build_object('account', l.account, 'amount', l.amount_cents))
        from budget b join budget_line l on l.budget_id = b.id where b.part_id = p.id and b.version = 1), '[]') as lines,
      coalesce((select json_agg(r.asked_cents) from request r where r.part_id = p.id), '[]') as asked,
      (select json_build_object('women', (select coalesce(sum(u.women), 0) from part_public u where u.part_id = y.id),
          'men', (select coalesce(sum(u.men), 0) from part_public u where u.part_id = y.id),
          'asked', (select coalesce(sum(r.asked_cents), 0) from request r where r.part_id = y.id),
          'cost', (select coalesce(sum(l.amount_cents), 0) from budget b join budget_line l on l.budget_id = b.id
            where b.part_id = y.id and b.version = 1 and l.account = any(${[...of.charges]}::text[])),
          'indicator', y.indicator, 'indicatorTarget', y.indicator_target)
        from action_part y join submission s on s.application_id = y.application_id
        where y.action_id = p.action_id and y.year = p.year - 1
          and not exists (select 1 from application_withdrawal w where w.application_id = y.application_id)
        order by y.id limit 1) as before,
      (select json_build_object('women', (select coalesce(sum(u.women), 0) from report_public u where u.report_id = i.id),
          'men', (select coalesce(sum(u.men), 0) from report_public u where u.report_id = i.id),
          'spent', (select coalesce(sum(x.spent_cents), 0) from report_line x where x.report_id = i.id
            and x.account = any(${[...of.charges]}::text[])),
          'achievements', i.achievements, 'indicatorReached', i.indicator_reached)
        from report i join report_deposit v on v.report_id = i.id
        where i.action_id = p.action_id and i.year = p.year - 1 and i.kind = 'final') as account
    from action_part p
    join application a on a.id = p.application_id
    join organisation o on o.id = a.organisation_id
    where p.id = any(${[...of.partIds]}::uuid[]) and ${visible('a', scope)}`
}

const Question = z.object({ partId: idColumn, question: z.string() })

/** The questions written for a meeting, the latest of each file that the scope may see; empty ones gave way to the program's. */
export async function listQuestions(db: Db, scope: Scope, meetingId: string): Promise<Map<string, string>> {
  const rows = await db.rows(Question)`
    select distinct on (g.part_id) g.part_id as "partId", g.question
    from agenda_question g
    join action_part p on p.id = g.part_id
    join application a on a.id = p.application_id
    where g.meeting_id = ${meetingId} and ${visible('a', scope)}
    order by g.part_id, g.written_at desc, g.id desc`
  return new Map(rows.filter(({ question }) => question !== '').map(({ partId, question }) => [partId, question]))
}
