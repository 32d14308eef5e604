import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Dialog, DialogButton } from '#platform/kit/Dialog.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, MoneyField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Box } from '#platform/kit/Notice.tsx'
import { cents, formatAmount, formatEuros } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import { agreementPaths } from './paths.ts'
import { leftToObligate, leftToPay } from './payment-limits.ts'

export interface PaymentFormProps {
  award: AwardState
  /** Id of the row to make. */
  newId: string
  today: string
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
}

export function ObligationForm({ award, newId, today, values, errors }: PaymentFormProps): Html {
  const left = leftToObligate(award)
  return (
    <Box title="Enregistrer un engagement" tint>
      <Form action={agreementPaths.obligations(award.id)} id={newId}>
        <TextField
          name="numero"
          label={award.byState ? 'Numéro d’engagement juridique (EJ)' : 'Numéro d’engagement'}
          hint="Tel que votre comptabilité l’a donné."
          readers={readersOf('obligation.number')}
          short
          maxLength={60}
          value={values['numero']}
          error={errors['numero']}
        />
        <DateField name="date" label="Date de l’engagement" max={today} value={values['date']} error={errors['date']} />
        <MoneyField
          name="montant"
          label="Montant engagé"
          hint={`Il reste ${formatEuros(left)} à engager.`}
          value={values['montant'] ?? formatAmount(left)}
          error={errors['montant']}
        />
        <Confirmed id="confirmer-engagement" verb="Enregistrer l’engagement" noun="Un engagement enregistré" />
      </Form>
    </Box>
  )
}

export function TransferForm({ award, newId, today, values, errors }: PaymentFormProps): Html {
  const open = award.obligations.filter(({ amount, paid }) => paid < amount)
  const left = cents(open.reduce((sum, { amount, paid }) => sum + amount - paid, 0))
  return (
    <Box title="Enregistrer un paiement" tint>
      <Form action={agreementPaths.transfers(award.id)} id={newId}>
        <SelectField
          name="engagement"
          label="Sur l’engagement"
          value={values['engagement'] ?? open[0]?.id}
          error={errors['engagement']}
          options={open.map((one) => ({
            value: one.id,
            label: `${one.number} du ${formatDayShort(one.on)}, reste ${formatEuros(leftToPay({ obligated: one.amount, paid: one.paid }))}`,
          }))}
        />
        <DateField name="paye-le" label="Date du paiement" max={today} value={values['paye-le']} error={errors['paye-le']} />
        <MoneyField
          name="paye"
          label="Montant payé"
          hint={`Il reste ${formatEuros(left)} à payer sur ce qui est engagé.`}
          value={values['paye']}
          error={errors['paye']}
        />
        <ReferenceField award={award} values={values} errors={errors} />
        {award.suspendingYears.length > 0 ? <OverrideField values={values} errors={errors} /> : null}
        <Confirmed id="confirmer-paiement" verb="Enregistrer le paiement" noun="Un paiement enregistré" />
      </Form>
    </Box>
  )
}

/** What is recorded is final: said on the form, and asked again. The first button of the form is off, so that the Enter key does not skip the question. */
function Confirmed({ id, verb, noun }: { id: string; verb: string; noun: string }): Html {
  return (
    <>
      <button type="submit" disabled hidden />
      <p class="hint">{`${noun} est définitif\u00A0: une erreur s’annule par une écriture contraire. Relisez-le.`}</p>
      <DialogButton dialog={id}>{verb}</DialogButton>
      <Dialog id={id} title={`${verb}\u202F?`} cancel="Relire">
        <p>{`${noun} ne se modifie pas et ne s’efface pas.`}</p>
        <Submit>Enregistrer définitivement</Submit>
      </Dialog>
    </>
  )
}

function ReferenceField({ award, values, errors }: Pick<PaymentFormProps, 'award' | 'values' | 'errors'>): Html {
  return (
    <TextField
      name="reference"
      label={award.byState ? 'Numéro de demande de paiement (DP)' : 'Numéro de mandat'}
      hint="S’il est connu : un import ne paiera pas deux fois ce numéro."
      readers={readersOf('obligation.number')}
      short
      optional
      maxLength={60}
      value={values['reference']}
      error={errors['reference']}
    />
  )
}

function OverrideField({ values, errors }: Pick<PaymentFormProps, 'values' | 'errors'>): Html {
  return (
    <TextArea
      name="exception"
      label="Motif de la dérogation"
      hint="Un bilan final manque. Sans motif écrit, le paiement est refusé. Chaque dérogation est listée."
      readers={readersOf('payment.override')}
      rows={3}
      maxLength={1_000}
      value={values['exception']}
      error={errors['exception']}
    />
  )
}
