import type { Child } from 'hono/jsx'
import { type ButtonProps, buttonClass } from './Button.tsx'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'

/**
 * Opens a dialog without script: `command` where the browser knows it (modal, Escape closes, focus returns),
 * `popovertarget` elsewhere. A browser that knows both obeys `command`.
 */
export function DialogButton({
  dialog,
  kind,
  small,
  icon,
  children,
}: Pick<ButtonProps, 'kind' | 'small' | 'icon' | 'children'> & { dialog: string }): Html {
  return (
    <button
      type="button"
      class={buttonClass({ kind, small })}
      command="show-modal"
      commandfor={dialog}
      popovertarget={dialog}
      aria-haspopup="dialog"
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

export interface DialogProps {
  id: string
  title: string
  /** What gives up: « Annuler » by default. */
  cancel?: string
  children?: Child
}

/** A decision that is hard to undo: the question, what follows from it, the form that says yes, and a way out. */
export function Dialog({ id, title, cancel = 'Annuler', children }: DialogProps): Html {
  return (
    <dialog class="dialog" id={id} popover="auto" aria-labelledby={`${id}-titre`}>
      <div class="stack">
        <h2 id={`${id}-titre`}>{title}</h2>
        {children}
        <p>
          <button type="button" class="btn quiet" command="close" commandfor={id} popovertarget={id} popovertargetaction="hide">
            {cancel}
          </button>
        </p>
      </div>
    </dialog>
  )
}
