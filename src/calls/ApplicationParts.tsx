import { Submit } from '#platform/kit/Button.tsx'
import { Dialog, DialogButton } from '#platform/kit/Dialog.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Hidden, Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { type Cents, formatEuros, sumCents } from '#platform/money.ts'
import type { ApplicationFile } from './application-store.ts'
import { applicationPaths } from './calls-paths.ts'
import { type DraftContent, draftItems } from './completeness-of-draft.ts'
import { DraftTasks } from './DraftTasks.tsx'
import { partTitle } from './draft-words.tsx'
import type { Part } from './part-store.ts'

/** A file of several actions: each with what it asks and what is left to complete. */
export function ApplicationParts({ file, content }: { file: ApplicationFile; content: DraftContent }): Html {
  const [first] = file.parts
  return (
    <>
      <Section title="Les actions de la demande" id="actions">
        <Table
          id="liste-actions"
          caption="Actions de la demande"
          captionHidden
          cards
          rows={file.parts}
          columns={columnsOf(file, content)}
          totalLabel={`${file.parts.length} actions`}
        />
      </Section>
      {first ? (
        <Section title="Les étapes de la première action" id="etapes">
          <DraftTasks content={content} partId={first.id} />
        </Section>
      ) : null}
    </>
  )
}

function columnsOf(file: ApplicationFile, content: DraftContent): Column<Part>[] {
  const items = draftItems(content)
  return [
    {
      key: 'title',
      head: 'Action',
      rowHead: true,
      cell: (part) => ({
        text: partTitle(part),
        href: applicationPaths.section(file.id, { section: firstSection(content), partId: part.id }),
      }),
    },
    { key: 'kind', head: 'Nature', cell: (part) => (part.renewed ? 'Renouvellement' : 'Nouvelle') },
    {
      key: 'asked',
      head: 'Demandé',
      step: 'asked',
      numeric: true,
      cell: (part) => formatEuros(askedBy(part)),
      total: formatEuros(sumCents(file.parts.map(askedBy))),
    },
    {
      key: 'left',
      head: 'Reste à compléter',
      cell: (part) => leftCell(items.filter(({ subjectId }) => subjectId === part.id).length),
    },
    { key: 'remove', head: 'Retirer', headHidden: true, cell: (part) => <RemovePart file={file} part={part} /> },
  ]
}

function askedBy(part: Part): Cents {
  return sumCents(part.requests.map(({ asked }) => asked))
}

function firstSection(content: DraftContent): string {
  return content.form.sections.find(({ subject }) => subject === 'part')?.key ?? ''
}

function RemovePart({ file, part }: { file: ApplicationFile; part: Part }): Html {
  const id = `retrait-${part.id}`
  return (
    <>
      <DialogButton dialog={id} kind="quiet" small>
        Retirer
        <Hidden>{` l’action « ${partTitle(part)} »`}</Hidden>
      </DialogButton>
      <Dialog id={id} title="Retirer cette action de la demande ?" cancel="La garder">
        <p>Ce qui est écrit pour « {partTitle(part)} » dans cette demande sera effacé.</p>
        <Form action={applicationPaths.partRemoval(file.id, part.id)} class="row">
          <Submit kind="danger">Retirer l’action</Submit>
        </Form>
      </Dialog>
    </>
  )
}

function leftCell(left: number): Cell {
  if (left === 0) return { badge: 'Terminé', state: 'success' }
  return left === 1 ? 'Un point' : `${left} points`
}
