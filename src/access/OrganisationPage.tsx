import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { BankAccounts } from './BankAccounts.tsx'
import { LEGAL_FORM_NAMES, LEGAL_FORMS } from './legal-forms.ts'
import { organisationPaths } from './organisation-paths.ts'
import type { BankAccount } from './organisation-store.ts'

export interface OrganisationPageProps {
  frame: Frame
  name: string
  /** What each field shows: as kept, or as it was typed and refused. */
  values: Readonly<Record<string, string>>
  accounts: readonly BankAccount[]
  newAccountId: string
  communes: readonly { code: string; name: string }[]
  errors?: readonly FieldError[]
}

type Values = Readonly<Record<string, string>>
type Errors = Readonly<Record<string, string | undefined>>

export function OrganisationPage(props: OrganisationPageProps): Html {
  const { frame, values, errors = [] } = props
  const said = errorsOf(errors)
  return (
    <PublicPage
      frame={frame}
      title="Mon organisation"
      lead="Écrit une fois, repris dans chacune de vos demandes."
      meta={[props.name]}
      errors={errors}
      narrow
    >
      <Section title="Votre organisme" id="organisme">
        <Form action={organisationPaths.mine}>
          <NameFields values={values} errors={said} />
          <NumberFields values={values} errors={said} />
          <AddressFields values={values} errors={said} communes={props.communes} />
          <div class="row">
            <Submit>Enregistrer</Submit>
          </div>
        </Form>
      </Section>
      <BankAccounts accounts={props.accounts} newId={props.newAccountId} values={values} errors={said} />
    </PublicPage>
  )
}

function NameFields({ values, errors }: { values: Values; errors: Errors }): Html {
  return (
    <>
      <TextField
        name="nom"
        label="Nom de l’organisme"
        hint="Tel qu’il est déclaré."
        readers="tout le monde, si une de vos actions est financée"
        value={values['nom']}
        error={errors['nom']}
        maxLength={200}
      />
      <TextField name="sigle" label="Sigle" optional short value={values['sigle']} error={errors['sigle']} maxLength={40} />
      <SelectField
        name="forme"
        label="Forme juridique"
        empty="Choisissez"
        options={LEGAL_FORMS.map((form) => ({ value: form, label: LEGAL_FORM_NAMES[form] }))}
        value={values['forme']}
        error={errors['forme']}
      />
    </>
  )
}

function NumberFields({ values, errors }: { values: Values; errors: Errors }): Html {
  return (
    <>
      <TextField
        name="siret"
        label="SIRET"
        hint="Quatorze chiffres, sur votre avis de situation de l’Insee. Les neuf premiers ne changent jamais."
        short
        inputmode="numeric"
        value={values['siret']}
        error={errors['siret']}
      />
      <TextField
        name="rna"
        label="Numéro RNA"
        hint="Au répertoire national des associations, sur le récépissé de la préfecture."
        example="W621004321"
        optional
        short
        value={values['rna']}
        error={errors['rna']}
      />
    </>
  )
}

function AddressFields({
  values,
  errors,
  communes,
}: {
  values: Values
  errors: Errors
  communes: OrganisationPageProps['communes']
}): Html {
  return (
    <>
      <TextField
        name="adresse"
        label="Adresse du siège"
        example="12 rue de la Fosse"
        optional
        autocomplete="street-address"
        value={values['adresse']}
        error={errors['adresse']}
      />
      <TextField
        name="code-postal"
        label="Code postal"
        optional
        short
        inputmode="numeric"
        autocomplete="postal-code"
        value={values['code-postal']}
        error={errors['code-postal']}
      />
      <CommuneField value={values['commune']} error={errors['commune']} communes={communes} />
    </>
  )
}

function CommuneField({ value, error, communes }: { value?: string; error?: string; communes: OrganisationPageProps['communes'] }): Html {
  return (
    <SelectField
      name="commune"
      label="Commune du siège"
      optional
      empty="Hors de l’agglomération"
      options={communes.map(({ code, name }) => ({ value: code, label: name }))}
      value={value}
      error={error}
    />
  )
}
