import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'

export interface FieldProps {
  name: string
  label: string
  id?: string
  hint?: Child
  example?: string
  /** « les financeurs de la demande » in « Lu par … ». */
  readers?: string
  error?: string
  value?: string
  optional?: boolean
  short?: boolean
  readonly?: boolean
  disabled?: boolean
  autocomplete?: string
}

/** Stable, so that the error summary and a bookmark lead to the field. */
export function fieldId(name: string): string {
  return `c-${name.replace(/[^\w-]+/g, '-')}`
}

function describedBy(id: string, props: FieldProps, extra?: string): string | undefined {
  const ids = [
    props.error ? `${id}-erreur` : undefined,
    props.hint || props.example ? `${id}-aide` : undefined,
    props.readers ? `${id}-lu` : undefined,
    extra,
  ].filter((each) => each !== undefined)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** What every control carries: name, id and the links to its help and error. */
export function controlAttributes(props: FieldProps, extra?: string) {
  const id = props.id ?? fieldId(props.name)
  return {
    id,
    name: props.name,
    required: !props.optional && !props.readonly && !props.disabled,
    readonly: props.readonly ?? false,
    disabled: props.disabled ?? false,
    autocomplete: props.autocomplete,
    'aria-describedby': describedBy(id, props, extra),
    'aria-invalid': props.error ? 'true' : undefined,
  }
}

export function FieldError({ id, error }: { id: string; error?: string }): Html | null {
  if (!error) return null
  return (
    <p class="error" id={`${id}-erreur`}>
      <Icon name="octagon-alert" />
      <span>
        <span class="vh">{'Erreur : '}</span>
        {error}
      </span>
    </p>
  )
}

export function FieldHint({ id, hint, example }: { id: string; hint?: Child; example?: string }): Html | null {
  if (!hint && !example) return null
  return (
    <p class="hint" id={`${id}-aide`}>
      {hint}
      {hint && example ? <br /> : null}
      {example ? `Exemple\u00A0: ${example}` : null}
    </p>
  )
}

export function FieldReaders({ id, readers }: { id: string; readers?: string }): Html | null {
  if (!readers) return null
  return (
    <p class="readers" id={`${id}-lu`}>
      <Icon name="eye" />
      {`Lu par ${readers}`}
    </p>
  )
}

export function Optional(): Html {
  return (
    <>
      {' '}
      <span class="opt">(facultatif)</span>
    </>
  )
}

/** Label, help, error, control, readers: always in this order. */
export function FieldFrame({ field, children }: { field: FieldProps; children?: Child }): Html {
  const id = field.id ?? fieldId(field.name)
  return (
    <div class={field.short ? 'field short' : 'field'}>
      <label for={id}>
        {field.label}
        {field.optional ? <Optional /> : null}
      </label>
      <FieldHint id={id} hint={field.hint} example={field.example} />
      <FieldError id={id} error={field.error} />
      {children}
      <FieldReaders id={id} readers={field.readers} />
    </div>
  )
}
