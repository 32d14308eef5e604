-- Ordinary policy first (PRJ-07, ENG-02, ENG-13), and the gender marker (EGA).

-- A line ends on a date; it is never changed nor deleted.
create table droit_commun_line (
  id uuid primary key,
  owner_id uuid not null references organisation,
  name text not null check (name <> ''),
  funds text not null check (funds <> ''),
  criteria text not null default '',
  audience text not null default '',
  link text not null default '',
  kind text not null check (kind in ('money', 'post', 'engineering', 'in-kind')),
  contract_id uuid references contract,
  commune_code text references commune,
  theme_code text references theme,
  valid_from date not null,
  valid_to date,
  source text not null check (source <> ''),
  fictitious boolean not null default false,
  recorded_by uuid references mandate,
  check (valid_to >= valid_from)
);
create index droit_commun_line_by_owner on droit_commun_line (owner_id);

create table droit_commun_try (
  id uuid primary key,
  part_id uuid not null,
  application_id uuid not null,
  line_id uuid not null references droit_commun_line,
  asked_on date not null,
  due_on date not null,
  asked_by uuid not null references mandate,
  foreign key (part_id, application_id) references action_part (id, application_id),
  check (due_on >= asked_on),
  unique (part_id, line_id)
);
create index droit_commun_try_by_line on droit_commun_try (line_id);

-- Each change of mind is a new row: the latest is the answer, the first says whether it came in time.
create table droit_commun_answer (
  id uuid primary key,
  try_id uuid not null references droit_commun_try,
  outcome text not null check (outcome in ('yes', 'partial', 'no')),
  amount_cents bigint check (amount_cents between 0 and 100000000000),
  means text not null default '',
  reason text not null default '',
  answered_on date not null,
  answered_at timestamptz not null default clock_timestamp(),
  answered_by uuid not null references mandate,
  check (outcome = 'yes' or reason <> ''),
  check (outcome = 'no' or amount_cents > 0 or means <> '')
);
create index droit_commun_answer_by_try on droit_commun_answer (try_id, answered_at desc);

create table droit_commun_override (
  id uuid primary key,
  part_id uuid not null unique,
  application_id uuid not null,
  reason text not null check (reason <> ''),
  granted_on date not null,
  granted_by uuid not null references mandate,
  foreign key (part_id, application_id) references action_part (id, application_id)
);

-- EGA-02: how many of the three criteria make a « oui », by date; the source does not say it.
create table gender_threshold (
  id uuid primary key,
  contract_id uuid not null references contract,
  criteria_needed smallint not null check (criteria_needed between 1 and 3),
  reason text not null check (reason <> ''),
  valid_from date not null,
  set_by uuid not null references mandate,
  unique (contract_id, valid_from)
);

-- The answers of one person, or those agreed together in a discussion; the marker follows from them and from nothing else.
create table gender_assessment (
  id uuid primary key,
  part_id uuid not null,
  application_id uuid not null,
  person_id uuid not null references person,
  together boolean not null,
  mixed_public boolean not null,
  main_goal boolean not null,
  sexed_diagnosis boolean,
  balanced_participation boolean,
  sexed_indicators boolean,
  coherent_public boolean,
  evidence text not null default '',
  comment text not null default '',
  criteria_needed smallint not null check (criteria_needed between 1 and 3),
  marker smallint not null,
  assessed_on date not null,
  assessed_at timestamptz not null default clock_timestamp(),
  assessed_by uuid not null references mandate,
  foreign key (part_id, application_id) references action_part (id, application_id),
  check (not together or comment <> ''),
  check ((sexed_diagnosis is not null and balanced_participation is not null and sexed_indicators is not null)
    = (mixed_public and not main_goal)),
  check ((coherent_public is not null) = (not mixed_public and not main_goal)),
  check (marker = case
    when main_goal then 2
    when mixed_public then (sexed_diagnosis::int + balanced_participation::int + sexed_indicators::int >= criteria_needed)::int
    else coherent_public::int
  end)
);
create index gender_assessment_by_part on gender_assessment (part_id, assessed_at desc);

-- EGA-04: who took part in a discussion.
create table gender_presence (
  assessment_id uuid not null references gender_assessment,
  person_id uuid not null references person,
  primary key (assessment_id, person_id)
);

-- The marker that at least two persons gave a part. It ends when a later answer reopens the question: the current one is not ended.
create table gender_marker (
  id uuid primary key,
  part_id uuid not null,
  application_id uuid not null,
  marker smallint not null check (marker in (0, 1, 2)),
  criteria_needed smallint not null check (criteria_needed between 1 and 3),
  way text not null check (way in ('agreement', 'discussion')),
  settled_on date not null,
  settled_at timestamptz not null default clock_timestamp(),
  settled_by uuid not null references mandate,
  ended_on date,
  foreign key (part_id, application_id) references action_part (id, application_id),
  check (ended_on >= settled_on)
);
create unique index gender_marker_current on gender_marker (part_id) where ended_on is null;

-- The final marker of each part that has one: a part that is not there is not assessed, which is not 0.
create view part_gender_marker as
  select part_id, marker, criteria_needed, settled_on from gender_marker where ended_on is null;

-- EGA-05: what was offered to a carrier whose action has marker 0; it penalises nobody.
create table gender_support_plan (
  contract_id uuid not null references contract,
  year integer not null,
  target integer not null check (target between 1 and 1000),
  set_on date not null,
  set_by uuid not null references mandate,
  primary key (contract_id, year)
);

create table gender_support (
  id uuid primary key,
  contract_id uuid not null references contract,
  organisation_id uuid not null references organisation,
  year integer not null,
  nature text not null check (nature <> ''),
  done_on date not null,
  recorded_by uuid not null references mandate
);
create index gender_support_by_year on gender_support (contract_id, year);
