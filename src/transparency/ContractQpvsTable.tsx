import type { ContractQpv } from '#contract/store.ts'
import type { Html } from '#platform/kit/html.ts'
import { Table } from '#platform/kit/Table.tsx'
import { publicPaths } from './paths.ts'

/** The neighbourhoods of a contract on its own page: names and places; their figures are one page further. */
export function ContractQpvsTable({ qpvs }: { qpvs: readonly ContractQpv[] }): Html {
  const fictitious = qpvs.some((one) => one.fictitious)
  return (
    <Table
      id="quartiers"
      caption="Quartiers du contrat"
      {...(fictitious ? { note: 'Noms et codes fictifs, pour la démonstration.' } : {})}
      rows={qpvs}
      cards
      columns={[
        { key: 'name', head: 'Quartier', rowHead: true, cell: (one) => ({ text: one.name, href: publicPaths.qpv(one.code) }) },
        { key: 'communes', head: 'Commune', cell: (one) => one.communes.map(({ name }) => name).join(', ') },
        { key: 'code', head: 'Code', cell: (one) => one.code },
        { key: 'inhabitants', head: 'Habitants', numeric: true, cell: (one) => one.inhabitants },
      ]}
    />
  )
}
