import type { Child } from 'hono/jsx'
import type { Html } from '#platform/kit/html.ts'
import { Icon } from '#platform/kit/Icon.tsx'

/** What is not needed now, one gesture away; works without script. */
export function Fold({ title, open = false, children }: { title: string; open?: boolean; children?: Child }): Html {
  return (
    <details class="fold" open={open}>
      <summary>
        {title}
        <Icon name="chevron-down" />
      </summary>
      {children}
    </details>
  )
}
