import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { findOrganisationBySiret, insertInterest, updateInterestEnded, updatePersonName } from './account-store.ts'
import type { SignedIn } from './http.ts'

export interface InterestInput {
  id: string
  siret: string
  nature: string
}

/** From now on, the person no longer sees what touches this organisation. */
export function declareInterest(db: Db, by: SignedIn, input: InterestInput, today: Day): Promise<Result<string, 'unknown-organisation'>> {
  return db.transaction(async (tx) => {
    const organisation = await findOrganisationBySiret(tx, input.siret)
    if (!organisation) return refused('unknown-organisation')
    const { id, nature } = input
    const isNew = await insertInterest(tx, { id, personId: by.personId, organisationId: organisation.id, nature, today })
    if (isNew) await record(tx, actor(by), 'interest.declared', id, { organisationId: organisation.id })
    return done(organisation.name)
  })
}

export function endInterest(db: Db, by: SignedIn, id: string, today: Day): Promise<Result<'ended', 'not-found'>> {
  return db.transaction(async (tx) => {
    if (!(await updateInterestEnded(tx, { id, personId: by.personId, today }))) return refused('not-found')
    await record(tx, actor(by), 'interest.ended', id)
    return done('ended' as const)
  })
}

/** The name that letters and minutes will carry. */
export function renamePerson(db: Db, by: SignedIn, name: string): Promise<void> {
  return db.transaction(async (tx) => {
    await updatePersonName(tx, by.personId, name)
    await record(tx, actor(by), 'person.renamed', by.personId)
  })
}

function actor(by: SignedIn): { personId: string; id: null } {
  return { personId: by.personId, id: null }
}
