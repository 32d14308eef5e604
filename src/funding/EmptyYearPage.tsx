import { instructionPaths } from '#instruction/paths.ts'
import { type Day, formatDay } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { formatCount } from '#platform/kit/escape.ts'
import { Filters } from '#platform/kit/Filters.tsx'
import { DateField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { formatAmount, formatEuros, sumCents } from '#platform/money.ts'
import type { Undecided } from './empty-year-store.ts'
import { fundingPaths } from './paths.ts'

export interface EmptyYearPageProps {
  frame: Frame
  year: number
  years: readonly number[]
  /** What was decided by this day. */
  on: Day
  /** The day set by the contract, after which this list is a warning. */
  alert: Day | undefined
  carriers: readonly Undecided[]
}

/** PRJ-09: who was helped last year and has no decision yet, so that nobody has a year without. */
export function EmptyYearPage({ frame, year, years, on, alert, carriers }: EmptyYearPageProps): Html {
  const count = carriers.length
  return (
    <AgentPage
      frame={frame}
      title={`Porteurs sans décision en ${year}`}
      crumbs={[
        { label: 'Programmation', href: fundingPaths.programming({ annee: year }) },
        { label: 'Analyse', href: fundingPaths.analysis({ de: year, a: year }) },
        { label: 'Porteurs sans décision' },
      ]}
      meta={[`${formatCount(count)} ${count > 1 ? 'porteurs' : 'porteur'}`]}
      lead={`Aidés en ${year - 1}, ils n’ont reçu aucune décision pour ${year}, favorable ou non. La liste sert à éviter une année blanche.`}
    >
      <Filters action={fundingPaths.emptyYear()} label="Choisir l’année et le jour" submit="Afficher">
        <SelectField name="annee" label="Année" options={optionsOf(years, year)} value={String(year)} />
        <DateField name="le" label="Décisions connues le" optional value={on} />
      </Filters>
      <Warning {...{ year, on, alert, count }} />
      {count === 0 ? (
        <Empty title="Aucun porteur n’attend">{`Tous ceux qui ont été aidés en ${year - 1} ont une décision pour ${year}, ou personne ne l’a été.`}</Empty>
      ) : (
        <Carriers year={year} carriers={carriers} />
      )}
    </AgentPage>
  )
}

function optionsOf(years: readonly number[], year: number): { value: string; label: string }[] {
  return [...new Set([...years, year])].sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))
}

function Warning({ year, on, alert, count }: { year: number; on: Day; alert: Day | undefined; count: number }): Html | null {
  if (count === 0) return null
  if (alert === undefined) {
    return (
      <Notice>
        {`Le contrat n’a pas fixé de jour d’alerte pour ${year}. `}
        <a href={fundingPaths.targets()}>Le fixer</a>
      </Notice>
    )
  }
  if (on < alert) return <Notice>{`L’alerte commence le ${formatDay(alert)}.`}</Notice>
  return <Notice state="warning" title={`Risque d’année blanche : le jour d’alerte, ${formatDay(alert)}, est passé.`} />
}

function Carriers({ year, carriers }: { year: number; carriers: readonly Undecided[] }): Html {
  return (
    <Table
      id="sans-decision"
      caption={`Porteurs aidés en ${year - 1}, sans décision en ${year}`}
      note="En euros. Les plus aidés d’abord."
      rows={carriers}
      cards
      columns={[
        { key: 'name', head: 'Porteur', rowHead: true, cell: ({ name }) => name },
        {
          key: 'before',
          head: `Décidé en ${year - 1}`,
          step: 'decided',
          numeric: true,
          cell: ({ before }) => formatAmount(before),
          total: formatAmount(sumCents(carriers.map(({ before }) => before))),
        },
        { key: 'actions', head: `Actions en ${year - 1}`, numeric: true, cell: ({ actionsBefore }) => actionsBefore },
        { key: 'files', head: `Où en est ${year}`, cell: stateOf },
        {
          key: 'asked',
          head: `Demandé en ${year}`,
          step: 'asked',
          numeric: true,
          cell: ({ asked, files }) => (files > 0 ? formatAmount(asked) : null),
          total: formatAmount(sumCents(carriers.map(({ asked }) => asked))),
        },
      ]}
      totalLabel={`Ensemble, ${formatEuros(sumCents(carriers.map(({ before }) => before)))} l’an dernier`}
    />
  )
}

function stateOf({ files, fileId, retained }: Undecided): { text: string; href?: string; sub?: string } {
  if (files === 0 || fileId === null) return { text: 'Aucun dossier déposé', sub: 'Le porteur est à joindre' }
  const text = retained ? 'Retenu en comité, acte à prendre' : 'Déposé, en attente'
  return { text, href: instructionPaths.file(fileId), ...(files > 1 ? { sub: `${files} dossiers` } : {}) }
}
