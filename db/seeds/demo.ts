import { findContract, listFunders } from '#contract/store.ts'
import { day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { writeFile } from './demo-applications.ts'
import { makeCall, openEnvelopes } from './demo-calls.ts'
import { DEMO_CALLS, FILES_2026, FILES_2027 } from './demo-files.data.ts'
import { leaveClaimWaiting, makePeople, welcomeNewcomer } from './demo-people.ts'
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
    await tx.run`insert into database_nature (demonstration) values (true)`
    await tx.run`insert into demonstration_day (day) values (${FIRST_DAY})`
    await loadReference(tx)
    const world = await makeWorld({ ...database, ...tx }, filesFolder)
    await make2026(world)
    await make2027(world)
  })
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

async function make2026(world: DemoWorld): Promise<void> {
  const [call] = DEMO_CALLS
  if (!call) throw new Error('no call of 2026')
  await makeCall(world, call)
  await openEnvelopes(world, call.year)
  for (const file of FILES_2026) await writeFile(world, call, file)
}

async function make2027(world: DemoWorld): Promise<void> {
  const call = DEMO_CALLS[1]
  if (!call) throw new Error('no call of 2027')
  await makeCall(world, call)
  await openEnvelopes(world, call.year)
  const newcomer = await welcomeNewcomer(world)
  const welcomed = { ...world, mandates: new Map([...world.mandates, ['tablee', newcomer]]) }
  for (const file of FILES_2027) await writeFile(welcomed, call, file)
  await leaveClaimWaiting(world)
}
