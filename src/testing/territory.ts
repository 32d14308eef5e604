import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import records from '#seeds/reference/figures.json' with { type: 'json' }
import { loadTerritory } from '#seeds/territory.ts'
import { Figure } from '#territory/figure.ts'

/** The dated figures of the reference data. */
export const REFERENCE_FIGURES: readonly Figure[] = z.array(Figure).parse(records)

/** The territory of both contracts, as the reference data hold it. */
export function referenceTerritory(db: Db): Promise<void> {
  return db.transaction((tx) => loadTerritory(tx))
}
