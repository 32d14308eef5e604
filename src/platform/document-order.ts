import type { Day } from './day.ts'

/** One document to produce. `data` reaches the template as JSON: what a person typed is never read as code. */
export interface DocumentOrder {
  /** Names the template in errors. */
  name: string
  /** Typst source; see document-templates/pilotis.typ for the parts to build on. */
  template: string
  title: string
  /** Date written in the file: the same order gives the same bytes. */
  day: Day
  /** Prints « Démonstration : données fictives » on each page. */
  demonstration: boolean
  data: unknown
}

/** What crosses to the process that composes. */
export interface DocumentJob {
  template: string
  orderJson: string
}

export interface DocumentSetUp {
  sharedParts: string
  fonts: Uint8Array[]
}

export type DocumentMessage = { setUp: DocumentSetUp } | { job: DocumentJob }
export type DocumentReply = { pdf: Uint8Array } | { errors: string[] }

/** Control characters have no picture in any font and PDF/UA refuses them. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
}

/** The order as the template reads it: `order.title`, `order.day` (year, month, day), `order.demonstration`, `order.data`. */
export function orderJson(order: DocumentOrder): string {
  const content = {
    title: order.title,
    day: order.day.split('-').map(Number),
    demonstration: order.demonstration,
    data: order.data,
  }
  return JSON.stringify(content, (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value))
}
