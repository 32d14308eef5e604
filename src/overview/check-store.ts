import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { centsColumn, countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const Envelope = z.object({
  code: z.string(),
  year: z.number(),
  funder: z.string(),
  amount: centsColumn,
  kept: centsColumn,
  sum: centsColumn,
})

/** Envelopes whose kept sum is not that of their decisions, or is beyond their amount. */
export function listWrongEnvelopes(db: Db): Promise<z.infer<typeof Envelope>[]> {
  return db.rows(Envelope)`
    select e.code, e.year, o.name as funder, e.amount_cents as amount, e.decided_cents as kept, coalesce(made.cents, 0) as sum
    from envelope e join organisation o on o.id = e.funder_id
    left join (select w.envelope_id, sum(d.amount_cents) as cents from award w join decision d on d.award_id = w.id
      where ${wholeDatabase} group by w.envelope_id) made on made.envelope_id = e.id
    where e.decided_cents <> coalesce(made.cents, 0) or coalesce(made.cents, 0) not between 0 and e.amount_cents
    order by e.year, o.name, e.code`
}

const Award = z.object({
  id: idColumn,
  title: z.string(),
  year: z.number(),
  funder: z.string(),
  kept: centsColumn,
  decided: centsColumn,
  obligated: centsColumn,
  paid: centsColumn,
})

/** Awards whose kept sum is not that of their payments, or where decided ≥ obligated ≥ paid ≥ 0 fails. */
export function listWrongAwards(db: Db): Promise<z.infer<typeof Award>[]> {
  return db.rows(Award)`
    with sums as (
      select w.id, w.paid_cents as kept,
        (select coalesce(sum(d.amount_cents), 0) from decision d where d.award_id = w.id) as decided,
        (select coalesce(sum(g.amount_cents), 0) from obligation g where g.award_id = w.id) as obligated,
        (select coalesce(sum(p.amount_cents), 0) from payment p where p.award_id = w.id) as paid
      from award w where ${wholeDatabase})
    select s.id, t.title, w.year, o.name as funder, s.kept, s.decided, s.obligated, s.paid
    from sums s join award w on w.id = s.id join action t on t.id = w.action_id join envelope e on e.id = w.envelope_id
    join organisation o on o.id = e.funder_id
    where s.kept <> s.paid or s.decided < 0 or s.obligated > s.decided or s.paid > s.obligated
    order by w.year, t.title, w.id`
}

const Obligation = z.object({ number: z.string(), title: z.string(), amount: centsColumn, paid: centsColumn })

/** Obligations on which more was paid than obligated, whatever the other obligations of the award leave. */
export function listOverpaidObligations(db: Db): Promise<z.infer<typeof Obligation>[]> {
  return db.rows(Obligation)`
    select g.number, t.title, g.amount_cents + coalesce(h.withdrawn, 0) as amount, sum(p.amount_cents) as paid
    from obligation g join payment p on p.obligation_id = g.id join award w on w.id = g.award_id join action t on t.id = w.action_id
    left join (select withdraws_id, sum(amount_cents) as withdrawn from obligation where ${wholeDatabase} group by withdraws_id) h on h.withdraws_id = g.id
    where ${wholeDatabase} group by g.id, t.title, h.withdrawn having sum(p.amount_cents) > g.amount_cents + coalesce(h.withdrawn, 0)
    order by g.number`
}

const Split = z.object({ title: z.string(), year: z.number(), decidedOn: dayColumn, amount: centsColumn, split: centsColumn })

/** Movements whose split by neighbourhood does not add up; a part without neighbourhood has no split. */
export function listWrongSplits(db: Db): Promise<z.infer<typeof Split>[]> {
  return db.rows(Split)`
    select t.title, w.year, d.decided_on as "decidedOn", d.amount_cents as amount, coalesce(s.cents, 0) as split
    from decision d join award w on w.id = d.award_id join action t on t.id = w.action_id
    left join (select decision_id, sum(amount_cents) as cents from award_territory where ${wholeDatabase} group by decision_id) s on s.decision_id = d.id
    where coalesce(s.cents, 0) <> d.amount_cents
      and (s.decision_id is not null or exists (select 1 from part_territory q where q.part_id = w.part_id))
    order by w.year, t.title, d.id`
}

const Numbered = z.object({ call: z.string(), number: z.number(), count: countColumn })

export function listRepeatedNumbers(db: Db): Promise<z.infer<typeof Numbered>[]> {
  return db.rows(Numbered)`
    select c.title as call, s.number, count(*) as count from submission s join call c on c.id = s.call_id
    where ${wholeDatabase} group by c.id, s.number having count(*) > 1 order by c.title, s.number`
}

const Unread = z.object({ call: z.string(), number: z.number(), organisation: z.string() })

/** Submitted files that a pilot funder, or a funder asked for money, was never given to read. */
export function listUnreadableFiles(db: Db): Promise<z.infer<typeof Unread>[]> {
  return db.rows(Unread)`
    select c.title as call, s.number, o.name as organisation
    from submission s join application a on a.id = s.application_id join call c on c.id = a.call_id
    join contract_funder f on f.contract_id = a.contract_id join organisation o on o.id = f.organisation_id
    where ${wholeDatabase}
      and (f.pilot or exists (select 1 from request r where r.application_id = a.id and r.funder_id = f.organisation_id and r.asked_cents > 0))
      and exists (
        select 1 from (select a.id union all select p.action_id from action_part p where p.application_id = a.id) subject (id)
        where not exists (select 1 from reading_right g where g.subject_id = subject.id and g.organisation_id = f.organisation_id))
    order by c.title, s.number, f.position`
}

const Counts = z.object({ envelopes: countColumn, awards: countColumn, submissions: countColumn, journal: countColumn, files: countColumn })
export type CheckedCounts = z.infer<typeof Counts>

/** How much there is to check. */
export function countChecked(db: Db): Promise<CheckedCounts> {
  return db.one(Counts)`
    select (select count(*) from envelope) as envelopes, (select count(*) from award where ${wholeDatabase}) as awards,
      (select count(*) from submission) as submissions, (select count(*) from journal) as journal,
      (select count(distinct hash) from stored_file) as files`
}

const Content = z.object({ hash: z.string(), name: z.string(), sizes: z.array(countColumn) })
/** One content kept, under one of its names, with the sizes that its rows say: one only when all is well. */
export type Content = z.infer<typeof Content>

/** The contents after a hash, in their order: read by batches, for there may be a great many. */
export function listContents(db: Db, after: string, limit: number): Promise<Content[]> {
  return db.rows(Content)`
    select f.hash, min(f.name) as name, json_agg(distinct f.size_bytes) as sizes from stored_file f
    where f.hash > ${after} group by f.hash order by f.hash limit ${limit}`
}
