import type { CurrentContract } from '#access/http.ts'
import type { ContractQpv } from '#contract/store.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { publicPaths } from './paths.ts'

export function QpvsPage({ frame, contract, qpvs }: { frame: Frame; contract: CurrentContract; qpvs: readonly ContractQpv[] }): Html {
  return (
    <PublicPage
      frame={frame}
      title="Les quartiers prioritaires"
      crumbs={[{ label: contract.name, href: publicPaths.contract(contract.code) }, { label: 'Quartiers' }]}
      lead="Un quartier prioritaire est désigné par décret, selon le revenu de ses habitants. Choisissez le vôtre : vous verrez ce qui y est financé."
    >
      <QpvsTable qpvs={qpvs} />
    </PublicPage>
  )
}

export function QpvsTable({ qpvs }: { qpvs: readonly ContractQpv[] }): Html {
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
