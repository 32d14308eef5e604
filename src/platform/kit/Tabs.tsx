import { formatCount } from './escape.ts'
import type { Html } from './html.ts'

export interface Tab {
  label: string
  href: string
  count?: number
  current?: boolean
}

export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }): Html {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span class="n">{formatCount(tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
