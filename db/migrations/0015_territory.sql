-- The territory in full: watch neighbourhoods, other names, programmes, perimeters, sectors of animation, dated figures.

-- Where to write the name of a commune on a map: about its centre, WGS 84.
alter table commune add column longitude numeric check (longitude between -180 and 180);
alter table commune add column latitude numeric check (latitude between -90 and 90);

-- A watch neighbourhood (QVA) has no national code that we know: its code is ours.
alter table qpv drop constraint qpv_code_check;
alter table qpv add column kind text not null default 'qpv' check (kind in ('qpv', 'qva'));
alter table qpv add column source text;
alter table qpv add constraint qpv_code_check check (
  (kind = 'qpv' and code ~ '^(QP(\d{3}|02[AB])\d{3}|QN(\d{3}|02[AB])\d{2}[A-Z])$')
  or (kind = 'qva' and code ~ '^QVA-(\d{3}|02[AB])-\d{2,3}$'));
alter table qpv add constraint qpv_generation_of_code check (kind = 'qva' or (generation = 2015) = (code like 'QP%'));

-- Other names under which documents write the same neighbourhood; to_confirm when we only believe that it is the same.
create table qpv_alias (
  qpv_id uuid not null references qpv,
  name text not null check (name <> ''),
  to_confirm boolean not null default false,
  source text not null,
  primary key (qpv_id, name)
);

-- Programmes laid over a neighbourhood. A date that no document gives stays empty.
create table qpv_programme (
  id uuid primary key,
  qpv_id uuid not null references qpv,
  programme text not null check (programme in ('npnru', 'pnrqad', 'mining-estate', 'zsp', 'qrr', 'erbm', 'educational-city', 'iti')),
  site_name text,
  valid_from date,
  valid_to date,
  fictitious boolean not null default false,
  source text not null,
  check (valid_to > valid_from)
);
create index qpv_programme_by_qpv on qpv_programme (qpv_id);

-- The drawn limit, in GeoJSON (longitude, latitude, WGS 84).
create table qpv_perimeter (
  id uuid primary key,
  qpv_id uuid not null references qpv,
  geometry jsonb not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  source text not null,
  unique (qpv_id, valid_from),
  check (valid_to > valid_from)
);

-- The officers of an intermunicipality share its communes. One division of an EPCI holds each commune once.
create table animation_sector (
  id uuid primary key,
  epci_siren text not null references epci,
  name text not null,
  officer text not null,
  project_leads integer check (project_leads >= 0),
  -- what the document announces, to be compared with the communes that it names
  stated_communes integer check (stated_communes >= 0),
  valid_from date not null,
  valid_to date,
  source text not null,
  unique (id, epci_siren, valid_from),
  unique (epci_siren, name, valid_from),
  check (valid_to > valid_from)
);
create table animation_sector_commune (
  sector_id uuid not null,
  epci_siren text not null,
  valid_from date not null,
  commune_code text not null references commune,
  -- true when the document does not say it legibly and we derived it
  deduced boolean not null default false,
  primary key (sector_id, commune_code),
  unique (epci_siren, valid_from, commune_code),
  foreign key (sector_id, epci_siren, valid_from) references animation_sector (id, epci_siren, valid_from)
);

-- A figure of a territory, with its vintage and its source. Several may exist for one subject and indicator: none replaces another.
-- value is null when the document could not be read: it is never guessed.
create table figure (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('country', 'region', 'department', 'epci', 'commune', 'qpv', 'area')),
  subject_code text not null,
  indicator text not null check (indicator ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  label text not null,
  definition text,
  value numeric,
  unit text not null,
  year integer check (year between 1900 and 2100),
  period text,
  year_inferred boolean not null default false,
  as_printed text,
  note text,
  fictitious boolean not null default false,
  source text not null,
  place text,
  read_on date not null,
  -- a share or a rate is between 0 and 100; points of difference have their own unit
  constraint figure_rate_between_0_and_100 check (unit <> '%' or value between 0 and 100)
);
create index figure_by_subject on figure (subject_kind, subject_code, indicator);
create unique index figure_once on figure (subject_kind, subject_code, indicator, coalesce(year, 0), coalesce(period, ''), source);
