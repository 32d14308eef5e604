import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn, shareColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { AGE_BANDS } from './form-fields.ts'

const Territory = z.object({ qpvId: idColumn, code: z.string(), name: z.string(), share: shareColumn })
const Public = z.object({ ageBand: z.enum(AGE_BANDS), women: z.number(), men: z.number() })
const Line = z.object({ account: z.string(), amount: centsColumn })
const Request = z.object({ id: idColumn, funderId: idColumn, funderName: z.string(), funderShortName: z.string(), asked: centsColumn })

const PartRow = z.object({
  id: idColumn,
  applicationId: idColumn,
  actionId: idColumn,
  contractId: idColumn,
  organisationId: idColumn,
  year: z.number(),
  position: z.number(),
  renewed: z.boolean(),
  title: z.string(),
  summary: z.string(),
  orientationId: idColumn.nullable(),
  themeCode: z.string().nullable(),
  startsOn: dayColumn.nullable(),
  endsOn: dayColumn.nullable(),
  expectedResult: z.string(),
  indicator: z.string(),
  indicatorTarget: z.string(),
  floor: centsColumn.nullable(),
  territories: z.array(Territory),
  publics: z.array(Public),
  /** Transversal axes it says to touch. */
  axes: z.array(z.object({ code: z.string(), label: z.string() })),
  /** Lines of the budget asked with: version 1. Amounts asked of the funders of the contract are in `requests`. */
  lines: z.array(Line),
  requests: z.array(Request),
})
/** Application × action × year, with its shares, its public, its budget and what it asks of each funder. */
export type Part = z.infer<typeof PartRow>

/** The parts of an application, in order. */
export function listParts(db: Db, scope: Scope, of: { applicationId: string }): Promise<Part[]> {
  return listWhere(db, scope, sql`p.application_id = ${of.applicationId}`)
}

export async function findPart(db: Db, scope: Scope, id: string): Promise<Part | undefined> {
  return (await listWhere(db, scope, sql`p.id = ${id}`))[0]
}

/** What the same action asked in its latest year before this one; undefined when it is new. Withdrawn and never sent parts do not count. */
export async function findPreviousPart(db: Db, scope: Scope, of: { actionId: string; before: number }): Promise<Part | undefined> {
  const sent = sql`exists (select 1 from submission s where s.application_id = p.application_id and ${visible('a', scope)})
    and not exists (select 1 from application_withdrawal w where w.application_id = p.application_id and ${visible('a', scope)})`
  const parts = await listWhere(db, scope, sql`p.action_id = ${of.actionId} and p.year < ${of.before} and ${sent}`)
  return parts.reduce<Part | undefined>((latest, part) => (latest && latest.year >= part.year ? latest : part), undefined)
}

function listWhere(db: Db, scope: Scope, condition: Sql): Promise<Part[]> {
  return db.rows(PartRow)`
    select p.id, p.application_id as "applicationId", p.action_id as "actionId", p.contract_id as "contractId",
      p.organisation_id as "organisationId", p.year, p.position, p.renewed, p.title, p.summary,
      p.orientation_id as "orientationId", p.theme_code as "themeCode", p.starts_on as "startsOn", p.ends_on as "endsOn",
      p.expected_result as "expectedResult", p.indicator, p.indicator_target as "indicatorTarget", p.floor_cents as floor,
      coalesce((select json_agg(json_build_object('qpvId', q.id, 'code', q.code, 'name', q.name, 'share', t.share) order by t.share desc, q.code)
        from part_territory t join qpv q on q.id = t.qpv_id where t.part_id = p.id), '[]') as territories,
      coalesce((select json_agg(json_build_object('ageBand', u.age_band, 'women', u.women, 'men', u.men) order by u.age_band)
        from part_public u where u.part_id = p.id), '[]') as publics,
      coalesce((select json_agg(json_build_object('code', x.code, 'label', x.label) order by x.position)
        from part_axis pa join transversal_axis x on x.id = pa.axis_id where pa.part_id = p.id), '[]') as axes,
      coalesce((select json_agg(json_build_object('account', l.account, 'amount', l.amount_cents) order by l.account)
        from budget b join budget_line l on l.budget_id = b.id where b.part_id = p.id and b.version = 1), '[]') as lines,
      coalesce((select json_agg(json_build_object('id', r.id, 'funderId', r.funder_id, 'funderName', f.name,
          'funderShortName', coalesce(cf.short_name, f.short_name, f.name), 'asked', r.asked_cents) order by f.name, f.id)
        from request r join organisation f on f.id = r.funder_id
        left join contract_funder cf on cf.contract_id = p.contract_id and cf.organisation_id = f.id where r.part_id = p.id), '[]') as requests
    from action_part p
    join application a on a.id = p.application_id
    where ${condition} and ${visible('a', scope)}
    order by p.year, p.position, p.id`
}

const ActionRow = z.object({
  id: idColumn,
  contractId: idColumn,
  organisationId: idColumn,
  title: z.string(),
  firstYear: z.number(),
  lastYear: z.number().nullable(),
})
/** The permanent thing: one id for all funders and all years. */
export type Action = z.infer<typeof ActionRow>

/** The actions of a contract that an organisation has asked money for, the latest asked first. */
export function listActions(db: Db, scope: Scope, of: { contractId: string; organisationId: string }): Promise<Action[]> {
  return db.rows(ActionRow)`
    select t.id, t.contract_id as "contractId", t.organisation_id as "organisationId", t.title, t.first_year as "firstYear",
      (select max(p.year) from action_part p join submission s on s.application_id = p.application_id where p.action_id = t.id) as "lastYear"
    from action t
    where t.contract_id = ${of.contractId} and t.organisation_id = ${of.organisationId} and ${visible('t', scope)}
    order by "lastYear" desc nulls last, t.title collate "und-x-icu", t.id`
}

export async function insertAction(
  tx: Tx,
  row: { id: string; contractId: string; organisationId: string; title: string; firstYear: number; createdOn: Day },
): Promise<void> {
  await tx.run`
    insert into action (id, contract_id, organisation_id, title, first_year, created_on)
    values (${row.id}, ${row.contractId}, ${row.organisationId}, ${row.title}, ${row.firstYear}, ${row.createdOn})`
}

export interface NewPart {
  id: string
  applicationId: string
  actionId: string
  contractId: string
  organisationId: string
  year: number
  position: number
  renewed: boolean
  createdOn: Day
}

/** A part and the first version of its budget, both empty. Answers false when the id is already taken. */
export async function insertPart(tx: Tx, row: NewPart): Promise<boolean> {
  const count = await tx.run`
    insert into action_part (id, application_id, action_id, contract_id, organisation_id, year, position, renewed)
    values (${row.id}, ${row.applicationId}, ${row.actionId}, ${row.contractId}, ${row.organisationId}, ${row.year}, ${row.position}, ${row.renewed})
    on conflict (id) do nothing`
  if (count === 0) return false
  await tx.run`insert into budget (id, part_id, version, created_on) values (${newId()}, ${row.id}, 1, ${row.createdOn})`
  return true
}

/** Only of a draft that the caller has locked under its scope; territories, public, budget and requests go with it. */
export async function deletePart(tx: Tx, row: { id: string; applicationId: string }): Promise<void> {
  await tx.run`delete from action_part where id = ${row.id} and application_id = ${row.applicationId}`
}

/** An action that no part names any more was only the draft's. */
export async function deleteActionIfUnused(tx: Tx, row: { id: string; organisationId: string }): Promise<void> {
  await tx.run`
    delete from action where id = ${row.id} and organisation_id = ${row.organisationId}
      and not exists (select 1 from action_part p where p.action_id = action.id)`
}
