import { readersOf } from '#access/field-readers.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatEuros } from '#platform/money.ts'
import { type TypedForm, YearAmounts, type YearChoice } from './AgreementForms.tsx'
import type { BeneficiaryYear } from './agreement-total-store.ts'
import { agreementPaths } from './paths.ts'

export interface NewAgreementPageProps {
  frame: Frame
  beneficiary: BeneficiaryYear
  years: readonly YearChoice[]
  form: Omit<TypedForm, 'errors'>
  errors: readonly FieldError[]
}

/** The form of an agreement, with the reason why it is required. */
export function NewAgreementPage({ frame, beneficiary, years, form, errors }: NewAgreementPageProps): Html {
  const { organisationName, year, yearTotal, awards } = beneficiary
  return (
    <AgentPage
      frame={frame}
      title={`Préparer une convention : ${organisationName}`}
      crumbs={[{ label: 'Conventions', href: agreementPaths.agreementsOf(year) }, { label: organisationName }]}
      errors={errors}
    >
      <Notice title={`${formatEuros(yearTotal)} décidés en ${year}`}>
        <ul>
          {awards.map(({ title, decided }) => (
            <li>{`${title} : ${formatEuros(decided)}`}</li>
          ))}
        </ul>
      </Notice>
      <DraftForm beneficiary={beneficiary} years={years} form={form} errors={errors} />
    </AgentPage>
  )
}

function DraftForm({ beneficiary, years, form, errors }: Omit<NewAgreementPageProps, 'frame'>): Html {
  const { organisationId, organisationName, year } = beneficiary
  const { newId, values } = form
  const found = errorsOf(errors)
  return (
    <Section
      title="La convention"
      id="convention"
      intro="Une seule année : convention annuelle. Plusieurs années : convention pluriannuelle d’objectifs (CPO), quatre ans au plus."
    >
      <Form action={agreementPaths.agreements} id={newId} hidden={{ beneficiaire: organisationId, annee: String(year) }}>
        <TextField
          name="numero"
          label="Numéro de la convention"
          hint="Tel qu’il sera écrit sur le texte signé."
          readers={readersOf('agreement.text')}
          short
          maxLength={60}
          value={values['numero']}
          error={found['numero']}
        />
        <TextArea
          name="objet"
          label="Objet"
          readers={readersOf('agreement.text')}
          rows={3}
          maxLength={1_000}
          value={values['objet'] ?? `Soutien aux actions de la politique de la ville menées par ${organisationName}.`}
          error={found['objet']}
        />
        <YearAmounts years={years} values={values} errors={found} />
        <div class="row">
          <Submit>Préparer la convention</Submit>
        </div>
      </Form>
    </Section>
  )
}
