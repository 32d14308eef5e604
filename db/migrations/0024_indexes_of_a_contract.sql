-- Homes and lists begin from one contract: without these, each reads every action, file and ask of the database.

create index action_by_contract on action (contract_id);
create index application_by_contract on application (contract_id);
create index opinion_request_by_application on opinion_request (application_id);
