import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import {
  type Call,
  type CallInput,
  type FormVersion,
  findCall,
  findCallById,
  findLatestFormVersion,
  hasApplications,
  insertCall,
  insertFormVersion,
  insertFraming,
  listFramings,
  lockCall,
  updateCall,
} from './call-store.ts'
import { FIRST_FORM } from './first-form.data.ts'
import { FORM_CODE } from './form-version.ts'

export type CallRefusal = 'code-taken' | 'closes-before-opening' | 'not-your-contract' | 'no-framing' | 'unknown-call' | 'year-in-use'

export const CALL_REFUSALS = {
  'code-taken': 'Un autre appel porte déjà ce code\u00A0: choisissez-en un autre',
  'closes-before-opening': 'La clôture vient avant l’ouverture\u00A0: vérifiez les deux dates',
  'not-your-contract': 'Cet appel n’est pas celui de votre contrat de ville',
  'no-framing': 'Écrivez la note de cadrage\u00A0: chaque demande garde la version sous laquelle elle a été déposée',
  'unknown-call': 'Cet appel n’existe pas',
  'year-in-use': 'Des demandes existent déjà\u00A0: l’année de cet appel ne change plus',
} satisfies Record<CallRefusal, string>

export interface CallEdition extends CallInput {
  id: string
  framing: string
}

/** Opens a call of the mandate's contract. The same form sent twice makes one call. */
export async function createCall(db: Db, by: Mandate, input: CallEdition, today: Day): Promise<Result<Call, CallRefusal>> {
  return db.transaction(async (tx) => {
    const contractId = by.contractId
    if (contractId === null) return refused('not-your-contract')
    const already = await findCallById(tx, input.id)
    if (already) return already.contractId === contractId ? done(already) : refused('not-your-contract')
    const reasons = refusalsOf(input)
    if (await findCall(tx, input.code)) reasons.push('code-taken')
    if (reasons.length > 0) return refused(...reasons)
    const form = await publishedForm(tx, today)
    await insertCall(tx, { ...input, contractId, formVersionId: form.id })
    await insertFraming(tx, { callId: input.id, version: 1, body: input.framing.trim(), publishedOn: today })
    await record(tx, by, 'call.created', input.id, { code: input.code, door: input.door, opensOn: input.opensOn, closesOn: input.closesOn })
    return found(await findCallById(tx, input.id))
  })
}

/** Changes a call; its code stays. A changed framing note is published as a new version (PRJ-02). */
export async function editCall(db: Db, by: Mandate, input: CallEdition, today: Day): Promise<Result<Call, CallRefusal>> {
  return db.transaction(async (tx) => {
    const contractId = by.contractId
    if (contractId === null) return refused('not-your-contract')
    await lockCall(tx, { id: input.id, contractId })
    const call = await findCallById(tx, input.id)
    if (call?.contractId !== contractId) return refused('not-your-contract')
    const reasons = refusalsOf(input)
    if (input.year !== call.year && (await hasApplications(tx, call.id))) reasons.push('year-in-use')
    if (reasons.length > 0) return refused(...reasons)
    const form = await publishedForm(tx, today)
    await updateCall(tx, { ...input, contractId, formVersionId: form.id })
    await publishFraming(tx, by, input, today)
    await record(tx, by, 'call.edited', call.id, { door: input.door, opensOn: input.opensOn, closesOn: input.closesOn })
    return found(await findCallById(tx, input.id))
  })
}

async function publishFraming(tx: Tx, by: Mandate, input: CallEdition, today: Day): Promise<void> {
  const [latest] = await listFramings(tx, input.id)
  const body = input.framing.trim()
  if (latest?.body === body) return
  const version = (latest?.version ?? 0) + 1
  await insertFraming(tx, { callId: input.id, version, body, publishedOn: today })
  await record(tx, by, 'framing.published', input.id, { version })
}

function refusalsOf(input: CallEdition): CallRefusal[] {
  const reasons: CallRefusal[] = []
  if (input.closesOn < input.opensOn) reasons.push('closes-before-opening')
  if (input.framing.trim() === '') reasons.push('no-framing')
  return reasons
}

function found(call: Call | undefined): Result<Call, CallRefusal> {
  return call ? done(call) : refused('unknown-call')
}

/** The form of the program, published the first time that a call needs it. */
export async function publishedForm(tx: Tx, today: Day): Promise<FormVersion> {
  const latest = await findLatestFormVersion(tx, FORM_CODE)
  if (latest && latest.number >= FIRST_FORM.number) return latest
  await insertFormVersion(tx, { id: newId(), code: FORM_CODE, ...FIRST_FORM, publishedOn: today })
  const published = await findLatestFormVersion(tx, FORM_CODE)
  if (!published) throw new Error('the form just published is not there')
  return published
}
