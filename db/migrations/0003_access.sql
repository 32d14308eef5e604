-- Organisations, persons, the mandates under which they act, and who may read what.

create table organisation (
  id uuid primary key,
  siret text not null unique check (siret ~ '^\d{14}$'),
  rna text check (rna ~ '^W\d[A-Z\d]\d{7}$'),
  name text not null check (name <> ''),
  short_name text,
  legal_form text not null check (legal_form in (
    'association', 'foundation', 'commune', 'ccas', 'epci', 'state', 'region', 'department', 'caf',
    'school', 'landlord', 'company', 'natural-person', 'other-public')),
  address text not null default '',
  postal_code text not null default '',
  commune_code text references commune,
  fictitious boolean not null default false
);
create index organisation_by_name on organisation using gin (name gin_trgm_ops);

-- Never shown whole: pages mask it, no export carries it.
create table bank_account (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  iban text not null check (iban ~ '^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$'),
  holder text not null,
  valid_from date not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index bank_account_by_organisation on bank_account (organisation_id, recorded_at desc);

create table person (
  id uuid primary key,
  name text not null default '',
  email text not null unique check (email = lower(email) and position('@' in email) > 1),
  email_verified boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- A person acts under one mandate at a time: a function, for an organisation, on a contract, between two dates.
create table mandate (
  id uuid primary key,
  person_id uuid not null references person,
  function text not null check (function in ('porteur', 'project-lead', 'state-instructor', 'funder')),
  organisation_id uuid not null references organisation,
  contract_id uuid,
  valid_from date not null,
  valid_to date,
  check (valid_to >= valid_from),
  check (function = 'porteur' or contract_id is not null)
);
create index mandate_by_person on mandate (person_id);
create index mandate_by_organisation on mandate (organisation_id);

-- A newcomer claims a SIRET; the project lead confirms or refuses.
create table mandate_claim (
  id uuid primary key,
  person_id uuid not null references person,
  siret text not null check (siret ~ '^\d{14}$'),
  organisation_name text not null,
  legal_form text not null,
  claimed_on date not null,
  claimed_at timestamptz not null default clock_timestamp()
);
create index mandate_claim_by_person on mandate_claim (person_id);

create table mandate_claim_decision (
  claim_id uuid primary key references mandate_claim,
  accepted boolean not null,
  reason text not null default '',
  decided_on date not null,
  decided_by uuid not null references mandate,
  mandate_id uuid references mandate,
  check (accepted = (mandate_id is not null)),
  check (accepted or reason <> '')
);

-- Who may read a file besides its applicant: granted when it is submitted, or when an opinion is asked.
create table reading_right (
  subject_id uuid not null,
  organisation_id uuid not null references organisation,
  reason text not null,
  granted_at timestamptz not null default clock_timestamp(),
  primary key (subject_id, organisation_id)
);
create index reading_right_by_organisation on reading_right (organisation_id, subject_id);

-- What a person may not examine, that person does not see.
create table declared_interest (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  nature text not null check (nature <> ''),
  declared_on date not null,
  ended_on date,
  check (ended_on >= declared_on)
);
create index declared_interest_by_person on declared_interest (person_id);
