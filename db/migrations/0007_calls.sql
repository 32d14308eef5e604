-- Calls, applications and their parts, budgets, attachments.

-- Forms are versioned rows from the start: an open draft keeps the version it was begun with.
create table form_version (
  id uuid primary key,
  code text not null,
  number integer not null check (number > 0),
  definition jsonb not null,
  published_on date not null,
  unique (code, number)
);
create trigger form_version_is_final before update or delete on form_version for each row execute function refuse_change();

create table call (
  id uuid primary key,
  contract_id uuid not null references contract,
  code text not null unique check (code ~ '^[a-z0-9-]+$'),
  title text not null,
  year integer not null check (year between 2000 and 2100),
  door text not null check (door in ('pilotis-first', 'dauphin-first')),
  opens_on date not null,
  closes_on date not null,
  form_version_id uuid not null references form_version,
  check (closes_on >= opens_on),
  unique (id, contract_id)
);

-- PRJ-02: each submission keeps the version of the framing note it was made under.
create table call_framing (
  call_id uuid not null references call,
  version integer not null check (version > 0),
  body text not null,
  published_on date not null,
  primary key (call_id, version)
);

create table application (
  id uuid primary key,
  call_id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null references organisation,
  form_version_id uuid not null references form_version,
  origin text not null check (origin in ('pilotis', 'dauphin')),
  dauphin_number text check (dauphin_number ~ '^[A-Z0-9-]{4,30}$'),
  created_on date not null,
  created_by uuid not null references mandate,
  foreign key (call_id, contract_id) references call (id, contract_id),
  unique (call_id, dauphin_number),
  unique (id, contract_id, organisation_id)
);
create index application_by_organisation on application (organisation_id);
create index application_by_call on application (call_id);

create table submission (
  application_id uuid primary key references application,
  call_id uuid not null references call,
  number integer not null check (number > 0),
  submitted_on date not null,
  submitted_at timestamptz not null default clock_timestamp(),
  submitted_by uuid not null references mandate,
  framing_version integer not null,
  receipt_file_id uuid references stored_file,
  unique (call_id, number),
  foreign key (call_id, framing_version) references call_framing (call_id, version)
);

create table application_withdrawal (
  application_id uuid primary key references application,
  withdrawn_on date not null,
  withdrawn_by uuid not null references mandate,
  reason text not null check (reason <> '')
);

-- A deposit after the closing date needs one of these (PRJ-01).
create table application_reopening (
  id uuid primary key,
  application_id uuid not null references application,
  until date not null,
  reason text not null check (reason <> ''),
  reopened_on date not null,
  reopened_by uuid not null references mandate
);
create index application_reopening_by_application on application_reopening (application_id);

-- The permanent thing: one id for all funders and all years.
create table action (
  id uuid primary key,
  contract_id uuid not null references contract,
  organisation_id uuid not null references organisation,
  title text not null,
  first_year integer not null,
  created_on date not null,
  unique (id, contract_id, organisation_id)
);
create index action_by_organisation on action (organisation_id);

-- Application x action x year: content, budget, shares. Typed core; the raw text of each field is in answer.
create table action_part (
  id uuid primary key,
  application_id uuid not null,
  action_id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  year integer not null,
  position integer not null check (position > 0),
  renewed boolean not null,
  title text not null default '',
  summary text not null default '',
  orientation_id uuid,
  theme_code text references theme,
  starts_on date,
  ends_on date,
  expected_result text not null default '',
  indicator text not null default '',
  indicator_target text not null default '',
  floor_cents bigint check (floor_cents >= 0),
  foreign key (application_id, contract_id, organisation_id) references application (id, contract_id, organisation_id),
  foreign key (action_id, contract_id, organisation_id) references action (id, contract_id, organisation_id),
  foreign key (orientation_id, contract_id) references orientation (id, contract_id),
  unique (application_id, position),
  unique (application_id, action_id),
  unique (id, application_id)
);
create index action_part_by_action on action_part (action_id, year);

create table part_territory (
  part_id uuid not null references action_part on delete cascade,
  qpv_id uuid not null references qpv,
  share numeric(7, 6) not null check (share > 0 and share <= 1),
  primary key (part_id, qpv_id)
);
create index part_territory_by_qpv on part_territory (qpv_id);

create table part_public (
  part_id uuid not null references action_part on delete cascade,
  age_band text not null check (age_band in ('0-5', '6-11', '12-15', '16-25', '26-59', '60+')),
  women integer not null default 0 check (women between 0 and 1000000),
  men integer not null default 0 check (men between 0 and 1000000),
  primary key (part_id, age_band)
);

-- Version 1 is the application's; later ones revise it after the decisions.
create table budget (
  id uuid primary key,
  part_id uuid not null references action_part on delete cascade,
  version integer not null check (version > 0),
  created_on date not null,
  unique (part_id, version)
);

-- Amounts asked of the funders of the contract are in request, not here.
create table budget_line (
  budget_id uuid not null references budget on delete cascade,
  account text not null,
  amount_cents bigint not null check (amount_cents between 0 and 100000000000),
  primary key (budget_id, account)
);

-- Part x funder.
create table request (
  id uuid primary key,
  part_id uuid not null,
  application_id uuid not null,
  funder_id uuid not null references organisation,
  asked_cents bigint not null check (asked_cents between 0 and 100000000000),
  foreign key (part_id, application_id) references action_part (id, application_id) on delete cascade,
  unique (part_id, funder_id)
);
create index request_by_funder on request (funder_id);
create index request_by_application on request (application_id);

-- Every text typed in a form, field by field, revision by revision. subject_id: the application or one of its parts.
create table answer (
  application_id uuid not null references application on delete cascade,
  subject_id uuid not null,
  field text not null check (field ~ '^[a-zA-Z0-9._-]{1,80}$'),
  revision integer not null check (revision > 0),
  raw text not null,
  author_id uuid not null references person,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (subject_id, field, revision)
);
create index answer_by_application on answer (application_id);

-- Typed over a stale revision: both texts are kept until somebody chooses.
create table answer_conflict (
  id uuid primary key,
  application_id uuid not null references application on delete cascade,
  subject_id uuid not null,
  field text not null,
  base_revision integer not null,
  raw text not null,
  author_id uuid not null references person,
  saved_at timestamptz not null default clock_timestamp(),
  resolved_at timestamptz
);
create index answer_conflict_open on answer_conflict (application_id) where resolved_at is null;

create table attachment (
  id uuid primary key,
  application_id uuid not null references application on delete cascade,
  kind text not null check (kind in ('statutes', 'officers', 'bank-details', 'accounts', 'activity-report', 'quote', 'power', 'missing-piece', 'other')),
  file_id uuid not null references stored_file,
  added_on date not null,
  added_by uuid not null references mandate,
  removed_on date
);
create index attachment_by_application on attachment (application_id);

-- Set by a later step when money is decided: what must be handed in before the next deposits.
create table deposit_condition (
  id uuid primary key,
  action_id uuid not null references action,
  funder_id uuid not null references organisation,
  deposit_year integer not null,
  report_kind text not null check (report_kind in ('interim', 'final')),
  report_year integer not null,
  settled_on date,
  unique (action_id, funder_id, deposit_year, report_kind, report_year)
);

create table deposit_override (
  id uuid primary key,
  condition_id uuid not null unique references deposit_condition,
  reason text not null check (reason <> ''),
  granted_on date not null,
  granted_by uuid not null references mandate
);
