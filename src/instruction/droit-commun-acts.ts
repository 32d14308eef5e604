import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type AnswerRefusal, refuseAnswer } from './droit-commun-answer-check.ts'
import {
  applicationOf,
  grantOwners,
  insertOverride,
  insertTries,
  insertTryAnswer,
  type LockedTry,
  lockMyTries,
  type NewTryAnswer,
} from './droit-commun-asking-store.ts'
import { triesAskedMail } from './droit-commun-mail.document.ts'
import type { TryOutcome } from './droit-commun-route.ts'
import { listTried, type TriedRow } from './droit-commun-try-store.ts'
import { type AskedPart, listAskableParts, listOfficerAddresses } from './opinion-asking-store.ts'
import { type DueDayFlaw, dueDayFlaw } from './piece-deadline.ts'

export interface TryInput {
  contractId: string
  partIds: readonly string[]
  /** Of each part, the lines to try; every line that fits when undefined. */
  lineIds?: readonly string[] | undefined
  dueOn: Day
  publicUrl: string
}

export interface Tried {
  asked: number
  parts: number
  /** Lines that had been asked before: left as they were. */
  alreadyAsked: number
  /** Parts that no line fits. */
  without: number
}

export type TryRefusal = 'no-part' | 'no-line' | DueDayFlaw

/** Asks the owners of the lines that fit parts, all or nothing, and lets them read the files (PRJ-07, ENG-02). */
export async function tryLines(db: Db, by: Mandate, input: TryInput, today: Day): Promise<Result<Tried, TryRefusal>> {
  return db.transaction(async (tx) => {
    const parts = await listAskableParts(tx, by.scope, input)
    if (parts.length !== new Set(input.partIds).size) throw new NotFound()
    const flaw = dueDayFlaw(input.dueOn, today)
    const reasons: TryRefusal[] = [
      ...(parts.length === 0 ? (['no-part'] as const) : []),
      ...(input.lineIds?.length === 0 ? (['no-line'] as const) : []),
      ...(flaw ? [flaw] : []),
    ]
    if (reasons.length > 0) return refused(...reasons)
    const fitting = await listTried(tx, by.scope, { partIds: input.partIds, today })
    const wanted = input.lineIds === undefined ? fitting : fitting.filter(({ lineId }) => input.lineIds?.includes(lineId))
    if (input.lineIds && new Set(wanted.map(({ lineId }) => lineId)).size !== new Set(input.lineIds).size) throw new NotFound()
    const asked = await askOwners(tx, by, { ...input, parts, wanted }, today)
    const without = parts.filter(({ partId }) => fitting.every((line) => line.partId !== partId)).length
    const askedParts = new Set(asked.map(({ partId }) => partId)).size
    return done({ asked: asked.length, parts: askedParts, alreadyAsked: wanted.length - asked.length, without })
  })
}

interface Asking extends TryInput {
  parts: readonly AskedPart[]
  wanted: readonly TriedRow[]
}

async function askOwners(tx: Tx, by: Mandate, asking: Asking, today: Day): Promise<TriedRow[]> {
  const partOf = new Map(asking.parts.map((part) => [part.partId, part]))
  const tries = asking.wanted.flatMap(({ partId, lineId, tryId }) => {
    const part = partOf.get(partId)
    return part && tryId === null ? [{ partId, lineId, applicationId: part.applicationId }] : []
  })
  const made = new Set(
    (await insertTries(tx, tries, { on: today, dueOn: asking.dueOn, by: by.id })).map(({ partId, lineId }) => `${partId}/${lineId}`),
  )
  const asked = asking.wanted.filter(({ partId, lineId }) => made.has(`${partId}/${lineId}`))
  await grantOwners(tx, subjectsOf(asked, partOf))
  for (const [partId, lines] of Map.groupBy(asked, (line) => line.partId)) {
    const lineIds = lines.map(({ lineId }) => lineId)
    await record(tx, by, 'droit-commun.tried', partOf.get(partId)?.applicationId ?? null, { partId, lineIds, dueOn: asking.dueOn })
  }
  await tellOwners(tx, asked, { ...asking, partOf }, today)
  return asked
}

function subjectsOf(asked: readonly TriedRow[], partOf: ReadonlyMap<string, AskedPart>): { subjectId: string; organisationId: string }[] {
  return asked.flatMap(({ partId, ownerId }) => {
    const part = partOf.get(partId)
    return part ? [part.applicationId, part.actionId].map((subjectId) => ({ subjectId, organisationId: ownerId })) : []
  })
}

/** One mail a person, without the files of an organisation to which that person has declared a tie. */
async function tellOwners(
  tx: Tx,
  asked: readonly TriedRow[],
  of: Asking & { partOf: ReadonlyMap<string, AskedPart> },
  today: Day,
): Promise<void> {
  const byOwner = Map.groupBy(asked, ({ ownerId }) => ownerId)
  const addresses = await listOfficerAddresses(tx, { contractId: of.contractId, organisationIds: [...byOwner.keys()], on: today })
  for (const { organisationId, email, interests } of addresses) {
    const parts = (byOwner.get(organisationId) ?? []).flatMap(({ partId }) => of.partOf.get(partId) ?? [])
    const titles = new Set(parts.filter((part) => !interests.includes(part.organisationId)).map(partWords))
    if (titles.size > 0) await queueMail(tx, triesAskedMail({ to: email, titles: [...titles], dueOn: of.dueOn, publicUrl: of.publicUrl }))
  }
}

function partWords({ number, title, organisationName }: AskedPart): string {
  return `${number === null ? '' : `n°\u00A0${number}, `}${title} (${organisationName})`
}

export interface AnswerInput extends Omit<NewTryAnswer, 'outcome'> {
  outcome: TryOutcome | undefined
}

/** A refusal with the line it is about: « tryId:code ». */
export type RefusedAnswer = `${string}:${AnswerRefusal}`

/** The owner of lines answers for several parts at once, all or nothing. A change of mind is a new row. Answers how many were kept. */
export async function answerTries(
  db: Db,
  by: Mandate,
  input: { answers: readonly AnswerInput[] },
  today: Day,
): Promise<Result<number, RefusedAnswer>> {
  return db.transaction(async (tx) => {
    const locked = new Map(
      (
        await lockMyTries(
          tx,
          by.scope,
          input.answers.map(({ tryId }) => tryId),
        )
      ).map((one) => [one.id, one]),
    )
    if (input.answers.some(({ tryId }) => !locked.has(tryId))) throw new NotFound()
    const reasons = input.answers.flatMap((answer) => refuseAnswer(answer).map((code): RefusedAnswer => `${answer.tryId}:${code}`))
    if (reasons.length > 0) return refused(...reasons)
    for (const answer of input.answers) await keepAnswer(tx, by, { answer, locked: locked.get(answer.tryId) }, today)
    return done(input.answers.length)
  })
}

async function keepAnswer(tx: Tx, by: Mandate, of: { answer: AnswerInput; locked: LockedTry | undefined }, today: Day): Promise<void> {
  const { answer, locked } = of
  if (answer.outcome === undefined || !locked) throw new Error('a refused answer is not kept')
  if (locked.answers.includes(answer.id)) return
  if ((await insertTryAnswer(tx, { ...answer, outcome: answer.outcome }, { on: today, by: by.id })) === 0) throw new NotFound()
  const { tryId, outcome, amount } = answer
  await record(tx, by, 'droit-commun.answered', locked.applicationId, { tryId, partId: locked.partId, outcome, amountCents: amount })
}

export interface OverrideInput {
  id: string
  contractId: string
  partId: string
  reason: string
}

/** Opens the specific route before every line has answered, for a reason that stays in the file. Sent twice, it is opened once. */
export async function overrideRoute(db: Db, by: Mandate, input: OverrideInput, today: Day): Promise<Result<undefined, 'reason-missing'>> {
  return db.transaction(async (tx) => {
    const [part] = await listAskableParts(tx, by.scope, { contractId: input.contractId, partIds: [input.partId] })
    if (!part) throw new NotFound()
    const reason = input.reason.trim()
    if (reason === '') return refused('reason-missing')
    const granted = { id: input.id, partId: part.partId, applicationId: part.applicationId, reason, on: today, by: by.id }
    if ((await insertOverride(tx, granted)) > 0) {
      await record(tx, by, 'droit-commun.overridden', part.applicationId, { partId: part.partId, reason })
    }
    return done(undefined)
  })
}

/** The same, for a caller that holds the part under its own scope and whose own reason opens the route. */
export async function keepOverride(tx: Tx, by: Mandate, of: { partId: string; reason: string }, today: Day): Promise<void> {
  const applicationId = await applicationOf(tx, of.partId)
  const granted = { id: newId(), partId: of.partId, applicationId, reason: of.reason, on: today, by: by.id }
  if ((await insertOverride(tx, granted)) === 0) return
  await record(tx, by, 'droit-commun.overridden', applicationId, { partId: of.partId, reason: of.reason })
}
