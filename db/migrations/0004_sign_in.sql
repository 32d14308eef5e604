-- Sign-in by e-mail link: what Better Auth keeps, the limits of the asked links, the mandate in use.

-- One row a sign-in of a person on a device; deleting it ends it at once. The cookie carries the token signed with SECRET.
create table sign_in (
  id uuid primary key,
  person_id uuid not null references person,
  token text not null unique,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz not null default clock_timestamp(),
  ip_address text,
  user_agent text,
  unique (id, person_id)
);
create index sign_in_by_person on sign_in (person_id);

-- A link sent by mail: only the hash of its token is kept; the row goes when the link is used.
create table sign_in_link (
  id uuid primary key,
  token_hash text not null unique,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);

-- The identity that an outside provider (ProConnect) vouches for.
create table sign_in_account (
  id uuid primary key,
  person_id uuid not null references person,
  provider_id text not null,
  account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (provider_id, account_id)
);
create index sign_in_account_by_person on sign_in_account (person_id);

-- Links asked in the last day, to limit them by address and by computer.
create table sign_in_link_request (
  id uuid primary key,
  email text not null,
  ip_address text not null,
  asked_at timestamptz not null default clock_timestamp()
);
create index sign_in_link_request_by_email on sign_in_link_request (email, asked_at);
create index sign_in_link_request_by_ip_address on sign_in_link_request (ip_address, asked_at);

-- The mandate under which a sign-in acts: the database refuses that of another person.
alter table mandate add unique (id, person_id);
create table acting_mandate (
  sign_in_id uuid primary key,
  person_id uuid not null,
  mandate_id uuid not null,
  foreign key (sign_in_id, person_id) references sign_in (id, person_id) on delete cascade,
  foreign key (mandate_id, person_id) references mandate (id, person_id)
);
