import { formatDay } from '#platform/day.ts'
import type { DocumentOrder } from '#platform/document.ts'
import { formatSiret } from '#platform/identifiers.ts'
import { formatEuros } from '#platform/money.ts'
import type { Receipt } from './receipt-store.ts'
import { NOT_A_STATE_DEPOSIT } from './submission-mail.ts'

const TEMPLATE = `
#import "/pilotis.typ": *
#show: receipt.with(organisation: data.office)
#facts(..data.facts)
#if data.warning != none [
  #block(stroke: (left: 3pt + brick), inset: (left: 8pt, y: 4pt))[#strong(data.warning)]
]
#for part in data.parts [
  == #part.title
  #data-table(
    caption: part.caption,
    columns: ((label: "Financeur", width: 1fr), (label: "Montant demandé", number: true)),
    rows: part.rows, total: part.total,
  )
]
#if data.attachments.len() > 0 [
  == Pièces jointes
  #list(..data.attachments)
]
`

/** The receipt of a deposit, as PDF/UA. */
export function receiptOrder(receipt: Receipt, demonstration: boolean): DocumentOrder {
  const { submission, toState } = receipt
  return {
    name: 'recepisse',
    template: TEMPLATE,
    title: `Récépissé de dépôt n° ${submission.number}`,
    day: submission.submittedOn,
    demonstration,
    data: {
      office: { name: submission.contractName, lines: [submission.callTitle] },
      facts: [
        ['Organisation', submission.organisationName],
        ['SIRET', formatSiret(submission.siret)],
        ['Appel', submission.callTitle],
        ['Numéro', String(submission.number)],
        ['Déposée le', formatDay(submission.submittedOn)],
        ['Note de cadrage', `version ${submission.framingVersion}`],
        ['Total demandé', formatEuros(receipt.asked)],
        ['Vos réponses', 'à relire dans Pilotis, sous «\u00A0Mes demandes\u00A0»'],
      ],
      warning: toState ? NOT_A_STATE_DEPOSIT : null,
      parts: receipt.parts.map((part) => ({
        title: part.title,
        caption: `Demandé pour ${part.year}`,
        rows: part.requests.map(({ funderName, asked }) => [funderName, formatEuros(asked)]),
        total: ['Total', formatEuros(part.asked)],
      })),
      attachments: receipt.attachments,
    },
  }
}
