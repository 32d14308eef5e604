import italic from './document-fonts/atkinson-hyperlegible-next-400-italic.ttf?inline'
import regular from './document-fonts/atkinson-hyperlegible-next-400-normal.ttf?inline'
import bold from './document-fonts/atkinson-hyperlegible-next-700-normal.ttf?inline'

/** The typeface of documents, carried by the bundle itself (150 kB) so that no path has to be found. */
export function documentFonts(): Uint8Array[] {
  return [regular, italic, bold].map((dataUrl) => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'))
}
