import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { checkHandOver, type HandOverFlaw, mayEnd } from './hand-over.ts'
import * as store from './hand-over-store.ts'
import type { HeldThing, HeldThings } from './held-thing.ts'
import type { Mandate } from './mandate.ts'
import { may } from './permissions.ts'

/** Who asks: a person, under a mandate or none. */
export interface EndedBy {
  personId: string
  mandate: Mandate | undefined
}

export interface HandOverInput {
  id: string
  mandateId: string
  endsOn: Day
  note: string
  /** `keyOf` a thing → the mandate that takes it over; what is not there is left to the organisation. */
  receivers: ReadonlyMap<string, string>
  held: HeldThings
}

export function keyOf({ kind, subjectId }: Pick<HeldThing, 'kind' | 'subjectId'>): string {
  return `${kind} ${subjectId}`
}

/** Whether this person may see and end a mandate. */
export function mayEndMandate(by: EndedBy, mandate: Mandate): boolean {
  const mayDecideClaims = by.mandate !== undefined && may(by.mandate, 'claim:decide')
  return mayEnd({ personId: by.personId, mayDecideClaims, contractId: by.mandate?.contractId ?? null }, mandate)
}

/** A mandate ends on a day: what it held that day is written down, each thing with who takes it over. Sent twice, it is one. */
export async function handOver(
  db: Db,
  by: EndedBy,
  input: HandOverInput,
  today: Day,
): Promise<Result<{ given: number; left: number }, HandOverFlaw | 'unknown-mandate'>> {
  return db.transaction(async (tx) => {
    const mandate = await store.lockMandate(tx, input.mandateId)
    if (!mandate || !mayEndMandate(by, mandate)) return refused('unknown-mandate')
    const things = await input.held(tx, mandate, today)
    const items = things.map((thing) => ({ ...thing, toMandateId: input.receivers.get(keyOf(thing)) ?? null }))
    const given = items.flatMap(({ toMandateId }) => (toMandateId === null ? [] : [toMandateId]))
    const counts = { given: given.length, left: items.length - given.length }
    const known = (await store.listReceivers(tx, mandate, input.endsOn)).map(({ id }) => id)
    const flaws = checkHandOver(mandate, { ...input, receivers: given, left: counts.left }, { today, receivers: known })
    if (flaws.length > 0) return refused(...flaws)
    if (!(await store.insertHandOver(tx, { ...input, madeOn: today, madeBy: by.personId }))) return done(counts)
    for (const item of items) await store.insertItem(tx, input.id, item)
    await store.updateMandateEnd(tx, { id: mandate.id, personId: mandate.personId, validTo: input.endsOn })
    const actor = { personId: by.personId, id: by.mandate?.id ?? null }
    await record(tx, actor, 'mandate.handed-over', mandate.id, { endsOn: input.endsOn, ...counts })
    return done(counts)
  })
}
