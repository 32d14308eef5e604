import { formatCount } from '#platform/kit/escape.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { FIRST_DAY_LISTS, FIRST_DAY_WORDS, type FirstDayList } from './first-day-query.ts'
import { overviewPaths } from './paths.ts'

/** The lists that a person who arrives opens first, with how long each is. */
export function FirstDayBox({ counts }: { counts: Readonly<Record<FirstDayList, number>> }): Html {
  return (
    <Section title="À suivre" id="a-suivre">
      <Items
        items={FIRST_DAY_LISTS.map((list) => ({
          text: FIRST_DAY_WORDS[list].title,
          href: overviewPaths.firstDay({ liste: list }),
          end: formatCount(counts[list]),
        }))}
      />
    </Section>
  )
}
