import { readersOf } from '#access/field-readers.ts'
import { FieldError, FieldReaders, fieldId } from '#platform/kit/field.tsx'
import type { Html } from '#platform/kit/html.ts'
import { LedgerSum } from '#platform/kit/Ledger.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { AGE_BAND_NAMES, AGE_BANDS, type AgeBand, fieldNames } from './form-fields.ts'
import { peopleSum, type SectionForm, shareSum } from './section-form.ts'
import type { SectionView } from './section-store.ts'

interface Place {
  view: SectionView
  form: SectionForm
}

function ShareLine({ field, name, communes, form }: { field: string; name: string; communes: string; form: SectionForm }): Html {
  const id = fieldId(field)
  const error = form.errors.get(field)
  return (
    <div class="line">
      <FieldError id={id} {...(error === undefined ? {} : { error })} />
      <div>
        <label for={id}>{name}</label>
        <p class="hint" id={`${id}-aide`}>
          {communes}
        </p>
      </div>
      <div class="money">
        <input
          id={id}
          name={field}
          inputmode="decimal"
          autocomplete="off"
          value={form.raws.get(field) ?? ''}
          aria-describedby={error === undefined ? `${id}-aide` : `${id}-erreur ${id}-aide`}
          aria-invalid={error === undefined ? undefined : 'true'}
        />
        <span>%</span>
      </div>
    </div>
  )
}

/** Where the people live: a share for each neighbourhood, 100 % in all. */
export function TerritoryFields({ view, form }: Place): Html {
  return (
    <Section
      id="quartiers"
      level={3}
      title="Les quartiers prioritaires"
      intro="Pour chaque quartier concerné, la part de l’action qui lui revient. Le total doit faire 100&nbsp;% ; laissez vides les autres."
    >
      <FieldReaders id="quartiers" readers={readersOf('action.published')} />
      <div class="ledger">
        <fieldset>
          <legend>Part de chaque quartier</legend>
          {view.content.choices.qpvs.map((qpv) => (
            <ShareLine
              field={fieldNames.share(qpv.code)}
              name={qpv.name}
              communes={qpv.communes.map(({ name }) => name).join(', ')}
              form={form}
            />
          ))}
        </fieldset>
        <LedgerSum grand label="Total des parts" value={shareSum(form.raws)} />
      </div>
    </Section>
  )
}

function PeopleCell({ band, sex, form }: { band: AgeBand; sex: 'women' | 'men'; form: SectionForm }): Html {
  const field = fieldNames.people(band, sex)
  const id = fieldId(field)
  const error = form.errors.get(field)
  const who = sex === 'women' ? 'Femmes et filles' : 'Hommes et garçons'
  return (
    <td class="num">
      <FieldError id={id} {...(error === undefined ? {} : { error })} />
      <div class="money">
        <input
          id={id}
          name={field}
          inputmode="numeric"
          autocomplete="off"
          size={7}
          value={form.raws.get(field) ?? ''}
          aria-label={`${who}, ${AGE_BAND_NAMES[band].toLowerCase()}`}
          aria-describedby={error === undefined ? undefined : `${id}-erreur`}
          aria-invalid={error === undefined ? undefined : 'true'}
        />
      </div>
    </td>
  )
}

/** How many people, by age and by sex. */
export function PublicFields({ form }: Place): Html {
  return (
    <Section
      id="public"
      level={3}
      title="Le public attendu"
      intro="Chaque personne compte une fois, même si elle vient souvent. Laissez vide là où il n’y a personne."
    >
      <FieldReaders id="public" readers="les financeurs de votre demande. Le total est publié si l’action est financée" />
      <div class="scroller">
        <table class="table dense">
          <caption class="vh">Public attendu par âge et par sexe</caption>
          <thead>
            <tr>
              <th scope="col">Âge</th>
              <th scope="col" class="num">
                Femmes et filles
              </th>
              <th scope="col" class="num">
                Hommes et garçons
              </th>
            </tr>
          </thead>
          <tbody>
            {AGE_BANDS.map((band) => (
              <tr>
                <th scope="row">{AGE_BAND_NAMES[band]}</th>
                <PeopleCell band={band} sex="women" form={form} />
                <PeopleCell band={band} sex="men" form={form} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LedgerSum grand label="Total des personnes" value={peopleSum(form.raws)} />
    </Section>
  )
}
