import { type BankAccount, getOrganisation, listBankAccounts, type Organisation } from '#access/organisation-store.ts'
import type { Scope } from '#access/scope.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type ApplicationFile, findApplication } from './application-store.ts'
import type { DraftContent } from './completeness-of-draft.ts'
import { getDraftContent } from './draft-content-store.ts'
import { isClosedDraft } from './draft-period.ts'
import type { FormSection } from './form-version.ts'
import { findPreviousPart, type Part } from './part-store.ts'
import { rawsOfPart } from './raws-of-part.ts'

/** What was asked for the same action the last time, as it was typed. */
export interface LastYearOfPart {
  year: number
  raws: ReadonlyMap<string, string>
}

/** One page of a draft, with all that it shows. */
export interface SectionView {
  file: ApplicationFile
  content: DraftContent
  section: FormSection
  subjectId: string
  /** The part of the page; on a page of the application, its first one. */
  part: Part
  lastYear: LastYearOfPart | undefined
  organisation: Organisation
  bankAccount: BankAccount | undefined
  /** Nothing on it is saved any more. */
  closed: boolean
}

export interface SectionAddress {
  applicationId: string
  partId?: string | undefined
  section: string
  today: Day
}

/** A page of a draft; undefined when the application, its part or the section is not there or not visible. */
export async function findSection(db: Db, scope: Scope, at: SectionAddress): Promise<SectionView | undefined> {
  const file = await findApplication(db, scope, at.applicationId)
  const part = at.partId === undefined ? file?.parts[0] : file?.parts.find(({ id }) => id === at.partId)
  if (!file || !part) return undefined
  const content = await getDraftContent(db, file, at.today)
  const subject = at.partId === undefined ? 'application' : 'part'
  const section = content.form.sections.find((each) => each.key === at.section && each.subject === subject)
  if (!section) return undefined
  const previous = await findPreviousPart(db, scope, { actionId: part.actionId, before: part.year })
  const [bankAccount] = await listBankAccounts(db, file.organisationId)
  return {
    file,
    content,
    section,
    subjectId: at.partId ?? file.id,
    part,
    lastYear: previous && { year: previous.year, raws: rawsOfPart(previous) },
    organisation: await getOrganisation(db, file.organisationId),
    bankAccount,
    closed: isClosedDraft(file, at.today),
  }
}
