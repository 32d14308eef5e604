import { fieldId } from './field.tsx'
import type { Html } from './html.ts'

export interface FieldError {
  /** Name of the control. */
  field: string
  message: string
}

/** One message a field, for the `error` of each; the summary keeps them all. */
export function errorsOf(errors: readonly FieldError[]): Record<string, string | undefined> {
  const found: Record<string, string | undefined> = {}
  for (const error of errors) found[error.field] ??= error.message
  return found
}

export interface ErrorSummaryProps {
  errors: readonly FieldError[]
  title?: string
}

/** On top of a form sent back: takes the focus, leads to each field. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps): Html | null {
  if (errors.length === 0) return null
  const counted = errors.length === 1 ? 'Une réponse est à corriger' : `${errors.length} réponses sont à corriger`
  return (
    <section class="errors" aria-labelledby="erreurs" tabindex={-1} autofocus>
      <h2 id="erreurs">{title ?? counted}</h2>
      <ol>
        {errors.map((error) => (
          <li>
            <a href={`#${fieldId(error.field)}`}>{error.message}</a>
          </li>
        ))}
      </ol>
    </section>
  )
}
