-- What partners promised, read with its source; the 40 measures of 2018 and how far each is.

create table commitment (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9-]+$'),
  contract_id uuid references contract,
  document_id uuid references contract_document,
  -- Where it was said when it belongs to no contract: a regional day, a leaflet.
  setting text not null,
  partner text not null,
  pillar text not null check (pillar in ('cohesion', 'employment', 'environment', 'transversal', 'governance')),
  theme text not null,
  title text not null,
  kind text check (kind in ('droit-commun', 'specific', 'engineering', 'mixed')),
  kind_stated boolean not null,
  orientation_id uuid references orientation,
  period text,
  target text,
  deadline text,
  indicator text,
  condition text,
  territory text,
  status text,
  valid_from date not null,
  valid_to date,
  source_document text not null,
  source_lines text not null,
  note text,
  check (valid_to is null or valid_to > valid_from)
);
create index commitment_by_contract on commitment (contract_id, partner);

-- Amounts that never mix. What cannot be read stays empty: no sum can take it.
create table commitment_amount (
  commitment_id uuid not null references commitment,
  step text not null check (step in ('declared', 'voted', 'observed')),
  reading text not null check (reading in ('read', 'inferred', 'illegible')),
  amount_cents bigint check (amount_cents >= 0),
  period text,
  source_document text not null,
  source_lines text not null,
  note text,
  primary key (commitment_id, step),
  check ((reading = 'illegible') = (amount_cents is null))
);

-- Figures printed in the documents that no commitment of ours bears, with what is lost in them.
create table stated_figure (
  id uuid primary key,
  code text not null unique,
  payer text not null,
  purpose text not null,
  territory text not null,
  year text,
  kind text not null,
  reading text not null check (reading in ('read', 'unsaid', 'illegible')),
  amount_cents bigint check (amount_cents >= 0),
  source_document text not null,
  source_lines text not null,
  note text,
  check ((reading = 'read') = (amount_cents is not null))
);

create table measure (
  number integer primary key check (number between 1 and 40),
  programme text not null check (programme in ('same-rights', 'emancipation', 'republic')),
  programme_legible boolean not null,
  axis text,
  theme text not null,
  title text not null,
  source_document text not null,
  source_lines text not null,
  note text
);
create table measure_indicator (
  measure_number integer not null references measure,
  code text not null unique,
  position integer not null,
  label text,
  target text,
  primary key (measure_number, position)
);

-- How far a measure is on a day; null when the document cannot be read. It goes forward, or is corrected with a reason.
create table measure_level (
  id uuid primary key,
  measure_number integer not null references measure,
  position integer not null check (position > 0),
  level text check (level in ('launching', 'deploying', 'finishing')),
  reading text not null check (reading in ('read', 'inferred', 'illegible')),
  known_on date not null,
  reason text,
  recorded_on date,
  recorded_by uuid references mandate,
  source text not null,
  check ((reading = 'illegible') = (level is null)),
  unique (measure_number, position)
);
create trigger measure_level_is_final before update or delete on measure_level for each row execute function refuse_change();

-- What a commitment of a contract says of a measure.
create table commitment_measure (
  commitment_id uuid not null references commitment,
  measure_number integer not null references measure,
  primary key (commitment_id, measure_number)
);
