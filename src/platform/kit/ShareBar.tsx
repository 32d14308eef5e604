import type { Html } from './html.ts'

/** A share beside its number: decoration for those who read the number. */
export function ShareBar({ share }: { share: number }): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return (
    <svg class="share" height="6" aria-hidden="true">
      <rect class="bar-edge" width="100%" height="6" />
      <rect class="s-obligated" width={`${width}%`} height="6" />
    </svg>
  )
}
