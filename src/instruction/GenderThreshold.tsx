import { type Day, formatDayShort } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Fold } from './Fold.tsx'
import type { Threshold } from './gender-store.ts'
import { thresholdWords } from './gender-words.ts'
import { meansPaths } from './means-paths.ts'

export interface ThresholdSectionProps {
  history: readonly Threshold[]
  maySet: boolean
  today: Day
  newId: string
  sentBack?: { values: Record<string, string>; errors: readonly FormError[] } | undefined
}

/** How many of the three criteria make a « oui »: set by the contract, dated, for the source does not say it (EGA-02). */
export function ThresholdSection({ history, maySet, today, newId, sentBack }: ThresholdSectionProps): Html {
  const [values, errors] = [sentBack?.values ?? {}, errorsOf([...(sentBack?.errors ?? [])])]
  const field = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <Section title="Le seuil des trois critères" id="seuil">
      {history.length === 0 ? (
        <p class="soft">Le contrat n’a fixé aucun seuil{'\u00A0'}: les trois critères sont demandés.</p>
      ) : (
        <Items
          items={history.map(({ criteriaNeeded, validFrom, reason, setBy }) => ({
            text: `${thresholdWords(criteriaNeeded)}, à partir du ${formatDayShort(validFrom)}`,
            hint: `${reason} (${setBy})`,
          }))}
        />
      )}
      {maySet ? (
        <Fold title="Changer le seuil" open={sentBack !== undefined}>
          <Form action={meansPaths.threshold} id={values['id'] ?? newId} label="Changer le seuil">
            <RadioField
              {...field('criteriaNeeded')}
              label="Critères à réunir pour le marqueur 1"
              options={[1, 2, 3].map((count) => ({ value: String(count), label: thresholdWords(count) }))}
            />
            <DateField {...field('validFrom')} label="À partir du" value={values['validFrom'] ?? today} min={today} />
            <TextField {...field('reason')} label="Décision qui le fonde" maxLength={300} readers="les personnes qui instruisent" />
            <div class="row">
              <Submit kind="second">Changer le seuil</Submit>
            </div>
          </Form>
        </Fold>
      ) : null}
    </Section>
  )
}
