import type { ContractPanel, DocumentPanel } from '#contract/contract-panel.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { type Contribution, listContributions } from './commitment-store.ts'
import { commitmentPaths } from './paths.ts'

/** On the page of a contract: how many commitments each partner took. */
export const commitmentsPanel: ContractPanel = async (c, contract) => {
  const contributions = await listContributions(c.var.db, { contractId: contract.id })
  if (contributions.length === 0) return null
  return <Contributions contributions={contributions} contractCode={contract.code} title="Engagements des partenaires" />
}

/** On the page of a document: what each partner brings to it (CON-07). */
export const documentCommitmentsPanel: DocumentPanel = async (c, document) => {
  const contributions = await listContributions(c.var.db, { contractId: document.contractId, documentId: document.id })
  const code = c.req.param('code')
  if (contributions.length === 0 || code === undefined) return null
  return <Contributions contributions={contributions} contractCode={code} title="Contributions des partenaires" />
}

interface ContributionsProps {
  contributions: readonly Contribution[]
  contractCode: string
  title: string
}

function Contributions({ contributions, contractCode, title }: ContributionsProps): Html {
  const sum = (of: (one: Contribution) => number): number => contributions.reduce((total, one) => total + of(one), 0)
  return (
    <Section
      title={title}
      id="engagements"
      action={
        <>
          <a href={commitmentPaths.list({ contract: contractCode })}>Tous les engagements</a>
          <a href={commitmentPaths.measures()}>Les 40 mesures nationales</a>
        </>
      }
    >
      <Table
        id="engagements-par-partenaire"
        caption="Engagements par partenaire"
        captionHidden
        cards
        rows={contributions}
        totalLabel="Ensemble"
        columns={[
          {
            key: 'partner',
            head: 'Partenaire',
            rowHead: true,
            cell: ({ partner }) => ({ text: partner, href: commitmentPaths.list({ contract: contractCode, partner }) }),
          },
          { key: 'count', head: 'Engagements', numeric: true, cell: ({ count }) => count, total: sum(({ count }) => count) },
          {
            key: 'measurable',
            head: 'Mesurables',
            numeric: true,
            cell: ({ measurable }) => measurable,
            total: sum(({ measurable }) => measurable),
          },
        ]}
      />
    </Section>
  )
}
