import type { Tx } from '#platform/db.ts'

/**
 * Opens submitted files, and their actions, to the pilot funders of the contract and to the funders asked for money.
 * What is granted twice is granted once.
 */
export async function grantFundersReading(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  await tx.run`
    insert into reading_right (subject_id, organisation_id, reason)
    select subject.id, f.organisation_id, case when f.pilot then 'pilote du contrat' else 'financeur sollicité' end
    from application a
    join contract_funder f on f.contract_id = a.contract_id
    cross join lateral (select a.id union select p.action_id from action_part p where p.application_id = a.id) subject (id)
    where a.id = any(${applicationIds}::uuid[]) and (f.pilot or exists (
      select 1 from request r where r.application_id = a.id and r.funder_id = f.organisation_id and r.asked_cents > 0))
    on conflict do nothing`
}
