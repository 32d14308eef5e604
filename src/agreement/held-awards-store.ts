import { z } from 'zod'
import type { HeldThing, HeldThings } from '#access/held-thing.ts'
import type { Mandate } from '#access/mandate.ts'
import { may } from '#access/permissions.ts'
import { visible } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import { type Day, yearOf } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { listExpectedReports } from './follow-up-store.ts'
import { agreementPaths } from './paths.ts'
import { finalReportDue } from './report-due.ts'

/** The acts of the organisation that nobody was told of, for who notifies; the accounts due, for the porteur. */
export const heldAwards: HeldThings = async (db, mandate, today) => [...(await untold(db, mandate)), ...(await reports(db, mandate, today))]

const Untold = z.object({ id: idColumn, title: z.string(), organisationName: z.string(), year: z.number() })

async function untold(db: Db, mandate: Mandate): Promise<HeldThing[]> {
  if (!may(mandate, 'award:notify')) return []
  const awards = await db.rows(Untold)`
    select w.id, a.title, o.name as "organisationName", w.year
    from award w
    join action a on a.id = w.action_id
    join envelope e on e.id = w.envelope_id
    join organisation o on o.id = a.organisation_id
    where e.funder_id = ${mandate.organisationId} and ${visible('a', mandate.scope)}
      and not exists (select 1 from notification n where n.award_id = w.id)
    order by w.year, a.title collate "und-x-icu", w.id`
  return awards.map(({ id, title, organisationName, year }) => ({
    kind: 'Décisions à notifier',
    subjectId: id,
    label: `${title || 'Sans titre'}, ${organisationName}, ${year}`,
    href: agreementPaths.letter(id),
  }))
}

async function reports(db: Db, mandate: Mandate, today: Day): Promise<HeldThing[]> {
  if (!may(mandate, 'report:write')) return []
  const expected = await listExpectedReports(db, mandate.scope)
  return expected
    .filter(({ finalDepositedOn, year }) => finalDepositedOn === null && year <= yearOf(today))
    .map(({ actionId, year, title }) => ({
      kind: `Bilans ${year} à remettre`,
      subjectId: actionId,
      label: title || 'Sans titre',
      href: agreementPaths.writeReport({ actionId, year, kind: 'final' }),
      dueOn: finalReportDue(year),
    }))
}
