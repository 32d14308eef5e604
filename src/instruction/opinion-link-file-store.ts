import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const LinkedFile = z.object({
  requestId: idColumn,
  title: z.string(),
  summary: z.string(),
  expectedResult: z.string(),
  indicator: z.string(),
  indicatorTarget: z.string(),
  organisationName: z.string(),
  year: z.number(),
  renewed: z.boolean(),
  startsOn: dayColumn.nullable(),
  endsOn: dayColumn.nullable(),
  themeLabel: z.string().nullable(),
  orientationLabel: z.string().nullable(),
  women: countColumn,
  men: countColumn,
  cost: centsColumn,
  requests: z.array(z.object({ funder: z.string(), asked: centsColumn })),
})
/** What an organisation asked by a link reads of a file: the action and its money, no contact, no piece, nobody else's opinion. */
export type LinkedFile = z.infer<typeof LinkedFile>

export function findLinkedFile(db: Db, scope: Scope, of: { linkId: string; requestId: string }): Promise<LinkedFile | undefined> {
  return db.maybe(LinkedFile)`
    select r.id as "requestId", p.title, p.summary, p.expected_result as "expectedResult", p.indicator, p.indicator_target as "indicatorTarget",
      o.name as "organisationName", p.year, p.renewed, p.starts_on as "startsOn", p.ends_on as "endsOn", theme.label as "themeLabel",
      orientation.label as "orientationLabel",
      coalesce((select sum(u.women) from part_public u where u.part_id = p.id), 0)::int as women,
      coalesce((select sum(u.men) from part_public u where u.part_id = p.id), 0)::int as men,
      coalesce((select sum(l.amount_cents) from budget b join budget_line l on l.budget_id = b.id
        where b.part_id = p.id and b.version = 1 and l.account like '6%'), 0)::bigint as cost,
      coalesce((select json_agg(json_build_object('funder', coalesce(f.short_name, w.name), 'asked', q.asked_cents) order by f.position nulls last, w.name)
        from request q join organisation w on w.id = q.funder_id
        left join contract_funder f on f.organisation_id = q.funder_id and f.contract_id = a.contract_id
        where q.part_id = p.id and q.asked_cents > 0), '[]') as requests
    from opinion_link_request listed
    join opinion_request r on r.id = listed.opinion_request_id
    join application a on a.id = r.application_id
    join action_part p on p.id = r.part_id
    join organisation o on o.id = a.organisation_id
    left join theme on theme.code = p.theme_code
    left join orientation on orientation.id = p.orientation_id
    where listed.link_id = ${of.linkId} and r.id = ${of.requestId} and r.withdrawn_on is null and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)`
}

const Signer = z.object({ signerName: z.string(), signerFunction: z.string() })

/** Who last signed through a link, so as not to type it again. */
export function findLastSigner(db: Db, scope: Scope, linkId: string): Promise<z.infer<typeof Signer> | undefined> {
  return db.maybe(Signer)`
    select v.signer_name as "signerName", v.signer_function as "signerFunction"
    from opinion v join opinion_request r on r.id = v.opinion_request_id join application a on a.id = r.application_id
    where v.link_id = ${linkId} and ${visible('a', scope)} order by v.given_at desc limit 1`
}
