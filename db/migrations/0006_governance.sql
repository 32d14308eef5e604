-- Bodies of a contract and their meetings. A committee is a meeting of a body.

create table body (
  id uuid primary key,
  contract_id uuid not null references contract,
  name text not null,
  kind text not null check (kind in ('copil', 'cotech', 'funders-committee', 'local', 'thematic'))
);

create table meeting (
  id uuid primary key,
  body_id uuid not null references body,
  title text not null,
  held_on date not null,
  starts_at text not null check (starts_at ~ '^\d{2}:\d{2}$'),
  place text not null default ''
);
create index meeting_by_body on meeting (body_id, held_on);

create table meeting_closing (
  meeting_id uuid primary key references meeting,
  closed_on date not null,
  closed_by uuid not null references mandate,
  reason text not null default ''
);
