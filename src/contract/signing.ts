import type { Signing } from './document-state.ts'
import type { ContractDocument } from './document-store.ts'

/** What decides whether a document is in force, out of its signatories. Who signs without having to does not count. */
export function signingOf({
  signatories,
  announcedSignatories,
  saidSignedOn,
}: Pick<ContractDocument, 'signatories' | 'announcedSignatories' | 'saidSignedOn'>): Signing {
  const required = signatories.filter((one) => one.required)
  return {
    required: required.length,
    signed: required.filter(({ signed }) => signed).length,
    announced: announcedSignatories,
    saidSigned: saidSignedOn !== null,
  }
}
