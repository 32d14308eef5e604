-- The analysis of the programming: its targets, and what tells a kept figure that its rows have changed.

-- What a contract aims at, from a day on, with where it is written. The value in force on a day is the latest that has begun.
create table programming_setting (
  id uuid primary key,
  contract_id uuid not null references contract,
  -- employment-share: the pillar of employment in specific credits. multi-year-share: what is decided under multi-year agreements.
  -- empty-year-alert: the day of a year, MM-DD, after which an organisation funded the year before and not yet decided is warned of.
  code text not null check (code in ('employment-share', 'multi-year-share', 'empty-year-alert')),
  value text not null,
  valid_from date not null,
  source text not null check (source <> ''),
  recorded_on date not null,
  recorded_by uuid references mandate,
  unique (contract_id, code, valid_from),
  check (case code when 'empty-year-alert' then value ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' else value ~ '^(0(\.\d{1,4})?|1)$' end)
);
create trigger programming_setting_is_final before update or delete on programming_setting for each row execute function refuse_change();

-- One row a contract and a year each time its public figures may have moved, written in the transaction of the change. Rows are only added, so
-- that writers never wait for each other; a reader that kept figures under a snapshot asks which rows that snapshot did not see.
create table analysis_change (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null references contract,
  year integer not null,
  made_by xid8 not null default pg_current_xact_id(),
  made_at timestamptz not null default now()
);
create index analysis_change_by_time on analysis_change (made_at);

create function mark_award_years() returns trigger language plpgsql as $$
begin
  insert into analysis_change (contract_id, year)
    select distinct e.contract_id, w.year from changed c join award w on w.id = c.award_id join envelope e on e.id = w.envelope_id;
  return null;
end $$;

-- Only what is awarded counts in kept figures: the draft and the file before any decision mark nothing.
create function mark_part_years() returns trigger language plpgsql as $$
begin
  insert into analysis_change (contract_id, year)
    select distinct e.contract_id, w.year from changed c join award w on w.part_id = c.part_id join envelope e on e.id = w.envelope_id;
  return null;
end $$;

create function mark_own_part_years() returns trigger language plpgsql as $$
begin
  insert into analysis_change (contract_id, year)
    select distinct e.contract_id, w.year from changed c join award w on w.part_id = c.id join envelope e on e.id = w.envelope_id;
  return null;
end $$;

create function mark_organisation_years() returns trigger language plpgsql as $$
begin
  if new.legal_form is distinct from old.legal_form then
    insert into analysis_change (contract_id, year)
      select distinct a.contract_id, w.year from action a join award w on w.action_id = a.id where a.organisation_id = new.id;
  end if;
  return null;
end $$;

create trigger decision_marks_analysis after insert on decision referencing new table as changed for each statement execute function mark_award_years();
create trigger award_territory_marks_analysis after insert on award_territory referencing new table as changed for each statement execute function mark_award_years();
create trigger obligation_marks_analysis after insert on obligation referencing new table as changed for each statement execute function mark_award_years();
create trigger payment_marks_analysis after insert on payment referencing new table as changed for each statement execute function mark_award_years();
create trigger notification_marks_analysis after insert on notification referencing new table as changed for each statement execute function mark_award_years();
create trigger action_part_marks_analysis after update on action_part referencing new table as changed for each statement execute function mark_own_part_years();
create trigger part_public_marks_analysis after update on part_public referencing new table as changed for each statement execute function mark_part_years();
create trigger part_public_more_marks_analysis after insert on part_public referencing new table as changed for each statement execute function mark_part_years();
create trigger part_public_less_marks_analysis after delete on part_public referencing old table as changed for each statement execute function mark_part_years();
create trigger part_territory_marks_analysis after update on part_territory referencing new table as changed for each statement execute function mark_part_years();
create trigger part_territory_more_marks_analysis after insert on part_territory referencing new table as changed for each statement execute function mark_part_years();
create trigger part_territory_less_marks_analysis after delete on part_territory referencing old table as changed for each statement execute function mark_part_years();
create trigger gender_marker_marks_analysis after insert on gender_marker referencing new table as changed for each statement execute function mark_part_years();
create trigger gender_marker_ended_marks_analysis after update on gender_marker referencing new table as changed for each statement execute function mark_part_years();
create trigger organisation_marks_analysis after update on organisation for each row execute function mark_organisation_years();

-- The files of one contract among those of a country.
create index action_part_by_contract on action_part (contract_id, year);
