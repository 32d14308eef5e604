import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { Mandate } from './mandate.ts'

/** Something that waits for the person who holds a mandate, and would be forgotten if that person left. */
export interface HeldThing {
  /** What it is, in the plural, as the page groups it: « Avis à rendre ». */
  kind: string
  subjectId: string
  label: string
  /** The page where it is done. */
  href: string
  dueOn?: Day | undefined
}

/** What a mandate holds in one capability, given by capabilities.ts to the pages of hand-over: access imports none of them. */
export type HeldThings = (db: Db, mandate: Mandate, today: Day) => Promise<HeldThing[]>
