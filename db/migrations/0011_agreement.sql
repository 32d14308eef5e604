-- Letters, notification, the beneficiary's answer, obligations, payments, reports.

create table letter (
  id uuid primary key,
  award_id uuid not null references award,
  kind text not null check (kind in ('award', 'refusal')),
  file_id uuid not null references stored_file,
  produced_on date not null,
  produced_by uuid not null references mandate
);
create index letter_by_award on letter (award_id);

create table notification (
  id uuid primary key,
  award_id uuid not null unique references award,
  letter_id uuid not null references letter,
  notified_on date not null,
  notified_by uuid not null references mandate
);

create table beneficiary_answer (
  id uuid primary key,
  award_id uuid not null references award,
  kind text not null check (kind in ('confirmed', 'reduced', 'given-up')),
  kept_cents bigint not null check (kept_cents >= 0),
  reason text not null default '',
  budget_id uuid references budget,
  answered_on date not null,
  answered_at timestamptz not null default clock_timestamp(),
  answered_by uuid not null references mandate,
  check (kind = 'confirmed' or reason <> ''),
  check (kind <> 'given-up' or kept_cents = 0)
);
create index beneficiary_answer_by_award on beneficiary_answer (award_id, answered_at desc);
alter table decision add foreign key (renunciation_id) references beneficiary_answer;

-- Engagement juridique: signed act or order, with its EJ number.
create table obligation (
  id uuid primary key,
  award_id uuid not null references award,
  number text not null check (number <> ''),
  amount_cents bigint not null check (amount_cents > 0),
  obligated_on date not null,
  recorded_by uuid not null references mandate,
  unique (award_id, number),
  unique (id, award_id)
);
create trigger obligation_is_final before update or delete on obligation for each row execute function refuse_change();

create table payment (
  id uuid primary key,
  award_id uuid not null references award,
  obligation_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  paid_on date not null,
  recorded_by uuid not null references mandate,
  suspension_override text not null default '',
  foreign key (obligation_id, award_id) references obligation (id, award_id)
);
create index payment_by_award on payment (award_id);
create index payment_by_obligation on payment (obligation_id);
create trigger payment_is_final before update or delete on payment for each row execute function refuse_change();

-- decided >= obligated >= paid, always. The award's row is locked first, so that two writers queue.
create function award_sums_hold(checked uuid) returns void language plpgsql as $$
declare
  decided bigint;
  obligated bigint;
  paid bigint;
begin
  select paid_cents into paid from award where id = checked for update;
  select coalesce(sum(amount_cents), 0) into decided from decision where award_id = checked;
  select coalesce(sum(amount_cents), 0) into obligated from obligation where award_id = checked;
  if decided < 0 then
    raise exception 'decided below zero' using errcode = 'check_violation', constraint = 'award_decided_not_negative';
  end if;
  if obligated > decided then
    raise exception 'obligated above decided' using errcode = 'check_violation', constraint = 'award_obligated_within_decided';
  end if;
  if paid > obligated then
    raise exception 'paid above obligated' using errcode = 'check_violation', constraint = 'award_paid_within_obligated';
  end if;
end $$;

create function check_award_sums() returns trigger language plpgsql as $$
begin
  perform award_sums_hold(new.award_id);
  return null;
end $$;
create trigger decision_within_sums after insert on decision for each row execute function check_award_sums();
create trigger obligation_within_sums after insert on obligation for each row execute function check_award_sums();

create function payment_moves_award() returns trigger language plpgsql as $$
begin
  update award set paid_cents = paid_cents + new.amount_cents where id = new.award_id;
  perform award_sums_hold(new.award_id);
  if (select sum(p.amount_cents) from payment p where p.obligation_id = new.obligation_id)
    > (select o.amount_cents from obligation o where o.id = new.obligation_id) then
    raise exception 'paid above its obligation' using errcode = 'check_violation', constraint = 'award_paid_within_obligated';
  end if;
  return null;
end $$;
create trigger payment_kept_in_award after insert on payment for each row execute function payment_moves_award();

-- One report of an action, a year and a kind serves all its funders.
create table report (
  id uuid primary key,
  action_id uuid not null references action,
  part_id uuid not null references action_part,
  year integer not null,
  kind text not null check (kind in ('interim', 'final')),
  achievements text not null default '',
  difficulties text not null default '',
  indicator_reached text not null default '',
  revision integer not null default 1,
  unique (action_id, year, kind)
);

create table report_line (
  report_id uuid not null references report,
  account text not null,
  spent_cents bigint not null check (spent_cents between 0 and 100000000000),
  primary key (report_id, account)
);

create table report_public (
  report_id uuid not null references report,
  age_band text not null check (age_band in ('0-5', '6-11', '12-15', '16-25', '26-59', '60+')),
  women integer not null default 0 check (women between 0 and 1000000),
  men integer not null default 0 check (men between 0 and 1000000),
  primary key (report_id, age_band)
);

create table report_deposit (
  report_id uuid primary key references report,
  deposited_on date not null,
  deposited_by uuid not null references mandate,
  certified_by text not null check (certified_by <> '')
);
