-- What a contract says of itself: its terms, its frame, its documents and who signs them, its annexes, the texts it rests on.

-- The contract ends on the day of its latest term. Nothing else moves its end.
create table reference_text (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9-]+$'),
  kind text not null check (kind in ('law', 'decree', 'order', 'circular', 'instruction', 'pact', 'interministerial-agreement', 'plan')),
  number text,
  dated_on date not null,
  title text not null check (title <> ''),
  article text,
  effect text,
  link text check (link ~ '^https://'),
  source text not null
);

-- What is signed: the contract itself, the amendments in their order, a protocol that updates it.
create table contract_document (
  id uuid primary key,
  contract_id uuid not null references contract,
  kind text not null check (kind in ('contract', 'avenant', 'protocol')),
  number integer not null check (number > 0),
  title text not null check (title <> ''),
  object text not null,
  validated_by text,
  effect_on date,
  new_end date,
  -- A source that says the whole signed on a day, without the list of who signed.
  said_signed_on date,
  announced_signatories integer check (announced_signatories > 0),
  fictitious boolean not null default false,
  recorded_on date,
  recorded_by uuid references mandate,
  source text not null,
  note text,
  check (new_end is null or effect_on is not null),
  unique (contract_id, kind, number),
  unique (id, contract_id)
);

create table signatory (
  id uuid primary key,
  document_id uuid not null references contract_document,
  name text not null check (name <> ''),
  quality text not null,
  capacity text not null check (capacity in ('full', 'own-competences')),
  required boolean not null default true,
  position integer not null,
  fictitious boolean not null default false,
  source text not null,
  unique (document_id, name)
);

-- A signature seen. Its day may be illegible in the document: it then stays empty.
create table signature (
  id uuid primary key,
  signatory_id uuid not null unique references signatory,
  signed_on date,
  reading text not null check (reading in ('read', 'inferred', 'illegible')),
  recorded_on date,
  recorded_by uuid references mandate,
  source text not null,
  check ((reading = 'illegible') = (signed_on is null))
);

create table contract_term (
  id uuid primary key,
  contract_id uuid not null references contract,
  ends_on date not null,
  known_on date not null,
  basis text not null check (basis in ('initial', 'avenant', 'law')),
  reading text not null check (reading in ('read', 'inferred')),
  document_id uuid references contract_document,
  text_id uuid references reference_text,
  source text not null,
  check ((basis = 'avenant') = (document_id is not null)),
  check ((basis = 'law') = (text_id is not null)),
  foreign key (document_id, contract_id) references contract_document (id, contract_id),
  unique (contract_id, known_on)
);
create unique index contract_term_initial on contract_term (contract_id) where basis = 'initial';
create trigger contract_term_is_final before update or delete on contract_term for each row execute function refuse_change();

create function contract_end_has_a_term() returns trigger language plpgsql as $$
begin
  if new.valid_to is distinct from old.valid_to and new.valid_to is distinct from (
    select t.ends_on from contract_term t where t.contract_id = new.id order by t.known_on desc limit 1) then
    raise exception 'the end of a contract moves by a dated term only' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger contract_end_has_a_term before update on contract for each row execute function contract_end_has_a_term();

create function contract_ends_on_latest_term() returns trigger language plpgsql as $$
begin
  update contract set valid_to = (
    select t.ends_on from contract_term t where t.contract_id = new.contract_id order by t.known_on desc limit 1)
  where id = new.contract_id;
  return null;
end $$;
create trigger contract_ends_on_latest_term after insert on contract_term for each row execute function contract_ends_on_latest_term();

-- What the contract is called by those who wrote it, and what the sources do not say.
alter table contract add column announced_orientations integer;
alter table contract add column note text;

-- The tree: a node is an orientation of the contract (a part chooses one), an axis or an objective under it.
alter table orientation alter column label drop not null;
alter table orientation alter column pillar drop not null;
alter table orientation add column level text not null default 'orientation' check (level in ('orientation', 'axis', 'objective', 'operational-objective'));
alter table orientation add column parent_id uuid;
alter table orientation add column version integer not null default 1 check (version > 0);
alter table orientation add column source text not null default '';
alter table orientation add column note text;
alter table orientation add constraint orientation_parent_fkey foreign key (parent_id, contract_id) references orientation (id, contract_id);
-- A title that the documents do not give stays empty, and nothing can be attached to it.
alter table orientation add check (label is not null or level = 'axis');
alter table orientation add check (pillar is not null or label is null);
alter table orientation add check (valid_to is null or valid_to > valid_from);
create unique index orientation_version on orientation (contract_id, code, version);

-- The rest of the frame: pillars and their two sides, national priority, neighbourhood projects.
create table frame_element (
  id uuid primary key,
  contract_id uuid not null references contract,
  kind text not null check (kind in ('pillar', 'strand', 'national-priority', 'neighbourhood-project')),
  code text not null,
  label text not null,
  pillar text check (pillar in ('cohesion', 'employment', 'environment', 'transversal')),
  position integer not null,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  source text not null,
  check ((kind in ('pillar', 'strand')) = (pillar is not null)),
  unique (contract_id, kind, code, valid_from)
);

-- What runs across the pillars: any number on a part, never its pillar.
create table transversal_axis (
  id uuid primary key,
  contract_id uuid not null references contract,
  code text not null check (code ~ '^[a-z-]+$'),
  label text not null,
  position integer not null,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  source text not null,
  unique (contract_id, code, valid_from),
  unique (id, contract_id)
);
create table part_axis (
  part_id uuid not null references action_part on delete cascade,
  axis_id uuid not null references transversal_axis,
  primary key (part_id, axis_id)
);
create index part_axis_by_axis on part_axis (axis_id);

-- What an update of the contract adds to its frame or changes in it, and what it is made of.
create table frame_change (
  id uuid primary key,
  document_id uuid not null references contract_document,
  kind text not null check (kind in ('added', 'changed')),
  orientation_id uuid references orientation,
  title text not null,
  description text not null,
  source text not null,
  check ((kind = 'changed') = (orientation_id is not null))
);
create table document_item (
  id uuid primary key,
  document_id uuid not null references contract_document,
  kind text not null check (kind in ('aim', 'note', 'perspective', 'theme', 'date')),
  position integer not null,
  title text not null,
  dated text,
  source text not null,
  note text,
  unique (document_id, kind, position)
);

-- The annexes expected of a contract; a file is a version.
create table annex (
  id uuid primary key,
  contract_id uuid not null references contract,
  position integer not null,
  title text not null,
  theme text not null,
  expected boolean not null,
  cited boolean not null,
  dated text,
  fictitious boolean not null default false,
  source text not null,
  note text,
  unique (contract_id, position),
  unique (id, contract_id)
);
create table annex_file (
  id uuid primary key,
  annex_id uuid not null references annex,
  version integer not null check (version > 0),
  file_id uuid not null references stored_file,
  put_on date not null,
  put_by uuid not null references mandate,
  unique (annex_id, version)
);
create trigger annex_file_is_final before update or delete on annex_file for each row execute function refuse_change();

-- Any of these may cite a text.
create table text_citation (
  id uuid primary key,
  text_id uuid not null references reference_text,
  contract_id uuid references contract,
  document_id uuid references contract_document,
  annex_id uuid references annex,
  body_id uuid references body,
  funder_rule_id uuid references funder_rule,
  passage text,
  check (num_nonnulls(contract_id, document_id, annex_id, body_id, funder_rule_id) = 1)
);
create unique index text_citation_once on text_citation (text_id, coalesce(contract_id, document_id, annex_id, body_id, funder_rule_id));
