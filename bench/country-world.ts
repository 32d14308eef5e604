/** The country: contracts of five years, actions of one or two years, awards of one to five funders. Round numbers, the same every time. */
export const COUNTRY = { contracts: 450, actions: 300_000, awards: 1_000_000 } as const

const YEARS = [2022, 2023, 2024, 2025, 2026] as const

/** An id one can count on: the kind of thing, then its number. In order, so that indexes grow at their end. */
const id = (kind: number, number: string): string =>
  `('${String(kind).padStart(8, '0')}-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

/**
 * Set-based, in about half a minute, on a database that has just been migrated and that nobody else uses: foreign keys and triggers are left
 * out of a world made of formulas; it is read, never written.
 */
export const COUNTRY_STATEMENTS: readonly string[] = [
  `do $$ declare k record; begin
    for k in select conrelid::regclass as owner, conname from pg_constraint where contype = 'f' loop
      execute format('alter table %s drop constraint %I', k.owner, k.conname); end loop;
    for k in select c.relname as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' loop
      execute format('alter table %I disable trigger user', k.owner); end loop;
  end $$`,
  'set synchronous_commit = off',
  `insert into organisation (id, siret, name, legal_form, fictitious)
    select ${id(1, 'n')}, lpad(n::text, 14, '0'), 'Organisation ' || n,
      (array['association','association','association','association','commune','ccas','school','landlord','company','epci'])[1 + n % 10], true
    from generate_series(1, 60000) n`,
  `insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, source)
    select ${id(2, 'n')}, 'contrat-' || n, 'Contrat ' || n, '2024-2030', ${id(1, 'n')}, '2022-01-01', '2030-12-31', 'mesure'
    from generate_series(1, ${COUNTRY.contracts}) n`,
  `insert into epci (siren, name) values ('000000000', 'Mesure')`,
  `insert into qpv (id, code, name, generation, epci_siren, fictitious, valid_from)
    select ${id(3, 'n')}, 'QP' || lpad(n::text, 6, '0'), 'Quartier ' || n, 2015, '000000000', true, '2022-01-01'
    from generate_series(0, ${COUNTRY.contracts} * 4 - 1) n`,
  `insert into orientation (id, contract_id, code, label, pillar, fictitious, valid_from)
    select ${id(4, 'c * 12 + k')}, ${id(2, 'c')}, k::text, 'Orientation ' || k, (array['cohesion','employment','environment'])[1 + k % 3], true, '2022-01-01'
    from generate_series(1, ${COUNTRY.contracts}) c, generate_series(0, 11) k`,
  `insert into theme (code, label) select 't' || n, 'Thème ' || n from generate_series(0, 29) n`,
  `insert into envelope (id, contract_id, funder_id, year, code, label, kind, amount_cents)
    select ${id(5, '(c * 10 + y) * 8 + f')}, ${id(2, 'c')},
      ${id(1, '(case f when 0 then 50000 + c % 100 when 1 then 51000 + c when 2 then 52000 + c % 18 when 3 then 53000 + c % 100 else 54000 + c end)')},
      2022 + y, 'e' || f, 'Enveloppe', (array['specific','specific','droit-commun','droit-commun','engineering'])[1 + f], 100000000000
    from generate_series(1, ${COUNTRY.contracts}) c, generate_series(0, ${YEARS.length - 1}) y, generate_series(0, 4) f`,
  `insert into action (id, contract_id, organisation_id, title, first_year, created_on)
    select ${id(6, 'n')}, ${id(2, '(1 + n % 450)')}, ${id(1, '(1 + (n * 7919::bigint) % 50000)')}, 'Action', 2022 + (n / 450) % 5, '2022-01-01'
    from generate_series(0, ${COUNTRY.actions - 1}) n`,
  // One action in five goes on a second year.
  `create temporary table lived as
    select (row_number() over (order by n, again))::bigint as p, n, 2022 + ((n / 450) % 5 + again) % 5 as year, again
    from generate_series(0, ${COUNTRY.actions - 1}) n, generate_series(0, 1) again where again = 0 or n % 5 = 0`,
  `insert into application (id, call_id, contract_id, organisation_id, form_version_id, origin, created_on, created_by)
    select ${id(7, 'l.p')}, ${id(9, '1')}, a.contract_id, a.organisation_id, ${id(9, '2')}, 'pilotis', '2022-01-01', ${id(9, '3')}
    from lived l join action a on a.id = ${id(6, 'l.n')}`,
  `insert into submission (application_id, call_id, number, submitted_on, submitted_by, framing_version)
    select ${id(7, 'p')}, ${id(9, '1')}, p, '2022-01-01', ${id(9, '3')}, 1 from lived`,
  `insert into action_part (id, application_id, action_id, contract_id, organisation_id, year, position, renewed, title, orientation_id, theme_code)
    select ${id(8, 'l.p')}, ${id(7, 'l.p')}, a.id, a.contract_id, a.organisation_id, l.year, 1, again = 1 or l.n % 3 > 0, 'Action',
      ${id(4, '((1 + l.n % 450) * 12 + (l.n / 450) % 12)')}, 't' || l.n % 30
    from lived l join action a on a.id = ${id(6, 'l.n')}`,
  // Three in four are in one neighbourhood, the others in two.
  `insert into part_territory (part_id, qpv_id, share)
    select ${id(8, 'p')}, ${id(3, '((n % 450) * 4 + (n / 450 + k) % 4)')}, case when n % 4 > 0 then 1 else 0.5 end
    from lived, generate_series(0, 1) k where k = 0 or n % 4 = 0`,
  `insert into part_public (part_id, age_band, women, men)
    select ${id(8, 'p')}, band, (n * 13 + 5) % 40, (n * 7 + 3) % 30 from lived, unnest(array['16-25', '26-59']) band`,
  `insert into gender_marker (id, part_id, application_id, marker, criteria_needed, way, settled_on, settled_by)
    select ${id(10, 'p')}, ${id(8, 'p')}, ${id(7, 'p')}, p % 3, 2, 'agreement', '2022-03-01', ${id(9, '3')} from lived where p % 10 < 6`,
  `create temporary table won as
    select (row_number() over (order by p, f))::bigint as w, p, n, year, f, 50000 * (1 + (n * 31 + f * 7) % 40) + n % 2 as cents
    from lived, generate_series(0, 4) f where (n + f) % 5 < 2 or (n % 9 < 8 and f = (n / 5) % 5) or f = (n / 25) % 5
    limit ${COUNTRY.awards}`,
  `insert into award (id, action_id, part_id, year, envelope_id, paid_cents)
    select ${id(11, 'w')}, ${id(6, 'n')}, ${id(8, 'p')}, year, ${id(5, '((1 + n % 450) * 10 + year - 2022) * 8 + f')}, case when w % 2 = 0 then cents / 2 else 0 end from won`,
  `insert into decision (id, award_id, act_id, amount_cents, decided_on, decided_by)
    select ${id(12, 'w')}, ${id(11, 'w')}, ${id(9, '4')}, cents, '2022-04-01', ${id(9, '3')} from won`,
  `insert into award_territory (decision_id, award_id, qpv_id, amount_cents)
    select ${id(12, 'w')}, ${id(11, 'w')}, ${id(3, '((n % 450) * 4 + (n / 450 + k) % 4)')},
      case when n % 4 > 0 then cents when k = 0 then cents - cents / 2 else cents / 2 end
    from won, generate_series(0, 1) k where k = 0 or n % 4 = 0`,
  `insert into obligation (id, award_id, number, amount_cents, obligated_on, recorded_by)
    select ${id(13, 'w')}, ${id(11, 'w')}, 'EJ' || w, cents, '2022-05-01', ${id(9, '3')} from won where w % 10 < 9`,
  `insert into notification (id, award_id, letter_id, notified_on, notified_by)
    select ${id(14, 'w')}, ${id(11, 'w')}, ${id(9, '5')}, '2022-04-15', ${id(9, '3')} from won where w % 20 > 0`,
  'drop table won',
  'drop table lived',
]
