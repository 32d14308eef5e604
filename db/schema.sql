-- Picture of the tables, drawn by `npm run db:schema` from a database that has just been migrated.
-- Read it, never edit it: a change of the schema is a new file in db/migrations.

create table acting_mandate (
  sign_in_id uuid not null,
  person_id uuid not null,
  mandate_id uuid not null,
  constraint acting_mandate_pkey PRIMARY KEY (sign_in_id),
  constraint acting_mandate_mandate_id_person_id_fkey FOREIGN KEY (mandate_id, person_id) REFERENCES mandate(id, person_id),
  constraint acting_mandate_sign_in_id_person_id_fkey FOREIGN KEY (sign_in_id, person_id) REFERENCES sign_in(id, person_id) ON DELETE CASCADE
);

create table action (
  id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  title text not null,
  first_year integer not null,
  created_on date not null,
  constraint action_pkey PRIMARY KEY (id),
  constraint action_id_contract_id_organisation_id_key UNIQUE (id, contract_id, organisation_id),
  constraint action_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint action_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX action_by_organisation ON action USING btree (organisation_id);

create table action_part (
  id uuid not null,
  application_id uuid not null,
  action_id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  year integer not null,
  "position" integer not null,
  renewed boolean not null,
  title text not null default ''::text,
  summary text not null default ''::text,
  orientation_id uuid,
  theme_code text,
  starts_on date,
  ends_on date,
  expected_result text not null default ''::text,
  indicator text not null default ''::text,
  indicator_target text not null default ''::text,
  floor_cents bigint,
  constraint action_part_pkey PRIMARY KEY (id),
  constraint action_part_application_id_action_id_key UNIQUE (application_id, action_id),
  constraint action_part_application_id_position_key UNIQUE (application_id, "position"),
  constraint action_part_id_application_id_key UNIQUE (id, application_id),
  constraint action_part_action_id_contract_id_organisation_id_fkey FOREIGN KEY (action_id, contract_id, organisation_id) REFERENCES action(id, contract_id, organisation_id),
  constraint action_part_application_id_contract_id_organisation_id_fkey FOREIGN KEY (application_id, contract_id, organisation_id) REFERENCES application(id, contract_id, organisation_id),
  constraint action_part_orientation_id_contract_id_fkey FOREIGN KEY (orientation_id, contract_id) REFERENCES orientation(id, contract_id),
  constraint action_part_theme_code_fkey FOREIGN KEY (theme_code) REFERENCES theme(code),
  constraint action_part_floor_cents_check CHECK ((floor_cents >= 0)),
  constraint action_part_position_check CHECK (("position" > 0))
);
CREATE INDEX action_part_by_action ON action_part USING btree (action_id, year);

create table answer (
  application_id uuid not null,
  subject_id uuid not null,
  field text not null,
  revision integer not null,
  raw text not null,
  author_id uuid not null,
  saved_at timestamp with time zone not null default clock_timestamp(),
  constraint answer_pkey PRIMARY KEY (subject_id, field, revision),
  constraint answer_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
  constraint answer_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id),
  constraint answer_field_check CHECK ((field ~ '^[a-zA-Z0-9._-]{1,80}$'::text)),
  constraint answer_revision_check CHECK ((revision > 0))
);
CREATE INDEX answer_by_application ON answer USING btree (application_id);

create table answer_conflict (
  id uuid not null,
  application_id uuid not null,
  subject_id uuid not null,
  field text not null,
  base_revision integer not null,
  raw text not null,
  author_id uuid not null,
  saved_at timestamp with time zone not null default clock_timestamp(),
  resolved_at timestamp with time zone,
  constraint answer_conflict_pkey PRIMARY KEY (id),
  constraint answer_conflict_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
  constraint answer_conflict_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id)
);
CREATE INDEX answer_conflict_open ON answer_conflict USING btree (application_id) WHERE (resolved_at IS NULL);

create table application (
  id uuid not null,
  call_id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  form_version_id uuid not null,
  origin text not null,
  dauphin_number text,
  created_on date not null,
  created_by uuid not null,
  constraint application_pkey PRIMARY KEY (id),
  constraint application_call_id_dauphin_number_key UNIQUE (call_id, dauphin_number),
  constraint application_id_contract_id_organisation_id_key UNIQUE (id, contract_id, organisation_id),
  constraint application_call_id_contract_id_fkey FOREIGN KEY (call_id, contract_id) REFERENCES call(id, contract_id),
  constraint application_created_by_fkey FOREIGN KEY (created_by) REFERENCES mandate(id),
  constraint application_form_version_id_fkey FOREIGN KEY (form_version_id) REFERENCES form_version(id),
  constraint application_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint application_dauphin_number_check CHECK ((dauphin_number ~ '^[A-Z0-9-]{4,30}$'::text)),
  constraint application_origin_check CHECK ((origin = ANY (ARRAY['pilotis'::text, 'dauphin'::text])))
);
CREATE INDEX application_by_call ON application USING btree (call_id);
CREATE INDEX application_by_organisation ON application USING btree (organisation_id);

create table application_decided (
  application_id uuid not null,
  decided_on date not null,
  constraint application_decided_pkey PRIMARY KEY (application_id),
  constraint application_decided_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id)
);

create table application_reopening (
  id uuid not null,
  application_id uuid not null,
  until date not null,
  reason text not null,
  reopened_on date not null,
  reopened_by uuid not null,
  constraint application_reopening_pkey PRIMARY KEY (id),
  constraint application_reopening_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint application_reopening_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES mandate(id),
  constraint application_reopening_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX application_reopening_by_application ON application_reopening USING btree (application_id);

create table application_withdrawal (
  application_id uuid not null,
  withdrawn_on date not null,
  withdrawn_by uuid not null,
  reason text not null,
  constraint application_withdrawal_pkey PRIMARY KEY (application_id),
  constraint application_withdrawal_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint application_withdrawal_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES mandate(id),
  constraint application_withdrawal_reason_check CHECK ((reason <> ''::text))
);

create table attachment (
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  file_id uuid not null,
  added_on date not null,
  added_by uuid not null,
  removed_on date,
  constraint attachment_pkey PRIMARY KEY (id),
  constraint attachment_added_by_fkey FOREIGN KEY (added_by) REFERENCES mandate(id),
  constraint attachment_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
  constraint attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint attachment_kind_check CHECK ((kind = ANY (ARRAY['statutes'::text, 'officers'::text, 'bank-details'::text, 'accounts'::text, 'activity-report'::text, 'quote'::text, 'power'::text, 'missing-piece'::text, 'other'::text])))
);
CREATE INDEX attachment_by_application ON attachment USING btree (application_id);

create table award (
  id uuid not null,
  action_id uuid not null,
  part_id uuid,
  year integer not null,
  envelope_id uuid not null,
  paid_cents bigint not null default 0,
  constraint award_pkey PRIMARY KEY (id),
  constraint award_action_id_year_envelope_id_key UNIQUE (action_id, year, envelope_id),
  constraint award_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  constraint award_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES envelope(id),
  constraint award_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id),
  constraint award_paid_not_negative CHECK ((paid_cents >= 0))
);
CREATE INDEX award_by_envelope ON award USING btree (envelope_id);
CREATE INDEX award_by_part ON award USING btree (part_id);

create table award_territory (
  decision_id uuid not null,
  award_id uuid not null,
  qpv_id uuid not null,
  amount_cents bigint not null,
  constraint award_territory_pkey PRIMARY KEY (decision_id, qpv_id),
  constraint award_territory_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint award_territory_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id),
  constraint award_territory_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id)
);
CREATE INDEX award_territory_by_award ON award_territory USING btree (award_id);
CREATE INDEX award_territory_by_qpv ON award_territory USING btree (qpv_id);

create table bank_account (
  id uuid not null,
  organisation_id uuid not null,
  iban text not null,
  holder text not null,
  valid_from date not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  constraint bank_account_pkey PRIMARY KEY (id),
  constraint bank_account_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint bank_account_iban_check CHECK ((iban ~ '^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$'::text))
);
CREATE INDEX bank_account_by_organisation ON bank_account USING btree (organisation_id, recorded_at DESC);

create table beneficiary_answer (
  id uuid not null,
  award_id uuid not null,
  kind text not null,
  kept_cents bigint not null,
  reason text not null default ''::text,
  budget_id uuid,
  answered_on date not null,
  answered_at timestamp with time zone not null default clock_timestamp(),
  answered_by uuid not null,
  constraint beneficiary_answer_pkey PRIMARY KEY (id),
  constraint beneficiary_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES mandate(id),
  constraint beneficiary_answer_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint beneficiary_answer_budget_id_fkey FOREIGN KEY (budget_id) REFERENCES budget(id),
  constraint beneficiary_answer_check CHECK (((kind = 'confirmed'::text) OR (reason <> ''::text))),
  constraint beneficiary_answer_check1 CHECK (((kind <> 'given-up'::text) OR (kept_cents = 0))),
  constraint beneficiary_answer_kept_cents_check CHECK ((kept_cents >= 0)),
  constraint beneficiary_answer_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'reduced'::text, 'given-up'::text])))
);
CREATE INDEX beneficiary_answer_by_award ON beneficiary_answer USING btree (award_id, answered_at DESC);

create table body (
  id uuid not null,
  contract_id uuid not null,
  name text not null,
  kind text not null,
  constraint body_pkey PRIMARY KEY (id),
  constraint body_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint body_kind_check CHECK ((kind = ANY (ARRAY['copil'::text, 'cotech'::text, 'funders-committee'::text, 'local'::text, 'thematic'::text])))
);

create table budget (
  id uuid not null,
  part_id uuid not null,
  version integer not null,
  created_on date not null,
  constraint budget_pkey PRIMARY KEY (id),
  constraint budget_part_id_version_key UNIQUE (part_id, version),
  constraint budget_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id) ON DELETE CASCADE,
  constraint budget_version_check CHECK ((version > 0))
);

create table budget_line (
  budget_id uuid not null,
  account text not null,
  amount_cents bigint not null,
  constraint budget_line_pkey PRIMARY KEY (budget_id, account),
  constraint budget_line_budget_id_fkey FOREIGN KEY (budget_id) REFERENCES budget(id) ON DELETE CASCADE,
  constraint budget_line_amount_cents_check CHECK (((amount_cents >= 0) AND (amount_cents <= '100000000000'::bigint)))
);

create table call (
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  title text not null,
  year integer not null,
  door text not null,
  opens_on date not null,
  closes_on date not null,
  form_version_id uuid not null,
  constraint call_pkey PRIMARY KEY (id),
  constraint call_code_key UNIQUE (code),
  constraint call_id_contract_id_key UNIQUE (id, contract_id),
  constraint call_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint call_form_version_id_fkey FOREIGN KEY (form_version_id) REFERENCES form_version(id),
  constraint call_check CHECK ((closes_on >= opens_on)),
  constraint call_code_check CHECK ((code ~ '^[a-z0-9-]+$'::text)),
  constraint call_door_check CHECK ((door = ANY (ARRAY['pilotis-first'::text, 'dauphin-first'::text]))),
  constraint call_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);

create table call_framing (
  call_id uuid not null,
  version integer not null,
  body text not null,
  published_on date not null,
  constraint call_framing_pkey PRIMARY KEY (call_id, version),
  constraint call_framing_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id),
  constraint call_framing_version_check CHECK ((version > 0))
);

create table commune (
  code text not null,
  name text not null,
  department_code text not null,
  inhabitants integer,
  constraint commune_pkey PRIMARY KEY (code),
  constraint commune_code_check CHECK ((code ~ '^(\d{2}|2[AB])\d{3}$'::text)),
  constraint commune_inhabitants_check CHECK ((inhabitants >= 0))
);

create table completeness (
  id uuid not null,
  application_id uuid not null,
  complete boolean not null,
  note text not null default ''::text,
  stated_on date not null,
  stated_at timestamp with time zone not null default clock_timestamp(),
  stated_by uuid not null,
  constraint completeness_pkey PRIMARY KEY (id),
  constraint completeness_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint completeness_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES mandate(id)
);
CREATE INDEX completeness_by_application ON completeness USING btree (application_id, stated_at DESC);

create table contract (
  id uuid not null,
  code text not null,
  name text not null,
  generation text not null,
  carrier_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  source text not null,
  constraint contract_pkey PRIMARY KEY (id),
  constraint contract_code_key UNIQUE (code),
  constraint contract_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES organisation(id),
  constraint contract_check CHECK ((valid_to > valid_from)),
  constraint contract_code_check CHECK ((code ~ '^[a-z0-9-]+$'::text)),
  constraint contract_generation_check CHECK ((generation = ANY (ARRAY['2015-2023'::text, '2024-2030'::text])))
);

create table contract_funder (
  contract_id uuid not null,
  organisation_id uuid not null,
  short_name text not null,
  budget_account text not null,
  pilot boolean not null default false,
  "position" integer not null,
  constraint contract_funder_pkey PRIMARY KEY (contract_id, organisation_id),
  constraint contract_funder_contract_id_position_key UNIQUE (contract_id, "position"),
  constraint contract_funder_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint contract_funder_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint contract_funder_budget_account_check CHECK ((budget_account = ANY (ARRAY['74etat'::text, '74region'::text, '74dep'::text, '74epci'::text, '74com'::text, '74orgasoc'::text, '74fe'::text, '74agenceserv'::text, '74x'::text])))
);

create table contract_qpv (
  contract_id uuid not null,
  qpv_id uuid not null,
  constraint contract_qpv_pkey PRIMARY KEY (contract_id, qpv_id),
  constraint contract_qpv_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint contract_qpv_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id)
);

create table database_nature (
  only_row boolean not null default true,
  demonstration boolean not null,
  created_at timestamp with time zone not null default now(),
  constraint database_nature_pkey PRIMARY KEY (only_row),
  constraint database_nature_only_row_check CHECK (only_row)
);
CREATE TRIGGER database_nature_is_final BEFORE DELETE OR UPDATE ON database_nature FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table dauphin_import (
  id uuid not null,
  call_id uuid not null,
  file_id uuid,
  file_name text not null,
  imported_on date not null,
  imported_at timestamp with time zone not null default clock_timestamp(),
  imported_by uuid not null,
  summary jsonb not null,
  constraint dauphin_import_pkey PRIMARY KEY (id),
  constraint dauphin_import_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id),
  constraint dauphin_import_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint dauphin_import_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES mandate(id)
);
CREATE INDEX dauphin_import_by_call ON dauphin_import USING btree (call_id, imported_at);

create table dauphin_line (
  id uuid not null,
  call_id uuid not null,
  dauphin_number text not null,
  funder_line text not null,
  content jsonb not null,
  application_id uuid not null,
  part_id uuid not null,
  request_id uuid,
  first_import_id uuid not null,
  last_import_id uuid not null,
  vanished_import_id uuid,
  constraint dauphin_line_pkey PRIMARY KEY (id),
  constraint dauphin_line_call_id_dauphin_number_funder_line_key UNIQUE (call_id, dauphin_number, funder_line),
  constraint dauphin_line_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint dauphin_line_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id),
  constraint dauphin_line_first_import_id_fkey FOREIGN KEY (first_import_id) REFERENCES dauphin_import(id),
  constraint dauphin_line_last_import_id_fkey FOREIGN KEY (last_import_id) REFERENCES dauphin_import(id),
  constraint dauphin_line_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id),
  constraint dauphin_line_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  constraint dauphin_line_vanished_import_id_fkey FOREIGN KEY (vanished_import_id) REFERENCES dauphin_import(id)
);

create table decision (
  id uuid not null,
  award_id uuid not null,
  act_id uuid,
  renunciation_id uuid,
  amount_cents bigint not null,
  reason text not null default ''::text,
  decided_on date not null,
  decided_at timestamp with time zone not null default clock_timestamp(),
  decided_by uuid not null,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_renunciation_id_key UNIQUE (renunciation_id),
  constraint decision_act_id_fkey FOREIGN KEY (act_id) REFERENCES funder_act(id),
  constraint decision_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES mandate(id),
  constraint decision_renunciation_id_fkey FOREIGN KEY (renunciation_id) REFERENCES beneficiary_answer(id),
  constraint decision_check CHECK (((act_id IS NULL) <> (renunciation_id IS NULL))),
  constraint decision_check1 CHECK (((act_id IS NULL) OR (amount_cents >= 0) OR (reason <> ''::text)))
);
CREATE INDEX decision_by_act ON decision USING btree (act_id);
CREATE INDEX decision_by_award ON decision USING btree (award_id);
CREATE TRIGGER decision_is_final BEFORE DELETE OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_kept_in_envelope AFTER INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decision_moves_envelope();
CREATE TRIGGER decision_within_sums AFTER INSERT ON decision FOR EACH ROW EXECUTE FUNCTION check_award_sums();

create table declared_interest (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  nature text not null,
  declared_on date not null,
  ended_on date,
  constraint declared_interest_pkey PRIMARY KEY (id),
  constraint declared_interest_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint declared_interest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint declared_interest_check CHECK ((ended_on >= declared_on)),
  constraint declared_interest_nature_check CHECK ((nature <> ''::text))
);
CREATE INDEX declared_interest_by_person ON declared_interest USING btree (person_id);

create table demonstration_day (
  only_row boolean not null default true,
  day date not null,
  constraint demonstration_day_pkey PRIMARY KEY (only_row),
  constraint demonstration_day_only_row_check CHECK (only_row)
);
CREATE TRIGGER demonstration_day_forward BEFORE INSERT OR UPDATE ON demonstration_day FOR EACH ROW EXECUTE FUNCTION demonstration_day_moves_forward();

create table deposit_condition (
  id uuid not null,
  action_id uuid not null,
  funder_id uuid not null,
  deposit_year integer not null,
  report_kind text not null,
  report_year integer not null,
  settled_on date,
  constraint deposit_condition_pkey PRIMARY KEY (id),
  constraint deposit_condition_action_id_funder_id_deposit_year_report_k_key UNIQUE (action_id, funder_id, deposit_year, report_kind, report_year),
  constraint deposit_condition_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  constraint deposit_condition_funder_id_fkey FOREIGN KEY (funder_id) REFERENCES organisation(id),
  constraint deposit_condition_report_kind_check CHECK ((report_kind = ANY (ARRAY['interim'::text, 'final'::text])))
);

create table deposit_override (
  id uuid not null,
  condition_id uuid not null,
  reason text not null,
  granted_on date not null,
  granted_by uuid not null,
  constraint deposit_override_pkey PRIMARY KEY (id),
  constraint deposit_override_condition_id_key UNIQUE (condition_id),
  constraint deposit_override_condition_id_fkey FOREIGN KEY (condition_id) REFERENCES deposit_condition(id),
  constraint deposit_override_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES mandate(id),
  constraint deposit_override_reason_check CHECK ((reason <> ''::text))
);

create table envelope (
  id uuid not null,
  contract_id uuid not null,
  funder_id uuid not null,
  year integer not null,
  code text not null,
  label text not null,
  kind text not null,
  amount_cents bigint not null,
  decided_cents bigint not null default 0,
  constraint envelope_pkey PRIMARY KEY (id),
  constraint envelope_contract_id_funder_id_year_code_key UNIQUE (contract_id, funder_id, year, code),
  constraint envelope_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint envelope_funder_id_fkey FOREIGN KEY (funder_id) REFERENCES organisation(id),
  constraint envelope_amount_cents_check CHECK ((amount_cents >= 0)),
  constraint envelope_kind_check CHECK ((kind = ANY (ARRAY['droit-commun'::text, 'specific'::text, 'engineering'::text, 'european'::text]))),
  constraint envelope_never_overspent CHECK (((decided_cents >= 0) AND (decided_cents <= amount_cents)))
);

create table envelope_revision (
  id uuid not null,
  envelope_id uuid not null,
  amount_cents bigint not null,
  reason text not null,
  revised_on date not null,
  revised_by uuid not null,
  constraint envelope_revision_pkey PRIMARY KEY (id),
  constraint envelope_revision_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES envelope(id),
  constraint envelope_revision_revised_by_fkey FOREIGN KEY (revised_by) REFERENCES mandate(id),
  constraint envelope_revision_amount_cents_check CHECK ((amount_cents >= 0)),
  constraint envelope_revision_reason_check CHECK ((reason <> ''::text))
);

create table epci (
  siren text not null,
  name text not null,
  constraint epci_pkey PRIMARY KEY (siren),
  constraint epci_siren_check CHECK ((siren ~ '^\d{9}$'::text))
);

create table epci_commune (
  epci_siren text not null,
  commune_code text not null,
  valid_from date not null,
  valid_to date,
  constraint epci_commune_pkey PRIMARY KEY (epci_siren, commune_code, valid_from),
  constraint epci_commune_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES commune(code),
  constraint epci_commune_epci_siren_fkey FOREIGN KEY (epci_siren) REFERENCES epci(siren),
  constraint epci_commune_check CHECK ((valid_to > valid_from))
);

create table form_version (
  id uuid not null,
  code text not null,
  number integer not null,
  definition jsonb not null,
  published_on date not null,
  constraint form_version_pkey PRIMARY KEY (id),
  constraint form_version_code_number_key UNIQUE (code, number),
  constraint form_version_number_check CHECK ((number > 0))
);
CREATE TRIGGER form_version_is_final BEFORE DELETE OR UPDATE ON form_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table funder_act (
  id uuid not null,
  funder_id uuid not null,
  authority text not null,
  number text not null,
  signed_on date not null,
  recorded_on date not null,
  recorded_by uuid not null,
  constraint funder_act_pkey PRIMARY KEY (id),
  constraint funder_act_funder_id_number_key UNIQUE (funder_id, number),
  constraint funder_act_funder_id_fkey FOREIGN KEY (funder_id) REFERENCES organisation(id),
  constraint funder_act_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint funder_act_authority_check CHECK ((authority <> ''::text)),
  constraint funder_act_number_check CHECK ((number <> ''::text))
);

create table funder_rule (
  id uuid not null,
  funder_id uuid not null,
  rule text not null,
  active boolean not null,
  valid_from date not null,
  source text not null,
  constraint funder_rule_pkey PRIMARY KEY (id),
  constraint funder_rule_funder_id_rule_valid_from_key UNIQUE (funder_id, rule, valid_from),
  constraint funder_rule_funder_id_fkey FOREIGN KEY (funder_id) REFERENCES organisation(id),
  constraint funder_rule_rule_check CHECK ((rule = ANY (ARRAY['deposit-needs-final-report'::text, 'deposit-needs-interim-report'::text, 'payment-needs-final-report'::text])))
);

create table journal (
  id uuid not null,
  happened_at timestamp with time zone not null default clock_timestamp(),
  person_id uuid,
  mandate_id uuid,
  act text not null,
  subject_id uuid,
  payload jsonb,
  salt text,
  payload_hash text not null,
  constraint journal_pkey PRIMARY KEY (id),
  constraint journal_act_check CHECK ((act ~ '^[a-z-]+\.[a-z-]+$'::text)),
  constraint journal_check CHECK (((payload IS NULL) = (salt IS NULL))),
  constraint journal_payload_hash_check CHECK ((payload_hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX journal_by_subject ON journal USING btree (subject_id, happened_at);
CREATE TRIGGER journal_append_only BEFORE DELETE OR UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION journal_only_grows();
CREATE TRIGGER journal_never_emptied BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table journal_seal (
  "position" bigint not null,
  journal_id uuid not null,
  hash text not null,
  sealed_at timestamp with time zone not null default clock_timestamp(),
  constraint journal_seal_pkey PRIMARY KEY ("position"),
  constraint journal_seal_journal_id_key UNIQUE (journal_id),
  constraint journal_seal_journal_id_fkey FOREIGN KEY (journal_id) REFERENCES journal(id),
  constraint journal_seal_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint journal_seal_position_check CHECK (("position" > 0))
);
CREATE TRIGGER journal_seal_is_final BEFORE DELETE OR UPDATE ON journal_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table letter (
  id uuid not null,
  award_id uuid not null,
  kind text not null,
  file_id uuid not null,
  produced_on date not null,
  produced_by uuid not null,
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint letter_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint letter_produced_by_fkey FOREIGN KEY (produced_by) REFERENCES mandate(id),
  constraint letter_kind_check CHECK ((kind = ANY (ARRAY['award'::text, 'refusal'::text])))
);
CREATE INDEX letter_by_award ON letter USING btree (award_id);

create table mail (
  id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  queued_at timestamp with time zone not null default clock_timestamp(),
  sent_at timestamp with time zone,
  attempts integer not null default 0,
  failure text,
  constraint mail_pkey PRIMARY KEY (id)
);
CREATE INDEX mail_by_time ON mail USING btree (queued_at);

create table mandate (
  id uuid not null,
  person_id uuid not null,
  function text not null,
  organisation_id uuid not null,
  contract_id uuid,
  valid_from date not null,
  valid_to date,
  constraint mandate_pkey PRIMARY KEY (id),
  constraint mandate_id_person_id_key UNIQUE (id, person_id),
  constraint mandate_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint mandate_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint mandate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint mandate_check CHECK ((valid_to >= valid_from)),
  constraint mandate_check1 CHECK (((function = 'porteur'::text) OR (contract_id IS NOT NULL))),
  constraint mandate_function_check CHECK ((function = ANY (ARRAY['porteur'::text, 'project-lead'::text, 'state-instructor'::text, 'funder'::text])))
);
CREATE INDEX mandate_by_organisation ON mandate USING btree (organisation_id);
CREATE INDEX mandate_by_person ON mandate USING btree (person_id);

create table mandate_claim (
  id uuid not null,
  person_id uuid not null,
  siret text not null,
  organisation_name text not null,
  legal_form text not null,
  claimed_on date not null,
  claimed_at timestamp with time zone not null default clock_timestamp(),
  constraint mandate_claim_pkey PRIMARY KEY (id),
  constraint mandate_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint mandate_claim_siret_check CHECK ((siret ~ '^\d{14}$'::text))
);
CREATE INDEX mandate_claim_by_person ON mandate_claim USING btree (person_id);

create table mandate_claim_decision (
  claim_id uuid not null,
  accepted boolean not null,
  reason text not null default ''::text,
  decided_on date not null,
  decided_by uuid not null,
  mandate_id uuid,
  constraint mandate_claim_decision_pkey PRIMARY KEY (claim_id),
  constraint mandate_claim_decision_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES mandate_claim(id),
  constraint mandate_claim_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES mandate(id),
  constraint mandate_claim_decision_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES mandate(id),
  constraint mandate_claim_decision_check CHECK ((accepted = (mandate_id IS NOT NULL))),
  constraint mandate_claim_decision_check1 CHECK ((accepted OR (reason <> ''::text)))
);

create table meeting (
  id uuid not null,
  body_id uuid not null,
  title text not null,
  held_on date not null,
  starts_at text not null,
  place text not null default ''::text,
  constraint meeting_pkey PRIMARY KEY (id),
  constraint meeting_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint meeting_starts_at_check CHECK ((starts_at ~ '^\d{2}:\d{2}$'::text))
);
CREATE INDEX meeting_by_body ON meeting USING btree (body_id, held_on);

create table meeting_closing (
  meeting_id uuid not null,
  closed_on date not null,
  closed_by uuid not null,
  reason text not null default ''::text,
  constraint meeting_closing_pkey PRIMARY KEY (meeting_id),
  constraint meeting_closing_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES mandate(id),
  constraint meeting_closing_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
);

create table meeting_item (
  meeting_id uuid not null,
  part_id uuid not null,
  "position" integer not null,
  constraint meeting_item_pkey PRIMARY KEY (meeting_id, part_id),
  constraint meeting_item_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint meeting_item_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id)
);
CREATE INDEX meeting_item_by_part ON meeting_item USING btree (part_id);

create table migration (
  number integer not null,
  name text not null,
  hash text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);

create table notification (
  id uuid not null,
  award_id uuid not null,
  letter_id uuid not null,
  notified_on date not null,
  notified_by uuid not null,
  constraint notification_pkey PRIMARY KEY (id),
  constraint notification_award_id_key UNIQUE (award_id),
  constraint notification_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint notification_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id),
  constraint notification_notified_by_fkey FOREIGN KEY (notified_by) REFERENCES mandate(id)
);

create table obligation (
  id uuid not null,
  award_id uuid not null,
  number text not null,
  amount_cents bigint not null,
  obligated_on date not null,
  recorded_by uuid not null,
  constraint obligation_pkey PRIMARY KEY (id),
  constraint obligation_award_id_number_key UNIQUE (award_id, number),
  constraint obligation_id_award_id_key UNIQUE (id, award_id),
  constraint obligation_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint obligation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint obligation_amount_cents_check CHECK ((amount_cents > 0)),
  constraint obligation_number_check CHECK ((number <> ''::text))
);
CREATE TRIGGER obligation_is_final BEFORE DELETE OR UPDATE ON obligation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER obligation_within_sums AFTER INSERT ON obligation FOR EACH ROW EXECUTE FUNCTION check_award_sums();

create table opinion (
  id uuid not null,
  opinion_request_id uuid not null,
  kind text not null,
  reason text not null,
  proposed_cents bigint,
  given_on date not null,
  given_at timestamp with time zone not null default clock_timestamp(),
  given_by uuid not null,
  constraint opinion_pkey PRIMARY KEY (id),
  constraint opinion_given_by_fkey FOREIGN KEY (given_by) REFERENCES mandate(id),
  constraint opinion_opinion_request_id_fkey FOREIGN KEY (opinion_request_id) REFERENCES opinion_request(id),
  constraint opinion_kind_check CHECK ((kind = ANY (ARRAY['favourable'::text, 'reserved'::text, 'unfavourable'::text, 'not-concerned'::text]))),
  constraint opinion_proposed_cents_check CHECK (((proposed_cents >= 0) AND (proposed_cents <= '100000000000'::bigint))),
  constraint opinion_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX opinion_by_request ON opinion USING btree (opinion_request_id, given_at DESC);

create table opinion_request (
  id uuid not null,
  part_id uuid not null,
  application_id uuid not null,
  organisation_id uuid not null,
  asked_on date not null,
  due_on date not null,
  asked_by uuid not null,
  constraint opinion_request_pkey PRIMARY KEY (id),
  constraint opinion_request_part_id_organisation_id_key UNIQUE (part_id, organisation_id),
  constraint opinion_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES mandate(id),
  constraint opinion_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint opinion_request_part_id_application_id_fkey FOREIGN KEY (part_id, application_id) REFERENCES action_part(id, application_id),
  constraint opinion_request_check CHECK ((due_on >= asked_on))
);
CREATE INDEX opinion_request_by_organisation ON opinion_request USING btree (organisation_id);

create table organisation (
  id uuid not null,
  siret text not null,
  rna text,
  name text not null,
  short_name text,
  legal_form text not null,
  address text not null default ''::text,
  postal_code text not null default ''::text,
  commune_code text,
  fictitious boolean not null default false,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_siret_key UNIQUE (siret),
  constraint organisation_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES commune(code),
  constraint organisation_legal_form_check CHECK ((legal_form = ANY (ARRAY['association'::text, 'foundation'::text, 'commune'::text, 'ccas'::text, 'epci'::text, 'state'::text, 'region'::text, 'department'::text, 'caf'::text, 'school'::text, 'landlord'::text, 'company'::text, 'natural-person'::text, 'other-public'::text]))),
  constraint organisation_name_check CHECK ((name <> ''::text)),
  constraint organisation_rna_check CHECK ((rna ~ '^W\d[A-Z\d]\d{7}$'::text)),
  constraint organisation_siret_check CHECK ((siret ~ '^\d{14}$'::text))
);
CREATE INDEX organisation_by_name ON organisation USING gin (name gin_trgm_ops);

create table orientation (
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  label text not null,
  pillar text not null,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  constraint orientation_pkey PRIMARY KEY (id),
  constraint orientation_contract_id_code_valid_from_key UNIQUE (contract_id, code, valid_from),
  constraint orientation_id_contract_id_key UNIQUE (id, contract_id),
  constraint orientation_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint orientation_pillar_check CHECK ((pillar = ANY (ARRAY['cohesion'::text, 'employment'::text, 'environment'::text, 'transversal'::text])))
);

create table part_public (
  part_id uuid not null,
  age_band text not null,
  women integer not null default 0,
  men integer not null default 0,
  constraint part_public_pkey PRIMARY KEY (part_id, age_band),
  constraint part_public_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id) ON DELETE CASCADE,
  constraint part_public_age_band_check CHECK ((age_band = ANY (ARRAY['0-5'::text, '6-11'::text, '12-15'::text, '16-25'::text, '26-59'::text, '60+'::text]))),
  constraint part_public_men_check CHECK (((men >= 0) AND (men <= 1000000))),
  constraint part_public_women_check CHECK (((women >= 0) AND (women <= 1000000)))
);

create table part_territory (
  part_id uuid not null,
  qpv_id uuid not null,
  share numeric(7,6) not null,
  constraint part_territory_pkey PRIMARY KEY (part_id, qpv_id),
  constraint part_territory_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id) ON DELETE CASCADE,
  constraint part_territory_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id),
  constraint part_territory_share_check CHECK (((share > (0)::numeric) AND (share <= (1)::numeric)))
);
CREATE INDEX part_territory_by_qpv ON part_territory USING btree (qpv_id);

create table payment (
  id uuid not null,
  award_id uuid not null,
  obligation_id uuid not null,
  amount_cents bigint not null,
  paid_on date not null,
  recorded_by uuid not null,
  suspension_override text not null default ''::text,
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint payment_obligation_id_award_id_fkey FOREIGN KEY (obligation_id, award_id) REFERENCES obligation(id, award_id),
  constraint payment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint payment_amount_cents_check CHECK ((amount_cents > 0))
);
CREATE INDEX payment_by_award ON payment USING btree (award_id);
CREATE INDEX payment_by_obligation ON payment USING btree (obligation_id);
CREATE TRIGGER payment_is_final BEFORE DELETE OR UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_kept_in_award AFTER INSERT ON payment FOR EACH ROW EXECUTE FUNCTION payment_moves_award();

create table person (
  id uuid not null,
  name text not null default ''::text,
  email text not null,
  email_verified boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_key UNIQUE (email),
  constraint person_email_check CHECK (((email = lower(email)) AND (POSITION(('@'::text) IN (email)) > 1)))
);

create table piece_answer (
  piece_request_id uuid not null,
  attachment_id uuid not null,
  answered_on date not null,
  answered_by uuid not null,
  constraint piece_answer_pkey PRIMARY KEY (piece_request_id),
  constraint piece_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES mandate(id),
  constraint piece_answer_attachment_id_fkey FOREIGN KEY (attachment_id) REFERENCES attachment(id),
  constraint piece_answer_piece_request_id_fkey FOREIGN KEY (piece_request_id) REFERENCES piece_request(id)
);

create table piece_request (
  id uuid not null,
  application_id uuid not null,
  label text not null,
  reason text not null default ''::text,
  asked_on date not null,
  due_on date not null,
  asked_by uuid not null,
  constraint piece_request_pkey PRIMARY KEY (id),
  constraint piece_request_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint piece_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES mandate(id),
  constraint piece_request_check CHECK ((due_on >= asked_on)),
  constraint piece_request_label_check CHECK ((label <> ''::text))
);
CREATE INDEX piece_request_by_application ON piece_request USING btree (application_id);

create table qpv (
  id uuid not null,
  code text not null,
  name text not null,
  generation integer not null,
  epci_siren text not null,
  inhabitants integer,
  inhabitants_source text,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  constraint qpv_pkey PRIMARY KEY (id),
  constraint qpv_code_key UNIQUE (code),
  constraint qpv_epci_siren_fkey FOREIGN KEY (epci_siren) REFERENCES epci(siren),
  constraint qpv_check CHECK ((valid_to > valid_from)),
  constraint qpv_code_check CHECK ((code ~ '^(QP(\d{3}|02[AB])\d{3}|QN(\d{3}|02[AB])\d{2}[A-Z])$'::text)),
  constraint qpv_generation_check CHECK ((generation = ANY (ARRAY[2015, 2024]))),
  constraint qpv_inhabitants_check CHECK ((inhabitants >= 0))
);

create table qpv_commune (
  qpv_id uuid not null,
  commune_code text not null,
  constraint qpv_commune_pkey PRIMARY KEY (qpv_id, commune_code),
  constraint qpv_commune_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES commune(code),
  constraint qpv_commune_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id)
);
CREATE INDEX qpv_commune_by_commune ON qpv_commune USING btree (commune_code);

create table reading_right (
  subject_id uuid not null,
  organisation_id uuid not null,
  reason text not null,
  granted_at timestamp with time zone not null default clock_timestamp(),
  constraint reading_right_pkey PRIMARY KEY (subject_id, organisation_id),
  constraint reading_right_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX reading_right_by_organisation ON reading_right USING btree (organisation_id, subject_id);

create table report (
  id uuid not null,
  action_id uuid not null,
  part_id uuid not null,
  year integer not null,
  kind text not null,
  achievements text not null default ''::text,
  difficulties text not null default ''::text,
  indicator_reached text not null default ''::text,
  revision integer not null default 1,
  constraint report_pkey PRIMARY KEY (id),
  constraint report_action_id_year_kind_key UNIQUE (action_id, year, kind),
  constraint report_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  constraint report_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id),
  constraint report_kind_check CHECK ((kind = ANY (ARRAY['interim'::text, 'final'::text])))
);

create table report_deposit (
  report_id uuid not null,
  deposited_on date not null,
  deposited_by uuid not null,
  certified_by text not null,
  constraint report_deposit_pkey PRIMARY KEY (report_id),
  constraint report_deposit_deposited_by_fkey FOREIGN KEY (deposited_by) REFERENCES mandate(id),
  constraint report_deposit_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_deposit_certified_by_check CHECK ((certified_by <> ''::text))
);

create table report_line (
  report_id uuid not null,
  account text not null,
  spent_cents bigint not null,
  constraint report_line_pkey PRIMARY KEY (report_id, account),
  constraint report_line_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_line_spent_cents_check CHECK (((spent_cents >= 0) AND (spent_cents <= '100000000000'::bigint)))
);

create table report_public (
  report_id uuid not null,
  age_band text not null,
  women integer not null default 0,
  men integer not null default 0,
  constraint report_public_pkey PRIMARY KEY (report_id, age_band),
  constraint report_public_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_public_age_band_check CHECK ((age_band = ANY (ARRAY['0-5'::text, '6-11'::text, '12-15'::text, '16-25'::text, '26-59'::text, '60+'::text]))),
  constraint report_public_men_check CHECK (((men >= 0) AND (men <= 1000000))),
  constraint report_public_women_check CHECK (((women >= 0) AND (women <= 1000000)))
);

create table request (
  id uuid not null,
  part_id uuid not null,
  application_id uuid not null,
  funder_id uuid not null,
  asked_cents bigint not null,
  constraint request_pkey PRIMARY KEY (id),
  constraint request_part_id_funder_id_key UNIQUE (part_id, funder_id),
  constraint request_funder_id_fkey FOREIGN KEY (funder_id) REFERENCES organisation(id),
  constraint request_part_id_application_id_fkey FOREIGN KEY (part_id, application_id) REFERENCES action_part(id, application_id) ON DELETE CASCADE,
  constraint request_asked_cents_check CHECK (((asked_cents >= 0) AND (asked_cents <= '100000000000'::bigint)))
);
CREATE INDEX request_by_application ON request USING btree (application_id);
CREATE INDEX request_by_funder ON request USING btree (funder_id);

create table retention (
  id uuid not null,
  meeting_id uuid not null,
  part_id uuid not null,
  envelope_id uuid not null,
  retained_cents bigint not null,
  reason text not null default ''::text,
  retained_on date not null,
  retained_at timestamp with time zone not null default clock_timestamp(),
  retained_by uuid not null,
  constraint retention_pkey PRIMARY KEY (id),
  constraint retention_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES envelope(id),
  constraint retention_meeting_id_part_id_fkey FOREIGN KEY (meeting_id, part_id) REFERENCES meeting_item(meeting_id, part_id),
  constraint retention_retained_by_fkey FOREIGN KEY (retained_by) REFERENCES mandate(id),
  constraint retention_retained_cents_check CHECK (((retained_cents >= 0) AND (retained_cents <= '100000000000'::bigint)))
);
CREATE INDEX retention_by_part ON retention USING btree (part_id, envelope_id, retained_at DESC);

create table sign_in (
  id uuid not null,
  person_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  last_used_at timestamp with time zone not null default clock_timestamp(),
  ip_address text,
  user_agent text,
  constraint sign_in_pkey PRIMARY KEY (id),
  constraint sign_in_id_person_id_key UNIQUE (id, person_id),
  constraint sign_in_token_key UNIQUE (token),
  constraint sign_in_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX sign_in_by_person ON sign_in USING btree (person_id);

create table sign_in_account (
  id uuid not null,
  person_id uuid not null,
  provider_id text not null,
  account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default clock_timestamp(),
  updated_at timestamp with time zone not null default clock_timestamp(),
  constraint sign_in_account_pkey PRIMARY KEY (id),
  constraint sign_in_account_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint sign_in_account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX sign_in_account_by_person ON sign_in_account USING btree (person_id);

create table sign_in_link (
  id uuid not null,
  token_hash text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  updated_at timestamp with time zone not null default clock_timestamp(),
  constraint sign_in_link_pkey PRIMARY KEY (id),
  constraint sign_in_link_token_hash_key UNIQUE (token_hash)
);

create table sign_in_link_request (
  id uuid not null,
  email text not null,
  ip_address text not null,
  asked_at timestamp with time zone not null default clock_timestamp(),
  constraint sign_in_link_request_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_link_request_by_email ON sign_in_link_request USING btree (email, asked_at);
CREATE INDEX sign_in_link_request_by_ip_address ON sign_in_link_request USING btree (ip_address, asked_at);

create table stored_file (
  id uuid not null,
  hash text not null,
  size_bytes integer not null,
  kind text not null,
  name text not null,
  stored_at timestamp with time zone not null default now(),
  constraint stored_file_pkey PRIMARY KEY (id),
  constraint stored_file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint stored_file_name_check CHECK ((name <> ''::text)),
  constraint stored_file_size_bytes_check CHECK ((size_bytes > 0))
);
CREATE INDEX stored_file_by_hash ON stored_file USING btree (hash);

create table submission (
  application_id uuid not null,
  call_id uuid not null,
  number integer not null,
  submitted_on date not null,
  submitted_at timestamp with time zone not null default clock_timestamp(),
  submitted_by uuid not null,
  framing_version integer not null,
  receipt_file_id uuid,
  constraint submission_pkey PRIMARY KEY (application_id),
  constraint submission_call_id_number_key UNIQUE (call_id, number),
  constraint submission_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint submission_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id),
  constraint submission_call_id_framing_version_fkey FOREIGN KEY (call_id, framing_version) REFERENCES call_framing(call_id, version),
  constraint submission_receipt_file_id_fkey FOREIGN KEY (receipt_file_id) REFERENCES stored_file(id),
  constraint submission_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES mandate(id),
  constraint submission_number_check CHECK ((number > 0))
);

create table theme (
  code text not null,
  label text not null,
  parent_code text,
  constraint theme_pkey PRIMARY KEY (code),
  constraint theme_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES theme(code)
);

CREATE OR REPLACE FUNCTION award_sums_hold(checked uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  decided bigint;
  obligated bigint;
  paid bigint;
begin
  select paid_cents into paid from award where id = checked for update;
  select coalesce(sum(amount_cents), 0) into decided from decision where award_id = checked;
  select coalesce(sum(amount_cents), 0) into obligated from obligation where award_id = checked;
  if decided < 0 then
    raise exception 'decided below zero' using errcode = 'check_violation', constraint = 'award_decided_not_negative';
  end if;
  if obligated > decided then
    raise exception 'obligated above decided' using errcode = 'check_violation', constraint = 'award_obligated_within_decided';
  end if;
  if paid > obligated then
    raise exception 'paid above obligated' using errcode = 'check_violation', constraint = 'award_paid_within_obligated';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION check_award_sums()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform award_sums_hold(new.award_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION decision_moves_envelope()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update envelope set decided_cents = decided_cents + new.amount_cents
    where id = (select envelope_id from award where id = new.award_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION demonstration_day_moves_forward()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select 1 from database_nature where demonstration) then
    raise exception 'a real database has no chosen day' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'UPDATE' and new.day < old.day then
    raise exception 'the day of the demonstration only moves forward' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION journal_only_grows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.payload is null and new.salt is null
    and (new.id, new.happened_at, new.act, new.payload_hash) = (old.id, old.happened_at, old.act, old.payload_hash)
    and new.person_id is not distinct from old.person_id and new.mandate_id is not distinct from old.mandate_id
    and new.subject_id is not distinct from old.subject_id then
    return new;
  end if;
  raise exception 'the journal only grows' using errcode = 'integrity_constraint_violation';
end $function$;

CREATE OR REPLACE FUNCTION payment_moves_award()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update award set paid_cents = paid_cents + new.amount_cents where id = new.award_id;
  perform award_sums_hold(new.award_id);
  if (select sum(p.amount_cents) from payment p where p.obligation_id = new.obligation_id)
    > (select o.amount_cents from obligation o where o.id = new.obligation_id) then
    raise exception 'paid above its obligation' using errcode = 'check_violation', constraint = 'award_paid_within_obligated';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% rows are never changed nor deleted', tg_table_name using errcode = 'integrity_constraint_violation';
end $function$;
