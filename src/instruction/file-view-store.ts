import type { Mandate } from '#access/mandate.ts'
import type { Application } from '#calls/application-store.ts'
import { type ApplicationFile, findApplication, listApplications } from '#calls/application-store.ts'
import { type Attachment, listAttachments } from '#calls/attachment-store.ts'
import { getFormVersion } from '#calls/call-store.ts'
import { getFormChoices } from '#calls/form-choices-store.ts'
import type { FormChoices } from '#calls/form-fields.ts'
import type { FormDefinition } from '#calls/form-version.ts'
import { findPreviousPart, type Part } from '#calls/part-store.ts'
import { asksTheState } from '#calls/submission-file-store.ts'
import { type ContractQpv, listContractQpvs, listOrientations, type Orientation } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type CompletenessState, completenessState } from './completeness-state.ts'
import { type Completeness, findCompleteness, listPieces, type Piece } from './completeness-store.ts'
import { type HistoryRow, listHistory } from './history-store.ts'
import { listMyOpinions, type MyOpinion } from './my-opinions-store.ts'
import { isAwaited } from './opinion-state.ts'
import { holdsEnvelope, listOpinions, listReplacedOpinions, type OpinionRow, type PastOpinion } from './opinion-store.ts'

/** One action of the file, with what belongs to it. */
export interface PartView {
  part: Part
  /** The same action in its former application. */
  previous: Part | undefined
  opinions: OpinionRow[]
  /** The opinion asked of one's own organisation. */
  mine: OpinionRow | undefined
  orientation: Orientation | undefined
  communes: string[]
  /** Whether one's own organisation may propose an amount. */
  mayPropose: boolean
}

/** All that the page of a file shows. */
export interface FileView {
  file: ApplicationFile
  parts: PartView[]
  form: FormDefinition
  choices: FormChoices
  completeness: Completeness | undefined
  state: CompletenessState | 'withdrawn'
  /** Money is asked of the State. */
  toState: boolean
  pieces: Piece[]
  attached: Attachment[]
  history: HistoryRow[]
  replaced: PastOpinion[]
  /** Once one's own opinion is given: the next file that waits for one. */
  nextToGive: MyOpinion | undefined
  /** Other files of the same applicant in the same call. */
  siblings: Application[]
}

/** Loads a file that the mandate may see; undefined when it is not there, not visible, or still a draft. */
export async function findFileView(db: Db, by: Mandate, applicationId: string, today: Day): Promise<FileView | undefined> {
  const file = await findApplication(db, by.scope, applicationId)
  if (!file || (file.state === 'draft' && file.origin === 'pilotis')) return undefined
  const { scope } = by
  const completeness = await findCompleteness(db, scope, file.id)
  const pieces = await listPieces(db, scope, file.id)
  const parts = await partViews(db, by, file, today)
  const others = await listApplications(db, scope, { callId: file.callId, organisationId: file.organisationId })
  return {
    file,
    parts,
    form: (await getFormVersion(db, file.formVersionId)).definition,
    choices: await getFormChoices(db, file.contractId, today),
    completeness,
    state: file.state === 'withdrawn' ? 'withdrawn' : completenessState({ complete: completeness?.complete ?? null, pieces }, today),
    toState: await asksTheState(db, file),
    pieces,
    attached: await listAttachments(db, scope, { applicationId: file.id }),
    history: await listHistory(db, scope, file.id),
    replaced: await listReplacedOpinions(db, scope, file.id),
    nextToGive: await nextToGive(db, by, file, parts),
    siblings: others.filter(({ id }) => id !== file.id),
  }
}

async function nextToGive(db: Db, by: Mandate, file: ApplicationFile, parts: readonly PartView[]): Promise<MyOpinion | undefined> {
  if (!parts.some(({ mine }) => mine && mine.kind !== null)) return undefined
  return (await listMyOpinions(db, by.scope, file.contractId)).find(isAwaited)
}

async function partViews(db: Db, by: Mandate, file: ApplicationFile, today: Day): Promise<PartView[]> {
  const opinions = await listOpinions(
    db,
    by.scope,
    file.parts.map(({ id }) => id),
  )
  const orientations = await listOrientations(db, file.contractId, today)
  const qpvs = await listContractQpvs(db, file.contractId)
  const hasEnvelope = await holdsEnvelope(db, { organisationId: by.organisationId, contractId: file.contractId, year: file.year })
  const views: PartView[] = []
  for (const part of file.parts) {
    const own = opinions.filter(({ partId }) => partId === part.id)
    views.push({
      part,
      previous: part.renewed ? await findPreviousPart(db, by.scope, { actionId: part.actionId, before: part.year }) : undefined,
      opinions: own,
      mine: own.find(({ organisationId }) => organisationId === by.organisationId),
      orientation: orientations.find(({ id }) => id === part.orientationId),
      communes: communesOf(part, qpvs),
      mayPropose: hasEnvelope || part.requests.some(({ funderId, asked }) => funderId === by.organisationId && asked > 0),
    })
  }
  return views
}

function communesOf(part: Part, qpvs: readonly ContractQpv[]): string[] {
  const declared = new Set(part.territories.map(({ qpvId }) => qpvId))
  return [...new Set(qpvs.filter(({ id }) => declared.has(id)).flatMap(({ communes }) => communes.map(({ name }) => name)))]
}

/** The opinion asked of one's own organisation that comes first: one that is missing, else one already given. */
export function opinionToGive(view: FileView, wantedRequestId?: string): PartView | undefined {
  const asked = view.state === 'withdrawn' ? [] : view.parts.filter(({ mine }) => mine !== undefined)
  return asked.find(({ mine }) => mine?.requestId === wantedRequestId) ?? asked.find(({ mine }) => mine && isAwaited(mine)) ?? asked[0]
}
