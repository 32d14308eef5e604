import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { type Cents, cents, formatAmount, sumCents } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import { agreementPaths } from './paths.ts'
import { AWARD_STAGES, type AwardStage, NEXT_STEPS } from './whose-turn.ts'
import { YearField } from './YearField.tsx'

export interface PaymentsPageProps {
  frame: Frame
  awards: readonly AwardState[]
  years: readonly number[]
  year: number
  funders: readonly { id: string; shortName: string }[]
  funderId: string
  stage: AwardStage | undefined
  /** Whether the mandate in use records payments. */
  own: boolean
}

export function PaymentsPage(props: PaymentsPageProps): Html {
  const { frame, awards, year, funderId, funders, own } = props
  const several = funderId === ''
  return (
    <AgentPage
      frame={frame}
      title={`Paiements ${year}`}
      crumbs={[{ label: 'Programmation', href: '/programmation' }, { label: 'Paiements' }]}
      meta={[
        several ? 'Tous les financeurs' : (funders.find(({ id }) => id === funderId)?.shortName ?? ''),
        awards.length === 1 ? 'une subvention' : `${awards.length} subventions`,
      ]}
      lead="On n’engage jamais plus que ce qui est décidé, on ne paie jamais plus que ce qui est engagé."
      actions={<Actions own={own} />}
    >
      <PaymentFilters {...props} />
      <Section title="Les subventions accordées" id="liste">
        <Table
          id="paiements"
          caption={`Engagements et paiements ${year}`}
          note="En euros."
          rows={awards}
          cards
          columns={columns(awards, several)}
          rowState={({ stage }) => (stage === 'suspended' ? 'late' : undefined)}
          totalLabel={awards.length === 1 ? 'Une subvention' : `${awards.length} subventions`}
          empty={
            <Empty title="Aucune subvention ici">
              Une subvention apparaît quand l’acte qui la décide est enregistré. Changez de filtre.
            </Empty>
          }
        />
      </Section>
    </AgentPage>
  )
}

function Actions({ own }: { own: boolean }): Html {
  return (
    <>
      <LinkButton kind="second" href={agreementPaths.overrides}>
        Dérogations
      </LinkButton>
      {own ? (
        <LinkButton kind="second" icon="download" href={agreementPaths.paymentImports}>
          Importer des paiements
        </LinkButton>
      ) : null}
    </>
  )
}

function PaymentFilters({ years, year, funders, funderId, stage }: PaymentsPageProps): Html {
  return (
    <Filters action={agreementPaths.payments}>
      <YearField years={years} year={year} />
      <SelectField
        name="financeur"
        label="Financeur"
        optional
        value={funderId === '' ? 'tous' : funderId}
        options={[{ value: 'tous', label: 'Tous' }, ...funders.map(({ id, shortName }) => ({ value: id, label: shortName }))]}
      />
      <SelectField
        name="etape"
        label="Prochaine étape"
        optional
        empty="Toutes"
        value={stage}
        options={AWARD_STAGES.map((one) => ({ value: one, label: NEXT_STEPS[one].funder }))}
      />
    </Filters>
  )
}

function columns(awards: readonly AwardState[], several: boolean): Column<AwardState>[] {
  return [
    {
      key: 'title',
      head: 'Action',
      rowHead: true,
      cell: ({ id, title, organisationName }) => ({ text: title, href: agreementPaths.payment(id), sub: organisationName }),
    },
    ...(several ? [{ key: 'funder', head: 'Financeur', cell: ({ funderShortName }: AwardState): Cell => funderShortName }] : []),
    ...amountColumns(awards),
    { key: 'number', head: 'N° d’engagement', cell: ({ obligations }) => obligations.map(({ number }) => number).join(', ') },
    { key: 'stage', head: 'Prochaine étape', cell: stageCell },
  ]
}

function amountColumns(awards: readonly AwardState[]): Column<AwardState>[] {
  const column = (key: string, head: string, of: (award: AwardState) => Cents): Column<AwardState> => ({
    key,
    head,
    numeric: true,
    cell: (award) => formatAmount(of(award)),
    total: formatAmount(sumCents(awards.map(of))),
  })
  return [
    { ...column('decided', 'Décidé', ({ decided }) => decided), step: 'decided' },
    { ...column('obligated', 'Engagé', ({ obligated }) => obligated), step: 'obligated' },
    { ...column('paid', 'Payé', ({ paid }) => paid), step: 'paid', strong: true },
    column('left', 'Reste à payer', ({ decided, paid }) => cents(decided - paid)),
  ]
}

function stageCell({ stage }: AwardState): Cell {
  const word = NEXT_STEPS[stage].funder
  if (stage === 'suspended') return { badge: word, state: 'error' }
  if (stage === 'closed') return { badge: word, state: 'success' }
  return NEXT_STEPS[stage].turn === 'funder' ? { badge: word, state: 'info' } : { badge: word }
}
