import type { Mandate } from '#access/mandate.ts'
import { insertAttachment } from '#calls/attachment-store.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import type { StoredFile } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { refuseStatement, type StatementRefusal } from './completeness-check.ts'
import {
  type Examined,
  insertCompleteness,
  insertPieceAnswer,
  insertPieceRequest,
  listPieces,
  lockExamined,
  lockPiece,
} from './completeness-store.ts'
import { pieceAskedMail } from './mails.document.ts'
import { listPorteurAddresses } from './opinion-asking-store.ts'
import { type DueDayFlaw, dueDayFlaw } from './piece-deadline.ts'

export interface StateInput {
  /** Made by the page that drew the form: the same form sent twice makes one row. */
  id: string
  applicationId: string
  complete: boolean
  note: string
}

/** States a file complete or incomplete; the latest statement counts, the others stay. */
export async function stateCompleteness(db: Db, by: Mandate, input: StateInput, today: Day): Promise<Result<string, StatementRefusal>> {
  return db.transaction(async (tx) => {
    const file = await examined(tx, by, input.applicationId)
    const pieces = await listPieces(tx, by.scope, file.id)
    const missingPieces = pieces.filter(({ answeredOn }) => answeredOn === null).length
    const refusals = refuseStatement({ ...input, missingPieces })
    if (refusals.length > 0) return refused(...refusals)
    const made = await insertCompleteness(tx, { ...input, statedOn: today, statedBy: by.id })
    if (made > 0) await record(tx, by, 'completeness.stated', file.id, { complete: input.complete })
    return done(input.id)
  })
}

export interface AskPieceInput {
  id: string
  applicationId: string
  label: string
  reason: string
  dueOn: Day
  /** Where the program answers, for the link of the mail. */
  publicUrl: string
}

/** Asks the applicant for a missing piece, and writes to those who act for it. */
export async function askPiece(db: Db, by: Mandate, input: AskPieceInput, today: Day): Promise<Result<{ told: number }, DueDayFlaw>> {
  return db.transaction(async (tx) => {
    const file = await examined(tx, by, input.applicationId)
    const flaw = dueDayFlaw(input.dueOn, today)
    if (flaw) return refused(flaw)
    const addresses = await listPorteurAddresses(tx, file.organisationId, today)
    const made = await insertPieceRequest(tx, { ...input, askedOn: today, askedBy: by.id })
    if (made === 0) return done({ told: addresses.length })
    await record(tx, by, 'piece.asked', file.id, { pieceRequestId: input.id, label: input.label, dueOn: input.dueOn })
    for (const to of addresses) await queueMail(tx, pieceAskedMail({ ...input, to, actionTitle: file.title }))
    return done({ told: addresses.length })
  })
}

export interface AnswerPieceInput {
  /** Of the attachment: the same form sent twice makes one row. */
  id: string
  applicationId: string
  pieceRequestId: string
  /** Already written on the disk by the file store. */
  file: StoredFile & { name: string }
}

export type AnswerRefusal = 'already-answered'

/** The applicant hands in a piece that was asked. Late is accepted, and shown. */
export async function answerPiece(db: Db, by: Mandate, input: AnswerPieceInput, today: Day): Promise<Result<string, AnswerRefusal>> {
  return db.transaction(async (tx) => {
    const piece = await lockPiece(tx, by.scope, input)
    if (!piece) throw new NotFound()
    if (piece.attachmentId === input.id) return done(input.id)
    if (piece.attachmentId !== null) return refused('already-answered')
    await insertMissingPiece(tx, by, input, today)
    await insertPieceAnswer(tx, { pieceRequestId: piece.id, attachmentId: input.id, answeredOn: today, answeredBy: by.id })
    await record(tx, by, 'piece.answered', input.applicationId, { pieceRequestId: piece.id, attachmentId: input.id })
    return done(input.id)
  })
}

async function insertMissingPiece(tx: Tx, by: Mandate, { id, applicationId, file }: AnswerPieceInput, today: Day): Promise<void> {
  const fileId = newId()
  await insertStoredFile(tx, { id: fileId, ...file })
  const made = await insertAttachment(tx, { id, applicationId, kind: 'missing-piece', fileId, addedOn: today, addedBy: by.id })
  if (!made) throw new NotFound()
}

async function examined(tx: Tx, by: Mandate, applicationId: string): Promise<Examined> {
  const file = await lockExamined(tx, by.scope, applicationId)
  if (!file) throw new NotFound()
  return file
}
