import { readersOf } from '#access/field-readers.ts'
import { CheckBox } from '#platform/kit/choices.tsx'
import { FieldReaders } from '#platform/kit/field.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { fieldNames } from './form-fields.ts'
import type { SectionForm } from './section-form.ts'
import type { SectionView } from './section-store.ts'

/** The transversal axes an action touches: any number, beside its one orientation (CON-02). */
export function AxisFields({ view, form }: { view: SectionView; form: SectionForm }): Html | null {
  const axes = view.content.choices.axes ?? []
  if (axes.length === 0) return null
  return (
    <Section
      id="axes"
      level={3}
      title="Les axes transversaux (facultatif)"
      intro="Cochez ce que l’action touche vraiment, ou rien : elle garde une seule orientation."
    >
      <FieldReaders id="axes" readers={readersOf('action.published')} />
      {axes.map(({ code, label }) => {
        const field = fieldNames.axis(code)
        const error = form.errors.get(field)
        return (
          <CheckBox
            name={field}
            label={label}
            optional
            checked={form.raws.get(field) === 'oui'}
            {...(error === undefined ? {} : { error })}
          />
        )
      })}
    </Section>
  )
}
