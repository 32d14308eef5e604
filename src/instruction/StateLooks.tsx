import type { BadgeState } from '#platform/kit/Badge.tsx'
import type { IconName } from '#platform/kit/icons.ts'
import type { CompletenessState } from './completeness-state.ts'
import type { OpinionKind } from './opinion-kinds.ts'

/** How each opinion is drawn: a colour, an icon and its word. */
export const OPINION_LOOKS = {
  favourable: { state: 'success', icon: 'circle-check' },
  reserved: { state: 'warning', icon: 'flag' },
  unfavourable: { state: 'error', icon: 'circle-x' },
  'not-concerned': { state: undefined, icon: 'circle-minus' },
} as const satisfies Record<OpinionKind, { state: BadgeState | undefined; icon: IconName }>

export const COMPLETENESS_LOOKS = {
  'to-examine': { state: undefined, icon: 'circle-dashed' },
  'pieces-waiting': { state: undefined, icon: 'hourglass' },
  'pieces-late': { state: 'error', icon: 'clock-alert' },
  'pieces-received': { state: 'info', icon: 'file-check' },
  incomplete: { state: 'warning', icon: 'triangle-alert' },
  complete: { state: 'success', icon: 'circle-check' },
} as const satisfies Record<CompletenessState, { state: BadgeState | undefined; icon: IconName }>
