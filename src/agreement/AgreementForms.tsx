import { readersOf } from '#access/field-readers.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, FileField, MoneyField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Box } from '#platform/kit/Notice.tsx'
import { type Cents, formatAmount } from '#platform/money.ts'
import type { Agreement, AgreementText } from './agreement-store.ts'
import { agreementPaths } from './paths.ts'

export interface TypedForm {
  newId: string
  today: string
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
}

export interface YearChoice {
  year: number
  /** What is decided for it already. */
  decided: Cents | undefined
}

/** One amount a year; the first is required, the others make a CPO of it. */
export function YearAmounts({ years, values, errors }: { years: readonly YearChoice[] } & Pick<TypedForm, 'values' | 'errors'>): Html {
  return (
    <>
      {years.map(({ year, decided }, rank) => (
        <MoneyField
          name={`montant-${year}`}
          label={`Montant ${year}`}
          hint={decided ? `${formatAmount(decided)} € sont déjà décidés pour ${year}.` : undefined}
          optional={rank > 0}
          value={values[`montant-${year}`] ?? (decided ? formatAmount(decided) : '')}
          error={errors[`montant-${year}`] ?? (rank === 0 ? errors['montants'] : undefined)}
        />
      ))}
    </>
  )
}

const PARTIES = [
  { value: 'beneficiary', label: 'Le bénéficiaire' },
  { value: 'authority', label: 'L’autorité' },
] as const

export function SignatureForm({ agreement, text, today, values, errors }: TypedForm & { agreement: Agreement; text: AgreementText }): Html {
  const signed = text.signatures.map(({ party }) => party)
  const left = PARTIES.filter(({ value }) => !signed.includes(value))
  return (
    <Box title="Enregistrer une signature" tint>
      <Form action={agreementPaths.signatures(agreement.id)} hidden={{ texte: text.id }} label="Enregistrer une signature">
        <SelectField
          name="partie"
          label="Partie qui a signé"
          value={values['partie'] ?? left[0]?.value}
          error={errors['partie']}
          options={[...left]}
        />
        <DateField name="signee-le" label="Date de la signature" max={today} value={values['signee-le']} error={errors['signee-le']} />
        <TextField
          name="signataire"
          label="Signataire"
          hint="Nom et qualité, tels qu’ils sont écrits sur la convention."
          readers={readersOf('agreement.text')}
          maxLength={200}
          value={values['signataire']}
          error={errors['signataire']}
        />
        <Submit>Enregistrer la signature</Submit>
      </Form>
    </Box>
  )
}

export function CopyForm({ agreement, text, errors }: Pick<TypedForm, 'errors'> & { agreement: Agreement; text: AgreementText }): Html {
  return (
    <Box title="Joindre l’exemplaire signé">
      <Form action={agreementPaths.signedCopies(agreement.id)} hidden={{ texte: text.id }} multipart label="Joindre l’exemplaire signé">
        <FileField name="fichier" label="Exemplaire signé, numérisé" hint="PDF, 10 Mo au plus." accept=".pdf" error={errors['fichier']} />
        <Submit kind="second">Joindre</Submit>
      </Form>
    </Box>
  )
}

export function AvenantForm({
  agreement,
  years,
  newId,
  values,
  errors,
}: TypedForm & { agreement: Agreement; years: readonly YearChoice[] }): Html {
  return (
    <Box title="Préparer un avenant">
      <Form action={agreementPaths.avenants(agreement.id)} id={newId} label="Préparer un avenant">
        <TextArea
          name="motif"
          label="Motif"
          example="Une troisième action est subventionnée en cours d’année."
          readers={readersOf('agreement.text')}
          rows={3}
          maxLength={1_000}
          value={values['motif']}
          error={errors['motif']}
        />
        <YearAmounts years={years} values={values} errors={errors} />
        <Submit kind="second">Préparer l’avenant</Submit>
      </Form>
    </Box>
  )
}
