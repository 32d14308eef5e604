import type { Database } from '#platform/db.ts'
import { type Roles, theOtherRoles } from '#testing/roles.ts'
import { aWorld, TODAY, type World } from '#testing/world.ts'

/** Contracts of three years: with 300 files a year each, 30,000 actions are 34 contracts. */
const FILES_A_YEAR = 300
const YEARS = 3

/** An id that can be written from a kind and a number, of the shape of a random one. */
const id = (kind: string, number: string): string =>
  `overlay(overlay(md5('${kind}' || ${number}) placing '4' from 13) placing '8' from 17)::uuid`

export interface HomesWorld {
  world: World
  roles: Roles
  actions: number
}

/** Set-based: foreign keys hold, only the triggers of single rows are left out, and what they keep is summed at the end. */
export async function homesWorld(database: Database, actions: number): Promise<HomesWorld> {
  const world = await aWorld(database)
  const roles = await theOtherRoles(database, world)
  const contracts = Math.max(1, Math.round(actions / (FILES_A_YEAR * YEARS)))
  // In one go, on one connection: the temporary tables are its own.
  await database.script(statements(world, roles, { actions, contracts }).join(';\n'))
  return { world, roles, actions }
}

function statements(world: World, roles: Roles, { actions, contracts }: { actions: number; contracts: number }): string[] {
  return [...frames(world, contracts), ...files(world, { actions, contracts }), ...examined(world, roles), ...decided(world)]
}

const FUNDERS = ['state', 'epci', 'region', 'caf'] as const

function frames({ contractId, organisations, formVersionId, callId }: World, contracts: number): string[] {
  const funders = FUNDERS.map((key, rank) => `('${organisations[key]}'::uuid, '${key}', ${rank + 1})`).join(', ')
  return [
    `create temporary table asked_funder as select * from (values ${funders}) f (funder_id, key, rank)`,
    `create temporary table place as select c, case when c = 0 then '${contractId}'::uuid else ${id('contract', 'c')} end as contract_id
      from generate_series(0, ${contracts - 1}) c`,
    `insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, source)
      select contract_id, 'contrat-' || c, 'Contrat ' || c, '2024-2030', '${organisations.epci}', '2024-01-01', '2030-06-30', 'mesure' from place where c > 0`,
    `insert into contract_funder (contract_id, organisation_id, short_name, budget_account, pilot, position)
      select place.contract_id, f.organisation_id, f.short_name, f.budget_account, f.pilot, f.position from place, contract_funder f where c > 0 and f.contract_id = '${contractId}'`,
    `insert into call (id, contract_id, code, title, year, door, opens_on, closes_on, form_version_id)
      select ${id('call', "c || '-' || y")}, contract_id, 'appel-' || c || '-' || y, 'Appel', y, 'pilotis-first', make_date(y - 1, 11, 2), make_date(y, 1, 31), '${formVersionId}'
      from place, generate_series(2025, 2027) y where not (c = 0 and y = 2027)`,
    `insert into call_framing (call_id, version, body, published_on) select id, 1, 'Note.', opens_on from call where id <> '${callId}'`,
    `insert into body (id, contract_id, name, kind) select ${id('body', 'c')}, contract_id, 'Comité', 'funders-committee' from place`,
    `insert into meeting (id, body_id, title, held_on, starts_at)
      select ${id('meeting', "c || '-' || y")}, ${id('body', 'c')}, 'Comité ' || y, make_date(y, 3, 11), '09:00' from place, generate_series(2025, 2027) y`,
    `insert into envelope (id, contract_id, funder_id, year, code, label, kind, amount_cents)
      select ${id('envelope', "c || '-' || y || key")}, contract_id, funder_id, y, 'b-' || key, 'Enveloppe', 'specific', 100000000000
      from place, asked_funder, generate_series(2025, 2027) y`,
  ]
}

function files(
  { organisations, callId, formVersionId, mandates, qpvs }: World,
  { actions, contracts }: { actions: number; contracts: number },
): string[] {
  return [
    `insert into organisation (id, siret, name, legal_form, fictitious)
      select ${id('organisation', 'n')}, lpad(n::text, 14, '0'), 'Association ' || n, 'association', true from generate_series(1, ${Math.ceil(actions / 8)}) n`,
    `create temporary table lived as
      select n, place.c, place.contract_id, 2025 + (n / ${contracts}) % ${YEARS} as year,
        case when n % 1500 = 0 then '${organisations.porteur}'::uuid else ${id('organisation', `(1 + n % ${Math.ceil(actions / 8)})`)} end as organisation_id
      from generate_series(1, ${actions}) n join place on place.c = n % ${contracts}`,
    `insert into action (id, contract_id, organisation_id, title, first_year, created_on)
      select ${id('action', 'n')}, contract_id, organisation_id, 'Action ' || n, year, make_date(year, 1, 2) from lived`,
    `insert into application (id, call_id, contract_id, organisation_id, form_version_id, origin, dauphin_number, created_on, created_by)
      select ${id('application', 'n')}, case when c = 0 and year = 2027 then '${callId}'::uuid else ${id('call', "c || '-' || year")} end, contract_id,
        organisation_id, '${formVersionId}', 'pilotis', 'DA' || lpad(n::text, 8, '0'), make_date(year, 1, 2), '${mandates.porteur.id}' from lived`,
    `insert into submission (application_id, call_id, number, submitted_on, submitted_by, framing_version)
      select a.id, a.call_id, l.n, a.created_on, a.created_by, 1 from lived l join application a on a.id = ${id('application', 'l.n')}`,
    `insert into action_part (id, application_id, action_id, contract_id, organisation_id, year, position, renewed, title)
      select ${id('part', 'n')}, ${id('application', 'n')}, ${id('action', 'n')}, contract_id, organisation_id, year, 1, n % 3 > 0, 'Action ' || n from lived`,
    `insert into part_territory (part_id, qpv_id, share)
      select ${id('part', 'n')}, case n % 3 when 0 then '${qpvs.lens}'::uuid when 1 then '${qpvs.lievin}'::uuid else '${qpvs.both}'::uuid end, 1 from lived`,
    `insert into part_public (part_id, age_band, women, men) select ${id('part', 'n')}, '26-59', n % 40, n % 30 from lived`,
    `insert into request (id, part_id, application_id, funder_id, asked_cents)
      select ${id('request', 'n || key')}, ${id('part', 'n')}, ${id('application', 'n')}, funder_id, 100000 * (1 + n % 40)
      from lived, asked_funder where (n + rank) % 2 = 0 or key = 'state'`,
    `insert into reading_right (subject_id, organisation_id, reason)
      select subject, funder_id, 'financeur' from lived, asked_funder,
        lateral (values (${id('application', 'n')}), (${id('action', 'n')})) s (subject) where (n + rank) % 2 = 0 or rank <= 2`,
  ]
}

function examined({ mandates }: World, roles: Roles): string[] {
  return [
    `create temporary table asked_opinion as
      select n, year, funder_id as giver_id from lived, asked_funder where key in ('state', 'caf')
      union all select n, year, '${roles.ars.organisationId}'::uuid from lived where n % 4 = 0`,
    `insert into reading_right (subject_id, organisation_id, reason) select ${id('application', 'n')}, giver_id, 'avis demandé' from asked_opinion on conflict do nothing`,
    `insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
      select ${id('ask', 'n || giver_id::text')}, ${id('part', 'n')}, ${id('application', 'n')}, giver_id, make_date(year, 1, 3), make_date(year, 1, 10), '${mandates.lead.id}'
      from asked_opinion`,
    `insert into opinion (id, opinion_request_id, kind, reason, given_on, given_by)
      select ${id('opinion', 'n || giver_id::text')}, ${id('ask', 'n || giver_id::text')}, 'favourable', 'Action utile.', make_date(year, 1, 9), '${mandates.state.id}'
      from asked_opinion where n % 7 > 0`,
    `insert into completeness (id, application_id, complete, stated_on, stated_by)
      select ${id('complete', 'n')}, ${id('application', 'n')}, true, make_date(year, 1, 4), '${mandates.lead.id}' from lived where n % 10 > 0`,
    `insert into meeting_item (meeting_id, part_id, position) select ${id('meeting', "c || '-' || year")}, ${id('part', 'n')}, n from lived`,
    `insert into retention (id, meeting_id, part_id, envelope_id, retained_cents, retained_on, retained_by)
      select ${id('retention', 'n || key')}, ${id('meeting', "c || '-' || year")}, ${id('part', 'n')}, ${id('envelope', "c || '-' || year || key")}, 100000, make_date(year, 1, 10), '${mandates.state.id}'
      from lived, asked_funder where (n + rank) % 2 = 0 and n % 9 > 0`,
  ]
}

/** Of the years before: told, bound and paid save one in thirteen (not a divisor of the contracts), one account in five missing. Of this year: half is decided, a part told. */
function decided({ mandates, organisations }: World): string[] {
  const by = mandates.state.id
  return [
    'alter table decision disable trigger user; alter table payment disable trigger user; alter table obligation disable trigger user',
    `insert into funder_act (id, funder_id, authority, number, signed_on, recorded_on, recorded_by)
      values (${id('act', "''")}, '${organisations.state}', 'Autorité', 'A1', '${TODAY}', '${TODAY}', '${by}')`,
    `create temporary table won as select n, c, year, key, 100000 + (n % 5) * 50000 as cents
      from lived, asked_funder where (n + rank) % 2 = 0 and n % 9 > 0 and (year < 2027 or n % 2 = 0)`,
    `insert into award (id, action_id, part_id, year, envelope_id)
      select ${id('award', 'n || key')}, ${id('action', 'n')}, ${id('part', 'n')}, year, ${id('envelope', "c || '-' || year || key")} from won`,
    `insert into decision (id, award_id, act_id, amount_cents, decided_on, decided_by)
      select ${id('decision', 'n || key')}, ${id('award', 'n || key')}, ${id('act', "''")}, cents, make_date(year, 1, 11), '${by}' from won`,
    `insert into award_territory (decision_id, award_id, qpv_id, amount_cents)
      select ${id('decision', 'n || key')}, ${id('award', 'n || key')}, t.qpv_id, cents from won join part_territory t on t.part_id = ${id('part', 'n')}`,
    `insert into application_decided (application_id, decided_on) select distinct ${id('application', 'n')}, make_date(year, 1, 11) from won`,
    `insert into stored_file (id, hash, size_bytes, kind, name) values (${id('file', "''")}, repeat('0', 64), 1, 'pdf', 'courrier.pdf')`,
    `insert into letter (id, award_id, kind, file_id, produced_on, produced_by)
      select ${id('letter', 'n || key')}, ${id('award', 'n || key')}, 'award', ${id('file', "''")}, make_date(year, 1, 12), '${by}' from won where year < 2027 or n % 4 = 0`,
    `insert into notification (id, award_id, letter_id, notified_on, notified_by)
      select ${id('told', 'n || key')}, ${id('award', 'n || key')}, ${id('letter', 'n || key')}, make_date(year, 1, 12), '${by}' from won where year < 2027 or n % 4 = 0`,
    `insert into obligation (id, award_id, number, amount_cents, obligated_on, recorded_by)
      select ${id('bound', 'n || key')}, ${id('award', 'n || key')}, 'EJ' || n || key, cents, make_date(year, 1, 13), '${by}' from won where year < 2027 and n % 13 > 0`,
    `insert into payment (id, award_id, obligation_id, amount_cents, paid_on, recorded_by)
      select ${id('payment', 'n || key')}, ${id('award', 'n || key')}, ${id('bound', 'n || key')}, cents, make_date(year, 1, 14), '${by}' from won where year < 2027 and n % 13 > 1`,
    `insert into report (id, action_id, part_id, year, kind)
      select ${id('report', 'n')}, ${id('action', 'n')}, ${id('part', 'n')}, year, 'final' from lived where year < 2027 and n % 5 > 0`,
    `insert into report_deposit (report_id, deposited_on, deposited_by, certified_by)
      select ${id('report', 'n')}, make_date(year + 1, 1, 10), '${mandates.porteur.id}', 'La présidente' from lived where year < 2027 and n % 5 > 0`,
    `update award w set paid_cents = p.cents from (select award_id, sum(amount_cents) as cents from payment group by award_id) p where p.award_id = w.id`,
    `update envelope e set decided_cents = d.cents
      from (select w.envelope_id, sum(d.amount_cents) as cents from award w join decision d on d.award_id = w.id group by w.envelope_id) d where d.envelope_id = e.id`,
    'alter table decision enable trigger user; alter table payment enable trigger user; alter table obligation enable trigger user',
    'analyze',
  ]
}
