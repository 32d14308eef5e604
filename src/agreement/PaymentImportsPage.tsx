import { formatInstant } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { FileField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import { agreementPaths } from './paths.ts'
import { PAYMENT_COLUMNS } from './payment-columns.ts'
import type { PastPaymentImport, PaymentLine } from './payment-line-store.ts'
import { sayLineReason } from './payment-match.ts'

export interface PaymentImportsPageProps {
  frame: Frame
  funderName: string
  newId: string
  /** Those that wait. */
  lines: readonly PaymentLine[]
  imports: readonly PastPaymentImport[]
  errors: readonly FieldError[]
}

/** A file to choose, the lines that wait for somebody, and the files that came before. */
export function PaymentImportsPage({ frame, funderName, newId, lines, imports, errors }: PaymentImportsPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Importer des paiements"
      crumbs={[{ label: 'Paiements', href: agreementPaths.payments }, { label: 'Imports' }]}
      meta={[funderName, lines.length === 1 ? 'une ligne à traiter' : `${lines.length} lignes à traiter`]}
      errors={errors}
      errorsTitle="Ce fichier n’a pas été lu"
    >
      <Upload newId={newId} errors={errors} />
      <Waiting lines={lines} />
      <Past imports={imports} />
    </AgentPage>
  )
}

function Upload({ newId, errors }: Pick<PaymentImportsPageProps, 'newId' | 'errors'>): Html {
  return (
    <Section
      title="Choisir le fichier"
      id="choisir"
      intro="L’export des paiements de votre comptabilité (Chorus, Hélios ou tableur). Vous verrez d’abord ce qui serait payé ; rien n’est écrit avant votre accord."
    >
      <Form action={agreementPaths.paymentImports} id={newId} multipart>
        <FileField
          name="fichier"
          label="Fichier des paiements"
          hint={`Tableur .xlsx ou texte .csv, 10 Mo et 5 000 lignes au plus. Colonnes : ${PAYMENT_COLUMNS.map(({ header }) => header).join(', ')}.`}
          accept=".xlsx,.csv"
          error={errorsOf(errors)['fichier']}
        />
        <div class="row">
          <Submit icon="eye">Voir ce qui serait payé</Submit>
        </div>
      </Form>
    </Section>
  )
}

const LINE_COLUMNS: Column<PaymentLine>[] = [
  {
    key: 'line',
    head: 'Ligne',
    rowHead: true,
    cell: ({ id, line, fileName }) => ({ text: `Ligne ${line}`, href: agreementPaths.paymentLine(id), sub: fileName }),
  },
  { key: 'number', head: 'N° EJ', cell: ({ content }) => ({ text: content.obligation, sub: content.number }) },
  {
    key: 'amount',
    head: 'Montant',
    numeric: true,
    cell: ({ content }) => (content.amount === null ? content.amountText : formatAmount(content.amount)),
  },
  { key: 'party', head: 'Tiers', cell: ({ content }) => ({ text: content.name, sub: content.siret }) },
  { key: 'reasons', head: 'Pourquoi elle attend', wide: true, cell: ({ reasons }) => reasons.map(sayLineReason).join(' ') },
]

function Waiting({ lines }: { lines: readonly PaymentLine[] }): Html {
  return (
    <Section
      title="Lignes à traiter"
      id="a-traiter"
      intro="Elles ne sont le paiement certain d’aucun engagement. Rien n’est deviné : rapprochez-les à la main, ou mettez-les à l’écart avec un motif."
    >
      <Table
        id="lignes"
        caption="Lignes à traiter"
        captionHidden
        note="En euros."
        cards
        rows={lines}
        columns={LINE_COLUMNS}
        empty={<Empty title="Rien à traiter">Toutes les lignes importées sont des paiements, ou ont été mises à l’écart.</Empty>}
      />
    </Section>
  )
}

const IMPORT_COLUMNS: Column<PastPaymentImport>[] = [
  {
    key: 'file',
    head: 'Fichier',
    rowHead: true,
    cell: (one) => ({ text: one.fileName, sub: `${formatInstant(one.importedAt)}, ${one.importedBy}` }),
  },
  { key: 'read', head: 'Lignes lues', numeric: true, cell: ({ summary }) => summary['read'] ?? 0 },
  { key: 'paid', head: 'Paiements', numeric: true, cell: ({ summary }) => summary['paid'] ?? 0 },
  { key: 'already', head: 'Déjà connues', numeric: true, cell: ({ summary }) => summary['already'] ?? 0 },
  { key: 'waiting', head: 'Laissées à traiter', numeric: true, cell: ({ summary }) => summary['waiting'] ?? 0 },
]

function Past({ imports }: { imports: readonly PastPaymentImport[] }): Html {
  return (
    <Section title="Imports précédents" id="precedents">
      <Table
        id="imports"
        caption="Imports précédents"
        captionHidden
        cards
        rows={imports}
        columns={IMPORT_COLUMNS}
        empty={<Empty title="Aucun import">Le premier fichier de paiements se choisit ci-dessus.</Empty>}
      />
    </Section>
  )
}
