import { listAxes } from '#contract/frame-store.ts'
import { listContractQpvs, listFunders, listOrientations, listThemes } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { FormChoices } from './form-fields.ts'

/** What the contract offers on the form: orientations in force, national themes, neighbourhoods, funders. */
export async function getFormChoices(db: Db, contractId: string, on: Day): Promise<FormChoices> {
  const orientations = await listOrientations(db, contractId, on)
  const themes = await listThemes(db)
  const qpvs = await listContractQpvs(db, contractId)
  const funders = await listFunders(db, contractId)
  const axes = await listAxes(db, contractId, on)
  return { orientations, themes, qpvs, funders, axes }
}
