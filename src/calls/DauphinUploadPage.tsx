import { formatInstant } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { FileField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import type { Call } from './call-store.ts'
import { callPaths } from './calls-paths.ts'
import type { PastImport } from './dauphin-store.ts'
import { dauphinPaths } from './submission-paths.ts'

export interface DauphinUploadPageProps {
  frame: Frame
  call: Call
  imports: readonly PastImport[]
  newId: string
  errors: readonly FieldError[]
}

const DOOR_WORDS = {
  'dauphin-first': 'Chaque ligne de l’export devient une demande, ou met à jour la sienne.',
  'pilotis-first':
    'Dans cet appel on dépose d’abord sur Pilotis\u00A0: les lignes de l’État rejoignent les demandes qui portent leur numéro Dauphin.',
} as const

const columnsOf = (call: Call): Column<PastImport>[] => [
  {
    key: 'file',
    head: 'Fichier',
    rowHead: true,
    cell: (one) => ({
      text: one.fileName,
      ...(one.fileId === null ? {} : { href: dauphinPaths.preview(call.code, one.fileId) }),
      sub: `${formatInstant(one.importedAt)}, ${one.importedBy}`,
    }),
  },
  { key: 'new', head: 'Nouvelles', numeric: true, cell: (one) => one.summary['new'] ?? 0 },
  { key: 'changed', head: 'Modifiées', numeric: true, cell: (one) => one.summary['changed'] ?? 0 },
  { key: 'conflict', head: 'En conflit', numeric: true, cell: (one) => one.summary['conflict'] ?? 0 },
  { key: 'same', head: 'Inchangées', numeric: true, cell: (one) => one.summary['same'] ?? 0 },
  { key: 'vanished', head: 'Disparues', numeric: true, cell: (one) => one.summary['vanished'] ?? 0 },
  { key: 'refused', head: 'Refusées', numeric: true, cell: (one) => one.summary['refused'] ?? 0 },
]

/** The first of two steps: a file, of which a preview is then shown. Nothing is imported here. */
export function DauphinUploadPage({ frame, call, imports, newId, errors }: DauphinUploadPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Importer un export de Dauphin"
      crumbs={[{ label: 'Appels à projets', href: callPaths.list }, { label: 'Import Dauphin' }]}
      meta={[call.title]}
      errors={errors}
      errorsTitle="Ce fichier n’a pas été lu"
    >
      <Section
        title="Choisir le fichier"
        id="fichier"
        intro={`${DOOR_WORDS[call.door]} Vous verrez d’abord ce qui changerait ; rien n’est écrit avant votre accord.`}
      >
        <Form action={dauphinPaths.upload(call.code)} id={newId} multipart>
          <FileField
            name="fichier"
            label="Export de Dauphin"
            hint="Tableur .xlsx ou texte .csv, 10 Mo au plus. Une ligne par dossier et par financeur."
            accept=".xlsx,.csv"
            error={errorsOf(errors)['fichier']}
          />
          <div class="row">
            <Submit icon="eye">Voir ce qui changerait</Submit>
          </div>
        </Form>
      </Section>
      <Past call={call} imports={imports} />
    </AgentPage>
  )
}

function Past({ call, imports }: Pick<DauphinUploadPageProps, 'call' | 'imports'>): Html {
  return (
    <Section
      title="Imports précédents"
      id="precedents"
      intro={
        imports.length > 0
          ? 'Ouvrez un fichier pour relire ses lignes refusées\u00A0: corrigées, elles se réimportent sans rien doubler.'
          : undefined
      }
    >
      <Table
        id="imports"
        caption="Liste des imports"
        captionHidden
        cards
        rows={imports}
        empty={<Empty title="Aucun import">Le premier export de cet appel se choisit ci-dessus.</Empty>}
        columns={columnsOf(call)}
      />
      {imports.length > 0 ? (
        <p>
          <a href={dauphinPaths.files(call.code)}>Voir les dossiers de cet appel</a>
        </p>
      ) : null}
    </Section>
  )
}
