import { LEGAL_FORMS, type LegalForm } from '#access/legal-forms.ts'
import type { Mandate } from '#access/mandate.ts'
import { isFictitiousSiret } from '#access/organisation-details.ts'
import { insertOrganisation } from '#access/organisation-store.ts'
import type { Day } from '#platform/day.ts'
import { parseDay } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import type { Call } from './call-store.ts'
import { plainWords } from './dauphin-columns.ts'
import type { LineDiff } from './dauphin-diff.ts'
import { insertLines } from './dauphin-line-store.ts'
import { insertFiles, insertRequests, insertTerritories, type NewFile, type NewRequest, nextSubmissionNumber } from './dauphin-new-store.ts'
import { listQpvShares } from './dauphin-qpv-shares.ts'
import type { DauphinLine } from './dauphin-rows.ts'
import { type KnownAction, listKnownActions, listOrganisationIds } from './dauphin-store.ts'

/** By Dauphin number, where its lines go. */
export type MadeFiles = ReadonlyMap<string, { applicationId: string; partId: string }>

/** Makes the files whose number is new in the call: organisation if need be, application, action, part, budget, submission. */
export async function insertNewFiles(tx: Tx, by: Mandate, of: { call: Call; lines: readonly LineDiff[] }, today: Day): Promise<MadeFiles> {
  const firsts = firstLines(of.lines)
  if (firsts.length === 0) return new Map()
  const { call } = of
  const organisations = await organisationIds(tx, by, firsts)
  const organisationIdList = [...organisations.values()]
  const actions = await listKnownActions(tx, { contractId: call.contractId, organisationIds: organisationIdList })
  const start = await nextSubmissionNumber(tx, call.id)
  const taken = new Set<string>()
  const files = firsts.map((line, index): NewFile => {
    const organisationId = organisations.get(line.content.siret ?? '') ?? ''
    return fileOf(line, { organisationId, submissionNumber: start + index, action: takeAction(actions, { line, organisationId, taken }) })
  })
  await insertFiles(tx, {
    callId: call.id,
    contractId: call.contractId,
    formVersionId: call.formVersionId,
    framingVersion: call.framingVersion ?? 1,
    year: call.year,
    today,
    by: by.id,
    files,
  })
  const shares = firsts.flatMap((line, index) =>
    listQpvShares(line.content.qpvs ?? '').map((share) => ({ partId: files[index]?.partId ?? '', ...share })),
  )
  if (shares.length > 0) await insertTerritories(tx, shares)
  for (const { applicationId, number, submissionNumber } of files) {
    await record(tx, by, 'application.imported', applicationId, { number, submissionNumber })
  }
  return new Map(files.map((file) => [file.number, file]))
}

function firstLines(lines: readonly LineDiff[]): DauphinLine[] {
  const byNumber = new Map<string, DauphinLine>()
  for (const { line, held } of lines) if (!held && !byNumber.has(line.number)) byNumber.set(line.number, line)
  return [...byNumber.values()]
}

/** The organisations of the lines, by SIRET; those not yet known are made. */
async function organisationIds(tx: Tx, by: Mandate, lines: readonly DauphinLine[]): Promise<Map<string, string>> {
  const ids = await listOrganisationIds(
    tx,
    lines.map(({ content }) => content.siret ?? ''),
  )
  for (const { content } of lines) {
    const siret = content.siret ?? ''
    if (ids.has(siret)) continue
    const id = newId()
    const legalForm = legalFormOf(content.thirdPartyKind)
    await insertOrganisation(tx, { id, siret, name: content.organisationName ?? siret, legalForm, fictitious: isFictitiousSiret(siret) })
    await record(tx, by, 'organisation.created', id, { siret, from: 'dauphin' })
    ids.set(siret, id)
  }
  return ids
}

function legalFormOf(kind: string | undefined): LegalForm {
  const form = LEGAL_FORMS.find((one) => one === kind)
  if (!form) throw new Error(`a good line has a legal form: ${kind}`)
  return form
}

/** A renewal goes on with the action of the same title; anything else is a new one. */
function takeAction(
  actions: readonly KnownAction[],
  { line, organisationId, taken }: { line: DauphinLine; organisationId: string; taken: Set<string> },
): string | undefined {
  if (line.content.frequency !== 'renewed') return undefined
  const title = plainWords(line.content.title ?? '')
  const found = actions.find((one) => one.organisationId === organisationId && plainWords(one.title) === title && !taken.has(one.id))
  if (found) taken.add(found.id)
  return found?.id
}

function fileOf(
  { number, content }: DauphinLine,
  given: { organisationId: string; submissionNumber: number; action: string | undefined },
): NewFile {
  return {
    applicationId: newId(),
    actionId: given.action ?? newId(),
    partId: newId(),
    budgetId: newId(),
    organisationId: given.organisationId,
    number,
    submissionNumber: given.submissionNumber,
    newAction: given.action === undefined,
    renewed: content.frequency === 'renewed',
    title: content.title ?? '',
    summary: content.summary ?? '',
    theme: content.theme ?? null,
    startsOn: parseDay(content.startsOn ?? '') ?? null,
    endsOn: parseDay(content.endsOn ?? '') ?? null,
    totalCents: content.totalCost === undefined ? null : Number(content.totalCost),
  }
}

/** Keeps the lines seen for the first time, with the request of each funder of the contract. Answers the files that they concern. */
export async function insertNewLines(
  tx: Tx,
  of: { callId: string; importId: string; lines: readonly LineDiff[]; made: MadeFiles },
): Promise<string[]> {
  const requests: NewRequest[] = []
  const lines = of.lines
    .filter(({ known }) => known === undefined)
    .map(({ line, held }) => {
      const { applicationId = '', partId = '' } = held ?? of.made.get(line.number) ?? {}
      const there = held?.requests.find(({ funderId }) => funderId === line.funderId)
      const requestId = line.funderId === null ? null : (there?.id ?? newId())
      if (line.funderId !== null && requestId !== null && !there) {
        requests.push({ id: requestId, partId, applicationId, funderId: line.funderId, askedCents: Number(line.content.asked ?? 0) })
      }
      const content = { columns: line.content, others: line.others }
      return { id: newId(), number: line.number, funderLine: line.funderLine, content, applicationId, partId, requestId }
    })
  if (requests.length > 0) await insertRequests(tx, requests)
  if (lines.length > 0) await insertLines(tx, { callId: of.callId, importId: of.importId, lines })
  return [...new Set(lines.map(({ applicationId }) => applicationId))]
}
