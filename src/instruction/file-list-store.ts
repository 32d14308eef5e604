import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { PILLARS } from '#contract/store.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { OPINION_KINDS } from './opinion-kinds.ts'

const OpinionAsked = z.object({ organisationId: idColumn, dueOn: dayColumn, kind: z.enum(OPINION_KINDS).nullable() })
const PieceAsked = z.object({ dueOn: dayColumn, answeredOn: dayColumn.nullable() })

const FileRow = z.object({
  partId: idColumn,
  applicationId: idColumn,
  /** Number of the submission in its call; null for a file of the State's portal that has none. */
  number: z.number().nullable(),
  position: z.number(),
  parts: z.number(),
  title: z.string(),
  organisationName: z.string(),
  dauphinNumber: z.string().nullable(),
  renewed: z.boolean(),
  themeLabel: z.string().nullable(),
  pillar: z.enum(PILLARS).nullable(),
  qpvs: z.string(),
  asked: centsColumn,
  withdrawn: z.boolean(),
  /** An act has decided the file: the opinions that are missing are no longer waited for. */
  decided: z.boolean(),
  complete: z.boolean().nullable(),
  pieces: z.array(PieceAsked),
  opinions: z.array(OpinionAsked),
})
/** One action of one file, as the list shows it. */
export type FileRow = z.infer<typeof FileRow>

export interface FileSearch {
  callId: string
  /** Looked for in titles, organisations and numbers; small slips are forgiven. */
  text?: string | undefined
  communeCode?: string | undefined
  /** null: those that have none. */
  orientationId?: string | null | undefined
  themeCode?: string | undefined
  renewed?: boolean | undefined
}

/** Every action asked in a call that the scope may see, in the order of the numbers. Rules and pages come after, in memory. */
export function listFiles(db: Db, scope: Scope, search: FileSearch): Promise<FileRow[]> {
  return db.rows(FileRow)`
    with file as materialized (
      select p.*, s.number, o.name, a.dauphin_number, w.application_id is not null as withdrawn
      from application a join action_part p on p.application_id = a.id join organisation o on o.id = a.organisation_id
      left join submission s on s.application_id = a.id left join application_withdrawal w on w.application_id = a.id
      where a.call_id = ${search.callId} and ${visible('a', scope)} and (s.application_id is not null or a.origin = 'dauphin')
        and ${conditionsOf(search)} and (${search.communeCode ?? null}::text is null or exists (
          select 1 from part_territory t join qpv_commune member on member.qpv_id = t.qpv_id
          where t.part_id = p.id and member.commune_code = ${search.communeCode ?? null}::text))
    ), place as (
      select t.part_id, string_agg(q.name, ', ' order by t.share desc, q.name) as qpvs
      from part_territory t join file on file.id = t.part_id join qpv q on q.id = t.qpv_id group by t.part_id
    ), money as (
      select r.part_id, sum(r.asked_cents) as asked from request r join file on file.id = r.part_id group by r.part_id
    ), stated as (
      select distinct on (k.application_id) k.application_id, k.complete
      from completeness k where k.application_id in (select application_id from file) order by k.application_id, k.stated_at desc
    ), piece as (
      select r.application_id, json_agg(json_build_object('dueOn', r.due_on, 'answeredOn', w.answered_on)) as pieces
      from piece_request r left join piece_answer w on w.piece_request_id = r.id where r.application_id in (select application_id from file) group by r.application_id
    ), latest as (
      select distinct on (v.opinion_request_id) v.opinion_request_id, v.kind
      from opinion v join opinion_request r on r.id = v.opinion_request_id join file on file.id = r.part_id order by 1, v.given_at desc
    ), opinions as (
      select r.part_id, json_agg(json_build_object('organisationId', r.organisation_id, 'dueOn', r.due_on, 'kind', latest.kind)) as asked
      from opinion_request r join file on file.id = r.part_id left join latest on latest.opinion_request_id = r.id where r.withdrawn_on is null group by r.part_id
    )
    select file.id as "partId", file.application_id as "applicationId", file.number, file.position,
      count(*) over (partition by file.application_id) as parts, file.title, file.name as "organisationName",
      file.dauphin_number as "dauphinNumber", file.renewed, theme.label as "themeLabel", orientation.pillar,
      coalesce(place.qpvs, '') as qpvs, coalesce(money.asked, 0) as asked, file.withdrawn, stated.complete,
      exists (select 1 from application_decided d where d.application_id = file.application_id) as decided,
      coalesce(piece.pieces, '[]') as pieces, coalesce(opinions.asked, '[]') as opinions
    from file
    left join theme on theme.code = file.theme_code left join orientation on orientation.id = file.orientation_id
    left join place on place.part_id = file.id left join money on money.part_id = file.id
    left join stated on stated.application_id = file.application_id left join piece on piece.application_id = file.application_id
    left join opinions on opinions.part_id = file.id order by file.number nulls last, file.dauphin_number, file.position, file.id`
}

function conditionsOf(search: FileSearch): Sql {
  const conditions = [
    search.text ? textCondition(search.text) : undefined,
    search.orientationId === null ? sql`p.orientation_id is null` : undefined,
    search.orientationId ? sql`p.orientation_id = ${search.orientationId}` : undefined,
    search.themeCode ? sql`(p.theme_code = ${search.themeCode} or p.theme_code like ${`${search.themeCode}.%`})` : undefined,
    search.renewed === undefined ? undefined : sql`p.renewed = ${search.renewed}`,
  ].filter((condition) => condition !== undefined)
  return sql.join(conditions, ' and ', 'true')
}

/** Accents and capitals do not count; a word nearly alike is found too. */
function textCondition(text: string): Sql {
  const searched = sql`unaccent(lower(concat_ws(' ', p.title, o.name, o.short_name, a.dauphin_number, s.number)))`
  const wanted = sql`unaccent(lower(${text}::text))`
  return sql`(strpos(${searched}, ${wanted}) > 0 or word_similarity(${wanted}, ${searched}) > 0.6)`
}
