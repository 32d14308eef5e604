import { assetUrl } from './assets.ts'
import type { Html } from './html.ts'
import type { IconName } from './icons.ts'

/** Where an icon is drawn: one sprite for the whole site, kept by the browser. */
export function iconHref(name: IconName): string {
  return `${assetUrl('icons')}#${name}`
}

/** Decoration only: the word beside it says the same thing. */
export function Icon({ name }: { name: IconName }): Html {
  return (
    <svg class="i" aria-hidden="true">
      <use href={iconHref(name)} />
    </svg>
  )
}
