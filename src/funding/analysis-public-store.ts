import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import type { Axis } from './analysis-axes.ts'
import { buildFacts } from './analysis-build.ts'
import { countryFacts } from './analysis-country-store.ts'
import { analyse, type Cube } from './analysis-cube.ts'
import { loadAwarded } from './analysis-store.ts'

export interface PublicQuery {
  /** One contract; all those of the database without. */
  contractId: string | undefined
  axes: readonly [Axis, Axis]
  from: number | undefined
  to: number | undefined
}

/** What anybody may know of a programming: notified awards, by two axes. One contract is read as it is, the country is kept. */
export async function analysePublic(db: Db, { contractId, axes: [a, b], from, to }: PublicQuery): Promise<Cube> {
  const years = { from: from ?? 0, to: to ?? 9999 }
  const { facts, names } = contractId ? buildFacts(await loadAwarded(db, { contractIds: [contractId], ...years })) : await countryFacts(db)
  return analyse(facts, names, { a, b, ...years, stage: 'decided', notifiedOnly: true })
}

const PublicName = z.object({ key: z.string(), code: z.string(), label: z.string() })
/** The code by which others know a value, and its name. */
export type PublicName = z.infer<typeof PublicName>

/** The public codes of what has one of its own; the values of the other axes are their own codes. An orientation belongs to a contract. */
export async function listPublicNames(db: Db, axis: Axis): Promise<ReadonlyMap<string, PublicName>> {
  const rows = await namesOf(db, axis)
  return new Map(rows.map((row) => [row.key, row]))
}

async function namesOf(db: Db, axis: Axis): Promise<PublicName[]> {
  switch (axis) {
    case 'territory':
      return db.rows(PublicName)`select id::text as key, code, name as label from qpv`
    case 'orientation':
      return db.rows(PublicName)`
        select f.id::text as key, c.code || '/' || f.code as code, coalesce(f.label, f.code) as label from orientation f join contract c on c.id = f.contract_id`
    case 'theme':
      return db.rows(PublicName)`select code as key, code, label from theme`
    case 'funder':
      return db.rows(PublicName)`
        select id::text as key, siret as code, name as label from organisation where id in (select funder_id from envelope)`
    default:
      return []
  }
}
