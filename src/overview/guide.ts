import { Marked } from 'marked'

/** The chapters of the user guide, in order: one page of `docs/guide/` each, the same text in the project and in the program. */
export const GUIDE_CHAPTERS = [
  { code: 'premiers-pas', title: 'Premiers pas', for: 'Tout le monde' },
  { code: 'demander', title: 'Demander une subvention et suivre la réponse', for: 'Porteurs de projet' },
  { code: 'de-dauphin-au-cahier', title: 'De l’export de Dauphin au cahier du comité', for: 'Cheffes et chefs de projet' },
  { code: 'instruire', title: 'Instruire\u00A0: avis, droit commun, marqueur', for: 'Instruction, partenaires consultés' },
  { code: 'comite', title: 'Tenir le comité, décider', for: 'Financeurs' },
  { code: 'apres-la-decision', title: 'Courriers, conventions, paiements, comptes rendus', for: 'Financeurs' },
  { code: 'analyser', title: 'Analyser et rendre compte', for: 'Équipes du contrat, élus' },
] as const
export type GuideCode = (typeof GUIDE_CHAPTERS)[number]['code']

const SOURCES = import.meta.glob<string>('/docs/guide/*.md', { query: '?raw', import: 'default', eager: true })

export interface GuideChapter {
  title: string
  /** Trusted: written with the program, never by a person who uses it. */
  html: string
  sections: readonly { id: string; title: string }[]
}

/** One chapter as HTML under the title of its page; undefined when there is none of that code. */
export function guideChapter(code: string): GuideChapter | undefined {
  const known = GUIDE_CHAPTERS.find((chapter) => chapter.code === code)
  const source = SOURCES[`/docs/guide/${code}.md`]
  if (!known || source === undefined) return undefined
  const sections: { id: string; title: string }[] = []
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const title = this.parser.parseInline(tokens)
        if (depth === 1) return '' // the page has it
        const id = slug(title)
        if (depth === 2) sections.push({ id, title })
        return `<h${depth} id="${id}">${title}</h${depth}>\n`
      },
      image: ({ href, text }) => `<img src="/guide/${href}" alt="${text.replaceAll('"', '&quot;')}" loading="lazy">`,
      link({ href, tokens }) {
        const target = href.replace(/^\.?\/?([a-z-]+)\.md/, '/guide/$1')
        return `<a href="${target}">${this.parser.parseInline(tokens)}</a>`
      },
    },
  })
  const html = marked.parse(source, { async: false })
  return { title: known.title, html, sections }
}

/** « L’ordre du jour » becomes « l-ordre-du-jour ». */
function slug(title: string): string {
  return title
    .replace(/<[^>]*>|&[a-z]+;/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
