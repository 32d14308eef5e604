import { committeeBook } from './committee-book.document.ts'
import type { ExportKind } from './export-store.ts'

/** The long documents that the export centre prepares, by the word of their forms. */
export const EXPORT_KINDS: Readonly<Record<string, ExportKind>> = {
  'cahier-de-comite': committeeBook,
}
