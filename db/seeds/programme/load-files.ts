import { requiredAttachments } from '#calls/attachment-kinds.ts'
import { grantFundersReading } from '#calls/reading-store.ts'
import { parseDay } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { callIdOf } from '../demo-calls.ts'
import { applicationFields, partFields } from '../demo-fields.ts'
import type { DemoCall } from '../demo-files.data.ts'
import type { DemoWorld } from '../demo-world.ts'
import { fixedId, LENS_LIEVIN, organisationIdOf } from '../reference.ts'
import { ownMoney } from './generated-budget.ts'
import { insertRows, type Row } from './insert-rows.ts'
import { carrierFileId, receiptFileId } from './load-pieces.ts'
import { loadShape } from './load-shape.ts'
import type { PlacedFile } from './placed-file.ts'

/** What the loader knows of the call, besides what its act made. */
interface Target {
  call: DemoCall
  formVersionId: string
  /** The first number free after the files written by hand. */
  firstNumber: number
}

/** The generated files of a call as their acts would have left them on the day they were sent: one statement a table. */
export async function loadFiles(world: DemoWorld, tx: Tx, placed: readonly PlacedFile[], of: Target): Promise<void> {
  const fresh = placed.filter(({ file }) => file.action.firstYear === of.call.year)
  await insertRows(
    tx,
    'action',
    fresh.map((one) => actionRow(world, one)),
  )
  await insertRows(
    tx,
    'application',
    placed.map((one) => applicationRow(world, one, of)),
  )
  await insertRows(
    tx,
    'action_part',
    placed.map((one) => partRow(world, one)),
  )
  await loadShape(world, tx, placed)
  await insertRows(
    tx,
    'answer',
    placed.flatMap((one) => answerRows(world, one)),
  )
  await insertRows(tx, 'attachment', placed.flatMap(attachmentRows))
  await insertRows(
    tx,
    'submission',
    placed.map((one, rank) => submissionRow(one, of, rank)),
  )
  await grantFundersReading(
    tx,
    placed.map(({ applicationId }) => applicationId),
  )
}

export function actionRow(world: DemoWorld, { file, actionId, startedOn }: PlacedFile): Row {
  const { action } = file
  const organisation_id = organisationIdOf(action.carrier.siret)
  return {
    id: actionId,
    contract_id: world.contractId,
    organisation_id,
    title: action.title,
    first_year: action.firstYear,
    created_on: startedOn,
  }
}

function applicationRow(world: DemoWorld, one: PlacedFile, { call, formVersionId }: Target): Row {
  const { file, applicationId, startedOn, mandateId } = one
  return {
    id: applicationId,
    call_id: callIdOf(call),
    contract_id: world.contractId,
    organisation_id: organisationIdOf(file.action.carrier.siret),
    form_version_id: formVersionId,
    origin: 'pilotis',
    dauphin_number:
      file.asked.state === undefined || Number.parseInt(applicationId.slice(0, 2), 16) < 12
        ? null
        : dauphinNumberOf(file.action.key, call.year),
    created_on: startedOn,
    created_by: mandateId,
  }
}

/** The number that the State’s portal gave. */
export function dauphinNumberOf(key: string, year: number): string {
  return `DA6210${year % 100}${key.slice(1).padStart(4, '0')}`
}

export function orientationIdOf(code: string): string {
  return fixedId(`orientation/${LENS_LIEVIN}/${code}`)
}

function partRow(world: DemoWorld, { file, applicationId, partId, actionId }: PlacedFile): Row {
  const { action, year, renewed, asked } = file
  const fields = partFields(world, action, { year, asked })
  return {
    id: partId,
    application_id: applicationId,
    action_id: actionId,
    contract_id: world.contractId,
    organisation_id: organisationIdOf(action.carrier.siret),
    year,
    position: 1,
    renewed,
    title: action.title,
    summary: action.summary,
    orientation_id: orientationIdOf(action.orientation),
    theme_code: action.theme,
    starts_on: parseDay(fields.get('startsOn') ?? '') ?? null,
    ends_on: parseDay(fields.get('endsOn') ?? '') ?? null,
    expected_result: action.result,
    indicator: action.indicator,
    indicator_target: action.target,
  }
}

function answerRows(world: DemoWorld, { file, applicationId, partId, startedOn }: PlacedFile): Row[] {
  const { action, year, asked } = file
  const { carrier } = action
  const person = { name: carrier.personName, role: carrier.personRole, email: carrier.email }
  const own = applicationFields({ ...carrier, person }, startedOn)
  const typed = partFields(world, { ...action, others: ownMoney(file) }, { year, asked })
  const author = fixedId(`person/${carrier.email}`)
  const row = (subject_id: string, field: string, raw: string): Row => ({
    application_id: applicationId,
    subject_id,
    field,
    revision: 1,
    raw,
    author_id: author,
  })
  return [
    ...[...own].map(([field, raw]) => row(applicationId, field, raw)),
    ...[...typed].filter(([, raw]) => raw !== '').map(([field, raw]) => row(partId, field, raw)),
  ]
}

function attachmentRows({ file, applicationId, startedOn, mandateId }: PlacedFile): Row[] {
  const { carrier } = file.action
  return requiredAttachments(carrier.legalForm).map((kind) => ({
    id: fixedId(`attachment/${applicationId}/${kind}`),
    application_id: applicationId,
    kind,
    file_id: carrierFileId(carrier, kind),
    added_on: startedOn,
    added_by: mandateId,
  }))
}

function submissionRow({ applicationId, submittedOn, mandateId }: PlacedFile, { call, firstNumber }: Target, rank: number): Row {
  return {
    application_id: applicationId,
    call_id: callIdOf(call),
    number: firstNumber + rank,
    submitted_on: submittedOn,
    submitted_by: mandateId,
    framing_version: 1,
    receipt_file_id: receiptFileId(),
  }
}
