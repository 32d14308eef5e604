import { ACRONYMS } from '#platform/kit/acronyms.ts'

/** Capitals that stand for nothing else: the methods of HTTP on the page of the API, a postal mention. */
const NO_ACRONYM = new Set(['GET', 'POST', 'CEDEX'])

/** The acronyms that a page shows and that the kit does not spell out: words of three capitals or more; codes have digits. */
export function unexplainedAcronyms(html: string): string[] {
  if (!html.includes('<html')) return []
  const shown = html.replace(/<(script|style|svg|code|pre|textarea)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')
  const words = shown.match(/(?<![\p{L}\p{N}_/.-])\p{Lu}{3,}(?![\p{L}\p{N}_/.-])/gu) ?? []
  return [...new Set(words)].filter((word) => !(word in ACRONYMS) && !NO_ACRONYM.has(word))
}
