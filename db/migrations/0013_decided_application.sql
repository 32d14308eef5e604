-- Set by the step that decides: an application with a decision is no longer withdrawn, its awards are given up one by one.

create table application_decided (
  application_id uuid primary key references application,
  decided_on date not null
);
