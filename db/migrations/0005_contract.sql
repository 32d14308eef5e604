-- The contract, its frame, its funders, its neighbourhoods.

create table contract (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9-]+$'),
  name text not null,
  generation text not null check (generation in ('2015-2023', '2024-2030')),
  carrier_id uuid not null references organisation,
  valid_from date not null,
  valid_to date not null,
  source text not null,
  check (valid_to > valid_from)
);
alter table mandate add constraint mandate_contract_id_fkey foreign key (contract_id) references contract;

create table contract_qpv (
  contract_id uuid not null references contract,
  qpv_id uuid not null references qpv,
  primary key (contract_id, qpv_id)
);

-- Strategic frame: a part has one main orientation of its own contract.
create table orientation (
  id uuid primary key,
  contract_id uuid not null references contract,
  code text not null,
  label text not null,
  pillar text not null check (pillar in ('cohesion', 'employment', 'environment', 'transversal')),
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  unique (contract_id, code, valid_from),
  unique (id, contract_id)
);

-- National themes, with the codes of Dauphin.
create table theme (
  code text primary key,
  label text not null,
  parent_code text references theme
);

-- The funders of a contract, in the order of its tables. The pilot ones read every submitted file.
create table contract_funder (
  contract_id uuid not null references contract,
  organisation_id uuid not null references organisation,
  short_name text not null,
  budget_account text not null check (budget_account in (
    '74etat', '74region', '74dep', '74epci', '74com', '74orgasoc', '74fe', '74agenceserv', '74x')),
  pilot boolean not null default false,
  position integer not null,
  primary key (contract_id, organisation_id),
  unique (contract_id, position)
);

-- Dated rules that each funder sets for itself.
create table funder_rule (
  id uuid primary key,
  funder_id uuid not null references organisation,
  rule text not null check (rule in ('deposit-needs-final-report', 'deposit-needs-interim-report', 'payment-needs-final-report')),
  active boolean not null,
  valid_from date not null,
  source text not null,
  unique (funder_id, rule, valid_from)
);
