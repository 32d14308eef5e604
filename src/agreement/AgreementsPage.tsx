import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { type Cents, formatAmount, formatEuros } from '#platform/money.ts'
import { sayAgreementStep, sayTextState } from './agreement-state-words.ts'
import { type AgreementStep, coveredTotal } from './agreement-step.ts'
import type { Agreement } from './agreement-store.ts'
import type { BeneficiaryYear } from './agreement-total-store.ts'
import { agreementPaths } from './paths.ts'
import { YearField } from './YearField.tsx'

export interface RequiredLine extends BeneficiaryYear {
  step: AgreementStep
}

export interface AgreementsPageProps {
  frame: Frame
  funderName: string
  year: number
  years: readonly number[]
  threshold: Cents
  /** Organisations above the threshold, or that have an agreement for the year. */
  lines: readonly RequiredLine[]
  agreements: readonly Agreement[]
}

/** Which organisations need an agreement, why, and where each stands. */
export function AgreementsPage({ frame, funderName, year, years, threshold, lines, agreements }: AgreementsPageProps): Html {
  const waiting = lines.filter(({ step }) => step !== 'covered' && step !== 'not-required').length
  return (
    <AgentPage
      frame={frame}
      title={`Conventions ${year}`}
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Courriers', href: agreementPaths.letters },
        { label: 'Conventions' },
      ]}
      meta={[funderName, waiting === 1 ? 'une convention manque' : `${waiting} conventions manquent`]}
      lead={`Au-delà de ${formatEuros(threshold)} par an à un même organisme de droit privé, toutes vos subventions additionnées, la loi impose une convention signée des deux parties. Rien ne s’engage ni ne se paie avant. Aucune dérogation n’existe.`}
    >
      <Filters action={agreementPaths.agreements}>
        <YearField years={years} year={year} />
      </Filters>
      <RequiredAgreements lines={lines} funderName={funderName} />
      <MadeAgreements agreements={agreements} />
    </AgentPage>
  )
}

function RequiredAgreements({ lines, funderName }: Pick<AgreementsPageProps, 'lines' | 'funderName'>): Html {
  return (
    <Section title="Organismes au-dessus du seuil" id="seuil">
      <Table
        id="seuils"
        caption="Organismes au-dessus du seuil"
        captionHidden
        note="En euros."
        cards
        rows={lines}
        columns={lineColumns(funderName)}
        rowState={({ step }) => (step === 'to-prepare' || step === 'to-amend' ? 'late' : undefined)}
        empty={
          <Empty title="Aucune convention obligatoire">
            Aucun organisme ne dépasse le seuil cette année. Une convention reste possible au-dessous.
          </Empty>
        }
      />
    </Section>
  )
}

function MadeAgreements({ agreements }: Pick<AgreementsPageProps, 'agreements'>): Html {
  return (
    <Section title="Vos conventions" id="conventions">
      <Table
        id="liste-conventions"
        caption="Vos conventions"
        captionHidden
        cards
        rows={agreements}
        columns={AGREEMENT_COLUMNS}
        empty={<Empty title="Aucune convention">Préparez la première depuis un organisme au-dessus du seuil.</Empty>}
      />
    </Section>
  )
}

function lineColumns(funderName: string): Column<RequiredLine>[] {
  return [
    { key: 'organisation', head: 'Organisme', rowHead: true, cell: (line) => ({ text: line.organisationName, href: hrefOf(line) }) },
    {
      key: 'awards',
      head: 'Subventions qui s’additionnent',
      wide: true,
      cell: ({ awards }) => awards.map(({ title, decided }) => `${title}\u00A0: ${formatEuros(decided)}`).join('\u202F; '),
    },
    { key: 'total', head: 'Décidé', step: 'decided', numeric: true, strong: true, cell: ({ yearTotal }) => formatAmount(yearTotal) },
    { key: 'covered', head: 'Signé', numeric: true, cell: ({ texts }) => formatAmount(coveredTotal(texts)) },
    {
      key: 'step',
      head: 'Convention',
      cell: ({ step }) => {
        const { word, state } = sayAgreementStep(step, funderName)
        return { badge: word, state }
      },
    },
  ]
}

function hrefOf({ texts, organisationId, year }: RequiredLine): string {
  const last = texts.at(-1)
  return last ? agreementPaths.agreement(last.agreementId) : agreementPaths.newAgreement(organisationId, year)
}

const AGREEMENT_COLUMNS: Column<Agreement>[] = [
  {
    key: 'number',
    head: 'Convention',
    rowHead: true,
    cell: ({ id, number, kind }) => ({
      text: number,
      href: agreementPaths.agreement(id),
      sub: kind === 'annual' ? 'annuelle' : 'pluriannuelle (CPO)',
    }),
  },
  { key: 'organisation', head: 'Organisme', cell: ({ organisationName }) => organisationName },
  {
    key: 'years',
    head: 'Années',
    cell: ({ firstYear, lastYear }) => (firstYear === lastYear ? String(firstYear) : `${firstYear} à ${lastYear}`),
  },
  { key: 'state', head: 'État', cell: stateCell },
  { key: 'avenants', head: 'Avenants', numeric: true, cell: ({ texts }) => texts.length - 1 },
]

/** Of the text that waits for a signature, else of the last. */
function stateCell({ texts, funderName }: Agreement): Cell {
  const text = texts.find(({ signatures }) => signatures.length < 2) ?? texts.at(-1)
  const { word, state } = sayTextState(text?.signatures.map(({ party }) => party) ?? [], funderName)
  return { badge: word, state }
}
