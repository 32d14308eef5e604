import type { Call } from '#calls/call-store.ts'
import { submissionPaths } from '#calls/submission-paths.ts'
import type { ContractQpv, Orientation, Theme } from '#contract/store.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { formatCount } from '#platform/kit/escape.ts'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { FilesFilters } from './FilesFilters.tsx'
import { FilesTable } from './FilesTable.tsx'
import { Fold } from './Fold.tsx'
import { awaited, type ListedFile } from './file-list.ts'
import { type FileListQuery, fileListHref, WHOLE_SIZE } from './file-list-query.ts'
import { instructionPaths } from './paths.ts'

export interface FilesPageProps {
  frame: Frame
  query: FileListQuery
  call: Call | undefined
  calls: readonly Call[]
  orientations: readonly Orientation[]
  themes: readonly Theme[]
  qpvs: readonly ContractQpv[]
  /** Every file of the address, in its order; the page shows a part of them. */
  files: readonly ListedFile[]
  mayAsk: boolean
  mayState: boolean
  mayWaive: boolean
}

export function FilesPage(props: FilesPageProps): Html {
  const { frame, call, files, mayAsk, query } = props
  return (
    <AgentPage
      frame={frame}
      title={call ? `Dossiers ${call.year}` : 'Dossiers'}
      crumbs={[{ label: 'Tableau de bord', href: '/accueil' }, { label: 'Dossiers' }]}
      meta={files.length > 0 ? metaOf(files) : []}
    >
      <FilesFilters {...props} />
      {mayAsk && files.length > 0 ? (
        <Form
          action={instructionPaths.choice}
          label="Dossiers à choisir"
          hidden={{ retour: fileListHref(instructionPaths.files, query, {}) }}
        >
          <ChosenActs {...props} />
          {props.mayState ? <Classify orientations={props.orientations} /> : null}
          <FilesTable {...props} />
        </Form>
      ) : (
        <FilesTable {...props} />
      )}
      {files.length > WHOLE_SIZE && query.whole ? (
        <p class="hint">{`Les ${formatCount(WHOLE_SIZE)} premiers sont affichés\u00A0: filtrez pour voir les autres.`}</p>
      ) : null}
      <ToFollow mayWaive={props.mayWaive} />
    </AgentPage>
  )
}

/** What is done to the files ticked in the list, and the way to tick them all without a script. */
function ChosenActs({ query, files, mayState }: FilesPageProps): Html {
  const most = Math.min(files.length, WHOLE_SIZE)
  const all = fileListHref(instructionPaths.files, query, { whole: 'tout', ticked: 'tout' })
  const none = fileListHref(instructionPaths.files, query, {})
  return (
    <div class="row">
      {query.ticked ? <a href={none}>Tout décocher</a> : <a href={all}>{most > 1 ? `Cocher les ${most} lignes` : 'Cocher la ligne'}</a>}
      <Submit kind="second" small icon="message-square">
        Demander un avis sur les dossiers cochés
      </Submit>
      {mayState ? (
        <Submit kind="second" small icon="circle-check" formaction={instructionPaths.completeTogether}>
          Noter complets les dossiers cochés
        </Submit>
      ) : null}
    </div>
  )
}

/** Files of Dauphin come without the orientation of the contract. */
function Classify({ orientations }: Pick<FilesPageProps, 'orientations'>): Html {
  return (
    <Fold title="Donner une orientation aux dossiers cochés">
      <div class="row base">
        <SelectField
          name="classement"
          label="Orientation du contrat"
          empty="Choisir"
          options={orientations.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` }))}
        />
        <Submit kind="second" small formaction={instructionPaths.classify}>
          Donner cette orientation
        </Submit>
      </div>
    </Fold>
  )
}

function ToFollow({ mayWaive }: Pick<FilesPageProps, 'mayWaive'>): Html {
  return (
    <p>
      À suivre&nbsp;: <a href={submissionPaths.withoutDauphinNumber}>les demandes à l’État sans numéro Dauphin</a>
      {mayWaive ? (
        <>
          , <a href={submissionPaths.waivers}>les comptes rendus attendus et leurs dérogations</a>
        </>
      ) : null}
      .
    </p>
  )
}

function metaOf(files: readonly ListedFile[]): string[] {
  const missing = files.filter(({ counts }) => awaited(counts) > 0).length
  const late = files.filter(({ counts }) => counts.late > 0).length
  return [
    actionsWords(files),
    ...(missing > 0 ? [`avis manquants sur ${formatCount(missing)}`] : []),
    ...(late > 0 ? [`dont ${formatCount(late)} en retard`] : []),
  ]
}

/** A file with two actions makes two lines: both numbers are said when they differ. */
function actionsWords(files: readonly ListedFile[]): string {
  const count = new Set(files.map(({ applicationId }) => applicationId)).size
  const words = `${formatCount(count)}\u00A0${count > 1 ? 'dossiers' : 'dossier'}`
  return count === files.length ? words : `${words}, ${formatCount(files.length)}\u00A0actions`
}
