import { committeeBook } from './committee-book.ts'
import type { ExportKind } from './export-kind.ts'

/** The long documents that the export centre prepares, by the word of their forms. */
export const EXPORT_KINDS: Readonly<Record<string, ExportKind>> = {
  'cahier-de-comite': committeeBook,
}
