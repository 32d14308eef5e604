import type { Mandate } from '#access/mandate.ts'
import { listContractQpvs, listThemes } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type LineRefusal, mayHold } from './droit-commun-line.ts'
import { endLineOn, insertLine, listOwners, lockLine, type NewLine } from './droit-commun-line-store.ts'

export type LineInput = Omit<NewLine, 'contractId' | 'fictitious'> & { fictitious?: boolean }

/** Writes a line of ordinary policy in the catalogue of the contract. */
export async function addLine(db: Db, by: Mandate, input: LineInput, today: Day): Promise<Result<string, LineRefusal>> {
  return db.transaction(async (tx) => {
    const { contractId } = by
    if (contractId === null) throw new NotFound()
    const reasons = await refuseLine(tx, by, { ...input, contractId }, today)
    if (reasons.length > 0) return refused(...reasons)
    const line = { ...input, contractId, fictitious: input.fictitious ?? false }
    if ((await insertLine(tx, line, by.id)) > 0) {
      const { ownerId, name, kind, themeCode, validFrom, validTo } = line
      await record(tx, by, 'droit-commun-line.added', input.id, { ownerId, name, kind, themeCode, validFrom, validTo })
    }
    return done(input.id)
  })
}

async function refuseLine(db: Db, by: Mandate, input: LineInput & { contractId: string }, today: Day): Promise<LineRefusal[]> {
  const { contractId, ownerId, themeCode, communeCode } = input
  const reasons: LineRefusal[] = []
  if (!mayHold(by, ownerId)) reasons.push('not-your-line')
  if (!(await listOwners(db, contractId, today)).some(({ id }) => id === ownerId)) reasons.push('unknown-owner')
  if (themeCode !== null && !(await listThemes(db)).some(({ code }) => code === themeCode)) reasons.push('unknown-theme')
  if (communeCode !== null) {
    const communes = (await listContractQpvs(db, contractId)).flatMap((qpv) => qpv.communes)
    if (!communes.some(({ code }) => code === communeCode)) reasons.push('unknown-commune')
  }
  if (input.validTo !== null && input.validTo < input.validFrom) reasons.push('ends-before-it-begins')
  return reasons
}

/** A line is never changed nor deleted: it ends, and another begins. What was tried on it stays. */
export async function endLine(db: Db, by: Mandate, input: { id: string; on: Day }, _today: Day): Promise<Result<undefined, LineRefusal>> {
  return db.transaction(async (tx) => {
    const { contractId } = by
    const line = contractId === null ? undefined : await lockLine(tx, { id: input.id, contractId })
    if (!line) throw new NotFound()
    const reasons: LineRefusal[] = []
    if (!mayHold(by, line.ownerId)) reasons.push('not-your-line')
    if (line.validTo !== null && line.validTo !== input.on) reasons.push('ended')
    if (input.on < line.validFrom) reasons.push('ends-before-it-begins')
    if (reasons.length > 0) return refused(...reasons)
    if (line.validTo === input.on) return done(undefined)
    await endLineOn(tx, input)
    await record(tx, by, 'droit-commun-line.ended', input.id, { on: input.on })
    return done(undefined)
  })
}
