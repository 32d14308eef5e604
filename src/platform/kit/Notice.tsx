import type { Child } from 'hono/jsx'
import { type BadgeState, STATE_ICONS } from './Badge.tsx'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export interface NoticeProps {
  state?: BadgeState
  title?: string
  /** Announced when it appears after an act. */
  live?: boolean
  children?: Child
}

/** A sentence that changes what one does. */
export function Notice({ state = 'info', title, live = false, children }: NoticeProps): Html {
  return (
    <div class="notice" data-state={state} role={live ? 'status' : undefined}>
      <Icon name={STATE_ICONS[state]} />
      <div>
        {title ? <p class="key">{title}</p> : null}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  )
}

export interface EmptyProps {
  title: string
  icon?: IconName
  action?: Child
  children?: Child
}

/** Nothing yet, and what to do next. */
export function Empty({ title, icon = 'inbox', action, children }: EmptyProps): Html {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h3>{title}</h3>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
    </div>
  )
}

export interface BoxProps {
  title?: string
  id?: string
  state?: BadgeState
  tint?: boolean
  children?: Child
}

/** What is asked, or a side block. */
export function Box({ title, id, state, tint = false, children }: BoxProps): Html {
  return (
    <div class={tint ? 'box tint' : 'box'} data-state={state} id={id}>
      {title ? <h3>{title}</h3> : null}
      {children}
    </div>
  )
}
