import { formatCount } from './escape.ts'
import type { Html } from './html.ts'

/** First, last, the current one and its neighbours; `undefined` where pages are skipped. */
export function shownPages(page: number, last: number): (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((each) => each >= 1 && each <= last)
  const pages = [...new Set(wanted)].sort((a, b) => a - b)
  return pages.flatMap((each, index) => (index > 0 && each - (pages[index - 1] ?? 0) > 1 ? [undefined, each] : [each]))
}

export interface PagesProps {
  page: number
  size: number
  total: number
  href: (page: number) => string
  /** « dossiers » */
  noun?: string
}

export function Pages({ page, size, total, href, noun = '' }: PagesProps): Html | null {
  const last = Math.ceil(total / size)
  if (total === 0) return null
  const from = (page - 1) * size + 1
  const words = `${formatCount(from)} à ${formatCount(Math.min(page * size, total))} sur ${formatCount(total)} ${noun}`.trim()
  if (last === 1) return <p class="hint">{words}</p>
  return (
    <nav class="pages" aria-label="Pages">
      <span class="soft">{words}</span>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          Précédente
        </a>
      ) : null}
      <ul>
        {shownPages(page, last).map((each) =>
          each === undefined ? <li>…</li> : <PageNumber number={each} current={each === page} href={href(each)} />,
        )}
      </ul>
      {page < last ? (
        <a href={href(page + 1)} rel="next">
          Suivante
        </a>
      ) : null}
    </nav>
  )
}

function PageNumber({ number, current, href }: { number: number; current: boolean; href: string }): Html {
  return (
    <li>
      <a class={current ? 'btn small' : 'btn quiet small'} href={href} aria-current={current ? 'page' : undefined}>
        <span class="vh">Page </span>
        {number}
      </a>
    </li>
  )
}
