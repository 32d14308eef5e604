import { z } from 'zod'
import type { HeldThing, HeldThings } from '#access/held-thing.ts'
import type { Mandate } from '#access/mandate.ts'
import { may } from '#access/permissions.ts'
import { listMeetings } from '#governance/meeting-store.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import { type Day, yearOf } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { formatEuros } from '#platform/money.ts'
import { fundingPaths } from './paths.ts'

/** The meetings to hold or to close, for who runs them; the envelopes of the organisation where money is left, for who decides on them. */
export const heldMoney: HeldThings = async (db, mandate, today) => [
  ...(await meetings(db, mandate)),
  ...(await envelopes(db, mandate, today)),
]

async function meetings(db: Db, mandate: Mandate): Promise<HeldThing[]> {
  if (!may(mandate, 'meeting:manage') || mandate.contractId === null) return []
  const all = await listMeetings(db, mandate.contractId)
  return all
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, title, heldOn }) => ({
      kind: 'Séances à tenir ou à clore',
      subjectId: id,
      label: title,
      href: fundingPaths.meeting(id),
      dueOn: heldOn,
    }))
}

const Left = z.object({ id: idColumn, label: z.string(), year: z.number(), left: centsColumn })

async function envelopes(db: Db, mandate: Mandate, today: Day): Promise<HeldThing[]> {
  if (!may(mandate, 'envelope:manage')) return []
  const left = await db.rows(Left)`
    select e.id, e.label, e.year, e.amount_cents - e.decided_cents as left
    from envelope e
    where e.funder_id = ${mandate.organisationId} and e.contract_id = ${mandate.contractId} and e.year >= ${yearOf(today)}
      and e.amount_cents > e.decided_cents
    order by e.year, e.label collate "und-x-icu", e.id`
  return left.map(({ id, label, year, left: cents }) => ({
    kind: 'Enveloppes où il reste à décider',
    subjectId: id,
    label: `${label} ${year}, ${formatEuros(cents)} à décider`,
    href: fundingPaths.envelopes(year),
  }))
}
