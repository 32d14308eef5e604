import type { Mandate } from '#access/mandate.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { aMandate, fictitiousSiret, type World } from './world.ts'

export type Roles = Record<'delegate' | 'signatory' | 'ars' | 'elected' | 'council', Mandate>

/** The functions that the small world does not need: they follow, sign, give opinions or read. The elected member sits for Liévin. */
export async function theOtherRoles(db: Db, world: World): Promise<Roles> {
  const ars = await anOrganisation(db, 21, 'Agence régionale de santé', 'other-public')
  const council = await anOrganisation(db, 22, 'Conseil citoyen de la Cité des Galibots', 'association')
  const { contractId, organisations } = world
  await db.run`update organisation set commune_code = '62510' where id = ${organisations.otherPorteur} and commune_code is null`
  const of = (name: string, organisationId: string, fn: Mandate['function']): Promise<Mandate> =>
    aMandate(db, { name, organisationId, function: fn, contractId })
  return {
    delegate: await of('Déléguée du préfet', organisations.state, 'state-delegate'),
    signatory: await of('Sous-préfète', organisations.state, 'state-signatory'),
    ars: await of('Chargée de mission de l’ARS', ars, 'opinion-giver'),
    elected: await of('Maire de Liévin', organisations.otherPorteur, 'elected'),
    council: await narrowedTo(db, await of('Membre du conseil citoyen', council, 'council'), [world.qpvs.lens]),
  }
}

/** The same mandate, now held on these neighbourhoods only. */
export async function narrowedTo(db: Db, mandate: Mandate, qpvIds: readonly string[]): Promise<Mandate> {
  for (const qpvId of qpvIds)
    await db.run`insert into mandate_territory (id, mandate_id, qpv_id) values (${newId()}, ${mandate.id}, ${qpvId})`
  return { ...mandate, qpvIds: [...qpvIds], scope: { ...mandate.scope, qpvIds } }
}

async function anOrganisation(db: Db, rank: number, name: string, form: string): Promise<string> {
  const id = newId()
  await db.run`insert into organisation (id, siret, name, legal_form, fictitious) values (${id}, ${fictitiousSiret(rank)}, ${name}, ${form}, true)`
  return id
}
