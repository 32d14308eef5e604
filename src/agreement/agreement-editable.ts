import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { AgreementContent } from './agreement-document.ts'

/** The text of an agreement as lawyers edit it: the same words as the PDF, in a .docx. */
export async function agreementDocx(content: AgreementContent, demonstration: boolean): Promise<Uint8Array> {
  const file = new Document({
    title: content.title,
    description: content.title,
    creator: content.organisation.name,
    styles: { default: { document: { run: { font: 'Arial', size: 21, language: { value: 'fr-FR' } } } } },
    sections: [{ children: [...warning(demonstration), ...body(content), ...annexes(content)] }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function warning(demonstration: boolean): Paragraph[] {
  return demonstration ? [new Paragraph({ children: [new TextRun({ text: 'Démonstration\u00A0: données fictives', bold: true })] })] : []
}

const said = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 160 } })

function body({ organisation, title, parties, preamble, articles, signatures }: AgreementContent): (Paragraph | Table)[] {
  return [
    new Paragraph({ children: [new TextRun({ text: organisation.name, bold: true })] }),
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, spacing: { before: 240, after: 240 } }),
    said('Entre les soussignés\u00A0:'),
    ...[...parties, ...preamble, 'Il est convenu ce qui suit.'].map(said),
    ...articles.flatMap((article) => [
      new Paragraph({ text: article.title, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } }),
      ...article.texts.map(said),
      ...article.items.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
    ]),
    new Paragraph({ text: '', spacing: { before: 480 } }),
    tableOf([signatures.map(({ role, name, signed }) => `${role}, ${name}. ${signed}`)]),
  ]
}

function annexes({ budgets }: AgreementContent): (Paragraph | Table)[] {
  return budgets.flatMap(({ title, year, sides }) => [
    new Paragraph({
      text: `Annexe\u00A0: budget de l’action «\u00A0${title}\u00A0», ${year}`,
      heading: HeadingLevel.HEADING_2,
      pageBreakBefore: true,
    }),
    ...sides.flatMap(({ caption, rows, total }) => [
      new Paragraph({ text: caption, heading: HeadingLevel.HEADING_3, spacing: { before: 240 } }),
      tableOf([['Compte', 'Montant'], ...rows, total]),
    ]),
  ])
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, rank) =>
        new TableRow({
          tableHeader: rank === 0 && rows.length > 1,
          children: cells.map(
            (text, at) =>
              new TableCell({
                children: [new Paragraph({ text, ...(at > 0 && rows.length > 1 ? { alignment: AlignmentType.END } : {}) })],
              }),
          ),
        }),
    ),
  })
}
