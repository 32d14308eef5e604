import type { Call } from '#calls/call-store.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Pages } from '#platform/kit/Pages.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { AnswerCell, markColumns } from './GenderListCells.tsx'
import { ThresholdSection, type ThresholdSectionProps } from './GenderThreshold.tsx'
import { YearCounts } from './GenderYears.tsx'
import { type ListedPart, MARKER_FILTER_NAMES, MARKER_FILTERS, type MarkerFilter } from './gender-list.ts'
import type { MarkerYear } from './gender-list-store.ts'
import { NOT_A_PENALTY, thresholdWords } from './gender-words.ts'
import { meansPaths } from './means-paths.ts'

export const MARKER_PAGE_SIZE = 25

export interface GenderListPageProps {
  frame: Frame
  calls: readonly Call[]
  call: Call | undefined
  parts: readonly ListedPart[]
  total: number
  page: number
  filter: MarkerFilter | undefined
  years: readonly MarkerYear[]
  criteriaNeeded: number
  mayAssess: boolean
  threshold: ThresholdSectionProps
  /** The id of each row’s set of answers: the same form sent twice makes one. */
  newIds: ReadonlyMap<string, string>
  sentBack?: { values: Record<string, string>; errors: readonly FormError[] } | undefined
}

/** Many actions at once: what the applicant said, one’s own answers, where the marker stands. Never in the order of the markers. */
export function GenderListPage(props: GenderListPageProps): Html {
  const { frame, parts, mayAssess, criteriaNeeded, sentBack, threshold } = props
  const table = <MarkTable {...props} />
  return (
    <AgentPage
      frame={frame}
      title="Marqueur égalité femmes-hommes"
      crumbs={[{ label: 'Instruction', href: '/instruction' }, { label: 'Marqueur égalité' }]}
      meta={[`Seuil en vigueur\u00A0: ${thresholdWords(criteriaNeeded)}`]}
      lead={`Deux personnes au moins répondent, chacune de son côté\u00A0: le marqueur se déduit de leurs réponses. ${NOT_A_PENALTY}`}
      errors={[...(sentBack?.errors ?? []), ...(threshold.sentBack?.errors ?? [])]}
      actions={
        <LinkButton kind="second" href={meansPaths.support}>
          Porteurs à accompagner
        </LinkButton>
      }
    >
      <YearCounts years={props.years} />
      <Section title="Les actions" id="actions">
        <MarkFilters {...props} />
        {mayAssess && parts.length > 0 ? (
          <Form action={markersHref(props, {})} class="stack" label="Répondre pour plusieurs actions">
            {table}
            <div class="row">
              <Submit>Enregistrer mes réponses</Submit>
              <span class="hint">Les lignes laissées vides ne changent pas.</span>
            </div>
          </Form>
        ) : (
          table
        )}
      </Section>
      <ThresholdSection {...threshold} />
    </AgentPage>
  )
}

type Query = Pick<GenderListPageProps, 'call' | 'filter' | 'page'>

export function markersHref(query: Query, change: Partial<Query>): string {
  const { call, filter, page } = { ...query, ...change }
  const chosen = [
    ['appel', call?.code ?? ''],
    ['etat', filter ?? ''],
    ['page', page > 1 ? String(page) : ''],
  ].filter(([, value]) => value !== '')
  const search = new URLSearchParams(chosen).toString()
  return search === '' ? meansPaths.markers : `${meansPaths.markers}?${search}`
}

function MarkFilters({ calls, call, filter }: GenderListPageProps): Html {
  return (
    <Filters action={meansPaths.markers}>
      <SelectField
        name="appel"
        label="Appel"
        value={call?.code}
        options={calls.map(({ code, title }) => ({ value: code, label: title }))}
      />
      <SelectField
        name="etat"
        label="Où en est le marqueur"
        value={filter}
        empty="Partout"
        optional
        options={MARKER_FILTERS.map((value) => ({ value, label: MARKER_FILTER_NAMES[value] }))}
      />
    </Filters>
  )
}

function MarkTable(props: GenderListPageProps): Html {
  const { parts, call, total, page, mayAssess } = props
  const answers: Column<ListedPart> = {
    key: 'answers',
    head: 'Vos réponses',
    wide: true,
    cell: (part) => <AnswerCell part={part} {...props} />,
  }
  return (
    <Table
      id="marqueurs"
      caption={call ? `Actions de\u00A0: ${call.title}` : 'Actions'}
      captionHidden
      cards
      rows={parts}
      columns={mayAssess ? [...markColumns(), answers] : markColumns()}
      empty={<Empty title="Aucune action ici">Choisissez un autre état ou un autre appel.</Empty>}
      below={<Pages page={page} size={MARKER_PAGE_SIZE} total={total} noun="actions" href={(next) => markersHref(props, { page: next })} />}
    />
  )
}
