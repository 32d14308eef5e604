import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { findApplicationHead, lockApplication } from './application-store.ts'
import { lockCall } from './call-store.ts'
import { getDauphinNumberUse, updateDauphinNumber } from './submission-store.ts'

export type DauphinNumberRefusal = 'not-a-number' | 'not-submitted' | 'number-taken' | 'already-imported'

export const DAUPHIN_NUMBER_REFUSALS = {
  'not-a-number': 'Écrivez le numéro que Dauphin vous a donné\u00A0: il commence par DA. Exemple\u00A0: DA62270045',
  'not-submitted': 'Envoyez d’abord cette demande\u00A0: le numéro Dauphin vient après',
  'number-taken': 'Une autre demande de cet appel porte déjà ce numéro\u00A0: vérifiez-le',
  'already-imported': 'Ce dossier a déjà été rapproché de Dauphin\u00A0: son numéro ne change plus',
} satisfies Record<DauphinNumberRefusal, string>

/** The same, to the project lead or the State, who type it for the organisation. */
export const DAUPHIN_NUMBER_REFUSALS_TO_OFFICERS = {
  ...DAUPHIN_NUMBER_REFUSALS,
  'not-a-number': 'Écrivez le numéro que Dauphin a donné à cette demande\u00A0: il commence par DA. Exemple\u00A0: DA62270045',
  'not-submitted': 'Cette demande n’est pas encore envoyée\u00A0: le numéro Dauphin vient après',
} satisfies Record<DauphinNumberRefusal, string>

/** Keeps the number that the State’s portal gave to a submitted application: by its organisation, or by the project lead. */
export async function setDauphinNumber(
  db: Db,
  by: Mandate,
  input: { applicationId: string; number: string },
  _today: Day,
): Promise<Result<{ number: string }, DauphinNumberRefusal>> {
  return db.transaction(async (tx) => {
    const there = await lockApplication(tx, by.scope, input.applicationId)
    const application = there ? await findApplicationHead(tx, by.scope, input.applicationId) : undefined
    if (!application) throw new NotFound()
    const number = input.number.toUpperCase().replace(/[\s\u00A0\u202F]/g, '')
    if (number === application.dauphinNumber) return done({ number })
    const reasons: DauphinNumberRefusal[] = []
    if (!/^DA[A-Z0-9-]{2,28}$/.test(number)) reasons.push('not-a-number')
    if (application.state === 'draft') reasons.push('not-submitted')
    await lockCall(tx, { id: application.callId, contractId: application.contractId })
    const use = await getDauphinNumberUse(tx, { applicationId: application.id, callId: application.callId, number })
    if (use.taken) reasons.push('number-taken')
    if (use.imported) reasons.push('already-imported')
    if (reasons.length > 0) return refused(...reasons)
    await updateDauphinNumber(tx, { applicationId: application.id, callId: application.callId, number })
    await record(tx, by, 'application.dauphin-number-set', application.id, { number })
    return done({ number })
  })
}
