import { addAttachment } from '#calls/attachment-acts.ts'
import { ATTACHMENT_NAMES, type AttachmentKind, requiredAttachments } from '#calls/attachment-kinds.ts'
import type { Day } from '#platform/day.ts'
import { storeFile } from '#platform/file-store.ts'
import { applicationIdOf, organisationOf } from './demo-applications.ts'
import type { DemoFile } from './demo-files.data.ts'
import { blankPdf } from './demo-pdf.ts'
import { accomplished, type DemoWorld, mandateOf } from './demo-world.ts'
import { fixedId } from './reference.ts'

/** Joins the pieces that the organisation's legal form must join; a draft has only some of them, or none. */
export async function attachPieces(world: DemoWorld, file: DemoFile, of: { year: number; on: Day }): Promise<void> {
  const organisation = organisationOf(file)
  const required = requiredAttachments(organisation.legalForm)
  for (const kind of file.draft ? piecesOfDraft(file) : required) {
    const stored = accomplished(await storeFile(world.filesFolder, { name: `${kind}.pdf`, content: pieceContent(kind) }), `keep ${kind}`)
    const input = {
      id: fixedId(`attachment/${file.key}/${of.year}/${kind}`),
      applicationId: applicationIdOf(file.key, of.year),
      kind,
      file: stored,
      name: `${FILE_NAMES[kind] ?? kind}-${organisation.key}.pdf`,
    }
    accomplished(await addAttachment(world.db, mandateOf(world, organisation.key), input, of.on), `join ${kind} to ${file.key}`)
  }
}

/** The same page for all: it says what it stands for, and that it is fictitious. */
export function pieceContent(kind: AttachmentKind): Uint8Array {
  return blankPdf(['Pièce fictive de la démonstration', ATTACHMENT_NAMES[kind]])
}

function piecesOfDraft(file: DemoFile): AttachmentKind[] {
  return file.draft === 'budget-to-correct' ? ['statutes', 'bank-details'] : []
}

const FILE_NAMES: Partial<Record<AttachmentKind, string>> = {
  statutes: 'statuts',
  officers: 'dirigeants',
  'bank-details': 'rib',
  accounts: 'comptes',
  'activity-report': 'rapport-activite',
}
