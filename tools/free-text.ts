import type { SourceFile, Violation } from './source-tree.ts'

/** A box of free text: several lines, or one line for a reason, a note, a remark. */
const FREE_TEXT = /<(?:TextArea|textarea)\b|<TextField\b(?=[^<]*\bname="(?:motif|reason|note|remarque|explanation)")/g

/** Its readers come from the table of `#access/field-readers.ts`, directly or by what a form says of each question. */
const SAYS_WHO_READS = /readers=\{(?:readersOf\(|READERS\b)|\{\.\.\.field\}/

/** Boxes of free text that do not say who reads them (design §3, « Who sees what »). The kit itself draws what it is given. */
export function checkFreeText({ path, text }: SourceFile): Violation[] {
  if (!path.endsWith('.tsx') || path.startsWith('src/platform/kit/') || /\.test\.tsx$/.test(path)) return []
  return [...text.matchAll(FREE_TEXT)]
    .filter((found) => !SAYS_WHO_READS.test(tagFrom(text, found.index)))
    .map((found) => ({
      path,
      line: text.slice(0, found.index).split('\n').length,
      message: 'does not say who reads it: readers={readersOf(…)}, from #access/field-readers.ts',
    }))
}

/** Attributes hold braces and arrows: the tag ends at its « /> » or, for an element with content, at its closing tag. */
function tagFrom(text: string, start: number): string {
  const end = /\/>|<\/(?:TextArea|textarea)>/.exec(text.slice(start))
  return text.slice(start, start + (end?.index ?? text.length))
}
