import { formatDayShort } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
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
          <IdentityFields values={values} errors={said} />
          <AddressFields values={values} errors={said} communes={props.communes} />
          <Submit>Enregistrer</Submit>
        </Form>
      </Section>
      <AccountsSection accounts={props.accounts} newId={props.newAccountId} values={values} errors={said} />
    </PublicPage>
  )
}

function IdentityFields({ values, errors }: { values: Values; errors: Errors }): Html {
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
      <SelectField
        name="commune"
        label="Commune du siège"
        optional
        empty="Hors de l’agglomération"
        options={communes.map(({ code, name }) => ({ value: code, label: name }))}
        value={values['commune']}
        error={errors['commune']}
      />
    </>
  )
}

function AccountsSection(props: { accounts: readonly BankAccount[]; newId: string; values: Values; errors: Errors }): Html {
  return (
    <Section
      title="Coordonnées bancaires"
      id="rib"
      intro="Le compte sur lequel les subventions sont versées. Après l’enregistrement, le numéro n’est plus jamais montré en entier, ni à vous ni à personne."
    >
      <AccountsTable accounts={props.accounts} />
      <Form action={organisationPaths.bankAccounts} id={props.newId}>
        <TextField
          name="iban"
          label={props.accounts.length > 0 ? 'IBAN du nouveau compte' : 'IBAN du compte'}
          hint="Sur votre RIB. Les espaces ne comptent pas."
          readers="le comptable de chaque financeur"
          autocomplete="off"
          value={props.values['iban']}
          error={props.errors['iban']}
        />
        <TextField
          name="titulaire"
          label="Titulaire du compte"
          hint="Le nom de l’organisme, tel qu’il est écrit sur le RIB."
          value={props.values['titulaire'] ?? props.values['nom']}
          error={props.errors['titulaire']}
        />
        <Submit kind="second">{props.accounts.length > 0 ? 'Remplacer le compte' : 'Enregistrer le compte'}</Submit>
      </Form>
    </Section>
  )
}

function AccountsTable({ accounts }: { accounts: readonly BankAccount[] }): Html {
  return (
    <Table
      id="comptes"
      caption="Comptes enregistrés"
      captionHidden
      cards
      rows={accounts}
      empty={<Empty title="Aucun compte enregistré">Sans lui, aucune subvention ne peut vous être versée.</Empty>}
      columns={[
        { key: 'iban', head: 'IBAN', rowHead: true, cell: (account) => account.iban },
        { key: 'holder', head: 'Titulaire', cell: (account) => account.holder },
        { key: 'from', head: 'Depuis le', cell: (account) => formatDayShort(account.validFrom) },
        {
          key: 'state',
          head: 'État',
          cell: (account) => (account === accounts[0] ? { badge: 'En cours', state: 'success' as const } : { badge: 'Remplacé' }),
        },
      ]}
    />
  )
}
