import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const File = z.object({ id: idColumn, version: z.number(), name: z.string(), kind: z.string(), hash: z.string(), putOn: dayColumn })

const AnnexRow = z.object({
  id: idColumn,
  contractId: idColumn,
  position: z.number(),
  title: z.string(),
  theme: z.string(),
  expected: z.boolean(),
  cited: z.boolean(),
  dated: z.string().nullable(),
  source: z.string(),
  note: z.string().nullable(),
  files: z.array(File),
})
/** An annex expected of a contract, with every version of its file, the latest first. */
export type Annex = z.infer<typeof AnnexRow>

export function listAnnexes(db: Db, contractId: string): Promise<Annex[]> {
  return db.rows(AnnexRow)`
    select a.id, a.contract_id as "contractId", a.position, a.title, a.theme, a.expected, a.cited, a.dated, a.source, a.note,
      coalesce((select json_agg(json_build_object('id', f.id, 'version', f.version, 'name', s.name, 'kind', s.kind, 'hash', s.hash,
          'putOn', f.put_on) order by f.version desc)
        from annex_file f join stored_file s on s.id = f.file_id where f.annex_id = a.id), '[]') as files
    from annex a where a.contract_id = ${contractId} order by a.position`
}

export async function findAnnex(db: Db, by: { contractId: string; id: string }): Promise<Annex | undefined> {
  const annexes = await listAnnexes(db, by.contractId)
  return annexes.find(({ id }) => id === by.id)
}
