import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { renderDocument } from '#platform/document.ts'
import { NotFound } from '#platform/errors.ts'
import { type StoredFile, storeProduced } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { type AwardState, awardStates } from './award-state-store.ts'
import { letterOrder } from './letter-document.ts'
import { letterKind, type NotificationFlaw, notificationFlaws } from './letter-kind.ts'
import { insertNotifiedLetter, lockUnnotified } from './letter-store.ts'
import { notificationMail } from './mail.document.ts'
import { listAddresses } from './told-store.ts'

export interface NotifyInput {
  awardIds: readonly string[]
  /** Folder of the content-addressed files. */
  filesFolder: string
  publicUrl: string
  demonstration: boolean
}

export interface Notified {
  notified: number
  /** Told before: left as they were, nothing is sent again. */
  already: number
  /** Names of the organisations without an address: their letters go by post. */
  byPost: string[]
}

/** What refuses, and which award. */
export type NotificationRefusal = `${NotificationFlaw}@${string}`

interface Letter {
  award: AwardState
  /** The letter as it was composed: compared under lock, so that no letter says what is no longer decided. */
  composed: string
  file: StoredFile
}

/** Tells beneficiaries what was decided, all the awards together or none. Sent twice, told once. */
export async function notifyAwards(db: Db, by: Mandate, input: NotifyInput, today: Day): Promise<Result<Notified, NotificationRefusal>> {
  const awards = await loadOwn(db, by, input.awardIds, today)
  const fresh = awards.filter(({ notifiedOn }) => notifiedOn === null)
  const flaws = fresh.flatMap(({ id, ...award }) =>
    notificationFlaws({ ...award, refusalReason: award.reason }).map((flaw): NotificationRefusal => `${flaw}@${id}`),
  )
  if (flaws.length > 0) return refused(...flaws)
  const letters = await composeAll(db, fresh, input, today)
  return db.transaction((tx) => saveAll(tx, by, { letters, asked: awards.length, input }, today))
}

/** Every award asked for must be of the mandate's own organisation: one stranger, and nothing is there. */
async function loadOwn(db: Db, by: Mandate, ids: readonly string[], today: Day): Promise<AwardState[]> {
  const awards = await awardStates(db, by.scope, { ids, funderId: by.organisationId }, today)
  if (awards.length !== new Set(ids).size) throw new NotFound()
  return awards
}

/** Composed and written before the transaction, which may be retried and has no effect outside the database. */
async function composeAll(db: Db, awards: readonly AwardState[], input: NotifyInput, today: Day): Promise<Letter[]> {
  const letters: Letter[] = []
  for (const award of awards) {
    const order = await letterOrder(db, award, { today, demonstration: input.demonstration })
    const file = await storeProduced(input.filesFolder, await renderDocument(order), PDF)
    letters.push({ award, composed: JSON.stringify(order.data), file })
  }
  return letters
}

const PDF = 'pdf'

interface Saving {
  letters: readonly Letter[]
  asked: number
  input: NotifyInput
}

async function saveAll(tx: Tx, by: Mandate, { letters, asked, input }: Saving, today: Day): Promise<Result<Notified, NotificationRefusal>> {
  const ids = letters.map(({ award }) => award.id)
  const open = new Set(await lockUnnotified(tx, by.scope, ids))
  const now = new Map((await awardStates(tx, by.scope, { ids }, today)).map((award) => [award.id, award]))
  const told: Letter[] = []
  for (const letter of letters.filter(({ award }) => open.has(award.id))) {
    const award = now.get(letter.award.id)
    const composed = award && JSON.stringify((await letterOrder(tx, award, { today, demonstration: input.demonstration })).data)
    if (composed !== letter.composed) return refused(`changed-meanwhile@${letter.award.id}`)
    await saveOne(tx, by, letter, today)
    told.push(letter)
  }
  const byPost = await tellAll(
    tx,
    told.map(({ award }) => award),
    input.publicUrl,
    today,
  )
  return done({ notified: told.length, already: asked - told.length, byPost })
}

async function saveOne(tx: Tx, by: Mandate, { award, file }: Letter, today: Day): Promise<void> {
  const kind = letterKind(award.granted)
  const [fileId, letterId] = [newId(), newId()]
  await insertStoredFile(tx, {
    id: fileId,
    ...file,
    name: `${kind === 'award' ? 'attribution' : 'refus'}-${award.year}-${award.number ?? award.id}.pdf`,
  })
  await insertNotifiedLetter(tx, { id: letterId, awardId: award.id, kind, fileId, on: today, by: by.id, notificationId: newId() })
  await record(tx, by, 'award.notified', award.id, { letterId, kind, file: file.hash, granted: award.granted, actNumber: award.actNumber })
}

/** One mail to each person of an organisation for all its awards. Answers who has no address at all. */
async function tellAll(tx: Tx, awards: readonly AwardState[], publicUrl: string, today: Day): Promise<string[]> {
  const byPost: string[] = []
  for (const [organisationId, group] of Map.groupBy(awards, (award) => award.organisationId)) {
    const addresses = await listAddresses(tx, { organisationId, on: today })
    for (const to of addresses) await queueMail(tx, notificationMail(to, group, publicUrl))
    if (addresses.length === 0) byPost.push(group[0]?.organisationName ?? '')
  }
  return byPost
}
