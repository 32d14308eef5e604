import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { PILLARS } from './store.ts'

export const NODE_LEVELS = ['orientation', 'axis', 'objective', 'operational-objective'] as const
export type NodeLevel = (typeof NODE_LEVELS)[number]

const Node = z.object({
  id: idColumn,
  code: z.string(),
  label: z.string().nullable(),
  level: z.enum(NODE_LEVELS),
  pillar: z.enum(PILLARS).nullable(),
  parentCode: z.string().nullable(),
  version: z.number(),
  fictitious: z.boolean(),
  validFrom: dayColumn,
  validTo: dayColumn.nullable(),
  source: z.string(),
  note: z.string().nullable(),
  actions: countColumn,
  commitments: countColumn,
  indicators: countColumn,
  budgets: countColumn,
})
/** A node of the tree of a contract, with what hangs on it; its title is null when the documents do not give it. */
export type FrameNode = z.infer<typeof Node>

/**
 * The whole tree, ended nodes too, in the order of the codes. It counts what later steps attach to a node (submitted actions, those with
 * an indicator, those with money decided), as a number that names nobody (CON-03).
 */
export function listNodes(db: Db, contractId: string): Promise<FrameNode[]> {
  return db.rows(Node)`
    with used as (
      select p.orientation_id, count(distinct p.action_id) as actions,
        count(distinct p.action_id) filter (where p.indicator <> '') as indicators,
        count(distinct p.action_id) filter (where exists (
          select 1 from award w join decision k on k.award_id = w.id where w.part_id = p.id and k.amount_cents > 0)) as budgets
      from action_part p join submission s on s.application_id = p.application_id
      where p.contract_id = ${contractId} and ${wholeDatabase}
      group by p.orientation_id)
    select o.id, o.code, o.label, o.level, o.pillar, m.code as "parentCode", o.version, o.fictitious, o.valid_from as "validFrom",
      o.valid_to as "validTo", o.source, o.note, coalesce(u.actions, 0) as actions, coalesce(u.indicators, 0) as indicators,
      coalesce(u.budgets, 0) as budgets, (select count(*) from commitment c where c.orientation_id = o.id) as commitments
    from orientation o left join orientation m on m.id = o.parent_id left join used u on u.orientation_id = o.id
    where o.contract_id = ${contractId}
    order by o.code collate "und-x-icu", o.version`
}

/** Whether anything names a node: an action even in draft, a commitment, a node under it, a change told by a document. */
export async function isNodeUsed(db: Db, id: string): Promise<boolean> {
  const { used } = await db.one(z.object({ used: z.boolean() }))`
    select exists (select 1 from action_part p where p.orientation_id = ${id} and ${wholeDatabase})
      or exists (select 1 from commitment c where c.orientation_id = ${id})
      or exists (select 1 from orientation o where o.parent_id = ${id})
      or exists (select 1 from frame_change f where f.orientation_id = ${id}) as used`
  return used
}

const Element = z.object({
  kind: z.enum(['pillar', 'strand', 'national-priority', 'neighbourhood-project']),
  label: z.string(),
  pillar: z.enum(PILLARS).nullable(),
  fictitious: z.boolean(),
  source: z.string(),
})
export type FrameElement = z.infer<typeof Element>

/** Pillars, their strands, the national priority, the neighbourhood projects of a contract on a day. */
export function listFrameElements(db: Db, contractId: string, on: Day): Promise<FrameElement[]> {
  return db.rows(Element)`
    select kind, label, pillar, fictitious, source from frame_element
    where contract_id = ${contractId} and valid_from <= ${on} and (valid_to is null or valid_to > ${on})
    order by position, code`
}

const Axis = z.object({ id: idColumn, code: z.string(), label: z.string(), fictitious: z.boolean(), source: z.string() })
export type TransversalAxis = z.infer<typeof Axis>

/** The transversal axes of a contract on a day. */
export function listAxes(db: Db, contractId: string, on: Day): Promise<TransversalAxis[]> {
  return db.rows(Axis)`
    select id, code, label, fictitious, source from transversal_axis
    where contract_id = ${contractId} and valid_from <= ${on} and (valid_to is null or valid_to > ${on})
    order by position`
}
