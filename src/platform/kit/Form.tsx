import type { Child } from 'hono/jsx'
import { type ButtonProps, Submit } from './Button.tsx'
import type { Html } from './html.ts'

export interface FormProps {
  action: string
  method?: 'get' | 'post'
  /** Id of the thing to create, in a hidden field: the same form sent twice makes one row. */
  id?: string
  hidden?: Readonly<Record<string, string>>
  multipart?: boolean
  class?: string
  label?: string
  children?: Child
}

/** The browser does not judge the answers: the server does, once, with every reason. */
export function Form({ action, method = 'post', id, hidden = {}, multipart = false, label, children, ...rest }: FormProps): Html {
  return (
    <form
      class={rest.class ?? 'stack loose'}
      method={method}
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      aria-label={label}
      novalidate
    >
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

export interface PostButtonProps extends Omit<ButtonProps, 'type' | 'form'> {
  action: string
  hidden?: Readonly<Record<string, string>>
}

/** An act that needs no answer: one button, one POST. */
export function PostButton({ action, hidden, ...button }: PostButtonProps): Html {
  return (
    <Form action={action} hidden={hidden} class="row">
      <Submit {...button} />
    </Form>
  )
}
