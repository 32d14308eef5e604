import { z } from 'zod'
import { type Scope, wholeDatabase } from '#access/scope.ts'
import { countColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { visibleToOfficers } from './droit-commun-try-store.ts'
import type { Marker } from './gender-tree.ts'

const Given = z.object({ personId: idColumn, marker: z.union([z.literal(0), z.literal(1), z.literal(2)]), together: z.boolean() })

const MarkedPart = z.object({
  partId: idColumn,
  applicationId: idColumn,
  number: z.number().nullable(),
  title: z.string(),
  organisationName: z.string(),
  summary: z.string(),
  given: z.array(Given),
  /** What the applicant answered to the same questions, field by field. */
  applicant: z.record(z.string(), z.string()),
})
/** An action of a call with the sets of answers given on it, in their order. */
export type MarkedPart = z.infer<typeof MarkedPart>

/** The questions of the form of the call, in the words of the tree. */
const FORM_FIELDS = ['mixedPublic', 'equalityGoal', 'sexedDiagnosis', 'balancedParticipation', 'sexedIndicators', 'coherentPublic']

/** Every action of a call that can be assessed, in the order of the numbers: never in the order of the markers (EGA-05). */
export function listMarkedParts(db: Db, scope: Scope, callId: string): Promise<MarkedPart[]> {
  return db.rows(MarkedPart)`
    with file as materialized (
      select p.id, p.application_id, p.position, p.title, p.summary, s.number, o.name
      from application a join action_part p on p.application_id = a.id join organisation o on o.id = a.organisation_id
      left join submission s on s.application_id = a.id
      where a.call_id = ${callId} and ${visibleToOfficers('a', scope)} and (s.application_id is not null or a.origin = 'dauphin')
        and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    ), said as (
      select distinct on (w.subject_id, w.field) w.subject_id, w.field, w.raw
      from answer w join file on file.id = w.subject_id where w.field = any(${FORM_FIELDS}::text[]) and ${wholeDatabase}
      order by w.subject_id, w.field, w.revision desc
    ), applicant as (
      select subject_id, json_object_agg(field, raw) as answers from said group by subject_id
    ), assessed as (
      select g.part_id, json_agg(json_build_object('personId', g.person_id, 'marker', g.marker, 'together', g.together)
        order by g.assessed_at, g.id) as given
      from gender_assessment g join file on file.id = g.part_id where ${wholeDatabase} group by g.part_id
    )
    select file.id as "partId", file.application_id as "applicationId", file.number, file.title, file.name as "organisationName", file.summary,
      coalesce(assessed.given, '[]') as given, coalesce(applicant.answers, '{}') as applicant
    from file left join assessed on assessed.part_id = file.id left join applicant on applicant.subject_id = file.id
    order by file.number nulls last, file.position, file.id`
}

const YearCount = z.object({
  year: z.number(),
  marker: z.number().nullable(),
  actions: countColumn,
  thresholds: z.array(z.number()),
})

export interface MarkerYear {
  year: number
  /** Actions by marker; `null` counts those not assessed, apart from 0. */
  counts: ReadonlyMap<Marker | null, number>
  actions: number
  /** How many criteria were needed for the markers of the year: two thresholds are not compared in silence. */
  thresholds: readonly number[]
}

/** Counts alone, by year of the actions (EGA-06): no sum, no mean, no order. Names no file. */
export async function countMarkersByYear(db: Db, contractId: string): Promise<MarkerYear[]> {
  const rows = await db.rows(YearCount)`
    select p.year, f.marker, count(*) as actions,
      coalesce(json_agg(distinct f.criteria_needed) filter (where f.criteria_needed is not null), '[]') as thresholds
    from action_part p join application a on a.id = p.application_id left join part_gender_marker f on f.part_id = p.id
    left join submission s on s.application_id = a.id
    where p.contract_id = ${contractId} and ${wholeDatabase} and (s.application_id is not null or a.origin = 'dauphin')
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    group by p.year, f.marker order by p.year desc`
  return [...Map.groupBy(rows, ({ year }) => year)].map(([year, ofYear]) => ({
    year,
    counts: new Map(ofYear.map(({ marker, actions }) => [marker === 0 || marker === 1 || marker === 2 ? marker : null, actions])),
    actions: ofYear.reduce((sum, { actions }) => sum + actions, 0),
    thresholds: [...new Set(ofYear.flatMap((row) => row.thresholds))].toSorted(),
  }))
}
