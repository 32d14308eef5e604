-- Long documents prepared behind the pages, and the question that a committee must settle on each file.

-- What was asked for, how far it is, and the file once it is made. `progress_at` tells work in progress from work that a stop cut short.
create table produced_export (
  id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  title text not null check (title <> ''),
  asked_by uuid not null references mandate,
  asked_on date not null,
  asked_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done_count integer not null default 0 check (done_count >= 0),
  total_count integer not null default 0 check (total_count >= done_count),
  progress_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  file_id uuid references stored_file,
  check ((state = 'done') = (file_id is not null)),
  check ((state in ('done', 'failed')) = (finished_at is not null))
);
create index produced_export_by_asker on produced_export (asked_by, asked_at desc);
-- Asked twice, prepared once.
create unique index produced_export_in_progress on produced_export (asked_by, kind, subject_id) where state in ('waiting', 'running');

-- Each writing is a row: the latest is the question, an empty one gives way to the one that the program proposes.
create table agenda_question (
  id uuid primary key,
  meeting_id uuid not null,
  part_id uuid not null,
  question text not null,
  written_on date not null,
  written_at timestamptz not null default clock_timestamp(),
  written_by uuid not null references mandate,
  foreign key (meeting_id, part_id) references meeting_item (meeting_id, part_id) on delete cascade
);
create index agenda_question_by_item on agenda_question (meeting_id, part_id, written_at desc);
