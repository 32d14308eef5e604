import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { formatSiret } from '#platform/identifiers.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { type Option, SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Box, Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { cents, formatEuros } from '#platform/money.ts'
import { agreementPaths } from './paths.ts'
import type { Candidate } from './payment-candidates.ts'
import type { PaymentLine } from './payment-line-store.ts'
import { type PayableObligation, sayLineReason } from './payment-match.ts'

export interface PaymentLinePageProps {
  frame: Frame
  line: PaymentLine
  candidates: readonly Candidate[]
  /** All those on which something is left to pay. */
  obligations: readonly PayableObligation[]
  values: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** One line that waits: what the file says, why it waits, and the two ways to treat it. */
export function PaymentLinePage({ frame, line, candidates, obligations, values, errors }: PaymentLinePageProps): Html {
  const found = errorsOf(errors)
  return (
    <AgentPage
      frame={frame}
      title={`Ligne ${line.line} de ${line.fileName}`}
      crumbs={[
        { label: 'Paiements', href: agreementPaths.payments },
        { label: 'Imports', href: agreementPaths.paymentImports },
        { label: `Ligne ${line.line}` },
      ]}
      meta={[`importée le ${formatDayShort(line.importedOn)}`]}
      errors={errors}
    >
      {line.treatment ? <Treated line={line} /> : <Reasons reasons={line.reasons} />}
      <div class="with-aside">
        <Section title="Ce que dit le fichier" id="fichier">
          <Facts items={facts(line)} />
        </Section>
        {line.treatment ? null : (
          <div class="stack">
            <MatchForm line={line} candidates={candidates} obligations={obligations} values={values} errors={found} />
            <DismissForm line={line} values={values} errors={found} />
          </div>
        )}
      </div>
    </AgentPage>
  )
}

function Treated({ line }: { line: PaymentLine }): Html {
  const dismissed = line.treatment === 'dismissed'
  return (
    <Notice state={dismissed ? 'info' : 'success'} title={dismissed ? 'Ligne mise à l’écart' : 'Cette ligne est un paiement'}>
      <p>{dismissed ? line.dismissal : 'Rien ne reste à faire.'}</p>
    </Notice>
  )
}

function Reasons({ reasons }: { reasons: readonly string[] }): Html {
  return (
    <Notice state="warning" title="Cette ligne n’est pas un paiement certain">
      <ul>
        {reasons.map((reason) => (
          <li>{sayLineReason(reason)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function facts({ content }: PaymentLine): { name: string; value: string }[] {
  const none = 'absent'
  return [
    { name: 'N° d’engagement', value: content.obligation || none },
    { name: 'N° de paiement', value: content.number || none },
    { name: 'Montant', value: content.amount === null ? content.amountText || none : formatEuros(content.amount) },
    { name: 'Date', value: content.on === null ? content.dayText || none : formatDayShort(content.on) },
    { name: 'Tiers', value: content.name || none },
    { name: 'SIRET', value: content.siret === '' ? none : formatSiret(content.siret) },
  ]
}

interface TreatProps {
  line: PaymentLine
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
}

function MatchForm({
  line,
  candidates,
  obligations,
  values,
  errors,
}: TreatProps & Pick<PaymentLinePageProps, 'candidates' | 'obligations'>): Html {
  const near = new Set(candidates.map(({ obligation }) => obligation.obligationId))
  const options = [
    ...candidates.map(({ obligation, signs }) => ({ ...optionOf(obligation, signs), group: 'Ont quelque chose en commun' })),
    ...obligations
      .filter(({ obligationId }) => !near.has(obligationId))
      .map((one) => ({ ...optionOf(one, []), group: 'Autres engagements à payer' })),
  ]
  const suspended = obligations.some((one) => one.suspended)
  return (
    <Box title="Rapprocher à la main" tint>
      <Form action={agreementPaths.lineMatch(line.id)} label="Rapprocher à la main">
        <SelectField
          name="engagement"
          label="C’est un paiement sur l’engagement"
          hint="Aucun n’est choisi d’avance : vérifiez l’action et le bénéficiaire."
          empty="Choisissez"
          value={values['engagement']}
          error={errors['engagement']}
          options={options}
        />
        {suspended ? <ExceptionField values={values} errors={errors} /> : null}
        <Submit>Enregistrer ce paiement</Submit>
      </Form>
    </Box>
  )
}

function ExceptionField({ values, errors }: Pick<TreatProps, 'values' | 'errors'>): Html {
  return (
    <TextArea
      name="exception"
      label="Motif de la dérogation"
      hint="Seulement si un bilan final manque pour cette subvention."
      readers={readersOf('payment.override')}
      optional
      rows={2}
      maxLength={1_000}
      value={values['exception']}
      error={errors['exception']}
    />
  )
}

function optionOf(one: PayableObligation, signs: readonly string[]): Option {
  const left = formatEuros(cents(one.amount - one.paid))
  const why = signs.length > 0 ? ` (${signs.join(', ')})` : ''
  return { value: `${one.awardId}/${one.obligationId}`, label: `${one.number}, ${one.organisationName}, ${one.title}, reste ${left}${why}` }
}

function DismissForm({ line, values, errors }: TreatProps): Html {
  return (
    <Box title="Mettre à l’écart">
      <Form action={agreementPaths.lineDismissal(line.id)} label="Mettre à l’écart">
        <TextArea
          name="motif"
          label="Motif"
          example="Ce paiement relève d’un autre dispositif."
          readers={readersOf('payment-line.reason')}
          rows={2}
          maxLength={1_000}
          value={values['motif']}
          error={errors['motif']}
        />
        <Submit kind="second">Mettre cette ligne à l’écart</Submit>
      </Form>
    </Box>
  )
}
