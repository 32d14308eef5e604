import type { Child } from 'hono/jsx'
import { Submit } from './Button.tsx'
import { Form } from './Form.tsx'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'

export interface Chip {
  label: string
  /** The same page without this filter. */
  href: string
}

export interface FiltersProps {
  action: string
  label?: string
  hidden?: Readonly<Record<string, string>>
  submit?: string
  chips?: readonly Chip[]
  children?: Child
}

/** A GET form: the address keeps the choice, and can be shared. */
export function Filters({ action, label = 'Filtrer la liste', hidden, submit = 'Filtrer', chips = [], children }: FiltersProps): Html {
  return (
    <search class="stack tight">
      <Form action={action} method="get" class="filters" label={label} hidden={hidden}>
        {children}
        <Submit kind="second" small>
          {submit}
        </Submit>
      </Form>
      {chips.length === 0 ? null : (
        <ul class="chips">
          {chips.map((chip) => (
            <li>
              <a class="btn second small" href={chip.href}>
                {chip.label} <Icon name="x" />
                <span class="vh">retirer ce filtre</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
