import { readersOf } from '#access/field-readers.ts'
import type { Application } from '#calls/application-store.ts'
import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import { ACCEPTED_EXTENSIONS } from '#platform/file-kinds.ts'
import { LARGEST_FILE } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { FileField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { Piece } from './completeness-store.ts'
import { PieceBadge } from './FilePieces.tsx'
import { instructionPaths } from './paths.ts'

export interface AskedPiecesPageProps {
  frame: Frame
  file: Application
  pieces: readonly Piece[]
  today: Day
  /** The piece whose file was refused, and why. */
  refused?: { pieceId: string | undefined; message: string } | undefined
}

const MEGABYTES = LARGEST_FILE / 1024 / 1024

/** What is still missing, in plain words, for who asks. */
export function AskedPiecesPage(props: AskedPiecesPageProps): Html {
  const { frame, file, pieces, refused } = props
  const waiting = pieces.filter(({ answeredOn }) => answeredOn === null)
  const received = pieces.filter(({ answeredOn }) => answeredOn !== null)
  const target = refused && (waiting.find(({ id }) => id === refused.pieceId) ?? waiting[0])
  return (
    <PublicPage
      frame={frame}
      narrow
      title="Pièces demandées"
      crumbs={[
        { label: 'Mes demandes', href: '/demandes' },
        { label: file.title || 'Sans titre', href: `/demandes/${file.id}` },
        { label: 'Pièces demandées' },
      ]}
      lead={leadOf(waiting.length, pieces.length)}
      errors={refused && target ? [{ field: fieldName(target), message: refused.message }] : []}
    >
      {pieces.length === 0 ? <h2 class="vh">Pièces</h2> : null}
      {pieces.length === 0 ? (
        <Empty title="Rien ne manque">Si une pièce vous est demandée, vous recevrez un courriel et elle apparaîtra ici.</Empty>
      ) : null}
      {waiting.map((piece) => (
        <WaitingPiece {...props} piece={piece} error={piece.id === target?.id ? refused?.message : undefined} />
      ))}
      {received.length === 0 ? null : (
        <Section title="Pièces reçues" id="recues">
          <Items
            items={received.map((piece) => ({
              text: <b>{piece.label}</b>,
              hint: `${piece.fileName ?? ''}, déposée le ${piece.answeredOn ? formatDayShort(piece.answeredOn) : ''}`,
              end: <PieceBadge piece={piece} today={props.today} />,
            }))}
          />
        </Section>
      )}
    </PublicPage>
  )
}

function leadOf(waiting: number, asked: number): string | undefined {
  if (asked === 0) return undefined
  if (waiting === 0) return 'Tout ce qui vous était demandé est arrivé. Merci.'
  return waiting === 1 ? 'Il manque une pièce à votre demande.' : `Il manque ${waiting} pièces à votre demande.`
}

/** One file field a piece: each name is its own, so that the summary of errors leads to the right one. */
export function fieldName({ id }: Pick<Piece, 'id'>): string {
  return `fichier-${id.slice(-12)}`
}

function WaitingPiece({ file, piece, today, error }: AskedPiecesPageProps & { piece: Piece; error: string | undefined }): Html {
  return (
    <Section title={piece.label} id={`piece-${piece.id}`} action={<PieceBadge piece={piece} today={today} />}>
      <p>{`Attendue pour le ${formatDay(piece.dueOn)}.`}</p>
      {piece.reason === '' ? null : <p>{piece.reason}</p>}
      <Form
        class="stack"
        action={instructionPaths.askedPiece(file.id, piece.id)}
        id={newId()}
        multipart
        label={`Déposer\u00A0: ${piece.label}`}
      >
        <FileField
          name={fieldName(piece)}
          label="Votre fichier"
          hint={`${MEGABYTES}\u00A0Mo au plus, en PDF, texte, tableur ou image.`}
          accept={ACCEPTED_EXTENSIONS}
          error={error}
          readers={readersOf('application.piece')}
        />
        <div class="row">
          <Submit icon="upload">Déposer cette pièce</Submit>
        </div>
      </Form>
    </Section>
  )
}
