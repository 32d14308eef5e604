import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { centsColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const ExportLine = z.object({
  number: z.number(),
  dauphinNumber: z.string().nullable(),
  title: z.string(),
  organisation: z.string(),
  siret: z.string(),
  qpvs: z.string(),
  orientation: z.string(),
  theme: z.string(),
  funder: z.string(),
  asked: centsColumn,
  retained: centsColumn.nullable(),
  decided: centsColumn.nullable(),
  obligated: centsColumn.nullable(),
  paid: centsColumn.nullable(),
})
/** A file and one of its funders. */
export type ExportLine = z.infer<typeof ExportLine>

/** Every file handed in for a year, one line a funder asked or that decided: for who keeps the database. */
export function listExportLines(db: Db, by: { contractId: string; year: number }): Promise<ExportLine[]> {
  return db.rows(ExportLine)`
    with part as (
      select p.*, s.number, a.dauphin_number from action_part p join application a on a.id = p.application_id join submission s on s.application_id = a.id
      where p.contract_id = ${by.contractId} and p.year = ${by.year} and ${wholeDatabase}),
    asked as (select r.part_id, r.funder_id, r.asked_cents from part join request r on r.part_id = part.id where r.asked_cents > 0),
    retained as (
      select last.part_id, e.funder_id, sum(last.retained_cents) as cents
      from (select distinct on (n.part_id, n.envelope_id) n.part_id, n.envelope_id, n.retained_cents
        from part join retention n on n.part_id = part.id order by n.part_id, n.envelope_id, n.retained_at desc, n.id desc) last
      join envelope e on e.id = last.envelope_id group by last.part_id, e.funder_id),
    decided as (
      select w.part_id, e.funder_id, sum(d.cents) as cents, sum(w.paid_cents) as paid, sum(coalesce(g.cents, 0)) as obligated
      from part join award w on w.part_id = part.id join envelope e on e.id = w.envelope_id
      join lateral (select sum(m.amount_cents) as cents from decision m where m.award_id = w.id having count(*) > 0) d on true
      left join lateral (select sum(o.amount_cents) as cents from obligation o where o.award_id = w.id) g on true
      group by w.part_id, e.funder_id),
    pair as (select part_id, funder_id from asked union select part_id, funder_id from retained union select part_id, funder_id from decided)
    select part.number, part.dauphin_number as "dauphinNumber", part.title, o.name as organisation, o.siret,
      coalesce((select string_agg(q.code, ' ' order by q.code) from part_territory t join qpv q on q.id = t.qpv_id where t.part_id = part.id), '') as qpvs,
      concat_ws(' ', f.code, f.label) as orientation, concat_ws(' ', h.code, h.label) as theme, giver.name as funder, coalesce(asked.asked_cents, 0) as asked,
      retained.cents as retained, decided.cents as decided, decided.obligated, decided.paid
    from pair join part on part.id = pair.part_id join organisation o on o.id = part.organisation_id join organisation giver on giver.id = pair.funder_id
    left join asked using (part_id, funder_id) left join retained using (part_id, funder_id) left join decided using (part_id, funder_id)
    left join orientation f on f.id = part.orientation_id left join theme h on h.code = part.theme_code
    order by part.number, part.position, giver.name collate "und-x-icu"`
}
