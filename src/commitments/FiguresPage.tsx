import { type Reader, ReaderPage } from '#contract/reader.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, Table } from '#platform/kit/Table.tsx'
import { formatEuros } from '#platform/money.ts'
import type { StatedFigure } from './commitment-store.ts'
import { ILLEGIBLE } from './commitment-words.ts'
import { commitmentPaths } from './paths.ts'

/** Every amount of the documents, with its source; what is lost in them stays empty, and nothing sums them (XCU-03). */
export function FiguresPage({ frame, reader, figures }: { frame: Frame; reader: Reader; figures: readonly StatedFigure[] }): Html {
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title="Montants lus dans les documents"
      crumbs={[{ label: 'Engagements des partenaires', href: commitmentPaths.list() }, { label: 'Montants' }]}
      lead="Deux documents peuvent donner deux valeurs : les deux restent, avec leur date et leur source. Rien ici n’est additionné."
    >
      <Section title="Montants" id="montants">
        <Table
          id="montants-des-documents"
          caption="Montants lus dans les documents"
          captionHidden
          cards
          rows={figures}
          group={({ territory }) => territory}
          columns={[
            {
              key: 'purpose',
              head: 'Objet',
              rowHead: true,
              cell: ({ purpose, note }) => ({ text: purpose, ...(note === null ? {} : { sub: note }) }),
            },
            { key: 'payer', head: 'Qui paie', cell: ({ payer }) => payer },
            { key: 'year', head: 'Année', cell: ({ year }) => year ?? 'non dite' },
            { key: 'kind', head: 'Nature', cell: ({ kind }) => kind },
            { key: 'amount', head: 'Montant', numeric: true, cell: amountCell },
            {
              key: 'source',
              head: 'Source',
              cell: ({ sourceDocument, sourceLines }) => ({ text: `${sourceDocument}, lignes ${sourceLines}`, soft: true }),
            },
          ]}
        />
      </Section>
    </ReaderPage>
  )
}

function amountCell({ amount, reading }: StatedFigure): Cell {
  if (amount !== null) return formatEuros(amount)
  return { text: reading === 'unsaid' ? 'non dit dans le document' : ILLEGIBLE, soft: true }
}
