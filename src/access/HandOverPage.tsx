import { type Day, formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { readersOf } from './field-readers.ts'
import { handOverPaths } from './hand-over-paths.ts'
import { byKind, receiverField } from './hand-over-words.ts'
import type { HeldThing } from './held-thing.ts'
import type { Mandate } from './mandate.ts'
import { FUNCTION_NAMES } from './permissions.ts'

export interface HandOverPageProps {
  frame: Frame
  today: Day
  mandate: Mandate
  /** The mandate in use is the one that ends. */
  own: boolean
  things: readonly HeldThing[]
  receivers: readonly Mandate[]
  values: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** All that a mandate holds, thing by thing, with who takes it over. */
export function HandOverPage({ frame, today, mandate, own, things, receivers, values, errors }: HandOverPageProps): Html {
  const error = errorsOf(errors)
  return (
    <AgentPage
      frame={frame}
      title="Préparer une passation"
      lead={`${mandate.personName}, ${FUNCTION_NAMES[mandate.function]}, ${mandate.organisationName}`}
      crumbs={[{ label: 'Accueil', href: '/accueil' }, { label: 'Passation', href: handOverPaths.list }, { label: mandate.personName }]}
      errors={errors}
    >
      <Form action={handOverPaths.one(mandate.id)} id={values['id']} class="stack" label="Préparer la passation">
        {receivers.length === 0 ? <Alone /> : null}
        {things.length === 0 ? (
          <Empty title="Rien n’attend cette personne">Le mandat peut prendre fin sans rien transmettre.</Empty>
        ) : (
          byKind(things).map(({ kind, things: of }) => <Kind kind={kind} things={of} receivers={receivers} values={values} own={own} />)
        )}
        <Section title="Fin du mandat" id="fin">
          <DateField name="fin" label="Dernier jour du mandat" min={today} value={values['fin'] ?? today} error={error['fin']} />
          <TextArea
            name="note"
            label="Note pour la suite"
            hint="Ce que la personne suivante doit savoir : où en sont les choses, qui appeler. Nécessaire si quelque chose reste à l’organisme."
            readers={readersOf('handover.note')}
            optional
            rows={5}
            value={values['note']}
            error={error['note']}
          />
          <Submit>Mettre fin au mandat et transmettre</Submit>
        </Section>
      </Form>
    </AgentPage>
  )
}

function Alone(): Html {
  return (
    <Notice state="warning" title="Personne d’autre n’agit pour cet organisme dans ce contrat">
      Tout restera à l’organisme, avec votre note. La personne qui arrivera le trouvera à la page Passation.
    </Notice>
  )
}

interface KindProps {
  kind: string
  things: readonly HeldThing[]
  receivers: readonly Mandate[]
  values: Readonly<Record<string, string>>
  /** One’s own things are one link away; those of another may be closed to who prepares the hand-over. */
  own: boolean
}

function Kind({ kind, things, receivers, values, own }: KindProps): Html {
  const options = receivers.map(({ id, personName, function: of }) => ({ value: id, label: `${personName}, ${FUNCTION_NAMES[of]}` }))
  const first = options[0]?.value ?? ''
  return (
    <Section title={`${kind}\u00A0: ${things.length}`} id={`genre-${things[0]?.subjectId ?? ''}`}>
      <ul class="stack">
        {things.map((thing) => (
          <li>
            {options.length === 0 ? (
              <p>
                {`${thing.label}. `}
                <Way thing={thing} own={own} />
              </p>
            ) : (
              <SelectField
                name={receiverField(thing)}
                label={thing.label}
                hint={<Way thing={thing} own={own} />}
                empty="Laissé à l’organisme"
                optional
                options={options}
                value={values[receiverField(thing)] ?? first}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** When it is due, and the way to it for its holder. */
function Way({ thing, own }: { thing: HeldThing; own: boolean }): Html {
  return (
    <>
      {thing.dueOn ? `Attendu pour le ${formatDayShort(thing.dueOn)}. ` : ''}
      {own ? (
        <a href={thing.href}>
          Ouvrir<span class="vh">{`\u00A0: ${thing.label}`}</span>
        </a>
      ) : null}
    </>
  )
}
