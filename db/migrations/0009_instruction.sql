-- Completeness, missing pieces, opinions.

create table completeness (
  id uuid primary key,
  application_id uuid not null references application,
  complete boolean not null,
  note text not null default '',
  stated_on date not null,
  stated_at timestamptz not null default clock_timestamp(),
  stated_by uuid not null references mandate
);
create index completeness_by_application on completeness (application_id, stated_at desc);

create table piece_request (
  id uuid primary key,
  application_id uuid not null references application,
  label text not null check (label <> ''),
  reason text not null default '',
  asked_on date not null,
  due_on date not null,
  asked_by uuid not null references mandate,
  check (due_on >= asked_on)
);
create index piece_request_by_application on piece_request (application_id);

create table piece_answer (
  piece_request_id uuid primary key references piece_request,
  attachment_id uuid not null references attachment,
  answered_on date not null,
  answered_by uuid not null references mandate
);

create table opinion_request (
  id uuid primary key,
  part_id uuid not null,
  application_id uuid not null,
  organisation_id uuid not null references organisation,
  asked_on date not null,
  due_on date not null,
  asked_by uuid not null references mandate,
  foreign key (part_id, application_id) references action_part (id, application_id),
  check (due_on >= asked_on),
  unique (part_id, organisation_id)
);
create index opinion_request_by_organisation on opinion_request (organisation_id);

-- Each change of mind is a new row: the latest is the opinion (PRJ-06).
create table opinion (
  id uuid primary key,
  opinion_request_id uuid not null references opinion_request,
  kind text not null check (kind in ('favourable', 'reserved', 'unfavourable', 'not-concerned')),
  reason text not null check (reason <> ''),
  proposed_cents bigint check (proposed_cents between 0 and 100000000000),
  given_on date not null,
  given_at timestamptz not null default clock_timestamp(),
  given_by uuid not null references mandate
);
create index opinion_by_request on opinion (opinion_request_id, given_at desc);
