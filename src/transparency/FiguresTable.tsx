import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { type Figure, formatFigure, vintageOf } from '#territory/figure.ts'

/** Every dated figure of a territory with its source: several values of one figure stand side by side, an unreadable one says so. */
export function FiguresTable({ title, figures }: { title: string; figures: readonly Figure[] }): Html | null {
  if (figures.length === 0) return null
  return (
    <Section
      title={title}
      id="chiffres"
      intro="Une même grandeur peut avoir plusieurs valeurs, selon l’année et la source : aucune n’en remplace une autre. Ce qui n’a pas pu être lu dans un document n’est jamais deviné."
    >
      <Table
        id="chiffres-dates"
        caption="Chiffres datés"
        rows={figures}
        cards
        columns={[
          { key: 'label', head: 'Grandeur', rowHead: true, cell: ({ label, note }) => ({ text: label, ...(note ? { sub: note } : {}) }) },
          { key: 'value', head: 'Valeur', numeric: true, cell: (one) => ({ text: formatFigure(one), soft: one.value === null }) },
          { key: 'year', head: 'Année', cell: (one) => vintageOf(one) },
          { key: 'printed', head: 'Imprimé ainsi', cell: ({ asPrinted }) => asPrinted },
          {
            key: 'source',
            head: 'Source',
            cell: ({ source, place, fictitious }) => ({ text: source, sub: fictitious ? 'donnée fictive' : (place ?? ''), soft: true }),
          },
        ]}
      />
    </Section>
  )
}
