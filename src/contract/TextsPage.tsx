import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { contractPaths } from './paths.ts'
import { type Reader, ReaderPage } from './reader.tsx'
import { textName } from './TextsSection.tsx'
import type { ReferenceText } from './text-store.ts'

/** The register of the laws, decrees, circulars and pacts that contracts rest on. */
export function TextsPage({ frame, reader, texts }: { frame: Frame; reader: Reader; texts: readonly ReferenceText[] }): Html {
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title="Textes de référence"
      crumbs={[{ label: 'Contrats', href: contractPaths.list() }, { label: 'Textes de référence' }]}
      lead="Les textes qui fondent les contrats de ville, avec leur date, leur source, et ce qui les cite. Le texte officiel fait foi."
    >
      <Section title="Registre" id="registre">
        <Table
          id="textes-de-reference"
          caption="Textes de référence, du plus ancien au plus récent"
          captionHidden
          cards
          rows={texts}
          empty={
            <Empty title="Aucun texte" icon="book-open">
              Les textes viennent avec les données de référence.
            </Empty>
          }
          columns={[
            { key: 'name', head: 'Texte', rowHead: true, cell: (text) => ({ text: textName(text), sub: text.title }) },
            {
              key: 'effect',
              head: 'Ce qu’il dit ici',
              cell: ({ article, effect }) => [article, effect].filter((part) => part !== null).join(' · '),
            },
            { key: 'cited', head: 'Cité par', cell: citedBy },
            { key: 'link', head: 'Adresse', cell: ({ link }) => (link === null ? 'non relevée' : { text: 'Légifrance', href: link }) },
            { key: 'source', head: 'Source', cell: ({ source }) => ({ text: source, soft: true }) },
          ]}
        />
      </Section>
    </ReaderPage>
  )
}

function citedBy({ citedBy: all }: ReferenceText): string {
  const words = all.map(({ what, contractName }) => (what === 'Le contrat' ? contractName : `${what} (${contractName})`))
  return words.length === 0 ? 'rien encore' : words.join(', ')
}
