import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, MoneyField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Box } from '#platform/kit/Notice.tsx'
import { cents, formatAmount, formatEuros } from '#platform/money.ts'
import { receivedOf, recoveredOf } from './correction-rule.ts'
import type { PaymentFormProps } from './PaymentForms.tsx'
import { agreementPaths } from './paths.ts'

/** Folded: used when something typed is wrong, or something is asked back. Open when one of its forms was refused. */
export function Corrections(props: PaymentFormProps): Html | null {
  const { award, errors } = props
  const withdrawable = award.obligations.some(({ amount, paid }) => paid < amount)
  const receivable = award.recoveries.some((one) => receivedOf(one) < one.amount)
  if (!withdrawable && award.payments.length === 0 && !receivable) return null
  const refused = Object.keys(errors).some((field) => /^(retrait|annulation|reversement|recu)-/.test(field))
  return (
    <Box title="Corriger ou réclamer">
      <p class="hint">Rien ne s’efface : une écriture contraire, avec son motif, annule l’erreur et reste dans l’histoire.</p>
      {withdrawable ? (
        <Fold title="Retirer un engagement non payé" open={refused}>
          <WithdrawalForm {...props} />
        </Fold>
      ) : null}
      {award.payments.length > 0 ? (
        <Fold title="Annuler un paiement mal saisi" open={refused}>
          <ReversalForm {...props} />
        </Fold>
      ) : null}
      {award.paid > recoveredOf(award.recoveries) ? (
        <Fold title="Réclamer un reversement" open={refused}>
          <RecoveryForm {...props} />
        </Fold>
      ) : null}
      {receivable ? (
        <Fold title="Enregistrer un reversement reçu" open={refused}>
          <ReceiptForm {...props} />
        </Fold>
      ) : null}
    </Box>
  )
}

function Fold({ title, open, children }: { title: string; open: boolean; children: Html }): Html {
  return (
    <details open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

interface WhyProps extends Pick<PaymentFormProps, 'values' | 'errors' | 'today'> {
  prefix: string
}

function Why({ prefix, values, errors, today }: WhyProps): Html {
  const [date, motif] = [`${prefix}-date`, `${prefix}-motif`]
  return (
    <>
      <DateField name={date} label="Date" max={today} value={values[date] ?? today} error={errors[date]} />
      <TextArea
        name={motif}
        label="Motif"
        readers={readersOf('recovery.reason')}
        rows={2}
        maxLength={1_000}
        value={values[motif]}
        error={errors[motif]}
      />
    </>
  )
}

function WithdrawalForm({ award, newId, today, values, errors }: PaymentFormProps): Html {
  const open = award.obligations.filter(({ amount, paid }) => paid < amount)
  return (
    <Form action={agreementPaths.withdrawals(award.id)} id={newId} label="Retirer un engagement non payé">
      <SelectField
        name="engagement"
        id="retrait-engagement"
        label="Engagement à corriger"
        value={values['engagement'] ?? open[0]?.id}
        options={open.map(({ id, number, amount, paid }) => ({
          value: id,
          label: `${number}, ${formatEuros(cents(amount - paid))} non payés`,
        }))}
      />
      <MoneyField
        name="retrait-montant"
        label="Montant à retirer"
        value={values['retrait-montant'] ?? formatAmount(cents((open[0]?.amount ?? 0) - (open[0]?.paid ?? 0)))}
        error={errors['retrait-montant']}
      />
      <Why prefix="retrait" values={values} errors={errors} today={today} />
      <Submit kind="second">Retirer de l’engagement</Submit>
    </Form>
  )
}

function ReversalForm({ award, newId, today, values, errors }: PaymentFormProps): Html {
  return (
    <Form action={agreementPaths.reversals(award.id)} id={newId} label="Annuler un paiement mal saisi">
      <SelectField
        name="annule"
        label="Paiement à annuler"
        value={values['annule'] ?? award.payments.at(-1)?.id}
        options={award.payments.map(({ id, on, amount }) => ({ value: id, label: `${formatEuros(amount)} le ${formatDayShort(on)}` }))}
      />
      <Why prefix="annulation" values={values} errors={errors} today={today} />
      <Submit kind="second">Annuler ce paiement</Submit>
    </Form>
  )
}

function RecoveryForm({ award, newId, today, values, errors }: PaymentFormProps): Html {
  const left = cents(award.paid - recoveredOf(award.recoveries))
  return (
    <Form action={agreementPaths.recoveries(award.id)} id={newId} label="Réclamer un reversement">
      <TextField
        name="reversement-numero"
        label={award.byState ? 'Numéro du titre de perception' : 'Numéro du titre de recettes'}
        readers={readersOf('recovery.reason')}
        short
        maxLength={60}
        value={values['reversement-numero']}
        error={errors['reversement-numero']}
      />
      <MoneyField
        name="reversement-montant"
        label="Montant réclamé"
        hint={`${formatEuros(left)} au plus.`}
        value={values['reversement-montant']}
        error={errors['reversement-montant']}
      />
      <Why prefix="reversement" values={values} errors={errors} today={today} />
      <Submit kind="second">Réclamer cette somme</Submit>
    </Form>
  )
}

function ReceiptForm({ award, newId, today, values, errors }: PaymentFormProps): Html {
  const open = award.recoveries.filter((one) => receivedOf(one) < one.amount)
  return (
    <Form action={agreementPaths.recoveryReceipts(award.id)} id={newId} label="Enregistrer un reversement reçu">
      <SelectField
        name="titre"
        label="Sur le titre"
        value={values['titre'] ?? open[0]?.id}
        options={open.map((one) => ({ value: one.id, label: `${one.number}, reste ${formatEuros(cents(one.amount - receivedOf(one)))}` }))}
      />
      <MoneyField name="recu-montant" label="Montant reçu" value={values['recu-montant']} error={errors['recu-montant']} />
      <DateField name="recu-date" label="Date de réception" max={today} value={values['recu-date'] ?? today} error={errors['recu-date']} />
      <Submit kind="second">Enregistrer ce qui est reçu</Submit>
    </Form>
  )
}
