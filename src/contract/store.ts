import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'

const ContractRow = z.object({
  id: idColumn,
  code: z.string(),
  name: z.string(),
  generation: z.enum(['2015-2023', '2024-2030']),
  carrierId: idColumn,
  carrierName: z.string(),
  validFrom: dayColumn,
  validTo: dayColumn,
  announcedOrientations: z.number().nullable(),
  note: z.string().nullable(),
  source: z.string(),
})
export type Contract = z.infer<typeof ContractRow>

export function listContracts(db: Db): Promise<Contract[]> {
  return db.rows(ContractRow)`
    select c.id, c.code, c.name, c.generation, c.carrier_id as "carrierId", o.name as "carrierName",
      c.valid_from as "validFrom", c.valid_to as "validTo",
      c.announced_orientations as "announcedOrientations", c.note, c.source
    from contract c join organisation o on o.id = c.carrier_id
    order by c.valid_from desc, c.code`
}

export async function findContract(db: Db, code: string): Promise<Contract | undefined> {
  const contracts = await listContracts(db)
  return contracts.find((contract) => contract.code === code)
}

export async function findContractById(db: Db, id: string): Promise<Contract | undefined> {
  const contracts = await listContracts(db)
  return contracts.find((contract) => contract.id === id)
}

/** The accounts of the budget form under which a public funder is asked (account 74). */
export const FUNDER_ACCOUNTS = ['74etat', '74region', '74dep', '74epci', '74com', '74orgasoc', '74fe', '74agenceserv', '74x'] as const

const Funder = z.object({
  id: idColumn,
  name: z.string(),
  shortName: z.string(),
  siret: z.string(),
  budgetAccount: z.enum(FUNDER_ACCOUNTS),
  pilot: z.boolean(),
})
/** A funder of a contract; `id` is its organisation's. */
export type Funder = z.infer<typeof Funder>

/** The funders of a contract, in the order of its tables. */
export function listFunders(db: Db, contractId: string): Promise<Funder[]> {
  return db.rows(Funder)`
    select o.id, o.name, f.short_name as "shortName", o.siret, f.budget_account as "budgetAccount", f.pilot
    from contract_funder f join organisation o on o.id = f.organisation_id
    where f.contract_id = ${contractId}
    order by f.position`
}

export const PILLARS = ['cohesion', 'employment', 'environment', 'transversal'] as const
export type Pillar = (typeof PILLARS)[number]

const Orientation = z.object({ id: idColumn, code: z.string(), label: z.string(), pillar: z.enum(PILLARS), fictitious: z.boolean() })
export type Orientation = z.infer<typeof Orientation>

/** The orientations of a contract in force on a day: what a part can choose. */
export function listOrientations(db: Db, contractId: string, on: Day): Promise<Orientation[]> {
  return db.rows(Orientation)`
    select id, code, label, pillar, fictitious from orientation
    where contract_id = ${contractId} and level = 'orientation' and label is not null
      and valid_from <= ${on} and (valid_to is null or valid_to > ${on})
    order by code`
}

const Theme = z.object({ code: z.string(), label: z.string(), parentCode: z.string().nullable() })
export type Theme = z.infer<typeof Theme>

/** National themes with the codes of Dauphin; those without a parent are headings. */
export function listThemes(db: Db): Promise<Theme[]> {
  return db.rows(Theme)`select code, label, parent_code as "parentCode" from theme order by code`
}

const ContractQpv = z.object({
  id: idColumn,
  code: z.string(),
  name: z.string(),
  inhabitants: z.number().nullable(),
  fictitious: z.boolean(),
  communes: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type ContractQpv = z.infer<typeof ContractQpv>

/** The neighbourhoods of a contract with their communes, by commune then name. */
export function listContractQpvs(db: Db, contractId: string): Promise<ContractQpv[]> {
  return db.rows(ContractQpv)`
    select q.id, q.code, q.name, q.inhabitants, q.fictitious,
      json_agg(json_build_object('code', c.code, 'name', c.name) order by c.name collate "und-x-icu") as communes
    from contract_qpv cq
    join qpv q on q.id = cq.qpv_id
    join qpv_commune qc on qc.qpv_id = q.id
    join commune c on c.code = qc.commune_code
    where cq.contract_id = ${contractId}
    group by q.id
    order by min(c.name collate "und-x-icu"), q.name collate "und-x-icu"`
}

export const FUNDER_RULES = ['deposit-needs-final-report', 'deposit-needs-interim-report', 'payment-needs-final-report'] as const
export type FunderRule = (typeof FUNDER_RULES)[number]

/** Whether a funder applies one of its own rules on a day; a rule never set does not apply. */
export async function funderApplies(db: Db, rule: FunderRule, by: { funderId: string; on: Day }): Promise<boolean> {
  const latest = await db.maybe(z.object({ active: z.boolean() }))`
    select active from funder_rule
    where funder_id = ${by.funderId} and rule = ${rule} and valid_from <= ${by.on}
    order by valid_from desc limit 1`
  return latest?.active ?? false
}
