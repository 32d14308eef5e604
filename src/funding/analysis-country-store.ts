import { z } from 'zod'
import { idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { newRanks } from './analysis-build.ts'
import { type AxisNames, type Facts, type Names, toFacts } from './analysis-columns.ts'
import { factRows, type Ranks } from './analysis-rows.ts'
import { loadAwarded } from './analysis-store.ts'

/** What was awarded everywhere, kept in memory by the process that reads it: decision 0013. */
export interface CountryFacts {
  facts: Facts
  names: AxisNames
  contracts: Names
}

interface Kept extends CountryFacts {
  ranks: Ranks
  /** What the database showed when these facts were read, as PostgreSQL writes a snapshot. */
  snapshot: string
  /** When, by the clock of the database, in seconds. */
  readAt: number
}

/** One a database; a promise, so that two readers at once read it once, one after the other. */
const kept = new WeakMap<object, Promise<Kept>>()

/** Contracts read in one go: what is held besides the facts stays small, and others get their turn in between. */
const BATCH = 60
/** Marks are kept for two days: facts refreshed less than a day ago miss none. */
const OLDEST_SECONDS = 86_400
const ALL_YEARS = { from: 0, to: 9999 }

/**
 * The facts of every contract, as the database has them now. What was read before is kept; only the contracts marked as changed by a
 * transaction that was not yet visible then are read again.
 */
export async function countryFacts(db: Db): Promise<CountryFacts> {
  const before = kept.get(db)
  const now = (async () => {
    const old = await before?.catch(() => undefined)
    return refresh(db, old)
  })()
  kept.set(db, now)
  try {
    return await now
  } catch (error) {
    if (kept.get(db) === now) kept.delete(db)
    throw error
  }
}

const State = z.object({ snapshot: z.string(), seconds: z.number() })
const Id = z.object({ id: idColumn })

/** The snapshot is taken before anything is read: what commits meanwhile is read twice, never missed. */
async function refresh(db: Db, known: Kept | undefined): Promise<Kept> {
  const { snapshot, seconds: readAt } = await db.one(State)`
    select pg_current_snapshot()::text as snapshot, floor(extract(epoch from now()))::bigint as seconds`
  const old = known && readAt - known.readAt < OLDEST_SECONDS ? known : undefined
  const contractIds = await (old ? listChanged(db, old.snapshot) : listAwarding(db))
  if (old && contractIds.length === 0) return { ...old, snapshot, readAt }
  const ranks = old?.ranks ?? newRanks()
  let facts = old?.facts ?? toFacts([])
  for (let start = 0; start < contractIds.length; start += BATCH) {
    const some = contractIds.slice(start, start + BATCH)
    const { parts, money } = await loadAwarded(db, { contractIds: some, ...ALL_YEARS })
    const read = new Set(some.map((id) => ranks.contracts.ranks.get(id) ?? -1))
    const before = facts
    facts = toFacts(factRows(parts, money, ranks), { facts: before, stays: (row) => !read.has(before.ints.contract[row] ?? 0) })
  }
  return { facts, names: ranks.axes, contracts: ranks.contracts, ranks, snapshot, readAt }
}

function listAwarding(db: Db): Promise<string[]> {
  return ids(db.rows(Id)`select distinct contract_id as id from envelope`)
}

/** A mark says who wrote it: what the old snapshot could not see has changed since. */
function listChanged(db: Db, snapshot: string): Promise<string[]> {
  return ids(db.rows(Id)`
    select distinct contract_id as id from analysis_change where not pg_visible_in_snapshot(made_by, ${snapshot}::pg_snapshot)`)
}

async function ids(rows: Promise<z.infer<typeof Id>[]>): Promise<string[]> {
  return (await rows).map(({ id }) => id)
}

/** Marks that no kept facts can still need. */
export function deleteOldMarks(db: Db): Promise<number> {
  return db.run`delete from analysis_change where made_at < now() - interval '2 days'`
}
