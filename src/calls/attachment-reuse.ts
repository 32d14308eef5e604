import type { LegalForm } from '#access/legal-forms.ts'
import { type AttachmentKind, missingAttachments } from './attachment-kinds.ts'

interface Given {
  applicationId: string
  kind: AttachmentKind
}

/**
 * For each expected kind that is not joined yet, the files of the latest application that has some.
 * `given` is in the order of the applications, the latest first.
 */
export function reusable<T extends Given>(legalForm: LegalForm, there: readonly AttachmentKind[], given: readonly T[]): T[] {
  return missingAttachments(legalForm, there).flatMap((kind) => {
    const files = given.filter((one) => one.kind === kind)
    return files.filter(({ applicationId }) => applicationId === files[0]?.applicationId)
  })
}
