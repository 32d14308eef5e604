import type { Meeting } from '#governance/meeting-store.ts'
import { formatDay } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form, PostButton } from '#platform/kit/Form.tsx'
import { FieldError as ErrorBeside, fieldId } from '#platform/kit/field.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { readyForAgenda } from './agenda-ready.ts'
import type { Candidate } from './agenda-store.ts'
import { fundingPaths } from './paths.ts'

export interface AgendaPageProps {
  frame: Frame
  meeting: Meeting
  year: number
  candidates: readonly Candidate[]
  /** What was checked and typed, when the form was refused. */
  typed?: { chosen: readonly string[]; ranks: Readonly<Record<string, string>> }
  errors: readonly FieldError[]
}

/** Chooses the files of a meeting and their order. */
export function AgendaPage(props: AgendaPageProps): Html {
  const { frame, meeting, year, candidates, errors } = props
  const crumbs = [
    { label: 'Comités', href: fundingPaths.meetings() },
    { label: meeting.title, href: fundingPaths.meeting(meeting.id) },
    { label: 'Ordre du jour' },
  ]
  const complete = candidates.filter(readyForAgenda).length
  return (
    <AgentPage
      frame={frame}
      title="Ordre du jour"
      crumbs={crumbs}
      errors={errors}
      errorsTitle="L’ordre du jour n’est pas enregistré"
      meta={[meeting.title, formatDay(meeting.heldOn), `Dossiers ${year}`]}
    >
      {complete > 0 ? <AddComplete meeting={meeting} year={year} count={complete} /> : null}
      <Form action={fundingPaths.agenda(meeting.id)} hidden={{ annee: String(year) }}>
        <Table
          id="dossiers"
          caption={`Dossiers déposés pour ${year}`}
          note="Cochez les dossiers à examiner. Le rang donne l’ordre ; sans rang, un dossier vient à la fin."
          rows={candidates}
          columns={columnsOf(props)}
          empty={<Empty title={`Aucun dossier déposé pour ${year}`}>Les dossiers paraissent ici dès leur dépôt.</Empty>}
          dense
          cards
        />
        {candidates.length > 0 ? (
          <div class="row">
            <Submit>Enregistrer l’ordre du jour</Submit>
          </div>
        ) : null}
      </Form>
    </AgentPage>
  )
}

function AddComplete({ meeting, year, count }: { meeting: Meeting; year: number; count: number }): Html {
  return (
    <PostButton action={fundingPaths.completeFiles(meeting.id)} hidden={{ annee: String(year) }} kind="second" icon="list-checks">
      {count > 1 ? `Ajouter les ${count} dossiers complets` : 'Ajouter le dossier complet'}
    </PostButton>
  )
}

function columnsOf({ typed, errors }: AgendaPageProps): Column<Candidate>[] {
  const messages = errorsOf(errors)
  return [
    {
      key: 'chosen',
      head: 'À examiner',
      headHidden: true,
      label: 'À examiner',
      cell: (row, index) => <Chosen row={row} index={index} typed={typed} />,
    },
    { key: 'rank', head: 'Rang', cell: (row) => <Rank row={row} typed={typed} error={messages[`rang-${row.partId}`]} /> },
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      cell: ({ title, number, organisationName }) => ({ text: title || 'Sans titre', sub: `n°\u00A0${number}, ${organisationName}` }),
    },
    { key: 'complete', head: 'Complétude', cell: ({ complete }) => COMPLETENESS[String(complete)] ?? '' },
    {
      key: 'opinions',
      head: 'Avis rendus',
      cell: ({ opinionsAsked, opinionsGiven }) => (opinionsAsked === 0 ? 'Aucun demandé' : `${opinionsGiven} sur ${opinionsAsked}`),
    },
    { key: 'retained', head: 'Séance', cell: sessionCell },
  ]
}

function sessionCell({ retained, elsewhere }: Candidate): Cell {
  if (retained) return { badge: 'Montant retenu', state: 'success' }
  return elsewhere ? { text: 'À l’ordre du jour d’une autre séance', soft: true } : ''
}

const COMPLETENESS: Record<string, Cell> = {
  true: { badge: 'Complet', state: 'success' },
  false: { badge: 'Incomplet', state: 'warning' },
  null: { badge: 'À vérifier' },
}

function Chosen({ row, index, typed }: { row: Candidate; index: number; typed: AgendaPageProps['typed'] }): Html {
  const checked = typed ? typed.chosen.includes(row.partId) : row.position !== null
  // The first box carries the id where the error summary leads.
  const id = index === 0 ? fieldId('part') : `examiner-${row.partId}`
  return (
    <span class="choice">
      <input type="checkbox" id={id} name="part" value={row.partId} checked={checked} />
      <label for={id} class="vh">{`Examiner ${row.title || 'sans titre'}`}</label>
    </span>
  )
}

function Rank({ row, typed, error }: { row: Candidate; typed: AgendaPageProps['typed']; error: string | undefined }): Html {
  const name = `rang-${row.partId}`
  const id = fieldId(name)
  const value = typed ? (typed.ranks[row.partId] ?? '') : row.position === null ? '' : String(row.position)
  return (
    <>
      <label for={id} class="vh">{`Rang de ${row.title || 'sans titre'}`}</label>
      <ErrorBeside id={id} error={error} />
      <input
        id={id}
        name={name}
        inputmode="numeric"
        size={3}
        value={value}
        autocomplete="off"
        aria-describedby={error ? `${id}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      />
    </>
  )
}
