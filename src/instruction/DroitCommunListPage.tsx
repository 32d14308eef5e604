import type { Call } from '#calls/call-store.ts'
import type { Day } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Pages } from '#platform/kit/Pages.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { ROUTE_LOOKS } from './DroitCommunLooks.tsx'
import { ROUTE_FILTER_NAMES, ROUTE_FILTERS, type RouteFilter } from './droit-commun-list.ts'
import type { PartRoute } from './droit-commun-read-store.ts'
import { tryState } from './droit-commun-route.ts'
import { ROUTE_NAMES } from './droit-commun-words.ts'
import type { MarkedPart } from './gender-list-store.ts'
import { meansPaths } from './means-paths.ts'

export const ROUTE_PAGE_SIZE = 50

export interface RoutedPart extends Pick<MarkedPart, 'partId' | 'applicationId' | 'number' | 'title' | 'organisationName'> {
  route: PartRoute
}

export interface DroitCommunListPageProps {
  frame: Frame
  calls: readonly Call[]
  call: Call | undefined
  parts: readonly RoutedPart[]
  total: number
  page: number
  filter: RouteFilter | undefined
  today: Day
  usualDueOn: Day
  mayTry: boolean
  sentBack?: { dueOn: string; chosen: readonly string[]; errors: readonly FormError[] } | undefined
}

/** Where the money of each action may come from; the lines that fit are tried on several at once. */
export function DroitCommunListPage(props: DroitCommunListPageProps): Html {
  const { frame, parts, mayTry, sentBack, filter, calls, call } = props
  return (
    <AgentPage
      frame={frame}
      title="Le droit commun d’abord"
      crumbs={[{ label: 'Dossiers', href: '/dossiers' }, { label: 'Droit commun' }]}
      lead="Les crédits spécifiques ne s’ouvrent qu’une fois chaque ligne de droit commun refusée, insuffisante ou restée sans réponse à temps."
      errors={[...(sentBack?.errors ?? [])]}
      actions={
        <LinkButton kind="second" href={meansPaths.partners}>
          Réponses par partenaire
        </LinkButton>
      }
    >
      <Filters action={meansPaths.routes}>
        <SelectField
          name="appel"
          label="Appel"
          value={call?.code}
          options={calls.map(({ code, title }) => ({ value: code, label: title }))}
        />
        <SelectField
          name="voie"
          label="Voie"
          value={filter && ROUTE_FILTER_NAMES[filter]}
          empty="Toutes"
          optional
          options={ROUTE_FILTERS.map((one) => ({
            value: ROUTE_FILTER_NAMES[one],
            label: one === 'override' ? 'Par dérogation' : ROUTE_NAMES[one],
          }))}
        />
      </Filters>
      {mayTry && parts.some(needsTrying) ? <TryManyForm {...props} /> : <RouteTable {...props} />}
    </AgentPage>
  )
}

function needsTrying({ route }: RoutedPart): boolean {
  return route.lines.some(({ tryId }) => tryId === null)
}

type Query = Pick<DroitCommunListPageProps, 'call' | 'filter' | 'page'>

export function routesHref(query: Query, change: Partial<Query>): string {
  const { call, filter, page } = { ...query, ...change }
  const chosen = [
    ['appel', call?.code ?? ''],
    ['voie', filter ? ROUTE_FILTER_NAMES[filter] : ''],
    ['page', page > 1 ? String(page) : ''],
  ].filter(([, value]) => value !== '')
  const search = new URLSearchParams(chosen).toString()
  return search === '' ? meansPaths.routes : `${meansPaths.routes}?${search}`
}

function TryManyForm(props: DroitCommunListPageProps): Html {
  const { today, usualDueOn, sentBack } = props
  const errors = errorsOf([...(sentBack?.errors ?? [])])
  return (
    <Form action={routesHref(props, {})} class="stack" label="Solliciter les lignes qui conviennent">
      <RouteTable {...props} choosing />
      <DateField
        name="dueOn"
        label="Réponses attendues pour le"
        value={sentBack?.dueOn ?? usualDueOn}
        min={today}
        error={errors['dueOn'] ?? errors['part']}
      />
      <div class="row">
        <Submit>Solliciter toutes les lignes des actions choisies</Submit>
      </div>
    </Form>
  )
}

function RouteTable(props: DroitCommunListPageProps & { choosing?: boolean }): Html {
  const { parts, call, page, total, today, choosing = false, sentBack } = props
  return (
    <Table
      id="voies"
      caption={call ? `Actions de\u00A0: ${call.title}` : 'Actions'}
      captionHidden
      cards
      rows={parts}
      columns={choosing ? [choiceColumn(sentBack?.chosen ?? []), ...columnsOf(today)] : columnsOf(today)}
      empty={<Empty title="Aucune action ici">Choisissez une autre voie ou un autre appel.</Empty>}
      below={<Pages page={page} size={ROUTE_PAGE_SIZE} total={total} noun="actions" href={(next) => routesHref(props, { page: next })} />}
    />
  )
}

function choiceColumn(chosen: readonly string[]): Column<RoutedPart> {
  return {
    key: 'choice',
    head: 'Choisir',
    headHidden: true,
    cell: (part) =>
      needsTrying(part) ? (
        <input
          type="checkbox"
          name="part"
          value={part.partId}
          checked={chosen.includes(part.partId)}
          aria-label={`Choisir\u00A0: ${part.title}`}
        />
      ) : null,
  }
}

function columnsOf(today: Day): Column<RoutedPart>[] {
  return [
    { key: 'number', head: 'N°', numeric: true, cell: ({ number }) => (number === null ? null : String(number)) },
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      cell: (part) => ({ text: part.title || 'Sans titre', href: meansPaths.grid(part.applicationId), sub: part.organisationName }),
    },
    {
      key: 'route',
      head: 'Voie',
      cell: ({ route: { route } }) => ({ badge: ROUTE_NAMES[route], ...ROUTE_LOOKS[route] }),
    },
    { key: 'lines', head: 'Lignes', cell: ({ route }) => linesWords(route, today) },
    {
      key: 'override',
      head: 'Dérogation',
      wide: true,
      cell: ({ route: { override } }) => (override ? { text: override.reason, sub: override.grantedBy } : null),
    },
  ]
}

/** « 3 sur 4 sollicitées, 1 sans réponse à temps ». */
function linesWords({ lines }: PartRoute, today: Day): string {
  if (lines.length === 0) return 'aucune ne convient'
  const asked = lines.filter(({ tryId }) => tryId !== null).length
  const silent = lines.filter((line) => tryState(line, today) === 'silent').length
  return `${asked} sur ${lines.length} ${asked > 1 ? 'sollicitées' : 'sollicitée'}${silent > 0 ? `, ${silent} sans réponse à temps` : ''}`
}
