-- What every capability stands on: the nature of this database, its journal, its files, its mail.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed nor deleted', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- Demonstration or real: written once, at the creation of the database.
create table database_nature (
  only_row boolean primary key default true check (only_row),
  demonstration boolean not null,
  created_at timestamptz not null default now()
);
create trigger database_nature_is_final before update or delete on database_nature for each row execute function refuse_change();

-- The day of the demonstration. It only moves forward, so that what was done stays in the past.
create table demonstration_day (
  only_row boolean primary key default true check (only_row),
  day date not null
);
create function demonstration_day_moves_forward() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from database_nature where demonstration) then
    raise exception 'a real database has no chosen day' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'UPDATE' and new.day < old.day then
    raise exception 'the day of the demonstration only moves forward' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger demonstration_day_forward before insert or update on demonstration_day
  for each row execute function demonstration_day_moves_forward();

-- One row a change, in its transaction. A payload can be erased (with its salt): the sealed hash stays.
create table journal (
  id uuid primary key,
  happened_at timestamptz not null default clock_timestamp(),
  person_id uuid,
  mandate_id uuid,
  act text not null check (act ~ '^[a-z-]+\.[a-z-]+$'),
  subject_id uuid,
  payload jsonb,
  salt text,
  payload_hash text not null check (payload_hash ~ '^[0-9a-f]{64}$'),
  check ((payload is null) = (salt is null))
);
create index journal_by_subject on journal (subject_id, happened_at);
create function journal_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.payload is null and new.salt is null
    and (new.id, new.happened_at, new.act, new.payload_hash) = (old.id, old.happened_at, old.act, old.payload_hash)
    and new.person_id is not distinct from old.person_id and new.mandate_id is not distinct from old.mandate_id
    and new.subject_id is not distinct from old.subject_id then
    return new;
  end if;
  raise exception 'the journal only grows' using errcode = 'integrity_constraint_violation';
end $$;
create trigger journal_append_only before update or delete on journal for each row execute function journal_only_grows();
create trigger journal_never_emptied before truncate on journal for each statement execute function refuse_change();

-- The chain over committed rows, made afterwards by a job: chaining inside the write would queue all writers.
create table journal_seal (
  position bigint primary key check (position > 0),
  journal_id uuid not null unique references journal,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null default clock_timestamp()
);
create trigger journal_seal_is_final before update or delete on journal_seal for each row execute function refuse_change();

-- Content is in DATA_DIR/files under its hash; this row gives it a name.
create table stored_file (
  id uuid primary key,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size_bytes integer not null check (size_bytes > 0),
  kind text not null,
  name text not null check (name <> ''),
  stored_at timestamptz not null default now()
);
create index stored_file_by_hash on stored_file (hash);

-- Mail waits here in the transaction of its act; a job sends it.
create table mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  attempts integer not null default 0,
  failure text
);
create index mail_by_time on mail (queued_at);
