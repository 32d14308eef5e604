-- Agreements above the threshold, corrections and recoveries of money, payments read from a spreadsheet.

-- A convention of one authority with one private body, over one or several years. Its texts are the agreement itself, then its avenants.
create table agreement (
  id uuid primary key,
  funder_id uuid not null references organisation,
  organisation_id uuid not null references organisation,
  number text not null check (number <> ''),
  kind text not null check (kind in ('annual', 'multi-year')),
  first_year integer not null,
  last_year integer not null,
  purpose text not null check (purpose <> ''),
  prepared_on date not null,
  prepared_by uuid not null references mandate,
  unique (funder_id, number),
  -- Four years at most: circulaire du Premier ministre n° 5811-SG du 29 septembre 2015.
  check (last_year between first_year and first_year + 3),
  check ((kind = 'annual') = (first_year = last_year))
);
create index agreement_by_parties on agreement (funder_id, organisation_id);

-- Rank 0 is the agreement; n is its n-th avenant.
create table agreement_text (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  rank integer not null check (rank >= 0),
  reason text not null default '',
  drafted_on date not null,
  drafted_by uuid not null references mandate,
  unique (agreement_id, rank),
  check (rank = 0 or reason <> '')
);

-- The amount of each year, as this text sets it.
create table agreement_year (
  text_id uuid not null references agreement_text,
  year integer not null,
  amount_cents bigint not null check (amount_cents > 0),
  primary key (text_id, year)
);

create table agreement_signature (
  text_id uuid not null references agreement_text,
  party text not null check (party in ('beneficiary', 'authority')),
  signed_on date not null,
  signatory text not null check (signatory <> ''),
  recorded_by uuid not null references mandate,
  primary key (text_id, party)
);
create trigger agreement_signature_is_final before update or delete on agreement_signature for each row execute function refuse_change();

-- The signed copy, scanned.
create table agreement_copy (
  text_id uuid primary key references agreement_text,
  file_id uuid not null references stored_file,
  added_on date not null,
  added_by uuid not null references mandate
);

-- A typed error is undone by a counter-row: the rows themselves stay final, and every sum keeps adding amount_cents.
alter table obligation add column withdraws_id uuid references obligation;
alter table obligation add column reason text not null default '';
alter table obligation drop constraint obligation_amount_cents_check;
alter table obligation add constraint obligation_or_withdrawal check (
  (withdraws_id is null and amount_cents > 0) or (withdraws_id is not null and amount_cents < 0 and reason <> ''));
-- A number is free again once its obligation is wholly withdrawn: kept by the trigger below.
alter table obligation drop constraint obligation_award_id_number_key;
create index obligation_by_award on obligation (award_id);
create index obligation_by_number on obligation (number);
create index obligation_by_withdrawn on obligation (withdraws_id);

alter table payment add column reverses_id uuid unique references payment;
alter table payment add column reason text not null default '';
-- As the accounts number it: demande de paiement (Chorus) or mandat (Hélios); empty when typed without.
alter table payment add column number text not null default '';
alter table payment drop constraint payment_amount_cents_check;
alter table payment add constraint payment_or_reversal check (
  (reverses_id is null and amount_cents > 0) or (reverses_id is not null and amount_cents < 0 and reason <> ''));
create index payment_by_number on payment (number) where number <> '';

-- What an obligation still binds covers what was paid on it; one live obligation a number.
create function check_obligation() returns trigger language plpgsql as $$
declare
  original uuid := coalesce(new.withdraws_id, new.id);
begin
  perform 1 from award where id = new.award_id for update;
  if new.withdraws_id is not null then
    if not exists (select 1 from obligation o where o.id = original and o.award_id = new.award_id and o.withdraws_id is null) then
      raise exception 'withdraws another award' using errcode = 'check_violation', constraint = 'obligation_withdraws_its_own';
    end if;
    if (select sum(o.amount_cents) from obligation o where o.id = original or o.withdraws_id = original)
      < (select coalesce(sum(p.amount_cents), 0) from payment p where p.obligation_id = original) then
      raise exception 'paid above its obligation' using errcode = 'check_violation', constraint = 'award_paid_within_obligated';
    end if;
  elsif exists (select 1 from obligation o where o.award_id = new.award_id and o.number = new.number and o.withdraws_id is null and o.id <> new.id
      and o.amount_cents + (select coalesce(sum(w.amount_cents), 0) from obligation w where w.withdraws_id = o.id) > 0) then
    raise exception 'number used' using errcode = 'unique_violation', constraint = 'obligation_number_once';
  end if;
  return null;
end $$;
create trigger obligation_is_coherent after insert on obligation for each row execute function check_obligation();

create or replace function payment_moves_award() returns trigger language plpgsql as $$
begin
  update award set paid_cents = paid_cents + new.amount_cents where id = new.award_id;
  perform award_sums_hold(new.award_id);
  if (select sum(p.amount_cents) from payment p where p.obligation_id = new.obligation_id)
    > (select sum(o.amount_cents) from obligation o where o.id = new.obligation_id or o.withdraws_id = new.obligation_id) then
    raise exception 'paid above its obligation' using errcode = 'check_violation', constraint = 'award_paid_within_obligated';
  end if;
  if new.reverses_id is not null and not exists (select 1 from payment p
      where p.id = new.reverses_id and p.obligation_id = new.obligation_id and p.reverses_id is null and p.amount_cents = -new.amount_cents) then
    raise exception 'a reversal undoes one whole payment' using errcode = 'check_violation', constraint = 'payment_reverses_its_own';
  end if;
  if (select coalesce(sum(r.amount_cents), 0) from recovery r where r.award_id = new.award_id)
    > (select w.paid_cents from award w where w.id = new.award_id) then
    raise exception 'recovered above paid' using errcode = 'check_violation', constraint = 'award_recovered_within_paid';
  end if;
  return null;
end $$;

-- Reversement: what the beneficiary is asked to give back (titre de perception, titre de recettes), then what it gave back.
-- What was paid stays paid: a recovery is not a correction.
create table recovery (
  id uuid primary key,
  award_id uuid not null references award,
  number text not null check (number <> ''),
  amount_cents bigint not null check (amount_cents > 0),
  reason text not null check (reason <> ''),
  asked_on date not null,
  recorded_by uuid not null references mandate
);
create index recovery_by_award on recovery (award_id);
create trigger recovery_is_final before update or delete on recovery for each row execute function refuse_change();

create table recovery_receipt (
  id uuid primary key,
  recovery_id uuid not null references recovery,
  amount_cents bigint not null check (amount_cents > 0),
  received_on date not null,
  recorded_by uuid not null references mandate
);
create index recovery_receipt_by_recovery on recovery_receipt (recovery_id);
create trigger recovery_receipt_is_final before update or delete on recovery_receipt for each row execute function refuse_change();

create function check_recovery() returns trigger language plpgsql as $$
begin
  perform 1 from award where id = new.award_id for update;
  if (select sum(r.amount_cents) from recovery r where r.award_id = new.award_id)
    > (select w.paid_cents from award w where w.id = new.award_id) then
    raise exception 'recovered above paid' using errcode = 'check_violation', constraint = 'award_recovered_within_paid';
  end if;
  return null;
end $$;
create trigger recovery_within_paid after insert on recovery for each row execute function check_recovery();

create function check_recovery_receipt() returns trigger language plpgsql as $$
begin
  perform 1 from award w join recovery r on r.award_id = w.id where r.id = new.recovery_id for update of w;
  if (select sum(g.amount_cents) from recovery_receipt g where g.recovery_id = new.recovery_id)
    > (select r.amount_cents from recovery r where r.id = new.recovery_id) then
    raise exception 'received above asked' using errcode = 'check_violation', constraint = 'recovery_received_within_asked';
  end if;
  return null;
end $$;
create trigger receipt_within_recovery after insert on recovery_receipt for each row execute function check_recovery_receipt();

-- A spreadsheet of payments, and each of its lines with what became of it.
create table payment_import (
  id uuid primary key,
  funder_id uuid not null references organisation,
  file_name text not null,
  imported_on date not null,
  imported_at timestamptz not null default clock_timestamp(),
  imported_by uuid not null references mandate,
  summary jsonb not null
);
create index payment_import_by_funder on payment_import (funder_id, imported_at desc);

create table payment_line (
  id uuid primary key,
  import_id uuid not null references payment_import,
  funder_id uuid not null references organisation,
  -- Number of the line in its file.
  line integer not null,
  -- The same line of the same funder is kept once, whatever the files it comes in.
  fingerprint text not null,
  content jsonb not null,
  reasons text[] not null,
  unique (funder_id, fingerprint)
);

-- The line became a payment, or is put aside with a reason.
create table payment_line_treatment (
  line_id uuid primary key references payment_line,
  kind text not null check (kind in ('imported', 'matched', 'dismissed')),
  payment_id uuid unique references payment,
  reason text not null default '',
  treated_on date not null,
  treated_by uuid not null references mandate,
  check ((kind = 'dismissed') = (payment_id is null)),
  check (kind <> 'dismissed' or reason <> '')
);
create trigger payment_line_treatment_is_final before update or delete on payment_line_treatment for each row execute function refuse_change();
