import { receiptJobs } from '#calls/receipt-jobs.ts'
import { findContract, listFunders } from '#contract/store.ts'
import { day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { runPendingJobs } from '#platform/jobs.ts'
import { sealJournal } from '#platform/journal.ts'
import { mailJobs } from '#platform/mail.ts'
import { make2026 } from './demo-2026.ts'
import { make2027 } from './demo-2027.ts'
import { DEMO_CALLS, type DemoCall } from './demo-files.data.ts'
import { makePeople } from './demo-people.ts'
import type { DemoWorld } from './demo-world.ts'
import { LENS_LIEVIN, loadReference } from './reference.ts'

/** The day on which the demonstration opens: the call of 2027 is open for seventeen more days. */
export const FIRST_DAY = day('2027-01-14')

/**
 * The world of the demonstration, in an empty database and a folder of files: reference data, people, and two yearly calls made
 * through the same acts as the pages, so that it cannot break a rule. All or nothing. The same every time, but for the instants of the journal.
 */
export async function buildDemonstration(database: Database, filesFolder: string): Promise<void> {
  await database.transaction(async (tx) => {
    const db = { ...database, ...tx }
    await db.run`insert into database_nature (demonstration) values (true)`
    await db.run`insert into demonstration_day (day) values (${FIRST_DAY})`
    await loadReference(db)
    const world = await makeWorld(db, filesFolder)
    await make2026(world, callOf('aap-2026'))
    await make2027(world, callOf('aap-2027'))
    await finishJobs(world)
  })
}

/** Receipts are produced, mails wait in the mailbox, the journal is sealed: the first start has nothing left to do. */
async function finishJobs({ db, filesFolder }: DemoWorld): Promise<void> {
  await runPendingJobs(db, { ...receiptJobs(db, filesFolder), ...mailJobs(db, undefined) })
  while ((await sealJournal(db)) > 0);
}

async function makeWorld(db: Database, filesFolder: string): Promise<DemoWorld> {
  const contract = await findContract(db, LENS_LIEVIN)
  if (!contract) throw new Error('the reference data hold the contract')
  const funders = await listFunders(db, contract.id)
  const funder = (shortName: string) => {
    const found = funders.find((one) => one.shortName === shortName)
    if (!found) throw new Error(`the contract has no funder ${shortName}`)
    return found
  }
  const mandates = await makePeople(db, contract.id, new Map(funders.map(({ shortName, id }) => [shortName, id])))
  const named = { state: funder('État'), region: funder('Région'), epci: funder('Agglomération'), caf: funder('CAF') }
  return { db, filesFolder, contractId: contract.id, mandates, funders: named }
}

function callOf(code: string): DemoCall {
  const call = DEMO_CALLS.find((one) => one.code === code)
  if (!call) throw new Error(`the demonstration has no call ${code}`)
  return call
}
