import { type Day, formatDayNumeric } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { formatEuros } from '#platform/money.ts'
import { droitCommunPaths } from '#resources/droit-commun-paths.ts'
import { AnswerFields } from './DroitCommunAnswerFields.tsx'
import type { MyTry } from './droit-commun-asking-store.ts'
import { broughtWords, OUTCOME_NAMES } from './droit-commun-words.ts'
import { meansPaths } from './means-paths.ts'
import { opinionState, opinionStateWords } from './opinion-state.ts'
import { instructionPaths } from './paths.ts'

export interface DroitCommunAnswersPageProps {
  frame: Frame
  today: Day
  tries: readonly MyTry[]
  /** Those already answered are shown, to be read or changed. */
  answered: boolean
  newIds: ReadonlyMap<string, string>
  sentBack?: { values: Record<string, string>; errors: readonly FormError[] } | undefined
}

const TITLE = 'Droit commun\u00A0: vos réponses'

/** One list for the owner of lines: what is asked, the answer in place, several in one sending. */
export function DroitCommunAnswersPage(props: DroitCommunAnswersPageProps): Html {
  const { frame, tries, answered, sentBack } = props
  const waiting = tries.filter(({ outcome }) => outcome === null)
  const given = tries.filter(({ outcome }) => outcome !== null)
  return (
    <AgentPage
      frame={frame}
      title={TITLE}
      heading={headingOf(waiting.length)}
      crumbs={[{ label: 'Droit commun', href: droitCommunPaths.catalogue }, { label: 'Vos réponses' }]}
      lead="Dites pour chaque action si votre ligne la prend en entier, en partie ou pas. Sans réponse à la date dite, les crédits spécifiques pourront intervenir, et le silence est compté."
      tabs={[
        { label: 'À répondre', href: meansPaths.myTries, count: waiting.length, current: !answered },
        { label: 'Répondues', href: `${meansPaths.myTries}?repondues=oui`, count: given.length, current: answered },
      ]}
      tabsLabel="Vos réponses"
      errors={[...(sentBack?.errors ?? [])]}
    >
      <Answers {...props} shown={answered ? given : waiting} />
    </AgentPage>
  )
}

function headingOf(count: number): string {
  if (count === 0) return 'Aucune réponse ne vous attend'
  return count === 1 ? 'Une réponse est attendue de vos lignes' : `${count} réponses sont attendues de vos lignes`
}

function Answers(props: DroitCommunAnswersPageProps & { shown: readonly MyTry[] }): Html {
  const { shown, answered } = props
  const table = (
    <Table
      id="reponses"
      caption={answered ? 'Réponses données par votre organisation' : 'Réponses attendues de votre organisation'}
      captionHidden
      cards
      rows={shown}
      rowState={(row) => (isLate(row, props.today) ? 'late' : undefined)}
      columns={[...COLUMNS, ...(answered ? [GIVEN] : [dueColumn(props.today)]), answerColumn(props)]}
      empty={<Nothing answered={answered} />}
    />
  )
  if (shown.length === 0) return table
  return (
    <Form action={answered ? `${meansPaths.myTries}?repondues=oui` : meansPaths.myTries} class="stack" label="Vos réponses">
      {table}
      <div class="row">
        <Submit>Envoyer les réponses remplies</Submit>
        <span class="hint">Les lignes laissées vides ne changent pas.</span>
      </div>
    </Form>
  )
}

function isLate({ dueOn, outcome }: MyTry, today: Day): boolean {
  return outcome === null && today > dueOn
}

const COLUMNS: Column<MyTry>[] = [
  {
    key: 'title',
    head: 'Action et porteur',
    rowHead: true,
    cell: (row) => ({
      text: row.number === null ? row.title : `${row.number}. ${row.title}`,
      href: instructionPaths.file(row.applicationId),
      sub: row.organisationName,
    }),
  },
  { key: 'line', head: 'Votre ligne', cell: ({ lineName }) => lineName },
  { key: 'asked', head: 'Demandé à tous', step: 'asked', numeric: true, cell: ({ asked }) => formatEuros(asked) },
]

function dueColumn(today: Day): Column<MyTry> {
  return {
    key: 'due',
    head: 'Attendue',
    cell: (row) => {
      const words = opinionStateWords(opinionState({ dueOn: row.dueOn, given: false }, today)).replace('Attendu ', 'Attendue ')
      return isLate(row, today) ? { badge: words, state: 'error', icon: 'clock-alert' } : { badge: words, icon: 'hourglass' }
    },
  }
}

const GIVEN: Column<MyTry> = {
  key: 'given',
  head: 'Réponse',
  cell: (row) =>
    row.outcome === null
      ? null
      : {
          text: [OUTCOME_NAMES[row.outcome], broughtWords(row)].filter((text) => text !== '').join(', '),
          sub: [row.reason, row.answeredOn ? `le ${formatDayNumeric(row.answeredOn)}` : ''].filter((text) => text !== '').join(', '),
        },
}

function answerColumn(props: DroitCommunAnswersPageProps): Column<MyTry> {
  return {
    key: 'answer',
    head: props.answered ? 'Changer' : 'Votre réponse',
    wide: true,
    cell: (row) => <AnswerFields row={row} newId={props.newIds.get(row.id) ?? ''} sentBack={props.sentBack} />,
  }
}

function Nothing({ answered }: { answered: boolean }): Html {
  if (answered) return <Empty title="Aucune réponse donnée">Vos réponses restent ici, et peuvent être changées.</Empty>
  return (
    <Empty
      title="Rien à répondre"
      icon="circle-check"
      action={
        <LinkButton kind="second" href={droitCommunPaths.catalogue}>
          Voir le catalogue
        </LinkButton>
      }
    >
      Quand une de vos lignes est sollicitée, vous recevez un courriel et la demande apparaît ici.
    </Empty>
  )
}
