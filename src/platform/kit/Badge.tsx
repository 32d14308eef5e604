import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export type BadgeState = 'info' | 'success' | 'warning' | 'error' | 'asked'

/** A state keeps its icon everywhere; a page may choose a nearer one. */
export const STATE_ICONS = {
  info: 'info',
  success: 'circle-check',
  warning: 'triangle-alert',
  error: 'octagon-alert',
  asked: 'message-square',
} as const satisfies Record<BadgeState, IconName>

export interface BadgeProps {
  word: string
  state?: BadgeState
  icon?: IconName
  plain?: boolean
}

export function Badge({ word, state, icon, plain = false }: BadgeProps): Html {
  return (
    <span class={plain ? 'badge plain' : 'badge'} data-state={state}>
      <Icon name={icon ?? (state ? STATE_ICONS[state] : 'circle-dashed')} />
      {word}
    </span>
  )
}
