import { formatDayShort } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { organisationPaths } from './organisation-paths.ts'
import type { BankAccount } from './organisation-store.ts'

export interface BankAccountsProps {
  accounts: readonly BankAccount[]
  newId: string
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
}

/** The account in use and the former ones, masked, and the form that adds one. */
export function BankAccounts(props: BankAccountsProps): Html {
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
          readers="les financeurs de vos demandes, masqué"
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
        <div class="row">
          <Submit kind="second">{props.accounts.length > 0 ? 'Remplacer le compte' : 'Enregistrer le compte'}</Submit>
        </div>
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
