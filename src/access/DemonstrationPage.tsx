import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form, PostButton } from '#platform/kit/Form.tsx'
import { DateField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { LAST_DAY, MOMENTS } from './demonstration-moments.ts'
import type { Persona } from './demonstration-store.ts'
import { isFeatured, todayOf } from './demonstration-today.ts'
import { FUNCTION_NAMES, FUNCTIONS, type MandateFunction } from './permissions.ts'
import { signInPaths } from './sign-in-paths.ts'

export interface DemonstrationPageProps {
  frame: Frame
  today: Day
  personas: readonly Persona[]
  errors?: readonly FieldError[]
  typedDay?: string
}

export function DemonstrationPage({ frame, today, personas, errors = [], typedDay }: DemonstrationPageProps): Html {
  return (
    <PublicPage
      frame={frame}
      title="La démonstration"
      errors={errors}
      lead="Entrez dans le rôle de votre choix, sans mot de passe, et choisissez le moment de l’année."
    >
      <Notice>
        Les personnes, les demandes et les montants sont fictifs. Ce que vous faites ici est visible des autres visiteurs de cette
        démonstration.
      </Notice>
      {FUNCTIONS.map((each) => (
        <Personas of={each} personas={personas.filter((persona) => persona.function === each)} />
      ))}
      <DayOfDemonstration today={today} errors={errors} typedDay={typedDay} />
    </PublicPage>
  )
}

function Personas({ of, personas }: { of: MandateFunction; personas: readonly Persona[] }): Html | null {
  if (personas.length === 0) return null
  const others = personas.filter((persona) => !isFeatured(persona))
  const caption = `${FUNCTION_NAMES[of]} : les personnes de la démonstration`
  return (
    <Section title={FUNCTION_NAMES[of]} id={`role-${of}`}>
      <PersonaTable id={`personnes-${of}`} caption={caption} personas={personas.filter(isFeatured)} />
      {others.length > 0 ? (
        <details class="fold">
          <summary>{`${others.length} autres personnes`}</summary>
          <PersonaTable id={`personnes-${of}-autres`} caption={`${caption} (suite)`} personas={others} />
        </details>
      ) : null}
    </Section>
  )
}

function PersonaTable({ id, caption, personas }: { id: string; caption: string; personas: readonly Persona[] }): Html {
  return (
    <Table
      id={id}
      caption={caption}
      captionHidden
      cards
      rows={personas}
      columns={[
        { key: 'person', head: 'Personne', rowHead: true, cell: (persona) => persona.personName },
        { key: 'organisation', head: 'Organisme', cell: (persona) => persona.organisationName },
        { key: 'today', head: 'À faire le premier jour', cell: todayOf },
        { key: 'enter', head: 'Entrer', cell: (persona) => <EnterButton persona={persona} /> },
      ]}
    />
  )
}

function EnterButton({ persona }: { persona: Persona }): Html {
  return (
    <PostButton
      action={signInPaths.demonstration}
      hidden={{ mandate: persona.mandateId }}
      kind="second"
      small
      about={`, ${persona.organisationName}`}
    >
      {`Entrer comme ${persona.personName}`}
    </PostButton>
  )
}

interface DayProps {
  today: Day
  errors: readonly FieldError[]
  typedDay?: string
}

function DayOfDemonstration({ today, errors, typedDay }: DayProps): Html {
  return (
    <Section
      title="Le jour de la démonstration"
      id="jour"
      intro={`Nous sommes le ${formatDay(today)}. Ce jour avance pour tous les visiteurs, et ne revient jamais en arrière : ce qui a été fait reste dans le passé.`}
    >
      <Table
        id="moments"
        caption="Les moments de l’année"
        rows={MOMENTS}
        columns={[
          { key: 'name', head: 'Moment', rowHead: true, cell: (moment) => moment.name },
          { key: 'day', head: 'Jour', cell: (moment) => formatDayShort(moment.day) },
          { key: 'todo', head: 'Ce qu’il s’y passe', cell: (moment) => moment.todo },
          { key: 'go', head: 'Avancer', cell: (moment) => <MomentButton moment={moment} today={today} /> },
        ]}
      />
      <Form action={signInPaths.demonstrationDay} label="Choisir un autre jour">
        <DateField
          name="date"
          label="Avancer à un autre jour"
          hint={`Entre aujourd’hui et le ${formatDayShort(LAST_DAY)}, dernier jour du contrat.`}
          min={today}
          max={LAST_DAY}
          value={typedDay ?? ''}
          error={errorsOf(errors)['date']}
        />
        <div class="row">
          <Submit kind="second">Avancer à ce jour</Submit>
        </div>
      </Form>
    </Section>
  )
}

function MomentButton({ moment, today }: { moment: { name: string; day: Day }; today: Day }): Html {
  if (moment.day === today) return <span>Aujourd’hui</span>
  if (moment.day < today) return <span class="soft">Passé</span>
  return (
    <PostButton action={signInPaths.demonstrationDay} hidden={{ date: moment.day }} kind="second" small about={` : ${moment.name}`}>
      {`Avancer au ${formatDayShort(moment.day)}`}
    </PostButton>
  )
}
