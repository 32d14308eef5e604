import { ATTACHMENT_NAMES } from '#calls/attachment-kinds.ts'
import type { Attachment } from '#calls/attachment-store.ts'
import { submissionPaths } from '#calls/submission-paths.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type Item, Items } from '#platform/kit/Items.tsx'
import { Box } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatEuros, sumCents } from '#platform/money.ts'
import type { Piece } from './completeness-store.ts'
import { fileListHref } from './file-list-query.ts'
import type { FileView } from './file-view-store.ts'
import { instructionPaths } from './paths.ts'
import { type PieceState, pieceState, pieceStateWords } from './piece-deadline.ts'

/** The pieces that were asked, then all those that came. */
export function FilePieces({ view, today }: { view: FileView; today: Day }): Html {
  return (
    <Section title="Pièces" id="pieces">
      {view.pieces.length === 0 ? null : (
        <Items
          items={view.pieces.map((piece) => ({
            text: <b>{piece.label}</b>,
            hint: askedWords(piece),
            end: <PieceBadge piece={piece} today={today} />,
          }))}
        />
      )}
      {view.attached.length === 0 ? (
        <p class="soft">Aucune pièce n’est jointe à ce dossier.</p>
      ) : (
        <Items
          items={view.attached.map((file) => ({
            text: file.name,
            href: submissionPaths.attachment(view.file.id, file.id),
            hint: `${ATTACHMENT_NAMES[file.kind]}, jointe le ${formatDayShort(file.addedOn)}`,
            end: sizeWords(file),
          }))}
        />
      )}
    </Section>
  )
}

function askedWords({ reason, askedOn, dueOn }: Piece): string {
  return `Demandée le ${formatDayShort(askedOn)} pour le ${formatDayShort(dueOn)}${reason === '' ? '' : `\u00A0: ${reason}`}`
}

const PIECE_LOOKS = {
  received: { state: 'success', icon: 'circle-check' },
  waiting: { icon: 'hourglass' },
  late: { state: 'error', icon: 'clock-alert' },
} as const satisfies Record<PieceState['state'], object>

export function PieceBadge({ piece, today }: { piece: Piece; today: Day }): Html {
  const state = pieceState(piece, today)
  return <Badge plain word={pieceStateWords(state)} {...PIECE_LOOKS[state.state]} />
}

/** « PDF, 210 ko ». */
export function sizeWords({ fileKind, size: bytes }: Pick<Attachment, 'fileKind' | 'size'>): string {
  const size =
    bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}\u00A0Mo` : `${Math.max(1, Math.round(bytes / 1000))}\u00A0ko`
  return `${fileKind.toUpperCase()}, ${size}`
}

const SHOWN_BESIDE = 3

export function AttachedBox({ view }: { view: FileView }): Html | null {
  if (view.attached.length === 0) return null
  return (
    <Box title="Pièces" tint>
      <ul class="stack tight">
        {view.attached.slice(0, SHOWN_BESIDE).map((file) => (
          <li>
            <a href={submissionPaths.attachment(view.file.id, file.id)}>{file.name}</a> <span class="soft">{sizeWords(file)}</span>
          </li>
        ))}
      </ul>
      {view.attached.length > SHOWN_BESIDE ? (
        <p>
          <a href="#pieces">{`Les ${view.attached.length} pièces`}</a>
        </p>
      ) : null}
    </Box>
  )
}

const SIBLINGS_SHOWN = 5

/** What else the same organisation asks this year. */
export function SiblingsBox({ view }: { view: FileView }): Html | null {
  const { siblings, file } = view
  if (siblings.length === 0) return null
  const asked = sumCents(siblings.filter(({ state }) => state !== 'withdrawn').map((sibling) => sibling.asked))
  return (
    <Box title={`Même porteur en ${file.year}`} tint>
      <Items items={siblings.slice(0, SIBLINGS_SHOWN).map(siblingItem)} />
      <p class="hint">{`${formatEuros(asked)} demandés en tout dans ses autres dossiers.`}</p>
      {siblings.length > SIBLINGS_SHOWN ? (
        <p>
          <a
            href={fileListHref(instructionPaths.files, {}, { call: file.callCode, text: file.organisationName })}
          >{`Ses ${siblings.length + 1} dossiers`}</a>
        </p>
      ) : null}
    </Box>
  )
}

function siblingItem({ id, title, submissionNumber, asked, state }: FileView['siblings'][number]): Item {
  const details = [...(submissionNumber === null ? [] : [`n°\u00A0${submissionNumber}`]), ...(state === 'withdrawn' ? ['retiré'] : [])]
  return {
    text: title || 'Sans titre',
    href: instructionPaths.file(id),
    hint: details.join(', '),
    end: <span data-step="asked">{formatEuros(asked)}</span>,
  }
}
