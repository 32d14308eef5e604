import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import { addDays, day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import type { Generated2026 } from '../demo-2026.ts'
import type { Generated2027 } from '../demo-2027.ts'
import { callIdOf } from '../demo-calls.ts'
import type { DemoCall } from '../demo-files.data.ts'
import { type DemoWorld, mandateOf } from '../demo-world.ts'
import type { GeneratedFile } from './generated-file.ts'
import { bindAndPayAll, type LoadedAward, listLoadedAwards, tellAndConfirm } from './load-awards.ts'
import { loadFiles } from './load-files.ts'
import { type Asking, loadCompleteness, loadOpinions, type PartnerAsked } from './load-instruction.ts'
import { type HandedIn, loadReports } from './load-reports.ts'
import { type PlacedFile, placeFiles } from './placed-file.ts'
import { seededRandom } from './random.ts'

type Plans = ReadonlyMap<number, readonly GeneratedFile[]>

const ASKING_2026: Asking = { askedOn: day('2026-02-09'), dueOn: day('2026-03-02'), waiting: 0, partners: [] }

export function generated2026(world: DemoWorld, call: DemoCall, plans: Plans): Generated2026 {
  const files = plans.get(2026) ?? []
  return {
    files,
    send: (byHand) =>
      world.db.transaction(async (tx) => {
        const placed = placeFiles(files, { from: day('2025-11-12'), days: 79 }, await formerActions(tx, files))
        await load(world, tx, { call, placed, byHand })
        await loadOpinions(world, tx, placed, ASKING_2026)
        return placed
      }),
    finish: (placed) => world.db.transaction((tx) => finish2026(world, tx, { placed, next: plans.get(2027) ?? [] })),
  }
}

export function generated2027(world: DemoWorld, call: DemoCall, of: { plans: Plans; partners: readonly PartnerAsked[] }): Generated2027 {
  const files = of.plans.get(2027) ?? []
  const asking: Asking = { askedOn: day('2027-02-08'), dueOn: day('2027-03-01'), waiting: 0.08, partners: of.partners }
  return {
    files,
    send: (byHand) =>
      world.db.transaction(async (tx) => {
        const placed = placeFiles(files, { from: day('2026-11-18'), days: 73 }, await formerActions(tx, files))
        await load(world, tx, { call, placed, byHand })
        await loadOpinions(world, tx, placed, asking)
      }),
  }
}

async function load(world: DemoWorld, tx: Tx, of: { call: DemoCall; placed: readonly PlacedFile[]; byHand: number }): Promise<void> {
  const { call, placed, byHand } = of
  const { formVersionId } = await tx.one(
    z.object({ formVersionId: idColumn }),
  )`select form_version_id as "formVersionId" from call where id = ${callIdOf(call)}`
  await loadFiles(world, tx, placed, { call, formVersionId, firstNumber: byHand + 1 })
  await loadCompleteness(world, tx, placed)
  await record(tx, mandateOf(world, 'lead'), 'demonstration.files-loaded', callIdOf(call), { files: placed.length })
}

const Former = z.object({ actionId: idColumn, title: z.string(), siret: z.string() })

/** The action of a file asked again is that of the year before, whichever door it came by. */
async function formerActions(
  tx: Tx,
  files: readonly GeneratedFile[],
): Promise<Map<string, Pick<PlacedFile, 'applicationId' | 'partId' | 'actionId'>>> {
  const rows = await tx.rows(Former)`
    select t.id as "actionId", t.title, o.siret from action t join organisation o on o.id = t.organisation_id where ${wholeDatabase}`
  const ids = new Map(rows.map(({ siret, title, actionId }) => [`${siret}/${title}`, actionId]))
  const fresh = placeFiles(files, { from: day('2026-01-01'), days: 1 })
  return new Map(
    fresh.map(({ file, applicationId, partId, actionId }) => {
      const { action } = file
      return [action.key, { applicationId, partId, actionId: ids.get(`${action.carrier.siret}/${action.title}`) ?? actionId }]
    }),
  )
}

/** Told, confirmed, bound, paid; accounted for by those who ask again, and in full by a quarter. */
async function finish2026(
  world: DemoWorld,
  tx: Tx,
  { placed, next }: { placed: readonly PlacedFile[]; next: readonly GeneratedFile[] },
): Promise<void> {
  const awards = await listLoadedAwards(world, tx, placed)
  await tellAndConfirm(world, tx, awards)
  await bindAndPayAll(world, tx, awards, { unpaid: isUnpaid, accountedOn: () => undefined })
  const asked = new Map(placeFiles(next, { from: day('2026-11-18'), days: 73 }).map((one) => [one.file.action.key, one.submittedOn]))
  const funded = placed.filter(({ file }) => file.outcome === 'awarded')
  const interim = funded.flatMap((one): HandedIn[] => {
    const submitted = asked.get(one.file.action.key)
    return submitted ? [{ one, kind: 'interim', on: addDays(submitted, -2 - (one.file.action.key.charCodeAt(3) % 9)) }] : []
  })
  const final = funded.filter(({ partId }) => seededRandom(`early ${partId}`).chance(0.26))
  const reports: HandedIn[] = [
    ...interim,
    ...final.map(
      (one): HandedIn => ({ one, kind: 'final', on: addDays(day('2027-02-01'), seededRandom(`early day ${one.partId}`).between(0, 33)) }),
    ),
  ]
  await loadReports(tx, reports)
}

/** One in forty: a refused account, a closed establishment, an agreement not signed. */
function isUnpaid({ rank }: LoadedAward): boolean {
  return rank % 41 === 5
}
