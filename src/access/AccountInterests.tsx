import { formatDayShort } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form, PostButton } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { Interest } from './account-store.ts'
import { readersOf } from './field-readers.ts'
import { signInPaths } from './sign-in-paths.ts'

export interface InterestsProps {
  interests: readonly Interest[]
  newId: string
  typed: Record<string, string>
  errors: readonly FieldError[]
}

/** A link of one's own with an organisation: what touches it is then hidden from one, everywhere. */
export function InterestsSection({ interests, newId, typed, errors }: InterestsProps): Html {
  return (
    <Section
      title="Vos intérêts déclarés"
      id="interets"
      intro="Membre d’un bureau, salarié, proche d’un dirigeant : déclarez tout lien avec un organisme. Vous ne verrez plus ses dossiers, et ne pourrez pas prendre part à leur examen."
    >
      <Table
        id="interets-liste"
        caption="Vos intérêts déclarés"
        captionHidden
        cards
        rows={interests}
        empty={<Empty title="Aucun intérêt déclaré">Si vous avez un lien avec un organisme, déclarez-le ci-dessous.</Empty>}
        columns={[
          {
            key: 'organisation',
            head: 'Organisme',
            rowHead: true,
            cell: (each) => ({ text: each.organisationName, sub: `SIRET ${each.siret}` }),
          },
          { key: 'nature', head: 'Lien', cell: (each) => each.nature },
          { key: 'from', head: 'Déclaré le', cell: (each) => formatDayShort(each.declaredOn) },
          { key: 'to', head: 'Fin', cell: (each) => (each.endedOn ? formatDayShort(each.endedOn) : <EndInterest interest={each} />) },
        ]}
      />
      <DeclareForm newId={newId} typed={typed} errors={errors} />
    </Section>
  )
}

function DeclareForm({ newId, typed, errors }: Omit<InterestsProps, 'interests'>): Html {
  return (
    <Form action={signInPaths.interests} id={newId} label="Déclarer un intérêt">
      <TextField
        name="siret"
        label="Numéro SIRET de l’organisme"
        hint="Quatorze chiffres."
        inputmode="numeric"
        maxLength={20}
        short
        value={typed['siret'] ?? ''}
        error={errorsOf(errors)['siret']}
      />
      <TextField
        name="nature"
        label="Votre lien avec cet organisme"
        example="Trésorière de l’association"
        readers={readersOf('interest.nature')}
        maxLength={300}
        value={typed['nature'] ?? ''}
        error={errorsOf(errors)['nature']}
      />
      <div class="row">
        <Submit kind="second">Déclarer cet intérêt</Submit>
      </div>
    </Form>
  )
}

function EndInterest({ interest }: { interest: Interest }): Html {
  return (
    <PostButton
      action={signInPaths.endInterest}
      hidden={{ interet: interest.id }}
      kind="second"
      small
      about={`, ${interest.organisationName}`}
    >
      Mettre fin
    </PostButton>
  )
}
