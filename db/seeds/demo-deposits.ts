import { submitApplication } from '#calls/submission-acts.ts'
import { setDauphinNumber } from '#calls/submission-number-acts.ts'
import { waiveCondition } from '#calls/waiver-acts.ts'
import { listWaitingConditions } from '#calls/waiver-store.ts'
import { addDays, type Day } from '#platform/day.ts'
import { actionOf, applicationIdOf, organisationOf, sentOn, writeFile } from './demo-applications.ts'
import { attachPieces } from './demo-attachments.ts'
import type { DemoCall, DemoFile } from './demo-files.data.ts'
import { accomplished, DEMO_URL, type DemoWorld, mandateOf } from './demo-world.ts'
import { fixedId } from './reference.ts'

/** Writes a file and, unless it is a draft, sends it; then, most often, copies it on the State's portal and brings back its number. */
export async function deposit(world: DemoWorld, call: DemoCall, file: DemoFile): Promise<void> {
  await writeFile(world, call, file)
  await attachPieces(world, file, { year: call.year, on: file.startedOn })
  if (file.draft) return
  const by = mandateOf(world, organisationOf(file).key)
  const input = { applicationId: applicationIdOf(file.key, call.year), publicUrl: DEMO_URL }
  const sent = await submitApplication(world.db, by, input, sentOn(file))
  const { number } = accomplished(sent, `send ${file.key} ${call.year}`)
  if (file.notOnDauphin) return
  const copied = { applicationId: input.applicationId, number: `DA6201${call.year % 100}${String(number * 17 + 240).padStart(4, '0')}` }
  accomplished(await setDauphinNumber(world.db, by, copied, addDays(sentOn(file), 1)), `number ${file.key} ${call.year}`)
}

/** A project lead lifts, for a reason, the wait for an account: the exception stays listed. */
export async function waiveInterim(world: DemoWorld, waiver: { key: string; reason: string; on: Day }): Promise<void> {
  const lead = mandateOf(world, 'lead')
  const { title } = actionOf(waiver.key)
  const waiting = await listWaitingConditions(world.db, lead.scope, { contractId: world.contractId, on: waiver.on })
  for (const condition of waiting.filter(({ actionTitle, kind }) => actionTitle === title && kind === 'interim')) {
    const input = { id: fixedId(`waiver/${condition.id}`), conditionId: condition.id, reason: waiver.reason }
    accomplished(await waiveCondition(world.db, lead, input, waiver.on), `waive the account of ${waiver.key}`)
  }
}
