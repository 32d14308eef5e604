const UNSAFE = /[&<>"']/
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for HTML, in an element or a quoted attribute. Most cells hold nothing to escape: one test, no copy. */
export function escapeText(text: string): string {
  return UNSAFE.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '') : text
}

const counts = new Intl.NumberFormat('fr-FR')

/** A whole or decimal number the French way: « 1 184 », « 12,5 », « −3 ». */
export function formatCount(value: number): string {
  return counts.format(value).replace('-', '−')
}
