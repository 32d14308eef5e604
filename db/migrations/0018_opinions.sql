-- Opinions given signed in, by a link without an account, or typed by an agent after an e-mail; their reminders and their withdrawal.

-- An ask taken back keeps its row, its day and its reason; the organisation may be asked again by a new row.
alter table opinion_request
  add column withdrawn_on date,
  add column withdrawn_by uuid references mandate,
  add column withdrawal_reason text check (withdrawal_reason <> ''),
  add check ((withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null) = (withdrawal_reason is null)),
  add check (withdrawn_on >= asked_on),
  drop constraint opinion_request_part_id_organisation_id_key;
create unique index opinion_request_living on opinion_request (part_id, organisation_id) where withdrawn_on is null;

-- A link opens the asks it lists to whoever holds it, until a day. Only the hashes of its tokens are kept; a reminder adds one.
create table opinion_link (
  id uuid primary key,
  contract_id uuid not null references contract,
  organisation_id uuid not null references organisation,
  email text not null check (email = lower(email) and position('@' in email) > 1),
  sent_on date not null,
  sent_by uuid not null references mandate,
  expires_on date not null,
  revoked_on date,
  revoked_by uuid references mandate,
  check ((revoked_on is null) = (revoked_by is null)),
  check (expires_on >= sent_on)
);
create index opinion_link_by_organisation on opinion_link (organisation_id, contract_id);
create table opinion_link_request (
  link_id uuid not null references opinion_link,
  opinion_request_id uuid not null references opinion_request,
  primary key (link_id, opinion_request_id)
);
create index opinion_link_request_by_request on opinion_link_request (opinion_request_id);
create table opinion_link_token (
  token_hash text primary key,
  link_id uuid not null references opinion_link,
  made_on date not null
);
-- Links that opened nothing, and opinions sent, in the last day: to limit them by computer and by link.
create table opinion_link_try (
  id uuid primary key,
  link_id uuid references opinion_link,
  ip_address text not null,
  tried_at timestamptz not null default clock_timestamp()
);
create index opinion_link_try_by_ip on opinion_link_try (ip_address, tried_at);
create index opinion_link_try_by_link on opinion_link_try (link_id, tried_at);

-- The e-mail after which an agent types the opinions of an organisation: the file is the proof.
create table opinion_email (
  id uuid primary key,
  contract_id uuid not null references contract,
  organisation_id uuid not null references organisation,
  file_id uuid not null references stored_file,
  sent_on date not null,
  recorded_on date not null,
  recorded_by uuid not null references mandate,
  check (sent_on <= recorded_on)
);
create index opinion_email_by_contract on opinion_email (contract_id, recorded_on desc);

-- Who gave it: a mandate, an address by a link with the name and function typed there, or an agent after an e-mail.
alter table opinion
  alter column given_by drop not null,
  add column link_id uuid references opinion_link,
  add column signer_name text check (signer_name <> ''),
  add column signer_function text check (signer_function <> ''),
  add column email_id uuid references opinion_email,
  add column after_committee boolean not null default false,
  add check ((given_by is null) = (link_id is not null)),
  add check ((link_id is null) = (signer_name is null) and (link_id is null) = (signer_function is null)),
  add check (link_id is null or email_id is null);

-- Set by the step that closes a committee: an opinion that comes later is noted as such, or refused.
create table part_examined (
  part_id uuid primary key references action_part,
  examined_on date not null
);

create table opinion_reminder (
  id uuid primary key,
  opinion_request_id uuid not null references opinion_request,
  sent_on date not null,
  sent_by uuid references mandate,
  unique (opinion_request_id, sent_on)
);

-- What a contract chose, from a day on; until it does, the program's own habits hold (opinion-settings.ts).
create table opinion_setting (
  contract_id uuid not null references contract,
  valid_from date not null,
  remind_before integer[] not null,
  remind_after integer[] not null,
  link_days integer not null check (link_days between 0 and 90),
  after_committee text not null check (after_committee in ('noted', 'refused')),
  set_by uuid not null references mandate,
  primary key (contract_id, valid_from)
);
