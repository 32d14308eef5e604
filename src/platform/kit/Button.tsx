import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export type ButtonKind = 'filled' | 'second' | 'quiet' | 'danger'

interface ButtonLook {
  kind?: ButtonKind
  icon?: IconName
  small?: boolean
  /** Words added for screen readers: « Ouvrir<, dossier 017> ». */
  about?: string
  children?: Child
}

export interface ButtonProps extends ButtonLook {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  formaction?: string
  id?: string
  disabled?: boolean
  /** The sentence that says why the button is off: shown beside it. */
  why?: string
}

export function buttonClass({ kind = 'filled', small = false }: { kind?: ButtonKind; small?: boolean }): string {
  const words = ['btn']
  if (kind !== 'filled') words.push(kind)
  if (small) words.push('small')
  return words.join(' ')
}

function Face({ icon, about, children }: ButtonLook): Html {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {about ? <span class="vh">{about}</span> : null}
    </>
  )
}

/** One filled button a screen; the verb says what will happen. */
export function Button({ kind, small, icon, about, children, why, disabled = false, type = 'button', ...rest }: ButtonProps): Html {
  const button = (
    <button type={type} class={buttonClass({ kind, small })} disabled={disabled} {...rest}>
      <Face icon={icon} about={about}>
        {children}
      </Face>
    </button>
  )
  if (!why) return button
  return (
    <>
      {button} <span class="hint">{why}</span>
    </>
  )
}

export function Submit(props: Omit<ButtonProps, 'type'>): Html {
  return <Button {...props} type="submit" />
}

export interface LinkButtonProps extends ButtonLook {
  href: string
  download?: boolean
}

export function LinkButton({ href, kind, small, icon, about, download, children }: LinkButtonProps): Html {
  return (
    <a class={buttonClass({ kind, small })} href={href} download={download ? '' : undefined}>
      <Face icon={icon} about={about}>
        {children}
      </Face>
    </a>
  )
}
