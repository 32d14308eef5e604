import type { Db, Tx } from '#platform/db.ts'
import { fixedId } from './fixed-id.ts'
import bodies from './reference/bodies.json' with { type: 'json' }
import funderRules from './reference/funder-rules.json' with { type: 'json' }
import funders from './reference/funders.json' with { type: 'json' }
import orientations from './reference/orientations.json' with { type: 'json' }
import themes from './reference/themes.json' with { type: 'json' }
import { loadCommitments } from './reference-commitments.ts'
import { loadContractFacts, loadContracts } from './reference-contract.ts'
import { linkContractQpvs, loadTerritory } from './territory.ts'

export { fixedId }

/** The contract of the reference data. */
export const LENS_LIEVIN = 'lens-lievin-2024-2030'

/** Loads the lists that no act makes: territory, themes, the contract with its frame and its funders. Run again, it changes nothing. */
export async function loadReference(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await loadTerritory(tx)
    await loadThemes(tx)
    await loadFunders(tx)
    await loadContracts(tx)
    await loadFrame(tx)
    await loadGovernance(tx)
    await loadContractFacts(tx)
    await loadCommitments(tx)
  })
}

async function loadThemes(tx: Tx): Promise<void> {
  for (const { code, label, parentCode } of themes) {
    await tx.run`insert into theme (code, label, parent_code) values (${code}, ${label}, ${parentCode}) on conflict do nothing`
  }
}

/** The identifier of an organisation of the reference or of the demonstration, by its SIRET. */
export function organisationIdOf(siret: string): string {
  return fixedId(`organisation/${siret}`)
}

async function loadFunders(tx: Tx): Promise<void> {
  for (const one of funders) {
    await tx.run`insert into organisation (id, siret, name, short_name, legal_form, address, postal_code, commune_code, fictitious)
      values (${organisationIdOf(one.siret)}, ${one.siret}, ${one.name}, ${one.shortName}, ${one.legalForm}, ${one.address}, ${one.postalCode}, ${one.communeCode}, ${one.fictitious})
      on conflict do nothing`
  }
}

export function bodyIdOf(name: string): string {
  return fixedId(`body/${LENS_LIEVIN}/${name}`)
}

async function loadGovernance(tx: Tx): Promise<void> {
  for (const { contractCode, name, kind } of bodies) {
    await tx.run`insert into body (id, contract_id, name, kind) values (${bodyIdOf(name)}, ${fixedId(`contract/${contractCode}`)}, ${name}, ${kind})
      on conflict do nothing`
  }
  for (const one of funderRules) {
    const funder = funders.find(({ shortName }) => shortName === one.funderShortName)
    if (!funder) throw new Error(`no funder ${one.funderShortName}`)
    await tx.run`insert into funder_rule (id, funder_id, rule, active, valid_from, source)
      values (${fixedId(`funder-rule/${funder.siret}/${one.rule}/${one.validFrom}`)}, ${organisationIdOf(funder.siret)}, ${one.rule}, ${one.active}, ${one.validFrom}, ${one.source})
      on conflict do nothing`
  }
}

/** What the contract of the demonstration is made of: neighbourhoods, orientations, funders in the order of its tables. */
async function loadFrame(tx: Tx): Promise<void> {
  const contractId = fixedId(`contract/${LENS_LIEVIN}`)
  await linkContractQpvs(tx, LENS_LIEVIN)
  for (const one of orientations) {
    await tx.run`insert into orientation (id, contract_id, code, label, pillar, fictitious, valid_from)
      values (${fixedId(`orientation/${LENS_LIEVIN}/${one.code}`)}, ${contractId}, ${one.code}, ${one.label}, ${one.pillar}, ${one.fictitious}, ${one.validFrom})
      on conflict do nothing`
  }
  for (const one of funders) {
    await tx.run`insert into contract_funder (contract_id, organisation_id, short_name, budget_account, pilot, position)
      values (${contractId}, ${organisationIdOf(one.siret)}, ${one.shortName}, ${one.budgetAccount}, ${one.pilot}, ${one.position})
      on conflict do nothing`
  }
}
