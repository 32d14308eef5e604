/** A text that fits: whole, or cut after a word, with « … ». `length` counts signs. */
export function shortened(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= length) return plain
  const cut = plain.slice(0, length - 1)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > length / 2 ? end : cut.length).replace(/[\s,;:.!?\u00A0\u202F]+$/u, '')}\u2026`
}
