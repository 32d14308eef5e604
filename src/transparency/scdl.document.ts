import { writeCsv } from '#platform/csv.ts'
import type { Db } from '#platform/db.ts'
import type { Cents } from '#platform/money.ts'
import { SCDL_FIELDS, type ScdlRow, scdlFlaws } from './scdl-fields.ts'
import { rnaLeftOut, scdlRow } from './scdl-row.ts'
import { listPublishedAwards } from './store.ts'

export interface ScdlExport {
  csv: string
  rows: number
  warnings: string[]
}

/** The subsidies of a year in the national schema: every row valid, the same bytes for the same database. */
export async function exportSubsidies(db: Db, by: { year: number; above?: Cents | undefined }): Promise<ScdlExport> {
  const awards = (await listPublishedAwards(db, by)).filter(({ decided }) => by.above === undefined || decided > by.above)
  const good: ScdlRow[] = []
  const warnings: string[] = []
  for (const award of awards) {
    const row = scdlRow(award)
    const flaws = scdlFlaws(row)
    if (flaws.length === 0) good.push(row)
    else warnings.push(`«\u00A0${award.title}\u00A0» (${award.organisationName}) n’est pas publié\u00A0: ${flaws.join('\u202F; ')}`)
    if (rnaLeftOut(award))
      warnings.push(`Le numéro RNA de «\u00A0${award.organisationName}\u00A0» n’entre pas dans le schéma national\u00A0: le SIRET suffit.`)
  }
  const columns = SCDL_FIELDS.map(({ name }) => ({ header: name, value: (row: ScdlRow) => row[name] }))
  return { csv: writeCsv(columns, good, { formulaSafe: false }), rows: good.length, warnings }
}
