-- A mandate that ends: what it held is listed once, and each thing is given to another mandate or left to its organisation.

create table hand_over (
  id uuid primary key,
  mandate_id uuid not null references mandate,
  ends_on date not null,
  note text not null default '',
  made_on date not null,
  made_by uuid not null references person
);
create index hand_over_by_mandate on hand_over (mandate_id);

-- What was held is written as it was that day. Without a receiver, it stays with the organisation.
create table hand_over_item (
  hand_over_id uuid not null references hand_over,
  kind text not null,
  subject_id uuid not null,
  label text not null check (label <> ''),
  href text not null,
  to_mandate_id uuid references mandate,
  primary key (hand_over_id, kind, subject_id)
);
create index hand_over_item_by_receiver on hand_over_item (to_mandate_id);
