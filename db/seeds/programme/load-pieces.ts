import { ATTACHMENT_KINDS, ATTACHMENT_NAMES, type AttachmentKind, requiredAttachments } from '#calls/attachment-kinds.ts'
import type { Tx } from '#platform/db.ts'
import { storeFile } from '#platform/file-store.ts'
import { pieceContent } from '../demo-attachments.ts'
import { blankPdf } from '../demo-pdf.ts'
import { accomplished } from '../demo-world.ts'
import { fixedId } from '../reference.ts'
import { CARRIERS, type Carrier } from './carriers.ts'
import { insertRows } from './insert-rows.ts'

export function carrierFileId({ key }: Pick<Carrier, 'key'>, kind: AttachmentKind): string {
  return fixedId(`stored-file/${key}/${kind}`)
}

/** Receipts and letters are composed for the files written by hand only: nine hundred would cost minutes, and say nothing more. */
export function receiptFileId(): string {
  return fixedId('stored-file/receipt')
}

export function letterFileId(kind: 'award' | 'refusal'): string {
  return fixedId(`stored-file/letter/${kind}`)
}

export function opinionEmailFileId(): string {
  return fixedId('stored-file/opinion-email')
}

const PRODUCED: readonly (readonly [id: string, name: string, text: string])[] = [
  [receiptFileId(), 'recepisse.pdf', 'Récépissé de dépôt, non composé pour ce dossier de la démonstration'],
  [letterFileId('award'), 'notification-attribution.pdf', 'Courrier d’attribution, non composé pour ce dossier de la démonstration'],
  [letterFileId('refusal'), 'notification-refus.pdf', 'Courrier de refus, non composé pour ce dossier de la démonstration'],
  [opinionEmailFileId(), 'avis-du-departement.pdf', 'Courriel fictif de la démonstration : quarante avis en une fois'],
]

/** One content for each kind of piece, under the name of each carrier: they say what they stand for, and that they are fictitious. */
export async function loadPieces(tx: Tx, filesFolder: string): Promise<void> {
  const stored = new Map<AttachmentKind, { hash: string; size: number }>()
  for (const kind of ATTACHMENT_KINDS) {
    stored.set(kind, accomplished(await storeFile(filesFolder, { name: `${kind}.pdf`, content: pieceContent(kind) }), `keep ${kind}`))
  }
  await insertRows(
    tx,
    'stored_file',
    CARRIERS.flatMap((carrier) =>
      requiredAttachments(carrier.legalForm).map((kind) => ({
        id: carrierFileId(carrier, kind),
        hash: stored.get(kind)?.hash,
        size_bytes: stored.get(kind)?.size,
        kind: 'pdf',
        name: `${ATTACHMENT_NAMES[kind]} - ${carrier.name}.pdf`,
      })),
    ),
  )
  for (const [id, name, text] of PRODUCED) {
    const content = blankPdf(['Pièce fictive de la démonstration', text])
    const { hash, size } = accomplished(await storeFile(filesFolder, { name, content }), `keep ${name}`)
    await insertRows(tx, 'stored_file', [{ id, hash, size_bytes: size, kind: 'pdf', name }])
  }
}
