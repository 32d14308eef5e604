import { Submit } from './Button.tsx'
import { CheckBox, CheckField, RadioField, SelectField } from './choices.tsx'
import { ErrorSummary, errorsOf } from './ErrorSummary.tsx'
import { Form } from './Form.tsx'
import { DateField, FileField, MoneyField, NumberField, TextArea, TextField } from './fields.tsx'
import type { Html } from './html.ts'
import { Balance, BudgetLine, Ledger, LedgerGroup, LedgerSum } from './Ledger.tsx'
import { Section } from './Section.tsx'

const ERRORS = [
  { field: 'personnes', message: 'Nombre de personnes attendues : écrivez un nombre. Exemple : 60' },
  { field: 'c613', message: 'Locations (613) : écrivez un nombre entier d’euros, sans centimes' },
  { field: 'avis', message: 'Choisissez un avis' },
]

function Choices({ error }: { error?: string }): Html {
  return (
    <>
      <DateField name="debut" label="Premier jour de l’action" value="2027-04-01" />
      <FileField name="rib" label="Relevé d’identité bancaire" hint="PDF ou image, 10 Mo au plus." optional accept=".pdf,image/*" />
      <RadioField
        name="avis"
        label="Votre avis"
        error={error}
        options={[
          { value: 'f', label: 'Favorable' },
          { value: 'r', label: 'Réservé', hint: 'Dites pourquoi ci-dessous.' },
        ]}
      />
      <CheckField
        name="pieces"
        label="Pièces reçues"
        optional
        values={['cr']}
        options={[
          { value: 'cr', label: 'Compte rendu financier 2026' },
          { value: 'rib', label: 'Relevé d’identité bancaire au nom de l’association' },
        ]}
      />
      <CheckBox name="accord" label="Je suis d’accord pour que le contact soit publié" optional hint="Vous pouvez changer d’avis." />
    </>
  )
}

function Answers(): Html {
  const errors = errorsOf(ERRORS)
  return (
    <div class="cols">
      <TextField
        name="titre"
        label="Titre de l’action"
        hint="Dix mots au plus, compris par un voisin."
        example="Vélo-école pour adultes"
        readers="tout le monde, si l’action est financée"
        value="Jardin nourricier"
        maxLength={120}
      />
      <NumberField
        name="personnes"
        label="Nombre de personnes attendues"
        readers="les financeurs de la demande"
        value="une soixantaine"
        error={errors['personnes']}
      />
      <MoneyField name="montant" label="Montant demandé" hint="En euros entiers." value="5 000" lastYear={{ year: 2026, value: '4 500' }} />
      <SelectField
        name="quartier"
        label="Quartier principal"
        optional
        empty="Je ne sais pas dire"
        value="g"
        options={[{ value: 'g', label: 'Cité des Galibots, Lens', group: 'Lens' }]}
      />
      <TextArea name="motif" label="Motif de votre avis" readers="les financeurs du dossier" value="Action utile, bien tenue en 2026." />
      <TextField name="siret" label="Numéro SIRET" readonly value="000 123 456 00017" hint="Repris de votre association." />
      <Choices error={errors['avis']} />
    </div>
  )
}

function Budget(): Html {
  const errors = errorsOf(ERRORS)
  return (
    <div>
      <Ledger id="depenses" title="Ce que l’action va coûter">
        <LedgerGroup code="61" label="Services extérieurs">
          <BudgetLine
            code="613"
            name="c613"
            label="Locations"
            hint="Salle, motoculteur, camionnette"
            value="350,5"
            error={errors['c613']}
            lastYear={{ year: 2026, value: '300' }}
          />
          <BudgetLine code="616" name="c616" label="Assurances" value="120" lastYear={{ year: 2026, value: '118' }} />
        </LedgerGroup>
        <LedgerSum label="Total des dépenses" value="10 350 €" grand />
      </Ledger>
      <Balance
        rows={[
          { label: 'Dépenses', value: '10 350 €' },
          { label: 'Recettes', value: '8 850 €' },
          { label: 'Il manque en recettes', value: '1 500 €' },
        ]}
      />
    </div>
  )
}

export function KitForm(): Html {
  return (
    <Section title="Formulaire" id="formulaire">
      <ErrorSummary errors={ERRORS} />
      <Form action="/kit" id="0190">
        <Answers />
        <Budget />
        <div class="row">
          <Submit>Envoyer la demande</Submit>
        </div>
      </Form>
    </Section>
  )
}
