import { type Day, formatDayShort } from '#platform/day.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { LEVEL_NAMES } from './contract-words.ts'
import type { FrameNode } from './frame-store.ts'
import { NodeCell } from './NodeCell.tsx'
import { NodeForm, type NodeForms } from './NodeForm.tsx'
import { bareNodes, LACKS, lacksOf } from './node-lacks.ts'
import { contractPaths } from './paths.ts'
import { type Reader, ReaderPage } from './reader.tsx'
import type { Contract } from './store.ts'

export interface FramePageProps {
  frame: Frame
  reader: Reader
  contract: Contract
  nodes: readonly FrameNode[]
  on: Day
  forms: NodeForms
}

/** The tree of a contract with its versions, what hangs on each node, and the nodes on which nothing does (CON-03). */
export function FramePage({ frame, reader, contract, nodes, on, forms }: FramePageProps): Html {
  const bare = bareNodes(nodes, on)
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title="Le cadre du contrat"
      heading={`Le cadre du contrat ${contract.name}`}
      crumbs={[
        { label: 'Contrats', href: contractPaths.list() },
        { label: contract.name, href: contractPaths.contract(contract.code) },
        { label: 'Le cadre' },
      ]}
      lead="Chaque élément garde ses dates et ses versions. Celui qui sert ne s’efface pas : il prend fin à une date."
      errors={[...forms.errors]}
    >
      {nodes.some(({ fictitious }) => fictitious) ? <Notice>Ce cadre est fictif, pour la démonstration.</Notice> : null}
      <Section title="Éléments du cadre" id="elements">
        <NodesTable {...{ contract, nodes, reader, forms }} />
      </Section>
      <Section
        title="Éléments sans rien"
        id="sans-rien"
        intro="Une action ou un engagement ne s’y rattache pas, ou aucun indicateur, ou aucun budget."
      >
        <BareTable bare={bare} />
      </Section>
      {reader.manages ? <NodeForm contract={contract} forms={forms} /> : null}
    </ReaderPage>
  )
}

const NODE_COLUMNS: readonly Column<FrameNode>[] = [
  {
    key: 'node',
    head: 'Élément',
    rowHead: true,
    cell: ({ code, label, note }) => ({
      text: `${code} ${label ?? 'intitulé absent des documents'}`,
      ...(note === null ? {} : { sub: note }),
    }),
  },
  {
    key: 'level',
    head: 'Niveau',
    cell: ({ level, parentCode, version }) =>
      [LEVEL_NAMES[level], parentCode === null ? '' : `sous ${parentCode}`, version > 1 ? `version ${version}` : '']
        .filter((part) => part !== '')
        .join(', '),
  },
  {
    key: 'dates',
    head: 'Vaut',
    cell: ({ validFrom, validTo }) =>
      `depuis le ${formatDayShort(validFrom)}${validTo === null ? '' : `, jusqu’au ${formatDayShort(validTo)} exclu`}`,
  },
  { key: 'actions', head: 'Actions', numeric: true, cell: ({ actions }) => actions },
  { key: 'commitments', head: 'Engagements', numeric: true, cell: ({ commitments }) => commitments },
  { key: 'budgets', head: 'Actions financées', numeric: true, cell: ({ budgets }) => budgets },
]

function NodesTable({ contract, nodes, reader, forms }: Pick<FramePageProps, 'contract' | 'nodes' | 'reader' | 'forms'>): Html {
  return (
    <Table
      id="elements-du-cadre"
      caption="Éléments du cadre, avec leurs versions"
      captionHidden
      cards
      rows={nodes}
      empty={
        <Empty title="Cadre vide" icon="layers">
          Les éléments du cadre de ce contrat ne sont pas encore saisis.
        </Empty>
      }
      columns={[
        ...NODE_COLUMNS,
        ...(reader.manages
          ? [
              {
                key: 'act',
                head: 'À faire',
                headHidden: true,
                cell: (node: FrameNode) => <NodeCell contract={contract} node={node} today={forms.today} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function BareTable({ bare }: { bare: readonly FrameNode[] }): Html {
  return (
    <Table
      id="elements-sans-rien"
      caption="Éléments auxquels il manque quelque chose"
      captionHidden
      cards
      rows={bare}
      empty={
        <Empty title="Rien ne manque" icon="circle-check">
          Chaque élément en vigueur a des actions, des engagements, des indicateurs et un budget.
        </Empty>
      }
      columns={[
        { key: 'node', head: 'Élément', rowHead: true, cell: ({ code, label }) => `${code} ${label ?? 'intitulé absent des documents'}` },
        {
          key: 'lacks',
          head: 'Il lui manque',
          cell: (node) =>
            lacksOf(node)
              .map((lack) => LACKS[lack])
              .join(', '),
        },
      ]}
    />
  )
}
