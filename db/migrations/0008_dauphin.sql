-- What the State's portal said, line by line, import after import.

create table dauphin_import (
  id uuid primary key,
  call_id uuid not null references call,
  file_id uuid references stored_file,
  file_name text not null,
  imported_on date not null,
  imported_at timestamptz not null default clock_timestamp(),
  imported_by uuid not null references mandate,
  summary jsonb not null
);
create index dauphin_import_by_call on dauphin_import (call_id, imported_at);

-- Keyed on Dauphin number and funder line. content is what the portal last said, normalised.
create table dauphin_line (
  id uuid primary key,
  call_id uuid not null references call,
  dauphin_number text not null,
  funder_line text not null,
  content jsonb not null,
  application_id uuid not null references application,
  part_id uuid not null references action_part,
  request_id uuid references request,
  first_import_id uuid not null references dauphin_import,
  last_import_id uuid not null references dauphin_import,
  vanished_import_id uuid references dauphin_import,
  unique (call_id, dauphin_number, funder_line)
);
