-- Envelopes, committee, awards and decisions. The database guarantees the money.

create table envelope (
  id uuid primary key,
  contract_id uuid not null references contract,
  funder_id uuid not null references organisation,
  year integer not null,
  code text not null,
  label text not null,
  kind text not null check (kind in ('droit-commun', 'specific', 'engineering', 'european')),
  amount_cents bigint not null check (amount_cents >= 0),
  decided_cents bigint not null default 0,
  unique (contract_id, funder_id, year, code),
  constraint envelope_never_overspent check (decided_cents >= 0 and decided_cents <= amount_cents)
);

create table envelope_revision (
  id uuid primary key,
  envelope_id uuid not null references envelope,
  amount_cents bigint not null check (amount_cents >= 0),
  reason text not null check (reason <> ''),
  revised_on date not null,
  revised_by uuid not null references mandate
);

create table meeting_item (
  meeting_id uuid not null references meeting,
  part_id uuid not null references action_part,
  position integer not null,
  primary key (meeting_id, part_id)
);
create index meeting_item_by_part on meeting_item (part_id);

-- What the committee retains; the latest row of a part and an envelope counts.
create table retention (
  id uuid primary key,
  meeting_id uuid not null,
  part_id uuid not null,
  envelope_id uuid not null references envelope,
  retained_cents bigint not null check (retained_cents between 0 and 100000000000),
  reason text not null default '',
  retained_on date not null,
  retained_at timestamptz not null default clock_timestamp(),
  retained_by uuid not null references mandate,
  foreign key (meeting_id, part_id) references meeting_item (meeting_id, part_id)
);
create index retention_by_part on retention (part_id, envelope_id, retained_at desc);

-- Action x year x envelope. A refusal is an award of 0: it has its act and its letter.
create table award (
  id uuid primary key,
  action_id uuid not null references action,
  part_id uuid references action_part,
  year integer not null,
  envelope_id uuid not null references envelope,
  paid_cents bigint not null default 0 constraint award_paid_not_negative check (paid_cents >= 0),
  unique (action_id, year, envelope_id)
);
create index award_by_envelope on award (envelope_id);
create index award_by_part on award (part_id);

-- The funder's own act: authority, number, date.
create table funder_act (
  id uuid primary key,
  funder_id uuid not null references organisation,
  authority text not null check (authority <> ''),
  number text not null check (number <> ''),
  signed_on date not null,
  recorded_on date not null,
  recorded_by uuid not null references mandate,
  unique (funder_id, number)
);

-- A movement of decided money: by an act, or given up by the beneficiary (negative).
create table decision (
  id uuid primary key,
  award_id uuid not null references award,
  act_id uuid references funder_act,
  renunciation_id uuid unique,
  amount_cents bigint not null,
  reason text not null default '',
  decided_on date not null,
  decided_at timestamptz not null default clock_timestamp(),
  decided_by uuid not null references mandate,
  check ((act_id is null) <> (renunciation_id is null)),
  check (act_id is null or amount_cents >= 0 or reason <> '')
);
create index decision_by_award on decision (award_id);
create index decision_by_act on decision (act_id);
create trigger decision_is_final before update or delete on decision for each row execute function refuse_change();

-- Each movement split by neighbourhood with the largest remainder of the award's new total: sums are exact.
create table award_territory (
  decision_id uuid not null references decision,
  award_id uuid not null references award,
  qpv_id uuid not null references qpv,
  amount_cents bigint not null,
  primary key (decision_id, qpv_id)
);
create index award_territory_by_award on award_territory (award_id);
create index award_territory_by_qpv on award_territory (qpv_id);

create function decision_moves_envelope() returns trigger language plpgsql as $$
begin
  update envelope set decided_cents = decided_cents + new.amount_cents
    where id = (select envelope_id from award where id = new.award_id);
  return null;
end $$;
create trigger decision_kept_in_envelope after insert on decision for each row execute function decision_moves_envelope();
