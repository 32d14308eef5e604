import { readersOf } from '#access/field-readers.ts'
import type { BudgetTotals } from '#calls/budget-balance.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { MoneyField, TextArea } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Balance, LedgerGroup, LedgerSum } from '#platform/kit/Ledger.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatEuros, sumCents } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import { BudgetLines } from './BudgetLines.tsx'
import { agreementPaths } from './paths.ts'
import { type FunderProduct, sayRevisedBudgetFlaw } from './revised-budget.ts'

export interface AnswerFormProps {
  award: AwardState
  /** Id of the answer to make. */
  newId: string
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
  /** Null when the award has no budget to revise. */
  budget: { products: readonly FunderProduct[]; totals: BudgetTotals } | null
}

export function AnswerForm({ award, newId, values, errors, budget }: AnswerFormProps): Html {
  return (
    <Section
      title={award.answer === null ? 'Votre réponse' : 'Changer votre réponse'}
      id="reponse"
      intro="La somme à laquelle vous renoncez revient aussitôt au financeur, pour d’autres actions."
    >
      <Form action={agreementPaths.answer(award.id)} id={newId} hidden={{ vue: award.answerId ?? '' }}>
        <AnswerFields award={award} values={values} errors={errors} />
        {budget ? <RevisedBudget year={award.year} values={values} errors={errors} budget={budget} /> : null}
        <div class="row">
          <Submit name="geste" value="repondre">
            Envoyer ma réponse
          </Submit>
          {budget ? (
            <Submit name="geste" value="calculer" kind="second">
              Recalculer le budget
            </Submit>
          ) : null}
        </div>
      </Form>
    </Section>
  )
}

type Fields = Pick<AnswerFormProps, 'award' | 'values' | 'errors'>

function AnswerFields({ award, values, errors }: Fields): Html {
  return (
    <>
      <RadioField
        name="choix"
        label="Que devient cette subvention ?"
        options={choices(award)}
        value={values['choix']}
        error={errors['choix']}
      />
      <MoneyField
        name="montant"
        label="Montant que vous conservez"
        hint={`Seulement si vous réduisez : moins que ${formatEuros(award.decided)}.`}
        optional
        value={values['montant']}
        error={errors['montant']}
      />
      <TextArea
        name="motif"
        label="Motif"
        hint="Obligatoire pour réduire ou abandonner."
        readers={readersOf('answer.reason')}
        optional
        rows={3}
        maxLength={2_000}
        value={values['motif']}
        error={errors['motif']}
      />
    </>
  )
}

function choices(award: AwardState): { value: string; label: string; hint: string }[] {
  const confirm = {
    value: 'confirmed',
    label: 'Je confirme',
    hint: `L’action a lieu, avec ${formatEuros(award.decided)}.`,
  }
  return [
    ...(award.answer === null ? [confirm] : []),
    { value: 'reduced', label: 'Je réduis', hint: 'L’action a lieu avec moins.' },
    { value: 'given-up', label: 'J’abandonne', hint: 'L’action n’a pas lieu avec cette subvention : tout est rendu.' },
  ]
}

function RevisedBudget({
  year,
  values,
  errors,
  budget,
}: Pick<AnswerFormProps, 'values' | 'errors'> & { year: number; budget: NonNullable<AnswerFormProps['budget']> }): Html {
  const { products, totals } = budget
  return (
    <Section
      title={`Budget révisé ${year}`}
      id="c-budget"
      level={3}
      intro="Ajustez vos charges et vos autres produits aux montants décidés. Les totaux sont calculés ; le budget ne compte pas si vous abandonnez."
    >
      {totals.charges === totals.products ? null : <Notice state="warning">{sayRevisedBudgetFlaw('unbalanced', totals)}</Notice>}
      <div>
        <div class="cols">
          <BudgetLines side="charges" title="Charges" prefix="budget" values={values} errors={errors} />
          <BudgetLines side="products" title="Produits" prefix="budget" values={values} errors={errors}>
            <FunderProducts products={products} />
          </BudgetLines>
        </div>
        <Balance
          rows={[
            { label: 'Charges', value: formatEuros(totals.charges) },
            { label: 'Produits', value: formatEuros(totals.products) },
          ]}
        />
      </div>
    </Section>
  )
}

/** Never typed: decided by the funders, or still asked of them. */
function FunderProducts({ products }: { products: readonly FunderProduct[] }): Html {
  return (
    <LedgerGroup code="74" label="Subventions des financeurs du contrat">
      {products.map(({ name, amount, firmness }) => (
        <LedgerSum label={`${name}, ${firmness === 'decided' ? 'décidé' : 'demandé'}`} value={formatEuros(amount)} />
      ))}
      <LedgerSum label="Total des financeurs" value={formatEuros(sumCents(products.map(({ amount }) => amount)))} />
    </LedgerGroup>
  )
}
