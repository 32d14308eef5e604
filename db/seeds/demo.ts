import { receiptJobs } from '#calls/receipt-jobs.ts'
import { findContract, listFunders } from '#contract/store.ts'
import { day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { runPendingJobs } from '#platform/jobs.ts'
import { sealJournal } from '#platform/journal.ts'
import { mailJobs } from '#platform/mail.ts'
import { make2025 } from './demo-2025.ts'
import { make2026 } from './demo-2026.ts'
import { make2027 } from './demo-2027.ts'
import { makeAgreements } from './demo-agreements.ts'
import { signTheContract } from './demo-contract.ts'
import { DEMO_CALLS, type DemoCall, SECOND_SESSION, SUMMER_CALL } from './demo-files.data.ts'
import { byKey, FUNDER_SHORT_NAMES } from './demo-funders.data.ts'
import { makeMeans } from './demo-means.ts'
import { askLandlordByLink } from './demo-opinions-by-link.ts'
import { declareInterest, makePartners, partnersAsked } from './demo-partners.ts'
import { makePeople } from './demo-people.ts'
import { setTargets } from './demo-targets.ts'
import type { DemoWorld } from './demo-world.ts'
import { loadCarriers } from './programme/load-carriers.ts'
import { loadPieces } from './programme/load-pieces.ts'
import { generated2026, generated2027 } from './programme/make-years.ts'
import { planProgrammes } from './programme/year-plan.ts'
import { LENS_LIEVIN, loadReference } from './reference.ts'

/** The day on which the demonstration opens: two days before the funders' committee, while the call of the summer is open. */
export const FIRST_DAY = day('2027-03-09')

/**
 * The world of the demonstration, in an empty database and a folder of files: reference data, people, and three yearly programmes. Files
 * written by hand are made through the acts of the pages; those generated around them by the batch acts of the product (import,
 * agenda, decisions) and, for the rest, by whole tables (decision 0008). All or nothing. The same every time, but for the instants.
 */
export async function buildDemonstration(
  database: Database,
  filesFolder: string,
  say: (text: string) => void = () => undefined,
): Promise<void> {
  await database.transaction(async (tx) => {
    const db = { ...database, ...tx }
    await db.run`insert into database_nature (demonstration) values (true)`
    await db.run`insert into demonstration_day (day) values (${FIRST_DAY})`
    say('Données de référence et partenaires…')
    await loadReference(db)
    const world = await makeWorld(db, filesFolder)
    await signTheContract(world)
    await setTargets(world)
    await makeYears(world, say)
    await makeAgreements(world, FIRST_DAY)
    await askLandlordByLink(world, FIRST_DAY)
    say('Récépissés, courriers et journal…')
    await finishJobs(world)
    // Nobody counts the rows of a world that was just loaded: without it, the first queries would be planned blind.
    await db.run`analyze`
  })
}

async function makeYears(world: DemoWorld, say: (text: string) => void): Promise<void> {
  const plans = planProgrammes()
  say('Programmation 2025\u00A0: 300 dossiers repris de Dauphin…')
  const asksAgain = new Set((plans.get(2027) ?? []).map(({ action }) => action.key))
  await make2025(world, callOf('aap-2025'), { files: plans.get(2025) ?? [], asksAgain })
  say('Programmation 2026\u00A0: 300 dossiers, du dépôt aux paiements…')
  await make2026(world, callOf('aap-2026'), generated2026(world, callOf('aap-2026'), plans))
  say('Programmation 2027\u00A0: 300 dossiers, jusqu’à l’avant-veille du comité…')
  const calls = { main: callOf('aap-2027'), summer: callOf(SUMMER_CALL), session: callOf(SECOND_SESSION) }
  await make2027(world, calls, generated2027(world, calls.main, { plans, partners: partnersAsked(world.mandates) }))
  say('Droit commun essayé et marqueur égalité…')
  await makeMeans(world)
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
  const funderIds = new Map(funders.map(({ shortName, id }) => [shortName, id]))
  const people = await makePeople(db, contract.id, funderIds)
  await db.transaction(async (tx) => {
    await loadCarriers(tx)
    await loadPieces(tx, filesFolder)
  })
  const mandates = new Map([...people, ...(await makePartners(db, contract.id, funderIds))])
  await declareInterest(db)
  return { db, filesFolder, contractId: contract.id, mandates, funders: byKey((key) => funder(FUNDER_SHORT_NAMES[key])) }
}

function callOf(code: string): DemoCall {
  const call = DEMO_CALLS.find((one) => one.code === code)
  if (!call) throw new Error(`the demonstration has no call ${code}`)
  return call
}
