import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Facts, Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { cents, formatAmount, formatEuros } from '#platform/money.ts'
import { AwardDocuments } from './AwardDocuments.tsx'
import { sayAgreementStep } from './agreement-state-words.ts'
import { agreementBlocks } from './agreement-step.ts'
import type { AwardDocument } from './award-documents.ts'
import type { AwardState } from './award-state-store.ts'
import { ANSWER_NAMES } from './beneficiary-answer.ts'
import { Corrections } from './CorrectionForms.tsx'
import { CorrectionTables } from './CorrectionTables.tsx'
import { ObligationForm, type PaymentFormProps, TransferForm } from './PaymentForms.tsx'
import { agreementPaths } from './paths.ts'
import { finalReportDue } from './report-due.ts'
import { NEXT_STEPS } from './whose-turn.ts'

export interface PaymentPageProps {
  frame: Frame
  award: AwardState
  /** Whether the mandate in use records on this award; the others read. */
  own: boolean
  documents: readonly AwardDocument[]
  today: string
  newId: string
  values: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
}

export function PaymentPage({ frame, award, own, documents, today, newId, values, errors = [] }: PaymentPageProps): Html {
  const form: PaymentFormProps = { award, today, newId, values, errors: errorsOf(errors) }
  const blocked = agreementBlocks(award.agreementStep)
  const payable = !blocked && award.obligations.some(({ amount, paid }) => paid < amount)
  return (
    <AgentPage
      frame={frame}
      title={award.title}
      crumbs={[{ label: 'Paiements', href: agreementPaths.payments }, { label: award.title }]}
      meta={[award.organisationName, award.funderName, String(award.year), <Badge word={NEXT_STEPS[award.stage].funder} />]}
      errors={errors}
    >
      {award.suspendingYears.map((year) => (
        <Notice state="error" title={`Paiement suspendu\u00A0: bilan final ${year} manquant`}>
          {`Il était attendu pour le ${formatDayShort(finalReportDue(year))}. Le dépôt d’une nouvelle demande, lui, n’est jamais suspendu.`}
        </Notice>
      ))}
      {blocked ? <AgreementMissing award={award} own={own} /> : null}
      <Figures boxed items={figures(award)} />
      <div class="with-aside">
        <div class="stack loose">
          <Obligations award={award} />
          <Payments award={award} />
          <CorrectionTables award={award} />
          <AwardDocuments documents={documents} />
        </div>
        <div class="stack">
          {own && payable ? <TransferForm {...form} /> : null}
          {own && !blocked && award.obligated < award.decided ? <ObligationForm {...form} /> : null}
          {own ? <Corrections {...form} /> : null}
          <Facts items={facts(award)} />
        </div>
      </div>
    </AgentPage>
  )
}

/** Why nothing is bound nor paid, and what to do about it. */
function AgreementMissing({ award, own }: { award: AwardState; own: boolean }): Html {
  const text = award.agreementTexts.at(-1)
  const href = text ? agreementPaths.agreement(text.agreementId) : agreementPaths.newAgreement(award.organisationId, award.year)
  return (
    <Notice
      state="error"
      title={`Convention obligatoire\u00A0: ${sayAgreementStep(award.agreementStep, award.funderShortName).word.toLowerCase()}`}
    >
      <p>
        {`${award.funderShortName} a décidé ${formatEuros(award.yearTotal)} pour cet organisme en ${award.year}\u00A0: au-delà du seuil légal, rien ne s’engage ni ne se paie avant la signature des deux parties. `}
        {own || text ? <a href={href}>{text ? 'Voir la convention' : 'Préparer la convention'}</a> : null}
      </p>
    </Notice>
  )
}

function figures(award: AwardState): Parameters<typeof Figures>[0]['items'] {
  return [
    { label: 'Décidé', step: 'decided', value: formatEuros(award.decided) },
    { label: 'Engagé', step: 'obligated', value: formatEuros(award.obligated) },
    { label: 'Payé', step: 'paid', value: formatEuros(award.paid) },
    { label: 'Reste à payer', value: formatEuros(cents(award.decided - award.paid)) },
  ]
}

function facts(award: AwardState): { name: string; value: string }[] {
  return [
    { name: 'Acte', value: `${award.actAuthority}, ${award.actNumber} du ${formatDayShort(award.actSignedOn)}` },
    { name: 'Notification', value: award.notifiedOn ? formatDayShort(award.notifiedOn) : 'à faire' },
    { name: 'Réponse', value: award.answer ? ANSWER_NAMES[award.answer] : 'attendue' },
    { name: 'Crédits', value: award.envelopeLabel },
    ...(award.byState ? [{ name: 'Numéro Dauphin', value: award.dauphinNumber ?? 'manquant' }] : []),
  ]
}

function Obligations({ award }: { award: AwardState }): Html {
  return (
    <Section title="Engagements" id="engagements">
      <Table
        id="liste-engagements"
        caption="Engagements"
        captionHidden
        note="En euros."
        cards
        rows={award.obligations}
        empty={<Empty title="Rien n’est engagé">Enregistrez l’engagement dès qu’il a son numéro.</Empty>}
        columns={[
          { key: 'number', head: 'Numéro', rowHead: true, cell: ({ number }) => number },
          { key: 'on', head: 'Date', cell: (one) => formatDayShort(one.on) },
          {
            key: 'amount',
            head: 'Engagé',
            step: 'obligated',
            numeric: true,
            cell: ({ amount }) => formatAmount(amount),
            total: formatAmount(award.obligated),
          },
          {
            key: 'paid',
            head: 'Payé',
            step: 'paid',
            numeric: true,
            cell: ({ paid }) => formatAmount(paid),
            total: formatAmount(award.paid),
          },
        ]}
        totalLabel="Total"
      />
    </Section>
  )
}

function Payments({ award }: { award: AwardState }): Html {
  const numbers = new Map(award.obligations.map(({ id, number }) => [id, number]))
  return (
    <Section title="Paiements" id="versements">
      <Table
        id="liste-paiements"
        caption="Paiements"
        captionHidden
        note="En euros."
        cards
        rows={award.payments}
        empty={<Empty title="Rien n’est payé">Le porteur voit chaque paiement dès qu’il est enregistré.</Empty>}
        columns={[
          { key: 'on', head: 'Date', rowHead: true, cell: (one) => formatDayShort(one.on) },
          {
            key: 'amount',
            head: 'Payé',
            step: 'paid',
            numeric: true,
            cell: ({ amount }) => formatAmount(amount),
            total: formatAmount(award.paid),
          },
          { key: 'obligation', head: 'Sur l’engagement', cell: ({ obligationId }) => numbers.get(obligationId) ?? '' },
          { key: 'override', head: 'Dérogation', cell: ({ override }) => override },
        ]}
        totalLabel="Total"
      />
    </Section>
  )
}
