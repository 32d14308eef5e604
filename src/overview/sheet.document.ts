import type { Funder } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import { renderDocument } from '#platform/document.ts'
import { sheetData } from './sheet-data.ts'
import type { Sheet } from './sheet-reading-store.ts'

export interface BookCover {
  title: string
  lines: readonly string[]
  head: readonly string[]
  funders: readonly (readonly string[])[]
  total: readonly string[]
}

export interface SheetDocument {
  title: string
  sheets: readonly Sheet[]
  /** Of the files. */
  year: number
  funders: readonly Funder[]
  /** The first pages of a committee book; undefined for the summaries of one file. */
  cover?: BookCover
  today: Day
  demonstration: boolean
}

/** One page a file, as PDF/UA; with a cover, a book with its contents and bookmarks. */
export async function renderSheets(of: SheetDocument): Promise<Uint8Array> {
  // Read when it is needed, for tests run without Vite's assets.
  const { default: template } = await import('./sheet.typ?raw')
  const { title, sheets, cover, today, demonstration } = of
  return renderDocument({
    name: cover ? 'cahier-de-comite' : 'fiche-de-synthese',
    template,
    title,
    day: today,
    demonstration,
    data: { book: cover ?? null, sheets: sheets.map((sheet) => sheetData(sheet, of)) },
  })
}
