import { agreementPaths } from '#agreement/paths.ts'
import type { Funder } from '#contract/store.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { formatAmount, sumCents } from '#platform/money.ts'
import {
  FIRST_DAY_LISTS,
  FIRST_DAY_PARAMETERS,
  FIRST_DAY_WORDS,
  type FirstDayList,
  type FirstDayQuery,
  firstDayParameters,
} from './first-day-query.ts'
import type { FirstDayRow } from './first-day-store.ts'
import { overviewPaths } from './paths.ts'
import { counted } from './words.ts'

export interface FirstDayPageProps {
  frame: Frame
  query: FirstDayQuery
  rows: readonly FirstDayRow[]
  counts: Readonly<Record<FirstDayList, number>>
  funders: readonly Funder[]
  years: readonly number[]
}

/** What is late, left or given up: whoever opens it knows in a minute what was waiting. */
export function FirstDayPage({ frame, query, rows, counts, funders, years }: FirstDayPageProps): Html {
  const words = FIRST_DAY_WORDS[query.list]
  return (
    <AgentPage
      frame={frame}
      title={words.title}
      crumbs={[{ label: 'Tableau de bord', href: overviewPaths.home }, { label: words.title }]}
      meta={[counted(rows.length, 'ligne', 'lignes')]}
      tabsLabel="Listes du premier jour"
      tabs={FIRST_DAY_LISTS.map((list) => ({
        label: FIRST_DAY_WORDS[list].title,
        href: overviewPaths.firstDay(firstDayParameters({ ...query, list })),
        count: counts[list],
        current: list === query.list,
      }))}
      actions={
        rows.length > 0 ? (
          <LinkButton href={overviewPaths.firstDaySheet(firstDayParameters(query))} kind="second" icon="download" download>
            Tableur
          </LinkButton>
        ) : undefined
      }
    >
      <FirstDayFilters query={query} funders={funders} years={years} />
      <Rows query={query} rows={rows} />
    </AgentPage>
  )
}

function FirstDayFilters({ query, funders, years }: Pick<FirstDayPageProps, 'query' | 'funders' | 'years'>): Html {
  return (
    <Filters action={overviewPaths.firstDay({})} hidden={{ [FIRST_DAY_PARAMETERS.list]: query.list }}>
      <TextField
        name={FIRST_DAY_PARAMETERS.text}
        label="Chercher"
        type="search"
        optional
        value={query.text ?? ''}
        placeholder="Action ou porteur"
        maxLength={200}
      />
      <SelectField
        name={FIRST_DAY_PARAMETERS.year}
        label="Année"
        optional
        empty="Toutes"
        value={query.year === undefined ? '' : String(query.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        name={FIRST_DAY_PARAMETERS.funder}
        label="Financeur ou partenaire"
        optional
        empty="Tous"
        value={query.funder ?? ''}
        options={funders.map(({ id, shortName }) => ({ value: id, label: shortName }))}
      />
    </Filters>
  )
}

function Rows({ query, rows }: Pick<FirstDayPageProps, 'query' | 'rows'>): Html {
  const words = FIRST_DAY_WORDS[query.list]
  return (
    <Table
      id="premier-jour"
      caption={words.title}
      captionHidden
      note="En euros. Le plus ancien d’abord."
      cards
      rows={rows}
      empty={<Empty title="Rien dans cette liste">{words.empty}</Empty>}
      totalLabel="Ensemble"
      columns={[
        {
          key: 'title',
          head: 'Action',
          rowHead: true,
          cell: (row) => ({ text: row.title || 'Sans titre', sub: row.organisationName, href: hrefOf(query.list, row) }),
        },
        { key: 'year', head: 'Année', cell: ({ year }) => String(year) },
        { key: 'funders', head: query.list === 'avis-en-retard' ? 'Attendu de' : 'Financeurs', cell: ({ funders }) => funders },
        { key: 'on', head: words.day, cell: ({ on }) => formatDayShort(on) },
        {
          key: 'amount',
          head: words.amount,
          numeric: true,
          cell: ({ amount }) => formatAmount(amount),
          total: formatAmount(sumCents(rows.map(({ amount }) => amount))),
        },
      ]}
    />
  )
}

function hrefOf(list: FirstDayList, { subjectId, year }: FirstDayRow): string {
  if (list === 'avis-en-retard') return instructionPaths.file(subjectId)
  return list === 'bilans-manquants' ? overviewPaths.lateFinalReports(year) : agreementPaths.payment(subjectId)
}
