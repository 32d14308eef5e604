-- Communes, intermunicipalities, priority neighbourhoods by generation.

create table commune (
  code text primary key check (code ~ '^(\d{2}|2[AB])\d{3}$'),
  name text not null,
  department_code text not null,
  inhabitants integer check (inhabitants >= 0)
);

create table epci (
  siren text primary key check (siren ~ '^\d{9}$'),
  name text not null
);

create table epci_commune (
  epci_siren text not null references epci,
  commune_code text not null references commune,
  valid_from date not null,
  valid_to date,
  primary key (epci_siren, commune_code, valid_from),
  check (valid_to > valid_from)
);

create table qpv (
  id uuid primary key,
  code text not null unique check (code ~ '^(QP(\d{3}|02[AB])\d{3}|QN(\d{3}|02[AB])\d{2}[A-Z])$'),
  name text not null,
  generation integer not null check (generation in (2015, 2024)),
  epci_siren text not null references epci,
  inhabitants integer check (inhabitants >= 0),
  inhabitants_source text,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  check (valid_to > valid_from)
);

create table qpv_commune (
  qpv_id uuid not null references qpv,
  commune_code text not null references commune,
  primary key (qpv_id, commune_code)
);
create index qpv_commune_by_commune on qpv_commune (commune_code);
