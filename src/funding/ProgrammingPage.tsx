import type { Funder } from '#contract/store.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { formatCount } from '#platform/kit/escape.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { actionsCounted } from './actions-counted.ts'
import { YearGauges } from './EnvelopeGauges.tsx'
import type { EnvelopeUse } from './envelope-use-store.ts'
import { ProgrammeFilters } from './ProgrammeFilters.tsx'
import { ProgrammeTable, tableBox } from './ProgrammeTable.tsx'
import { fundingPaths } from './paths.ts'
import { GROUPINGS, type ProgrammingQuery } from './programming-query.ts'
import type { Grouping, Programming } from './programming-table.ts'

export interface ProgrammingPageProps {
  frame: Frame
  year: number
  years: readonly number[]
  grouping: Grouping
  query: ProgrammingQuery
  programming: Programming
  /** Actions of the year, whatever the filters. */
  count: number
  funders: readonly Funder[]
  open: string | undefined
  envelopes: readonly EnvelopeUse[]
  communes: readonly { code: string; name: string }[]
}

/** The programming of a year: envelopes, filters, one table of all its files. */
export function ProgrammingPage(props: ProgrammingPageProps): Html {
  const { frame, year, query, programming, count } = props
  const href = (change: Partial<ProgrammingQuery>) => fundingPaths.programming({ ...query, ...change })
  const shown = programming.rows.length
  return (
    <AgentPage
      frame={frame}
      title={`Programmation ${year}`}
      meta={[
        actionsShown(shown, count),
        <a href={fundingPaths.envelopes(year)}>Enveloppes et historique</a>,
        <a href={fundingPaths.analysis({ de: year, a: year })}>Analyser</a>,
      ]}
      actions={<Downloads query={query} disabled={shown === 0} />}
    >
      <YearGauges envelopes={props.envelopes} year={year} />
      <section class="stack" aria-labelledby="programmation">
        <h2 id="programmation" class="vh">
          Tableau de programmation
        </h2>
        <div class={tableBox(props.funders)}>
          <ProgrammeFilters
            action={fundingPaths.programming()}
            query={{ ...query, annee: year, par: props.grouping }}
            communes={props.communes}
            years={props.years}
            withStatus
            href={href}
          />
          {shown === 0 ? <Nothing year={year} filtered={count > 0} /> : <Rows {...props} href={href} />}
        </div>
      </section>
    </AgentPage>
  )
}

export function actionsShown(shown: number, count: number): string {
  return shown === count ? actionsCounted(count) : `${actionsCounted(shown)} sur ${formatCount(count)}`
}

function Downloads({ query, disabled }: { query: ProgrammingQuery; disabled: boolean }): Html | null {
  if (disabled) return null
  const { detail: _, ...kept } = query
  return (
    <>
      <LinkButton href={fundingPaths.sheet(kept)} kind="second" icon="file-spreadsheet" download>
        Tableur
      </LinkButton>
      <LinkButton href={fundingPaths.document(kept)} kind="second" icon="file-down" download>
        PDF A3
      </LinkButton>
    </>
  )
}

function Rows(props: ProgrammingPageProps & { href: (change: Partial<ProgrammingQuery>) => string }): Html {
  const { programming, funders, open, year, grouping, href } = props
  return (
    <ProgrammeTable
      id="prog"
      caption={`Programmation ${year} par ${GROUPINGS[grouping].toLowerCase()}`}
      programming={programming}
      counted={actionsCounted}
      funders={funders}
      open={open}
      year={year}
      href={(row) => instructionPaths.file(row.applicationId)}
      openHref={(funderId) => href({ detail: funderId })}
    />
  )
}

function Nothing({ year, filtered }: { year: number; filtered: boolean }): Html {
  if (filtered) return <Empty title="Aucune action ne répond à ces filtres">Retirez un filtre pour élargir la liste.</Empty>
  return <Empty title={`Aucune action déposée pour ${year}`}>Les actions paraissent ici dès le dépôt de leur dossier.</Empty>
}
