import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { checkNextDay, type DayFlaw } from './demonstration-moments.ts'
import { isDemonstration, listPersonas, upsertDemonstrationDay } from './demonstration-store.ts'
import { signInOf } from './sign-in.ts'
import { signedInPerson } from './sign-in-acts.ts'
import { deleteSignIn, upsertActingMandate } from './sign-in-store.ts'

/** Signs in as a persona, without a mail. Only where the database is a demonstration; elsewhere it does not exist. */
export async function enterAs(db: Db, mandateId: string, headers: Headers, today: Day): Promise<{ cookies: string[] }> {
  if (!(await isDemonstration(db))) throw new NotFound()
  const persona = (await listPersonas(db, today)).find((one) => one.mandateId === mandateId)
  if (!persona) throw new NotFound()
  const { personId } = persona
  const before = await signedInPerson(db, headers)
  const answer = await signInOf(db).auth.api.enterAs({ body: { personId }, headers, returnHeaders: true })
  const { signInId } = answer.response
  await db.transaction(async (tx) => {
    if (before) await deleteSignIn(tx, before.personId, before.signInId)
    await upsertActingMandate(tx, { signInId, personId, mandateId })
    await record(tx, { personId, id: mandateId }, 'sign-in.opened', signInId, { demonstration: true })
  })
  return { cookies: answer.headers.getSetCookie() }
}

/** Moves the day of the demonstration, for everybody. Forward only: the database refuses the rest too. */
export async function moveDemonstrationDay(db: Db, by: { personId: string | null }, to: Day, today: Day): Promise<Result<Day, DayFlaw>> {
  if (!(await isDemonstration(db))) throw new NotFound()
  return db.transaction(async (tx) => {
    const flaw = checkNextDay(today, to)
    if (flaw) return refused(flaw)
    await upsertDemonstrationDay(tx, to)
    await record(tx, { personId: by.personId, id: null }, 'demonstration-day.moved', null, { from: today, to })
    return done(to)
  })
}
