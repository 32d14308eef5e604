import { readersOf } from '#access/field-readers.ts'
import type { Meeting } from '#governance/meeting-store.ts'
import { Fold } from '#instruction/Fold.tsx'
import { instructionPaths } from '#instruction/paths.ts'
import { formatDay } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form, PostButton } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { exportPaths } from './export-paths.ts'
import type { Export } from './export-store.ts'
import { EXPORT_WORDS, sizeWords } from './export-words.ts'
import { LONGEST_QUESTION } from './question-acts.ts'
import type { Sheet } from './sheet-reading-store.ts'

export interface BookPageProps {
  frame: Frame
  meeting: Meeting
  sheets: readonly Sheet[]
  books: readonly Export[]
  newId: string
  /** Whether the mandate writes the questions. */
  mayWrite: boolean
  /** What was typed, by part, when it was refused. */
  typed?: Readonly<Record<string, string>> | undefined
  errors: readonly FieldError[]
}

/** Before a meeting: the question that each file asks, and the book that binds the summaries. */
export function BookPage(props: BookPageProps): Html {
  const { frame, meeting, sheets, books, newId } = props
  return (
    <AgentPage
      frame={frame}
      title={`Cahier, ${meeting.title}`}
      lead={`Séance du ${formatDay(meeting.heldOn)}. Une page par dossier, dans l’ordre du jour\u00A0: ce qui est demandé, proposé, fait l’an dernier, et la question à trancher.`}
      crumbs={[{ label: 'Comités', href: '/comites' }, { label: meeting.title, href: `/comites/${meeting.id}` }, { label: 'Cahier' }]}
      errors={props.errors}
    >
      {sheets.length === 0 ? (
        <Empty title="L’ordre du jour est vide">{'Mettez des dossiers à l’ordre du jour\u00A0: le cahier suivra leur ordre.'}</Empty>
      ) : (
        <>
          <Section title="Le document" id="document">
            <p>{`${sheets.length}\u00A0${sheets.length > 1 ? 'dossiers' : 'dossier'}, en PDF accessible, avec sommaire et signets. Sa préparation prend quelques secondes.`}</p>
            <PostButton action={exportPaths.list} hidden={{ id: newId, genre: 'cahier-de-comite', objet: meeting.id }} icon="book-open">
              Préparer le cahier
            </PostButton>
            {books.length === 0 ? null : <Items items={books.slice(0, 5).map(bookItem)} />}
          </Section>
          <Questions {...props} />
        </>
      )}
    </AgentPage>
  )
}

function bookItem(book: Export): { text: string; href: string; hint: string } {
  return {
    text: `Cahier du ${formatDay(book.askedOn)}`,
    href: exportPaths.one(book.id),
    hint: book.size === null ? EXPORT_WORDS[book.state] : `${EXPORT_WORDS[book.state]}, ${sizeWords(book.size)}`,
  }
}

function Questions({ meeting, sheets, mayWrite, typed, errors }: BookPageProps): Html {
  const error = errorsOf(errors)
  if (!mayWrite) {
    const items = sheets.map(({ row, question }) => ({
      text: titleOf(row),
      href: instructionPaths.file(row.applicationId),
      hint: question,
    }))
    return (
      <Section title="Questions à trancher" id="questions">
        <Items items={items} />
      </Section>
    )
  }
  return (
    <Section title="Questions à trancher" id="questions">
      <p class="hint">Une question est proposée pour chaque dossier. Ouvrez une ligne pour écrire la vôtre.</p>
      <Form action={exportPaths.questions(meeting.id)}>
        {sheets.map((sheet) => (
          <QuestionFold sheet={sheet} typed={typed?.[sheet.row.partId]} error={error[`question-${sheet.row.partId}`]} />
        ))}
        <Submit kind="second" icon="save">
          Enregistrer les questions
        </Submit>
      </Form>
    </Section>
  )
}

interface QuestionFoldProps {
  sheet: Sheet
  typed: string | undefined
  error: string | undefined
}

/** The question as it stands, read at a glance down hundreds of files; the box to write another is one gesture away. */
function QuestionFold({ sheet, typed, error }: QuestionFoldProps): Html {
  return (
    <Fold title={`${titleOf(sheet.row)}\u00A0: ${sheet.question}`} open={error !== undefined}>
      <TextArea
        name={`question-${sheet.row.partId}`}
        label={`Votre question sur «\u00A0${sheet.row.title || 'Sans titre'}\u00A0»`}
        hint={
          sheet.questionWritten
            ? 'Écrite par vous. Vide, elle laisse place à celle que Pilotis propose.'
            : 'Elle remplacera celle que Pilotis propose.'
        }
        readers={readersOf('agenda.question')}
        optional
        rows={2}
        maxLength={LONGEST_QUESTION}
        value={typed ?? (sheet.questionWritten ? sheet.question : '')}
        error={error}
      />
    </Fold>
  )
}

const titleOf = ({ number, title }: Sheet['row']): string => `${number}. ${title || 'Sans titre'}`
