import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { lockApplicationsOf, markDecided } from '#calls/decided-store.ts'
import { expectReports } from '#calls/deposit-condition-store.ts'
import { idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { type Cents, cents } from '#platform/money.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { awardFor, type Decidable, decidedOf, listDecidables, listHeld, listPartShares } from './award-store.ts'
import { lockEnvelopes } from './envelope-store.ts'
import { checkFunderAct, type FunderActFlaw } from './funder-act-rule.ts'
import { splitMovement } from './territory-split.ts'

export interface FunderActInput {
  id: string
  authority: string
  number: string
  signedOn: Day
  year: number
  lines: readonly { partId: string; envelopeId: string; cents: Cents; reason: string }[]
}

/**
 * A funder records its own act: the amounts become decided, all together or not at all, never a cent beyond an envelope.
 * The same act sent twice is recorded once. A line of 0 is a refusal: it has its letter too.
 */
export async function recordFunderAct(db: Db, by: Mandate, input: FunderActInput, today: Day): Promise<Result<string, FunderActFlaw>> {
  return db.transaction(async (tx) => {
    const envelopes = await lockEnvelopes(
      tx,
      input.lines.map(({ envelopeId }) => envelopeId),
    )
    if (await tx.maybe(Recorded)`select id from funder_act where id = ${input.id}`) return done(input.id)
    const partIds = input.lines.map(({ partId }) => partId)
    await lockApplicationsOf(tx, partIds)
    const decidables = await listDecidables(tx, by.scope, { funderId: by.organisationId, year: input.year })
    const lines = input.lines.map((line) => ({ ...line, known: decidableOf(decidables, line) }))
    const flaws = checkFunderAct({ signedOn: input.signedOn, funderId: by.organisationId, lines: lines.map(toActLine) }, envelopes, today)
    if (await numberUsed(tx, by.organisationId, input.number)) flaws.push('number-used')
    if (flaws.length > 0) return refused(...flaws)
    // Two acts on different envelopes do not wait for each other: the number is taken here, or was a moment ago.
    const taken = await tx.run`
      insert into funder_act (id, funder_id, authority, number, signed_on, recorded_on, recorded_by)
      values (${input.id}, ${by.organisationId}, ${input.authority}, ${input.number}, ${input.signedOn}, ${today}, ${by.id})
      on conflict do nothing`
    if (taken === 0) return refused('number-used')
    for (const line of lines) if (line.known) await decide(tx, by, { actId: input.id, ...line, known: line.known }, today)
    await markDecided(tx, partIds, today)
    const decided = lines.map(({ partId, envelopeId, cents: amount }) => ({ partId, envelopeId, amountCents: amount }))
    await record(tx, by, 'funder-act.recorded', input.id, { number: input.number, signedOn: input.signedOn, decided })
    return done(input.id)
  })
}

type Line = FunderActInput['lines'][number] & { known: Decidable | undefined }

function decidableOf(decidables: readonly Decidable[], line: { partId: string; envelopeId: string }): Decidable | undefined {
  return decidables.find(({ partId, envelopeId, withdrawn }) => partId === line.partId && envelopeId === line.envelopeId && !withdrawn)
}

/** An award named twice in one act is decided once: the second line is refused. */
function toActLine(line: Line, rank: number, lines: readonly Line[]): Parameters<typeof checkFunderAct>[0]['lines'][number] {
  const first = lines.findIndex(({ known, envelopeId }) => known?.actionId === line.known?.actionId && envelopeId === line.envelopeId)
  return {
    envelopeId: line.known?.envelopeId ?? '',
    year: line.known?.year ?? 0,
    cents: line.cents,
    reason: line.reason,
    asked: line.known?.asked ?? cents(0),
    retained: line.known?.retained ?? undefined,
    decidedAlready: (line.known?.decidedAlready ?? false) || first < rank,
  }
}

async function decide(tx: Tx, by: Mandate, line: Line & { actId: string; known: Decidable }, today: Day): Promise<void> {
  const { actionId, partId, year, envelopeId } = line.known
  const awardId = await awardFor(tx, { actionId, partId, year, envelopeId })
  await move(tx, { awardId, partId, amount: line.cents, actId: line.actId, renunciationId: null, reason: line.reason, day: today, by })
  if (line.cents > 0) await expectReports(tx, { actionId, funderId: by.organisationId, year })
}

interface Movement {
  awardId: string
  partId: string | null
  amount: Cents
  actId: string | null
  renunciationId: string | null
  reason: string
  day: Day
  by: Mandate
}

/** One movement of decided money with its split by neighbourhood. Triggers keep the envelope's sum and refuse what breaks it. */
async function move(tx: Tx, { awardId, partId, amount, actId, renunciationId, reason, day, by }: Movement): Promise<void> {
  const id = newId()
  await tx.run`
    insert into decision (id, award_id, act_id, renunciation_id, amount_cents, reason, decided_on, decided_by)
    values (${id}, ${awardId}, ${actId}, ${renunciationId}, ${amount}, ${reason}, ${day}, ${by.id})`
  const shares = partId ? await listPartShares(tx, partId) : []
  for (const part of splitMovement(shares, await listHeld(tx, awardId), amount)) {
    await tx.run`
      insert into award_territory (decision_id, award_id, qpv_id, amount_cents) values (${id}, ${awardId}, ${part.qpvId}, ${part.amount})`
  }
}

/**
 * Money given up by the beneficiary returns to its envelope: called by the later step that records the answer, in its transaction.
 * `kept` is what stays decided.
 */
export async function returnToEnvelope(
  tx: Tx,
  by: Mandate,
  of: { awardId: string; partId: string | null; envelopeId: string; renunciationId: string; kept: Cents; reason: string },
  today: Day,
): Promise<Cents> {
  await lockEnvelopes(tx, [of.envelopeId])
  const returned = cents((await decidedOf(tx, of.awardId)) - of.kept)
  const { awardId, partId, renunciationId, reason } = of
  await move(tx, { awardId, partId, amount: cents(-returned), actId: null, renunciationId, reason, day: today, by })
  return returned
}

const Recorded = z.object({ id: idColumn })

async function numberUsed(tx: Tx, funderId: string, number: string): Promise<boolean> {
  return (await tx.maybe(Recorded)`select id from funder_act where funder_id = ${funderId} and number = ${number}`) !== undefined
}
