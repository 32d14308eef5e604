import { type DraftContent, type DraftItem, itemsOfSection, rawsOf } from './completeness-of-draft.ts'
import { fieldsOfSection } from './form-fields.ts'
import type { FormSection } from './form-version.ts'

export type StepState = 'todo' | 'started' | 'done' | 'error'

export interface DraftStep {
  section: FormSection
  subjectId: string
  state: StepState
  /** What is wrong, not what is only missing. */
  errors: number
  /** What keeps this page from being complete: those of draftItems, so that every count agrees. */
  left: number
}

/** Where each page of a draft stands: those of the application, then those of one part. */
export function draftSteps(content: DraftContent, partId: string): DraftStep[] {
  return content.form.sections.map((section) => stepOf(content, section, section.subject === 'part' ? partId : content.applicationId))
}

function stepOf(content: DraftContent, section: FormSection, subjectId: string): DraftStep {
  const items = itemsOfSection(content, section, subjectId)
  const errors = items.filter(isWrong).length
  const begun = isBegun(content, section, subjectId)
  return { section, subjectId, left: items.length, errors: begun ? errors : 0, state: stateOf({ items, errors, begun }) }
}

function stateOf({ items, errors, begun }: { items: readonly DraftItem[]; errors: number; begun: boolean }): StepState {
  if (items.length === 0) return 'done'
  if (!begun) return 'todo'
  return errors > 0 ? 'error' : 'started'
}

export function isWrong(item: DraftItem): boolean {
  return item.nature !== 'missing'
}

function isBegun(content: DraftContent, section: FormSection, subjectId: string): boolean {
  const raws = rawsOf(content, subjectId)
  return fieldsOfSection(section, content.choices).some(({ field }) => (raws.get(field) ?? '').trim() !== '')
}

/** What comes after a section: the next of the same part; undefined after the last. */
export function nextStep(steps: readonly DraftStep[], sectionKey: string): DraftStep | undefined {
  const index = steps.findIndex(({ section }) => section.key === sectionKey)
  return index === -1 ? undefined : steps[index + 1]
}
