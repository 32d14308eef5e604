import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { AGE_BANDS } from '#calls/form-fields.ts'
import { centsColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type AwardState, awardStates } from './award-state-store.ts'

const Promised = z.object({
  title: z.string(),
  expectedResult: z.string(),
  indicator: z.string(),
  indicatorTarget: z.string(),
  publics: z.array(z.object({ ageBand: z.enum(AGE_BANDS), women: z.number(), men: z.number() })),
  /** Of the latest version of its budget. */
  planned: z.array(z.object({ account: z.string(), amount: centsColumn })),
})
/** What was promised of a part, as far as an account answers it. */
type Promised = z.infer<typeof Promised>

/** What an account is read against: the part as asked, its latest budget, what each funder notified. */
export interface ReportGround {
  part: Omit<Promised, 'planned'>
  planned: Promised['planned']
  awards: AwardState[]
}

export async function findReportGround(
  db: Db,
  scope: Scope,
  of: { partId: string; actionId: string; year: number; today: Day },
): Promise<ReportGround | undefined> {
  const promised = await findPromised(db, scope, of)
  if (!promised) return undefined
  const { planned, ...part } = promised
  const awards = await awardStates(db, scope, { actionId: of.actionId, year: of.year }, of.today)
  return { part, planned, awards: awards.filter(({ notifiedOn, granted }) => notifiedOn !== null && granted > 0) }
}

/** Of an action that the scope may see: a funder first asked this year reads the accounts of the years before, not their files. */
function findPromised(db: Db, scope: Scope, of: { partId: string; actionId: string }): Promise<Promised | undefined> {
  return db.maybe(Promised)`
    select p.title, p.expected_result as "expectedResult", p.indicator, p.indicator_target as "indicatorTarget",
      coalesce((select json_agg(json_build_object('ageBand', u.age_band, 'women', u.women, 'men', u.men) order by u.age_band)
        from part_public u where u.part_id = p.id), '[]') as publics,
      coalesce((select json_agg(json_build_object('account', l.account, 'amount', l.amount_cents) order by l.account)
        from budget_line l where l.budget_id = (select b.id from budget b where b.part_id = p.id order by b.version desc limit 1)), '[]') as planned
    from action_part p
    join action t on t.id = p.action_id
    where p.id = ${of.partId} and t.id = ${of.actionId} and ${visible('t', scope)}`
}
