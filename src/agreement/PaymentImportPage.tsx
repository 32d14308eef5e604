import { formatDayNumeric } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { cents, formatAmount, sumCents } from '#platform/money.ts'
import { agreementPaths } from './paths.ts'
import type { PaymentReport } from './payment-import-acts.ts'
import { sayLineReason } from './payment-match.ts'
import { type PlannedLine, sayPaymentCounts } from './payment-plan.ts'

export interface PaymentImportPageProps {
  frame: Frame
  fileId: string
  fileName: string
  report: PaymentReport
}

/** The second step: what the import would pay, what would wait and why, and the button that does it. */
export function PaymentImportPage({ frame, fileId, fileName, report }: PaymentImportPageProps): Html {
  const of = (outcome: PlannedLine['outcome']) => report.lines.filter((line) => line.outcome === outcome)
  const [paid, waiting, already] = [of('paid'), of('waiting'), of('already')]
  return (
    <AgentPage
      frame={frame}
      title="Ce qui serait payé"
      crumbs={[
        { label: 'Paiements', href: agreementPaths.payments },
        { label: 'Imports', href: agreementPaths.paymentImports },
        { label: 'Aperçu' },
      ]}
      meta={[fileName, sayPaymentCounts(report.counts)]}
    >
      <Section title="Paiements" id="paiements">
        <Table
          id="payees"
          caption="Lignes qui deviendraient des paiements"
          captionHidden
          note="En euros."
          cards
          rows={paid}
          columns={columns(paid)}
          totalLabel={paid.length === 1 ? 'Un paiement' : `${paid.length} paiements`}
          empty={<Empty title="Aucun nouveau paiement">Aucune ligne de ce fichier n’est le paiement certain d’un engagement.</Empty>}
        />
      </Section>
      {waiting.length > 0 ? <Waiting lines={waiting} /> : null}
      {already.length > 0 ? (
        <Section title="Déjà connues" id="connues">
          <p>{`Rien ne sera payé deux fois : ${already.map(({ line }) => `ligne ${line}`).join(', ')}.`}</p>
        </Section>
      ) : null}
      <Decision fileId={fileId} writes={paid.length + waiting.length} paid={paid.length} />
    </AgentPage>
  )
}

function columns(lines: readonly PlannedLine[]): Column<PlannedLine>[] {
  return [
    { key: 'line', head: 'Ligne', cell: ({ line }) => line, numeric: true },
    {
      key: 'award',
      head: 'Subvention',
      rowHead: true,
      cell: ({ obligation }) => ({ text: obligation?.title ?? '', sub: obligation?.organisationName ?? '' }),
    },
    { key: 'number', head: 'N° EJ', cell: ({ content }) => ({ text: content.obligation, sub: content.number }) },
    { key: 'on', head: 'Payé le', cell: ({ content }) => (content.on ? formatDayNumeric(content.on) : content.dayText) },
    {
      key: 'amount',
      head: 'Payé',
      step: 'paid',
      numeric: true,
      cell: ({ content }) => formatAmount(content.amount ?? cents(0)),
      total: formatAmount(sumCents(lines.map(({ content }) => content.amount ?? cents(0)))),
    },
  ]
}

function Waiting({ lines }: { lines: readonly PlannedLine[] }): Html {
  return (
    <Section title="Lignes à traiter" id="a-traiter" intro="Elles seront gardées, avec leurs raisons, jusqu’à ce que quelqu’un les traite.">
      <Table
        id="attentes"
        caption="Lignes qui resteraient à traiter"
        captionHidden
        cards
        rows={lines}
        columns={[
          { key: 'line', head: 'Ligne', rowHead: true, cell: ({ line }) => `Ligne ${line}` },
          { key: 'number', head: 'N° EJ', cell: ({ content }) => ({ text: content.obligation, sub: content.number }) },
          { key: 'amount', head: 'Montant', numeric: true, cell: ({ content }) => content.amountText },
          { key: 'party', head: 'Tiers', cell: ({ content }) => ({ text: content.name, sub: content.siret }) },
          { key: 'reasons', head: 'Pourquoi', wide: true, cell: ({ reasons }) => reasons.map(sayLineReason).join(' ') },
        ]}
      />
    </Section>
  )
}

function Decision({ fileId, writes, paid }: { fileId: string; writes: number; paid: number }): Html {
  const none = writes === 0
  return (
    <Section title="Importer" id="importer">
      <Form action={agreementPaths.paymentImport(fileId)} label="Importer">
        <p>Un paiement importé est définitif comme un paiement saisi : une erreur s’annule par une écriture contraire, avec son motif.</p>
        <div class="row">
          <Submit icon="download" disabled={none} {...(none ? { why: 'Ce fichier n’apporte rien de nouveau' } : {})}>
            {paid === 1 ? 'Enregistrer un paiement' : `Enregistrer ${paid} paiements`}
          </Submit>
          <LinkButton kind="quiet" href={agreementPaths.paymentImports}>
            Choisir un autre fichier
          </LinkButton>
        </div>
      </Form>
    </Section>
  )
}
