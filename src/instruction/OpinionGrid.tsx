import type { Child } from 'hono/jsx'
import { type Day, formatDayShort } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import { Fold } from './Fold.tsx'
import type { MyOpinion } from './my-opinions-store.ts'
import { GRID_READERS, OpinionEntry } from './OpinionEntry.tsx'
import { gridField } from './opinion-grid-form.ts'
import { OPINION_NAMES } from './opinion-kinds.ts'
import { opinionState, opinionStateWords } from './opinion-state.ts'
import { OPINION_LOOKS } from './StateLooks.tsx'

export interface OpinionGridProps {
  caption: string
  rows: readonly MyOpinion[]
  today: Day
  /** Where the filled rows are sent. */
  action: string
  hidden?: Readonly<Record<string, string>>
  /** Where a file is read; none when this reader has no such page. */
  href?: (row: MyOpinion) => string
  /** Each entry is folded, but the one of this ask and those sent back. */
  folded: boolean
  open?: string | undefined
  /** A file that the committee examined takes no opinion this way. */
  closedWhenPast?: boolean
  values?: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
  submit: string
  /** Fields that hold for all the rows: who signs. */
  before?: Child
  empty: Child
  below?: Child
}

/** Where a row is found again after its form. */
export function rowAnchor(requestId: string): string {
  return `avis-${requestId}`
}

/** Opinions given in their rows: the filled ones leave together, the others stay as they are. By keyboard and without script. */
export function OpinionGrid(props: OpinionGridProps): Html {
  const { rows, today, before, submit } = props
  const table = (
    <Table
      id="avis"
      caption={props.caption}
      note="Montants en euros."
      rows={rows}
      cards
      columns={[...columnsOf(props), stateColumn(today), entryColumn(props)]}
      rowId={({ requestId }) => rowAnchor(requestId)}
      rowState={(row) => (row.kind === null && !row.past ? (stateOf(row, today).state === 'late' ? 'late' : 'asked') : undefined)}
      empty={props.empty}
      below={props.below}
    />
  )
  if (rows.length === 0) return table
  return (
    <Form action={props.action} hidden={props.hidden} label="Rendre des avis">
      {before}
      {table}
      <div class="row">
        <Submit>{submit}</Submit>
        <span class="hint">Seules les lignes remplies sont enregistrées, toutes ensemble. {GRID_READERS}</span>
      </div>
    </Form>
  )
}

function columnsOf({ href }: OpinionGridProps): Column<MyOpinion>[] {
  return [
    { key: 'number', head: 'N°', numeric: true, cell: ({ number }) => (number === null ? null : String(number)) },
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      cell: (row) => ({
        text: row.title || 'Sans titre',
        sub: row.qpvs ? `${row.organisationName}. ${row.qpvs}` : row.organisationName,
        ...(href ? { href: href(row) } : {}),
      }),
    },
    { key: 'asked', head: 'Demandé à vous', step: 'asked', numeric: true, cell: ({ asked }) => (asked ? formatAmount(asked) : null) },
  ]
}

function stateOf({ dueOn, kind }: MyOpinion, today: Day): ReturnType<typeof opinionState> {
  return opinionState({ dueOn, given: kind !== null }, today)
}

function stateColumn(today: Day): Column<MyOpinion> {
  return { key: 'state', head: 'Attendu', cell: (row) => stateCell(row, today) }
}

function stateCell(row: MyOpinion, today: Day): Cell {
  if (row.kind !== null) {
    const { state, icon } = OPINION_LOOKS[row.kind]
    const when = row.givenOn === null ? '' : `, ${formatDayShort(row.givenOn)}`
    return { badge: `${OPINION_NAMES[row.kind]}${when}`, icon, ...(state ? { state } : {}) }
  }
  const state = stateOf(row, today)
  if (state.state === 'late') return { badge: opinionStateWords(state), state: 'error', icon: 'clock-alert' }
  return { badge: `${opinionStateWords(state)}, ${formatDayShort(row.dueOn)}`, icon: 'hourglass' }
}

function entryColumn(props: OpinionGridProps): Column<MyOpinion> {
  const values = props.values ?? {}
  const errors = errorsOf(props.errors ?? [])
  const isTouched = (name: string): boolean => (values[name] ?? '') !== '' || errors[name] !== undefined
  return {
    key: 'entry',
    head: 'Votre avis',
    wide: true,
    cell: (row) => {
      if (row.past && props.closedWhenPast) return { text: 'Le comité a examiné ce dossier', soft: true }
      if (!props.folded) return <OpinionEntry {...{ row, values, errors }} />
      const wrong = ['kind', 'reason', 'amount'] as const
      const open = row.requestId === props.open || wrong.some((field) => isTouched(gridField(field, row.requestId)))
      return (
        <Fold title={row.kind === null ? 'Rendre l’avis ici' : 'Corriger cet avis'} open={open}>
          <OpinionEntry {...{ row, values, errors }} submit />
        </Fold>
      )
    },
  }
}
