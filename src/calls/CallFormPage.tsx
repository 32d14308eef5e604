import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, NumberField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { DOOR_NAMES, DOORS } from './call-period.ts'
import type { Call, Framing } from './call-store.ts'
import { DOOR_EFFECTS } from './call-words.ts'
import { callPaths } from './calls-paths.ts'

export interface CallFormPageProps {
  frame: Frame
  /** Absent when the call is new. */
  call: Call | undefined
  framings: readonly Framing[]
  newId: string
  values: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** A call: its dates, its door, its framing note. */
export function CallFormPage({ frame, call, framings, newId, values, errors }: CallFormPageProps): Html {
  const title = call ? `Modifier « ${call.title} »` : 'Préparer un appel à projets'
  return (
    <AgentPage
      frame={frame}
      title={title}
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Appels à projets', href: callPaths.list },
        { label: call ? call.title : 'Nouveau' },
      ]}
      errors={errors}
    >
      <CallForm call={call} newId={newId} values={values} errors={errors} />
      {framings.length > 0 ? (
        <Section title="Versions de la note de cadrage" id="versions">
          <Items items={framings.map(({ version, publishedOn }) => ({ text: `Version ${version}`, end: formatDayShort(publishedOn) }))} />
        </Section>
      ) : null}
    </AgentPage>
  )
}

type FieldOf = (name: string) => { name: string; value: string | undefined; error: string | undefined }

function CallForm({ call, newId, values, errors }: Pick<CallFormPageProps, 'call' | 'newId' | 'values' | 'errors'>): Html {
  const said = errorsOf(errors)
  const field: FieldOf = (name) => ({ name, value: values[name], error: said[name] })
  return (
    <Form action={call ? callPaths.save(call.code) : callPaths.list} id={call?.id ?? newId}>
      <TextField {...field('title')} label="Titre" example="Appel à projets 2027" readers={readersOf('call.framing')} maxLength={200} />
      {call ? null : (
        <TextField
          {...field('code')}
          label="Code"
          hint="Des minuscules, des chiffres et des tirets ; il ne changera plus."
          example="aap-2027"
          short
          maxLength={40}
        />
      )}
      <NumberField {...field('year')} label="Année des actions" example="2027" />
      <RadioField
        {...field('door')}
        label="Par où arrivent les demandes ?"
        options={DOORS.map((door) => ({ value: door, label: DOOR_NAMES[door], hint: DOOR_EFFECTS[door] }))}
      />
      <CallText call={call} field={field} />
      <div class="row">
        <Submit>{call ? 'Enregistrer l’appel' : 'Créer l’appel'}</Submit>
      </div>
    </Form>
  )
}

/** The dates of a call and the note that its applications are judged by. */
function CallText({ call, field }: { call: Call | undefined; field: FieldOf }): Html {
  return (
    <>
      <DateField {...field('opensOn')} label="Premier jour de dépôt" />
      <DateField {...field('closesOn')} label="Dernier jour de dépôt" hint="Jusqu’à minuit, heure de Paris." />
      <TextArea
        {...field('framing')}
        label="Note de cadrage"
        hint={
          call
            ? 'Un texte changé est publié comme nouvelle version\u202F; les demandes déjà envoyées gardent la leur.'
            : 'Priorités, règles, calendrier, conseils. Un texte changé plus tard sera une nouvelle version.'
        }
        readers={readersOf('call.framing')}
        rows={14}
      />
    </>
  )
}
