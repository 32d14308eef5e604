import type { Tx } from '#platform/db.ts'
import { euros } from '#platform/money.ts'
import type { DemoWorld } from '../demo-world.ts'
import { fixedId } from '../reference.ts'
import { generatedBudget } from './generated-budget.ts'
import { askedOf } from './generated-file.ts'
import { insertRows, type Row } from './insert-rows.ts'
import type { PlacedFile } from './placed-file.ts'

/** Where, for whom and with what money: what the typed answers also say. */
export async function loadShape(world: DemoWorld, tx: Tx, placed: readonly PlacedFile[]): Promise<void> {
  await insertRows(tx, 'part_territory', placed.flatMap(territoryRows))
  await insertRows(tx, 'part_public', placed.flatMap(publicRows))
  await insertRows(
    tx,
    'budget',
    placed.map((one) => ({ id: budgetIdOf(one), part_id: one.partId, version: 1, created_on: one.startedOn })),
  )
  await insertRows(tx, 'budget_line', placed.flatMap(budgetRows))
  await insertRows(
    tx,
    'request',
    placed.flatMap((one) => requestRows(world, one)),
  )
}

export function territoryRows({ file, partId }: PlacedFile): Row[] {
  return file.action.shares.map(([code, percent]) => ({ part_id: partId, qpv_id: fixedId(`qpv/${code}`), share: Number(percent) / 100 }))
}

export function publicRows({ file, partId }: PlacedFile): Row[] {
  return Object.entries(file.action.people).map(([age_band, [women, men]]) => ({ part_id: partId, age_band, women, men }))
}

function budgetIdOf({ partId }: PlacedFile): string {
  return fixedId(`budget/${partId}/1`)
}

function budgetRows(one: PlacedFile): Row[] {
  const lines = [...generatedBudget(one.file)].filter(([, amount]) => amount > 0)
  return lines.map(([account, amount]) => ({ budget_id: budgetIdOf(one), account, amount_cents: euros(amount) }))
}

function requestRows(world: DemoWorld, { file, partId, applicationId }: PlacedFile): Row[] {
  return askedOf(file).map(([key, amount]) => {
    const funderId = world.funders[key].id
    return {
      id: fixedId(`request/${partId}/${key}`),
      part_id: partId,
      application_id: applicationId,
      funder_id: funderId,
      asked_cents: euros(amount),
    }
  })
}
