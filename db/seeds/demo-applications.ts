import { listAnswers } from '#calls/answer-store.ts'
import { addPart, startApplication } from '#calls/draft-acts.ts'
import { saveFields } from '#calls/field-acts.ts'
import { listParts } from '#calls/part-store.ts'
import type { Day } from '#platform/day.ts'
import { DEMO_ACTIONS, type DemoAction, type DemoAmounts } from './demo-actions.data.ts'
import { callIdOf } from './demo-calls.ts'
import { applicationFields, type Fields, partFields } from './demo-fields.ts'
import { type DemoCall, type DemoFile, type DraftStage, SUMMER_CALL } from './demo-files.data.ts'
import { DEMO_ORGANISATIONS, type DemoOrganisation } from './demo-people.data.ts'
import { accomplished, type DemoWorld, mandateOf } from './demo-world.ts'
import { fixedId } from './reference.ts'

export function applicationIdOf(key: string, year: number): string {
  return fixedId(`application/${key}/${year}`)
}

export function partIdOf(actionKey: string, year: number): string {
  return fixedId(`part/${actionKey}/${year}`)
}

export function actionOf(key: string): DemoAction {
  const action = DEMO_ACTIONS.find((one) => one.key === key)
  if (!action) throw new Error(`the demonstration has no action ${key}`)
  return action
}

export function organisationOf(file: DemoFile): DemoOrganisation {
  const { organisation } = actionOf(file.key)
  const found = DEMO_ORGANISATIONS.find(({ key }) => key === organisation)
  if (!found) throw new Error(`the demonstration has no organisation ${organisation}`)
  return found
}

export function askedIn(action: DemoAction, year: number): DemoAmounts {
  return (year === 2026 ? action.asked2026 : action.asked2027) ?? {}
}

/** Begins a file and types all of it, or what its stage of draft holds; an action funded the year before is taken over. */
export async function writeFile(world: DemoWorld, call: DemoCall, file: DemoFile): Promise<void> {
  const applicationId = applicationIdOf(file.key, call.year)
  const by = mandateOf(world, organisationOf(file).key)
  for (const [rank, key] of file.actions.entries()) {
    const part = { partId: partIdOf(key, call.year), actionId: await renewedActionOf(world, key, call.year) }
    const begun =
      rank === 0
        ? await startApplication(world.db, by, { id: applicationId, callId: callIdOf(call), anyway: true, ...part }, file.startedOn)
        : await addPart(world.db, by, { applicationId, ...part }, file.startedOn)
    accomplished(begun, `begin ${key} ${call.year}`)
    const action = actionOf(key)
    const fields = kept(
      partFields(world, action, { year: call.year, asked: askedIn(action, call.year), late: call.code === SUMMER_CALL }),
      file.draft,
    )
    await type(world, { file, applicationId, subjectId: part.partId, fields })
  }
  const own = file.draft === 'begun' || file.draft === 'half' ? new Map() : applicationFields(organisationOf(file), file.startedOn)
  if (file.draft === 'ready-but-pieces') own.delete('republicanEngagement')
  await type(world, { file, applicationId, subjectId: applicationId, fields: own })
}

/** The action of last year's file when it was funded. */
async function renewedActionOf(world: DemoWorld, key: string, year: number): Promise<string | undefined> {
  const action = actionOf(key)
  if (year === 2026 || !action.decided2026) return undefined
  const by = mandateOf(world, action.organisation)
  const parts = await listParts(world.db, by.scope, { applicationId: applicationIdOf(key, year - 1) })
  return parts[0]?.actionId
}

/** What is typed so far, by stage of the draft. */
function kept(fields: Fields, stage: DraftStage | undefined): Fields {
  if (stage === 'begun') return new Map()
  if (stage === 'half') return new Map([...fields].filter(([name]) => HALF.some((start) => name.startsWith(start))))
  // Cents where the form asks whole euros, and a commune forgotten: two lines to correct.
  if (stage === 'budget-to-correct') return new Map([...fields, ['budget.613', '350,50'], ['budget.74com', '']])
  return fields
}

const HALF = ['title', 'summary', 'need', 'initiator', 'orientation', 'qpv.']

interface Typing {
  file: DemoFile
  applicationId: string
  subjectId: string
  fields: Fields
}

/** Types fields over what is there; what was taken over from last year and no longer holds is emptied. */
async function type(world: DemoWorld, { file, applicationId, subjectId, fields }: Typing): Promise<void> {
  const by = mandateOf(world, organisationOf(file).key)
  const present = await listAnswers(world.db, by.scope, { applicationId, subjectId })
  const revisions = new Map(present.map((answer) => [answer.field, answer.revision]))
  const all = [...fields].map(([field, raw]) => ({ field, raw, baseRevision: revisions.get(field) ?? 0 }))
  const outcomes = await saveFields(world.db, by, { applicationId, subjectId, fields: all }, file.startedOn)
  const unsaved = outcomes.filter(({ outcome }) => !outcome.saved)
  if (unsaved.length > 0) throw new Error(`the demonstration cannot type ${unsaved.map(({ field }) => field).join(', ')} of ${file.key}`)
}

/** The day on which a file was sent; a draft has none. */
export function sentOn(file: DemoFile): Day {
  if (!file.submittedOn) throw new Error(`${file.key} is a draft`)
  return file.submittedOn
}
