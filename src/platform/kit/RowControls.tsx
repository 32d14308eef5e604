import type { Option } from './choices.tsx'
import { controlAttributes, FieldError, fieldId } from './field.tsx'
import type { Html } from './html.ts'

export interface RowControlProps {
  name: string
  label: string
  /** What the row is about, for who hears the labels one by one. */
  about: string
  error?: string | undefined
  value?: string | undefined
}

/** Without « (facultatif) » nor « required »: a row left empty is left as it is. */
function attributesOf({ name, label, error }: RowControlProps, extra?: string) {
  const {
    required: _,
    readonly: __,
    ...attributes
  } = controlAttributes({ name, label, optional: true, ...(error ? { error } : {}) }, extra)
  return attributes
}

function Label({ name, label, about, error }: RowControlProps): Html {
  return (
    <>
      <label for={fieldId(name)}>
        {label}
        <span class="vh">{`, ${about}`}</span>
      </label>
      <FieldError id={fieldId(name)} {...(error ? { error } : {})} />
    </>
  )
}

/** Controls of a table that is filled in row by row: small labels, no help of their own. The help stands once, beside the table. */
export function RowSelect({ options, empty, ...control }: RowControlProps & { options: readonly Option[]; empty: string }): Html {
  return (
    <div class="field">
      <Label {...control} />
      <select {...attributesOf(control)}>
        <option value="">{empty}</option>
        {options.map(({ value, label }) => (
          <option value={value} selected={value === control.value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

export function RowMoney(control: RowControlProps): Html {
  return (
    <div class="field">
      <Label {...control} />
      <div class="money">
        <input {...attributesOf(control)} inputmode="decimal" value={control.value} />
        <span aria-hidden="true">€</span>
      </div>
    </div>
  )
}

/** `readers` is said to who hears the form; the page shows it once. */
export function RowText({ readers, ...control }: RowControlProps & { readers: string }): Html {
  const readersId = `${fieldId(control.name)}-lu`
  return (
    <div class="field">
      <Label {...control} />
      <textarea {...attributesOf(control, readersId)} rows={2}>
        {control.value}
      </textarea>
      <p class="vh" id={readersId}>{`Lu par ${readers}`}</p>
    </div>
  )
}
