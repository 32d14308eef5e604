import { z } from 'zod'
import type { Contract } from '#contract/store.ts'
import { listContracts } from '#contract/store.ts'
import { idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { EMPLOYMENT_RATE, type Figure, INHABITANTS } from '#territory/figure.ts'
import { listFigures } from '#territory/figure-store.ts'
import { listQpvs, listQpvsById, type Qpv } from '#territory/store.ts'

const Id = z.object({ id: idColumn })

/** The neighbourhoods that a contract holds, priority and watch, with their names, communes and programmes. */
export async function listNeighbourhoods(db: Db, contractId: string): Promise<Qpv[]> {
  const ids = await db.rows(Id)`select qpv_id as id from contract_qpv where contract_id = ${contractId}`
  return ids.length === 0
    ? []
    : listQpvsById(
        db,
        ids.map(({ id }) => id),
      )
}

/** The contract that holds a neighbourhood, the latest when there are several. */
export async function findContractOfQpv(db: Db, qpvId: string): Promise<Contract | undefined> {
  const ids = await db.rows(Id)`select contract_id as id from contract_qpv where qpv_id = ${qpvId}`
  const contracts = await listContracts(db)
  return contracts.find((one) => ids.some(({ id }) => id === one.id))
}

/** Every figure of these neighbourhoods, and the employment rates of what they are compared with. */
export async function listNeighbourhoodFigures(db: Db, qpvs: readonly Qpv[]): Promise<Figure[]> {
  const epcis = [...new Set(qpvs.map(({ epciSiren }) => epciSiren))]
  const communes = [...new Set(qpvs.flatMap((one) => one.communes.map(({ code }) => code)))]
  return listFigures(db, {
    subjects: [
      ...qpvs.map(({ code }) => ({ kind: 'qpv' as const, code })),
      ...epcis.map((code) => ({ kind: 'epci' as const, code })),
      ...communes.map((code) => ({ kind: 'commune' as const, code })),
      { kind: 'country', code: 'FR' },
    ],
    indicators: [EMPLOYMENT_RATE, INHABITANTS],
  })
}

/** The neighbourhoods of the same list and intermunicipality, itself included: those among which one is ranked. */
export async function listPeers(db: Db, qpv: Qpv): Promise<Qpv[]> {
  const peers = await listQpvs(db, { epciSiren: qpv.epciSiren, on: qpv.validFrom })
  return peers.filter((one) => one.generation === qpv.generation && one.kind === qpv.kind)
}
