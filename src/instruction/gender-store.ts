import { z } from 'zod'
import { type Scope, wholeDatabase } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { visibleToOfficers } from './droit-commun-try-store.ts'
import { DEFAULT_CRITERIA_NEEDED, type GenderAnswers, MARKERS, type Marker } from './gender-tree.ts'

const markerColumn = z.number().transform((value, context): Marker => {
  const found = MARKERS.find((marker) => marker === value)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: `not a marker: ${value}` })
  return z.NEVER
})

const Assessment = z.object({
  id: idColumn,
  partId: idColumn,
  personId: idColumn,
  personName: z.string(),
  organisationName: z.string(),
  together: z.boolean(),
  mixedPublic: z.boolean(),
  mainGoal: z.boolean(),
  c1: z.boolean().nullable(),
  c2: z.boolean().nullable(),
  c3: z.boolean().nullable(),
  coherentPublic: z.boolean().nullable(),
  evidence: z.string(),
  comment: z.string(),
  criteriaNeeded: z.number(),
  marker: markerColumn,
  assessedOn: dayColumn,
  /** Who took part in the discussion. */
  present: z.array(z.string()),
})
/** The answers of one person on a part, or those agreed together, with the marker that followed. */
export type Assessment = z.infer<typeof Assessment>

/** Every set of answers on these parts, in the order they were given (EGA-04). Preparatory, and never public. */
export function listAssessments(db: Db, scope: Scope, partIds: readonly string[]): Promise<Assessment[]> {
  return db.rows(Assessment)`
    select g.id, g.part_id as "partId", g.person_id as "personId", n.name as "personName", o.name as "organisationName", g.together,
      g.mixed_public as "mixedPublic", g.main_goal as "mainGoal", g.sexed_diagnosis as c1, g.balanced_participation as c2,
      g.sexed_indicators as c3, g.coherent_public as "coherentPublic", g.evidence, g.comment, g.criteria_needed as "criteriaNeeded",
      g.marker, g.assessed_on as "assessedOn",
      (select coalesce(json_agg(there.name order by there.name), '[]') from gender_presence x join person there on there.id = x.person_id
        where x.assessment_id = g.id and ${wholeDatabase}) as present
    from gender_assessment g
    join application a on a.id = g.application_id
    join person n on n.id = g.person_id
    join mandate m on m.id = g.assessed_by
    join organisation o on o.id = m.organisation_id
    where g.part_id = any(${partIds}::uuid[]) and ${visibleToOfficers('a', scope)}
    order by g.assessed_at, g.id`
}

/** The answers of a set as the tree reads them. */
export function answersOf(row: Pick<Assessment, 'mixedPublic' | 'mainGoal' | 'c1' | 'c2' | 'c3' | 'coherentPublic'>): GenderAnswers {
  const { mixedPublic, mainGoal, c1, c2, c3, coherentPublic } = row
  return {
    mixedPublic,
    mainGoal,
    criteria: { C1: c1 ?? undefined, C2: c2 ?? undefined, C3: c3 ?? undefined },
    coherentPublic: coherentPublic ?? undefined,
  }
}

const Settled = z.object({
  partId: idColumn,
  marker: markerColumn,
  criteriaNeeded: z.number(),
  way: z.enum(['agreement', 'discussion']),
  settledOn: dayColumn,
  endedOn: dayColumn.nullable(),
})
/** A marker given together, until a later answer reopened the question. */
export type SettledMarker = z.infer<typeof Settled>

/** The markers that these parts had and have, oldest first: the history (EGA-01). */
export function listSettledMarkers(db: Db, scope: Scope, partIds: readonly string[]): Promise<SettledMarker[]> {
  return db.rows(Settled)`
    select g.part_id as "partId", g.marker, g.criteria_needed as "criteriaNeeded", g.way, g.settled_on as "settledOn", g.ended_on as "endedOn"
    from gender_marker g join application a on a.id = g.application_id
    where g.part_id = any(${partIds}::uuid[]) and ${visibleToOfficers('a', scope)}
    order by g.settled_at, g.id`
}

const PartMarker = z.object({ partId: idColumn, marker: markerColumn })

/** The final marker of parts that a caller holds under its own scope; a part that is not there is not assessed, which is not 0. */
export async function partMarkers(db: Db, partIds: readonly string[]): Promise<Map<string, Marker>> {
  const rows = await db.rows(PartMarker)`
    select f.part_id as "partId", f.marker from part_gender_marker f where f.part_id = any(${partIds}::uuid[]) and ${wholeDatabase}`
  return new Map(rows.map(({ partId, marker }) => [partId, marker]))
}

const Threshold = z.object({ criteriaNeeded: z.number(), reason: z.string(), validFrom: dayColumn, setBy: z.string() })
export type Threshold = z.infer<typeof Threshold>

/** What a contract set, latest first. */
export function listThresholds(db: Db, contractId: string): Promise<Threshold[]> {
  return db.rows(Threshold)`
    select t.criteria_needed as "criteriaNeeded", t.reason, t.valid_from as "validFrom", n.name as "setBy"
    from gender_threshold t join mandate m on m.id = t.set_by join person n on n.id = m.person_id
    where t.contract_id = ${contractId} order by t.valid_from desc`
}

/** How many criteria make a « oui » on a day (EGA-02); three as long as the contract has set nothing. */
export async function criteriaNeededOn(db: Db, of: { contractId: string | undefined; on: Day }): Promise<number> {
  const set = await db.maybe(z.object({ needed: z.number() }))`
    select criteria_needed as needed from gender_threshold
    where contract_id = ${of.contractId ?? null} and valid_from <= ${of.on} order by valid_from desc limit 1`
  return set?.needed ?? DEFAULT_CRITERIA_NEEDED
}

export interface NewAssessment {
  id: string
  partId: string
  applicationId: string
  personId: string
  together: boolean
  answers: GenderAnswers
  evidence: string
  comment: string
  criteriaNeeded: number
  marker: Marker
  on: Day
  by: string
}

/** Always later than the one before on its part, even within one tick of the clock. Answers 0 when the id is another row's. */
export function insertAssessment(tx: Tx, one: NewAssessment): Promise<number> {
  const { mixedPublic = null, mainGoal = null, criteria, coherentPublic } = one.answers
  const asked = mainGoal === true ? undefined : mixedPublic === true ? criteria : undefined
  const coherent = mainGoal === true || mixedPublic === true ? null : (coherentPublic ?? null)
  return tx.run`
    insert into gender_assessment (id, part_id, application_id, person_id, together, mixed_public, main_goal, sexed_diagnosis,
      balanced_participation, sexed_indicators, coherent_public, evidence, comment, criteria_needed, marker, assessed_on, assessed_at, assessed_by)
    select ${one.id}::uuid, ${one.partId}::uuid, ${one.applicationId}::uuid, ${one.personId}::uuid, ${one.together}::boolean,
      ${mixedPublic}::boolean, ${mainGoal}::boolean, ${asked?.C1 ?? null}::boolean, ${asked?.C2 ?? null}::boolean,
      ${asked?.C3 ?? null}::boolean, ${coherent}::boolean, ${one.evidence}, ${one.comment}, ${one.criteriaNeeded}::smallint,
      ${one.marker}::smallint, ${one.on}::date, greatest(clock_timestamp(), max(g.assessed_at) + interval '1 millisecond'), ${one.by}::uuid
    from gender_assessment g where g.part_id = ${one.partId}::uuid and ${wholeDatabase}
    on conflict (id) do nothing`
}

export async function insertPresence(tx: Tx, assessmentId: string, personIds: readonly string[]): Promise<void> {
  await tx.run`
    insert into gender_presence (assessment_id, person_id)
    select ${assessmentId}::uuid, one.id from unnest(${personIds}::uuid[]) as one (id)`
}

export interface NewMarker {
  partId: string
  applicationId: string
  marker: Marker
  criteriaNeeded: number
  way: 'agreement' | 'discussion'
  on: Day
  by: string
}

/** The marker of a part from this day on: the one before ends. */
export async function replaceMarker(
  tx: Tx,
  of: { partId: string; applicationId: string; on: Day },
  next: NewMarker | undefined,
): Promise<void> {
  await tx.run`
    update gender_marker set ended_on = greatest(settled_on, ${of.on}::date)
    where part_id = ${of.partId} and application_id = ${of.applicationId} and ended_on is null and ${wholeDatabase}`
  if (!next) return
  await tx.run`
    insert into gender_marker (id, part_id, application_id, marker, criteria_needed, way, settled_on, settled_by)
    values (${newId()}, ${next.partId}, ${next.applicationId}, ${next.marker}, ${next.criteriaNeeded}, ${next.way}, ${next.on}, ${next.by})`
}
