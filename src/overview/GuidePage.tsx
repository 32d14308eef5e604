import { raw } from 'hono/html'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { GUIDE_CHAPTERS, type GuideChapter } from './guide.ts'
import { overviewPaths } from './paths.ts'

/** The chapters of the guide, and for whom each is. */
export function GuideContentsPage({ frame }: { frame: Frame }): Html {
  const items = GUIDE_CHAPTERS.map(({ code, title, for: readers }) => ({ text: title, href: overviewPaths.chapter(code), hint: readers }))
  return (
    <PublicPage frame={frame} title="Guide d’utilisation" lead="Comment faire, pas à pas, avec les écrans que vous verrez.">
      <Section title="Chapitres" id="chapitres">
        <Items items={items} />
      </Section>
    </PublicPage>
  )
}

export function GuideChapterPage({ frame, chapter }: { frame: Frame; chapter: GuideChapter }): Html {
  return (
    <PublicPage
      frame={frame}
      title={chapter.title}
      crumbs={[{ label: 'Guide d’utilisation', href: overviewPaths.guide }, { label: chapter.title }]}
    >
      {chapter.sections.length > 2 ? (
        <Section title="Dans ce chapitre" id="sommaire">
          <ul>
            {chapter.sections.map(({ id, title }) => (
              <li>
                <a href={`#${id}`}>{raw(title)}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <div class="guide">{raw(chapter.html)}</div>
    </PublicPage>
  )
}
