import { type Reader, ReaderPage } from '#contract/reader.tsx'
import type { Contract } from '#contract/store.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { amountWords } from './amount-words.ts'
import { CommitmentFilters } from './CommitmentFilters.tsx'
import type { CommitmentFilter } from './commitment-filter.ts'
import type { Commitment } from './commitment-store.ts'
import { COMMITMENT_KIND_NAMES, COMMITMENT_PILLAR_NAMES, COMMITMENT_PILLARS } from './commitment-words.ts'
import { isMeasurable } from './measurable.ts'
import { commitmentPaths } from './paths.ts'

export interface CommitmentsPageProps {
  frame: Frame
  reader: Reader
  contracts: readonly Contract[]
  filter: CommitmentFilter
  choices: { partners: readonly string[]; themes: readonly string[] }
  commitments: readonly Commitment[]
}

/** What the partners promised, as the documents say it: by partner and by pillar, and what nothing measures (ENG-01). */
export function CommitmentsPage({ frame, reader, contracts, filter, choices, commitments }: CommitmentsPageProps): Html {
  const bare = commitments.filter((one) => !isMeasurable(one))
  const partners = new Set(commitments.map(({ partner }) => partner))
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title="Engagements des partenaires"
      lead="Ce que chaque partenaire promet, lu dans les documents, avec sa source. Un chiffre illisible reste vide."
    >
      <CommitmentFilters {...{ contracts, filter, choices }} />
      <Figures
        items={[
          { label: 'Engagements', value: String(commitments.length) },
          { label: 'Partenaires', value: String(partners.size) },
          { label: 'Non mesurables', value: String(bare.length), note: 'ni montant, ni cible, ni indicateur, ni échéance' },
        ]}
      />
      <PillarTable commitments={commitments} filter={filter} />
      <Section
        title="Liste"
        id="liste"
        intro="Les montants ne s’additionnent pas : leurs années et leurs objets diffèrent."
        action={<a href={commitmentPaths.figures()}>Tous les montants lus dans les documents</a>}
      >
        <List commitments={commitments} />
      </Section>
    </ReaderPage>
  )
}

function PillarTable({ commitments, filter }: { commitments: readonly Commitment[]; filter: CommitmentFilter }): Html {
  const rows = COMMITMENT_PILLARS.map((pillar) => ({ pillar, own: commitments.filter((one) => one.pillar === pillar) }))
  const measurable = (own: readonly Commitment[]): number => own.filter(isMeasurable).length
  return (
    <Section title="Par pilier" id="par-pilier">
      <Table
        id="engagements-par-pilier"
        caption="Engagements par pilier"
        captionHidden
        cards
        rows={rows}
        totalLabel="Ensemble"
        columns={[
          {
            key: 'pillar',
            head: 'Pilier',
            rowHead: true,
            cell: ({ pillar }) => ({ text: COMMITMENT_PILLAR_NAMES[pillar], href: commitmentPaths.list({ ...filter, pillar }) }),
          },
          { key: 'count', head: 'Engagements', numeric: true, cell: ({ own }) => own.length, total: commitments.length },
          { key: 'measurable', head: 'Mesurables', numeric: true, cell: ({ own }) => measurable(own), total: measurable(commitments) },
        ]}
      />
    </Section>
  )
}

function List({ commitments }: { commitments: readonly Commitment[] }): Html {
  return (
    <Table
      id="engagements"
      caption="Engagements, par partenaire"
      captionHidden
      cards
      rows={commitments}
      group={({ partner }) => partner}
      empty={
        <Empty title="Aucun engagement" icon="handshake">
          Retirez un filtre pour en voir d’autres.
        </Empty>
      }
      columns={[
        {
          key: 'title',
          head: 'Engagement',
          rowHead: true,
          cell: ({ code, title, theme, pillar }) => ({
            text: title,
            href: commitmentPaths.commitment(code),
            sub: `${COMMITMENT_PILLAR_NAMES[pillar]} · ${theme}`,
          }),
        },
        { key: 'kind', head: 'Nature', cell: ({ kind, kindStated }) => kindCell(kind, kindStated) },
        { key: 'measure', head: 'Ce qui le mesure', cell: measureCell },
        {
          key: 'source',
          head: 'Source',
          cell: ({ sourceDocument, sourceLines }) => ({ text: `${sourceDocument}, lignes ${sourceLines}`, soft: true }),
        },
      ]}
    />
  )
}

function kindCell(kind: Commitment['kind'], stated: boolean): { text: string; sub?: string } {
  if (kind === null) return { text: 'non dite' }
  return stated ? { text: COMMITMENT_KIND_NAMES[kind] } : { text: COMMITMENT_KIND_NAMES[kind], sub: 'notre lecture' }
}

function measureCell(commitment: Commitment): Html | string {
  if (!isMeasurable(commitment)) return <Badge plain state="warning" word="Non mesurable" />
  const { amounts, target, indicator, deadline } = commitment
  const words = [
    ...amounts.map(amountWords),
    target === null ? '' : `Cible\u00A0: ${target}`,
    indicator === null ? '' : `Indicateur\u00A0: ${indicator}`,
    deadline === null ? '' : `Échéance\u00A0: ${deadline}`,
  ]
  return words.filter((word) => word !== '').join(' · ')
}
