-- All the functions of a contract, and mandates narrower than their contract.

alter table mandate drop constraint mandate_function_check;
alter table mandate add constraint mandate_function_check check (function in (
  'porteur', 'project-lead', 'state-instructor', 'state-delegate', 'state-signatory', 'funder', 'opinion-giver', 'elected', 'council'));

-- Without a row, a mandate holds on its whole contract. A narrower one is opened with its places, which never change: another is opened.
create table mandate_territory (
  id uuid primary key,
  mandate_id uuid not null references mandate,
  commune_code text references commune,
  qpv_id uuid references qpv,
  check ((commune_code is null) <> (qpv_id is null)),
  unique nulls not distinct (mandate_id, commune_code, qpv_id)
);
