import { controlAttributes, FieldFrame, type FieldProps, fieldId } from './field.tsx'
import type { Html } from './html.ts'

export { type FieldProps, fieldId } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search'
  maxLength?: number
  placeholder?: string
}

export function TextField(props: TextFieldProps): Html {
  return (
    <FieldFrame field={props}>
      <input
        {...controlAttributes(props)}
        type={props.type ?? 'text'}
        inputmode={props.inputmode}
        maxlength={props.maxLength}
        placeholder={props.placeholder}
        value={props.value}
      />
    </FieldFrame>
  )
}

/** Free text always says who reads it: the words come from the table of `#access/field-readers.ts`. */
export interface TextAreaProps extends FieldProps {
  readers: string
  maxLength?: number
  rows?: number
}

export function TextArea(props: TextAreaProps): Html {
  return (
    <FieldFrame field={props}>
      <textarea {...controlAttributes(props)} maxlength={props.maxLength} rows={props.rows}>
        {props.value}
      </textarea>
    </FieldFrame>
  )
}

export function NumberField(props: FieldProps & { unit?: string }): Html {
  const input = <input {...controlAttributes(props)} inputmode="decimal" value={props.value} />
  return (
    <FieldFrame field={{ short: true, ...props }}>
      {props.unit ? (
        <div class="money">
          {input}
          <span>{props.unit}</span>
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}

export interface LastYear {
  year: number
  value: string
}

/** Euros as the person types them: the server reads « 1 234,50 » (parseEuros). */
export function MoneyField(props: FieldProps & { lastYear?: LastYear }): Html {
  const noteId = props.lastYear ? `${props.id ?? fieldId(props.name)}-n1` : undefined
  return (
    <FieldFrame field={{ short: true, ...props }}>
      <div class="money">
        <input {...controlAttributes(props, noteId)} inputmode="decimal" value={props.value} />
        <span aria-hidden="true">€</span>
        {props.lastYear ? (
          <p class="hint n1 num" id={noteId}>
            {`${props.lastYear.year} : ${props.lastYear.value}`}
          </p>
        ) : null}
      </div>
    </FieldFrame>
  )
}

export function DateField(props: FieldProps & { min?: string; max?: string }): Html {
  return (
    <FieldFrame field={{ short: true, ...props }}>
      <input {...controlAttributes(props)} type="date" min={props.min} max={props.max} value={props.value} />
    </FieldFrame>
  )
}

export interface FileFieldProps extends FieldProps {
  accept?: string
  multiple?: boolean
  current?: { name: string; href: string }
}

export function FileField(props: FileFieldProps): Html {
  return (
    <FieldFrame field={props}>
      {props.current ? (
        <p class="hint">
          {'Déjà reçu : '}
          <a href={props.current.href}>{props.current.name}</a>
        </p>
      ) : null}
      <input {...controlAttributes(props)} type="file" accept={props.accept} multiple={props.multiple ?? false} />
    </FieldFrame>
  )
}
