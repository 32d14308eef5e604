import type { Day } from '#platform/day.ts'
import type { AwaitedAsk } from './opinion-follow-up-store.ts'

/** What one partner owes. */
export interface PartnerAwaited {
  askedId: string
  askedName: string
  awaited: number
  late: number
  /** Of the late ones, the oldest due day. */
  oldest: Day | undefined
  remindedOn: Day | undefined
}

/** Partner by partner, those who are latest first. */
export function awaitedByPartner(asks: readonly AwaitedAsk[], today: Day): PartnerAwaited[] {
  const partners = new Map<string, AwaitedAsk[]>()
  for (const ask of asks) partners.set(ask.askedId, [...(partners.get(ask.askedId) ?? []), ask])
  return [...partners.values()]
    .flatMap((theirs) => countOf(theirs, today))
    .sort((one, other) => other.late - one.late || other.awaited - one.awaited)
}

function countOf(theirs: readonly AwaitedAsk[], today: Day): PartnerAwaited[] {
  const [first] = theirs
  if (!first) return []
  const late = theirs.filter(({ dueOn }) => dueOn < today)
  const reminders = theirs.flatMap(({ remindedOn }) => (remindedOn === null ? [] : [remindedOn])).toSorted()
  const { askedId, askedName } = first
  const oldest = late.map(({ dueOn }) => dueOn).toSorted()[0]
  return [{ askedId, askedName, awaited: theirs.length, late: late.length, oldest, remindedOn: reminders.at(-1) }]
}
