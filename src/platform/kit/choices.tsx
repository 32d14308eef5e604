import type { Child } from 'hono/jsx'
import { controlAttributes, FieldError, FieldFrame, FieldHint, type FieldProps, FieldReaders, fieldId, Optional } from './field.tsx'
import type { Html } from './html.ts'

export interface Option {
  value: string
  label: string
  group?: string
}

export interface ChoiceOption extends Option {
  hint?: Child
}

function optionGroups(options: readonly Option[]): [string, Option[]][] {
  const groups = new Map<string, Option[]>()
  for (const option of options) {
    const name = option.group ?? ''
    groups.set(name, [...(groups.get(name) ?? []), option])
  }
  return [...groups]
}

function Options({ options, value }: { options: readonly Option[]; value?: string }): Html {
  return (
    <>
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </>
  )
}

export interface SelectFieldProps extends FieldProps {
  options: readonly Option[]
  /** First choice, of empty value: « Choisissez », « Toutes ». */
  empty?: string
}

export function SelectField(props: SelectFieldProps): Html {
  return (
    <FieldFrame field={props}>
      <select {...controlAttributes(props)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {optionGroups(props.options).map(([group, options]) =>
          group === '' ? (
            <Options options={options} value={props.value} />
          ) : (
            <optgroup label={group}>
              <Options options={options} value={props.value} />
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  )
}

interface ChoiceProps {
  field: FieldProps
  kind: 'radio' | 'checkbox'
  option: ChoiceOption
  index: number
  checked: boolean
}

/** The first control carries the field's own id, where the error summary leads. */
function Choice({ field, kind, option, index, checked }: ChoiceProps): Html {
  const base = field.id ?? fieldId(field.name)
  const id = index === 0 ? base : `${base}-${index + 1}`
  return (
    <div class="choice">
      <input
        type={kind}
        id={id}
        name={field.name}
        value={option.value}
        checked={checked}
        disabled={field.disabled ?? false}
        aria-describedby={option.hint ? `${id}-mot` : undefined}
        aria-invalid={field.error ? 'true' : undefined}
      />
      <span>
        <label for={id}>{option.label}</label>
        {option.hint ? (
          <span class="hint under" id={`${id}-mot`}>
            {option.hint}
          </span>
        ) : null}
      </span>
    </div>
  )
}

function ChoiceFrame({ field, children }: { field: FieldProps; children?: Child }): Html {
  const id = field.id ?? fieldId(field.name)
  const described = controlAttributes(field)['aria-describedby']
  return (
    <fieldset class="field" aria-describedby={described}>
      <legend>
        {field.label}
        {field.optional ? <Optional /> : null}
      </legend>
      <FieldHint id={id} hint={field.hint} example={field.example} />
      <FieldError id={id} error={field.error} />
      {children}
      <FieldReaders id={id} readers={field.readers} />
    </fieldset>
  )
}

export function RadioField(props: FieldProps & { options: readonly ChoiceOption[] }): Html {
  return (
    <ChoiceFrame field={props}>
      {props.options.map((option, index) => (
        <Choice field={props} kind="radio" option={option} index={index} checked={option.value === props.value} />
      ))}
    </ChoiceFrame>
  )
}

export function CheckField(props: FieldProps & { options: readonly ChoiceOption[]; values?: readonly string[] }): Html {
  return (
    <ChoiceFrame field={props}>
      {props.options.map((option, index) => (
        <Choice field={props} kind="checkbox" option={option} index={index} checked={props.values?.includes(option.value) ?? false} />
      ))}
    </ChoiceFrame>
  )
}

/** One box: yes, or nothing. */
export function CheckBox(props: FieldProps & { checked?: boolean }): Html {
  const { required: _, readonly: __, ...control } = controlAttributes(props)
  return (
    <div class="field">
      <FieldError id={control.id} error={props.error} />
      <div class="choice">
        <input {...control} type="checkbox" value={props.value ?? 'oui'} checked={props.checked ?? false} />
        <span>
          <label for={control.id}>{props.label}</label>
          <FieldHint id={control.id} hint={props.hint} example={props.example} />
        </span>
      </div>
      <FieldReaders id={control.id} readers={props.readers} />
    </div>
  )
}
