import type { AppContext } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { listWithoutDauphinNumber } from './submission-store.ts'
import { numberField, WithoutDauphinNumberPage } from './WithoutDauphinNumberPage.tsx'

/** A number that was refused: of which application, what was typed and why. */
export interface RefusedNumber {
  applicationId: string
  typed: string
  messages: readonly string[]
}

/** The list of the requests to the State without a number; a refused one comes back beside its row. */
export async function showWithoutNumber(c: AppContext, refused?: RefusedNumber): Promise<Response> {
  const { db, mandate, frame } = c.var
  const { contractId } = mandate
  const rows = contractId === null ? [] : await listWithoutDauphinNumber(db, mandate.scope, contractId)
  const errors = (refused?.messages ?? []).map((message) => ({ field: numberField(refused?.applicationId ?? ''), message }))
  const props = { frame, rows, errors, typed: refused?.typed ?? '', mayWrite: may(mandate, 'dauphin:number') }
  return c.html(<WithoutDauphinNumberPage {...props} />, refused ? 422 : 200)
}
