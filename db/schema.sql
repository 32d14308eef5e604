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
CREATE INDEX action_by_contract ON action USING btree (contract_id);
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
CREATE INDEX action_part_by_contract ON action_part USING btree (contract_id, year);
CREATE TRIGGER action_part_marks_analysis AFTER UPDATE ON action_part REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_own_part_years();

create table agenda_question (
  id uuid not null,
  meeting_id uuid not null,
  part_id uuid not null,
  question text not null,
  written_on date not null,
  written_at timestamp with time zone not null default clock_timestamp(),
  written_by uuid not null,
  constraint agenda_question_pkey PRIMARY KEY (id),
  constraint agenda_question_meeting_id_part_id_fkey FOREIGN KEY (meeting_id, part_id) REFERENCES meeting_item(meeting_id, part_id) ON DELETE CASCADE,
  constraint agenda_question_written_by_fkey FOREIGN KEY (written_by) REFERENCES mandate(id)
);
CREATE INDEX agenda_question_by_item ON agenda_question USING btree (meeting_id, part_id, written_at DESC);

create table agreement (
  id uuid not null,
  funder_id uuid not null,
  organisation_id uuid not null,
  number text not null,
  kind text not null,
  first_year integer not null,
  last_year integer not null,
  purpose text not null,
  prepared_on date not null,
  prepared_by uuid not null,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_funder_id_number_key UNIQUE (funder_id, number),
  constraint agreement_funder_id_fkey FOREIGN KEY (funder_id) REFERENCES organisation(id),
  constraint agreement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES mandate(id),
  constraint agreement_check CHECK (((last_year >= first_year) AND (last_year <= (first_year + 3)))),
  constraint agreement_check1 CHECK (((kind = 'annual'::text) = (first_year = last_year))),
  constraint agreement_kind_check CHECK ((kind = ANY (ARRAY['annual'::text, 'multi-year'::text]))),
  constraint agreement_number_check CHECK ((number <> ''::text)),
  constraint agreement_purpose_check CHECK ((purpose <> ''::text))
);
CREATE INDEX agreement_by_parties ON agreement USING btree (funder_id, organisation_id);

create table agreement_copy (
  text_id uuid not null,
  file_id uuid not null,
  added_on date not null,
  added_by uuid not null,
  constraint agreement_copy_pkey PRIMARY KEY (text_id),
  constraint agreement_copy_added_by_fkey FOREIGN KEY (added_by) REFERENCES mandate(id),
  constraint agreement_copy_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint agreement_copy_text_id_fkey FOREIGN KEY (text_id) REFERENCES agreement_text(id)
);

create table agreement_signature (
  text_id uuid not null,
  party text not null,
  signed_on date not null,
  signatory text not null,
  recorded_by uuid not null,
  constraint agreement_signature_pkey PRIMARY KEY (text_id, party),
  constraint agreement_signature_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint agreement_signature_text_id_fkey FOREIGN KEY (text_id) REFERENCES agreement_text(id),
  constraint agreement_signature_party_check CHECK ((party = ANY (ARRAY['beneficiary'::text, 'authority'::text]))),
  constraint agreement_signature_signatory_check CHECK ((signatory <> ''::text))
);
CREATE TRIGGER agreement_signature_is_final BEFORE DELETE OR UPDATE ON agreement_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table agreement_text (
  id uuid not null,
  agreement_id uuid not null,
  rank integer not null,
  reason text not null default ''::text,
  drafted_on date not null,
  drafted_by uuid not null,
  constraint agreement_text_pkey PRIMARY KEY (id),
  constraint agreement_text_agreement_id_rank_key UNIQUE (agreement_id, rank),
  constraint agreement_text_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_text_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES mandate(id),
  constraint agreement_text_check CHECK (((rank = 0) OR (reason <> ''::text))),
  constraint agreement_text_rank_check CHECK ((rank >= 0))
);

create table agreement_year (
  text_id uuid not null,
  year integer not null,
  amount_cents bigint not null,
  constraint agreement_year_pkey PRIMARY KEY (text_id, year),
  constraint agreement_year_text_id_fkey FOREIGN KEY (text_id) REFERENCES agreement_text(id),
  constraint agreement_year_amount_cents_check CHECK ((amount_cents > 0))
);

create table analysis_change (
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  year integer not null,
  made_by xid8 not null default pg_current_xact_id(),
  made_at timestamp with time zone not null default now(),
  constraint analysis_change_pkey PRIMARY KEY (id),
  constraint analysis_change_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id)
);
CREATE INDEX analysis_change_by_time ON analysis_change USING btree (made_at);

create table animation_sector (
  id uuid not null,
  epci_siren text not null,
  name text not null,
  officer text not null,
  project_leads integer,
  stated_communes integer,
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint animation_sector_pkey PRIMARY KEY (id),
  constraint animation_sector_epci_siren_name_valid_from_key UNIQUE (epci_siren, name, valid_from),
  constraint animation_sector_id_epci_siren_valid_from_key UNIQUE (id, epci_siren, valid_from),
  constraint animation_sector_epci_siren_fkey FOREIGN KEY (epci_siren) REFERENCES epci(siren),
  constraint animation_sector_check CHECK ((valid_to > valid_from)),
  constraint animation_sector_project_leads_check CHECK ((project_leads >= 0)),
  constraint animation_sector_stated_communes_check CHECK ((stated_communes >= 0))
);

create table animation_sector_commune (
  sector_id uuid not null,
  epci_siren text not null,
  valid_from date not null,
  commune_code text not null,
  deduced boolean not null default false,
  constraint animation_sector_commune_pkey PRIMARY KEY (sector_id, commune_code),
  constraint animation_sector_commune_epci_siren_valid_from_commune_code_key UNIQUE (epci_siren, valid_from, commune_code),
  constraint animation_sector_commune_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES commune(code),
  constraint animation_sector_commune_sector_id_epci_siren_valid_from_fkey FOREIGN KEY (sector_id, epci_siren, valid_from) REFERENCES animation_sector(id, epci_siren, valid_from)
);

create table annex (
  id uuid not null,
  contract_id uuid not null,
  "position" integer not null,
  title text not null,
  theme text not null,
  expected boolean not null,
  cited boolean not null,
  dated text,
  fictitious boolean not null default false,
  source text not null,
  note text,
  constraint annex_pkey PRIMARY KEY (id),
  constraint annex_contract_id_position_key UNIQUE (contract_id, "position"),
  constraint annex_id_contract_id_key UNIQUE (id, contract_id),
  constraint annex_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id)
);

create table annex_file (
  id uuid not null,
  annex_id uuid not null,
  version integer not null,
  file_id uuid not null,
  put_on date not null,
  put_by uuid not null,
  constraint annex_file_pkey PRIMARY KEY (id),
  constraint annex_file_annex_id_version_key UNIQUE (annex_id, version),
  constraint annex_file_annex_id_fkey FOREIGN KEY (annex_id) REFERENCES annex(id),
  constraint annex_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint annex_file_put_by_fkey FOREIGN KEY (put_by) REFERENCES mandate(id),
  constraint annex_file_version_check CHECK ((version > 0))
);
CREATE TRIGGER annex_file_is_final BEFORE DELETE OR UPDATE ON annex_file FOR EACH ROW EXECUTE FUNCTION refuse_change();

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
CREATE INDEX application_by_contract ON application USING btree (contract_id);
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
CREATE TRIGGER award_territory_marks_analysis AFTER INSERT ON award_territory REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_award_years();

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

create table commitment (
  id uuid not null,
  code text not null,
  contract_id uuid,
  document_id uuid,
  setting text not null,
  partner text not null,
  pillar text not null,
  theme text not null,
  title text not null,
  kind text,
  kind_stated boolean not null,
  orientation_id uuid,
  period text,
  target text,
  deadline text,
  indicator text,
  condition text,
  territory text,
  status text,
  valid_from date not null,
  valid_to date,
  source_document text not null,
  source_lines text not null,
  note text,
  constraint commitment_pkey PRIMARY KEY (id),
  constraint commitment_code_key UNIQUE (code),
  constraint commitment_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint commitment_document_id_fkey FOREIGN KEY (document_id) REFERENCES contract_document(id),
  constraint commitment_orientation_id_fkey FOREIGN KEY (orientation_id) REFERENCES orientation(id),
  constraint commitment_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint commitment_code_check CHECK ((code ~ '^[A-Z0-9-]+$'::text)),
  constraint commitment_kind_check CHECK ((kind = ANY (ARRAY['droit-commun'::text, 'specific'::text, 'engineering'::text, 'mixed'::text]))),
  constraint commitment_pillar_check CHECK ((pillar = ANY (ARRAY['cohesion'::text, 'employment'::text, 'environment'::text, 'transversal'::text, 'governance'::text])))
);
CREATE INDEX commitment_by_contract ON commitment USING btree (contract_id, partner);

create table commitment_amount (
  commitment_id uuid not null,
  step text not null,
  reading text not null,
  amount_cents bigint,
  period text,
  source_document text not null,
  source_lines text not null,
  note text,
  constraint commitment_amount_pkey PRIMARY KEY (commitment_id, step),
  constraint commitment_amount_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint commitment_amount_amount_cents_check CHECK ((amount_cents >= 0)),
  constraint commitment_amount_check CHECK (((reading = 'illegible'::text) = (amount_cents IS NULL))),
  constraint commitment_amount_reading_check CHECK ((reading = ANY (ARRAY['read'::text, 'inferred'::text, 'illegible'::text]))),
  constraint commitment_amount_step_check CHECK ((step = ANY (ARRAY['declared'::text, 'voted'::text, 'observed'::text])))
);

create table commitment_measure (
  commitment_id uuid not null,
  measure_number integer not null,
  constraint commitment_measure_pkey PRIMARY KEY (commitment_id, measure_number),
  constraint commitment_measure_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint commitment_measure_measure_number_fkey FOREIGN KEY (measure_number) REFERENCES measure(number)
);

create table commune (
  code text not null,
  name text not null,
  department_code text not null,
  inhabitants integer,
  longitude numeric,
  latitude numeric,
  constraint commune_pkey PRIMARY KEY (code),
  constraint commune_code_check CHECK ((code ~ '^(\d{2}|2[AB])\d{3}$'::text)),
  constraint commune_inhabitants_check CHECK ((inhabitants >= 0)),
  constraint commune_latitude_check CHECK (((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric))),
  constraint commune_longitude_check CHECK (((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric)))
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
  announced_orientations integer,
  note text,
  constraint contract_pkey PRIMARY KEY (id),
  constraint contract_code_key UNIQUE (code),
  constraint contract_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES organisation(id),
  constraint contract_check CHECK ((valid_to > valid_from)),
  constraint contract_code_check CHECK ((code ~ '^[a-z0-9-]+$'::text)),
  constraint contract_generation_check CHECK ((generation = ANY (ARRAY['2015-2023'::text, '2024-2030'::text])))
);
CREATE TRIGGER contract_end_has_a_term BEFORE UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION contract_end_has_a_term();

create table contract_document (
  id uuid not null,
  contract_id uuid not null,
  kind text not null,
  number integer not null,
  title text not null,
  object text not null,
  validated_by text,
  effect_on date,
  new_end date,
  said_signed_on date,
  announced_signatories integer,
  fictitious boolean not null default false,
  recorded_on date,
  recorded_by uuid,
  source text not null,
  note text,
  constraint contract_document_pkey PRIMARY KEY (id),
  constraint contract_document_contract_id_kind_number_key UNIQUE (contract_id, kind, number),
  constraint contract_document_id_contract_id_key UNIQUE (id, contract_id),
  constraint contract_document_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint contract_document_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint contract_document_announced_signatories_check CHECK ((announced_signatories > 0)),
  constraint contract_document_check CHECK (((new_end IS NULL) OR (effect_on IS NOT NULL))),
  constraint contract_document_kind_check CHECK ((kind = ANY (ARRAY['contract'::text, 'avenant'::text, 'protocol'::text]))),
  constraint contract_document_number_check CHECK ((number > 0)),
  constraint contract_document_title_check CHECK ((title <> ''::text))
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

create table contract_term (
  id uuid not null,
  contract_id uuid not null,
  ends_on date not null,
  known_on date not null,
  basis text not null,
  reading text not null,
  document_id uuid,
  text_id uuid,
  source text not null,
  constraint contract_term_pkey PRIMARY KEY (id),
  constraint contract_term_contract_id_known_on_key UNIQUE (contract_id, known_on),
  constraint contract_term_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint contract_term_document_id_contract_id_fkey FOREIGN KEY (document_id, contract_id) REFERENCES contract_document(id, contract_id),
  constraint contract_term_document_id_fkey FOREIGN KEY (document_id) REFERENCES contract_document(id),
  constraint contract_term_text_id_fkey FOREIGN KEY (text_id) REFERENCES reference_text(id),
  constraint contract_term_basis_check CHECK ((basis = ANY (ARRAY['initial'::text, 'avenant'::text, 'law'::text]))),
  constraint contract_term_check CHECK (((basis = 'avenant'::text) = (document_id IS NOT NULL))),
  constraint contract_term_check1 CHECK (((basis = 'law'::text) = (text_id IS NOT NULL))),
  constraint contract_term_reading_check CHECK ((reading = ANY (ARRAY['read'::text, 'inferred'::text])))
);
CREATE UNIQUE INDEX contract_term_initial ON contract_term USING btree (contract_id) WHERE (basis = 'initial'::text);
CREATE TRIGGER contract_ends_on_latest_term AFTER INSERT ON contract_term FOR EACH ROW EXECUTE FUNCTION contract_ends_on_latest_term();
CREATE TRIGGER contract_term_is_final BEFORE DELETE OR UPDATE ON contract_term FOR EACH ROW EXECUTE FUNCTION refuse_change();

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
CREATE TRIGGER decision_marks_analysis AFTER INSERT ON decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_award_years();
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

create table document_item (
  id uuid not null,
  document_id uuid not null,
  kind text not null,
  "position" integer not null,
  title text not null,
  dated text,
  source text not null,
  note text,
  constraint document_item_pkey PRIMARY KEY (id),
  constraint document_item_document_id_kind_position_key UNIQUE (document_id, kind, "position"),
  constraint document_item_document_id_fkey FOREIGN KEY (document_id) REFERENCES contract_document(id),
  constraint document_item_kind_check CHECK ((kind = ANY (ARRAY['aim'::text, 'note'::text, 'perspective'::text, 'theme'::text, 'date'::text])))
);

create table droit_commun_answer (
  id uuid not null,
  try_id uuid not null,
  outcome text not null,
  amount_cents bigint,
  means text not null default ''::text,
  reason text not null default ''::text,
  answered_on date not null,
  answered_at timestamp with time zone not null default clock_timestamp(),
  answered_by uuid not null,
  constraint droit_commun_answer_pkey PRIMARY KEY (id),
  constraint droit_commun_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES mandate(id),
  constraint droit_commun_answer_try_id_fkey FOREIGN KEY (try_id) REFERENCES droit_commun_try(id),
  constraint droit_commun_answer_amount_cents_check CHECK (((amount_cents >= 0) AND (amount_cents <= '100000000000'::bigint))),
  constraint droit_commun_answer_check CHECK (((outcome = 'yes'::text) OR (reason <> ''::text))),
  constraint droit_commun_answer_check1 CHECK (((outcome = 'no'::text) OR (amount_cents > 0) OR (means <> ''::text))),
  constraint droit_commun_answer_outcome_check CHECK ((outcome = ANY (ARRAY['yes'::text, 'partial'::text, 'no'::text])))
);
CREATE INDEX droit_commun_answer_by_try ON droit_commun_answer USING btree (try_id, answered_at DESC);

create table droit_commun_line (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  funds text not null,
  criteria text not null default ''::text,
  audience text not null default ''::text,
  link text not null default ''::text,
  kind text not null,
  contract_id uuid,
  commune_code text,
  theme_code text,
  valid_from date not null,
  valid_to date,
  source text not null,
  fictitious boolean not null default false,
  recorded_by uuid,
  constraint droit_commun_line_pkey PRIMARY KEY (id),
  constraint droit_commun_line_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES commune(code),
  constraint droit_commun_line_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint droit_commun_line_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organisation(id),
  constraint droit_commun_line_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint droit_commun_line_theme_code_fkey FOREIGN KEY (theme_code) REFERENCES theme(code),
  constraint droit_commun_line_check CHECK ((valid_to >= valid_from)),
  constraint droit_commun_line_funds_check CHECK ((funds <> ''::text)),
  constraint droit_commun_line_kind_check CHECK ((kind = ANY (ARRAY['money'::text, 'post'::text, 'engineering'::text, 'in-kind'::text]))),
  constraint droit_commun_line_name_check CHECK ((name <> ''::text)),
  constraint droit_commun_line_source_check CHECK ((source <> ''::text))
);
CREATE INDEX droit_commun_line_by_owner ON droit_commun_line USING btree (owner_id);

create table droit_commun_override (
  id uuid not null,
  part_id uuid not null,
  application_id uuid not null,
  reason text not null,
  granted_on date not null,
  granted_by uuid not null,
  constraint droit_commun_override_pkey PRIMARY KEY (id),
  constraint droit_commun_override_part_id_key UNIQUE (part_id),
  constraint droit_commun_override_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES mandate(id),
  constraint droit_commun_override_part_id_application_id_fkey FOREIGN KEY (part_id, application_id) REFERENCES action_part(id, application_id),
  constraint droit_commun_override_reason_check CHECK ((reason <> ''::text))
);

create table droit_commun_try (
  id uuid not null,
  part_id uuid not null,
  application_id uuid not null,
  line_id uuid not null,
  asked_on date not null,
  due_on date not null,
  asked_by uuid not null,
  constraint droit_commun_try_pkey PRIMARY KEY (id),
  constraint droit_commun_try_part_id_line_id_key UNIQUE (part_id, line_id),
  constraint droit_commun_try_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES mandate(id),
  constraint droit_commun_try_line_id_fkey FOREIGN KEY (line_id) REFERENCES droit_commun_line(id),
  constraint droit_commun_try_part_id_application_id_fkey FOREIGN KEY (part_id, application_id) REFERENCES action_part(id, application_id),
  constraint droit_commun_try_check CHECK ((due_on >= asked_on))
);
CREATE INDEX droit_commun_try_by_line ON droit_commun_try USING btree (line_id);

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

create table figure (
  id uuid not null,
  subject_kind text not null,
  subject_code text not null,
  indicator text not null,
  label text not null,
  definition text,
  value numeric,
  unit text not null,
  year integer,
  period text,
  year_inferred boolean not null default false,
  as_printed text,
  note text,
  fictitious boolean not null default false,
  source text not null,
  place text,
  read_on date not null,
  constraint figure_pkey PRIMARY KEY (id),
  constraint figure_indicator_check CHECK ((indicator ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint figure_rate_between_0_and_100 CHECK (((unit <> '%'::text) OR ((value >= (0)::numeric) AND (value <= (100)::numeric)))),
  constraint figure_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['country'::text, 'region'::text, 'department'::text, 'epci'::text, 'commune'::text, 'qpv'::text, 'area'::text]))),
  constraint figure_year_check CHECK (((year >= 1900) AND (year <= 2100)))
);
CREATE INDEX figure_by_subject ON figure USING btree (subject_kind, subject_code, indicator);
CREATE UNIQUE INDEX figure_once ON figure USING btree (subject_kind, subject_code, indicator, COALESCE(year, 0), COALESCE(period, ''::text), source);

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

create table frame_change (
  id uuid not null,
  document_id uuid not null,
  kind text not null,
  orientation_id uuid,
  title text not null,
  description text not null,
  source text not null,
  constraint frame_change_pkey PRIMARY KEY (id),
  constraint frame_change_document_id_fkey FOREIGN KEY (document_id) REFERENCES contract_document(id),
  constraint frame_change_orientation_id_fkey FOREIGN KEY (orientation_id) REFERENCES orientation(id),
  constraint frame_change_check CHECK (((kind = 'changed'::text) = (orientation_id IS NOT NULL))),
  constraint frame_change_kind_check CHECK ((kind = ANY (ARRAY['added'::text, 'changed'::text])))
);

create table frame_element (
  id uuid not null,
  contract_id uuid not null,
  kind text not null,
  code text not null,
  label text not null,
  pillar text,
  "position" integer not null,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint frame_element_pkey PRIMARY KEY (id),
  constraint frame_element_contract_id_kind_code_valid_from_key UNIQUE (contract_id, kind, code, valid_from),
  constraint frame_element_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint frame_element_check CHECK (((kind = ANY (ARRAY['pillar'::text, 'strand'::text])) = (pillar IS NOT NULL))),
  constraint frame_element_kind_check CHECK ((kind = ANY (ARRAY['pillar'::text, 'strand'::text, 'national-priority'::text, 'neighbourhood-project'::text]))),
  constraint frame_element_pillar_check CHECK ((pillar = ANY (ARRAY['cohesion'::text, 'employment'::text, 'environment'::text, 'transversal'::text])))
);

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

create table gender_assessment (
  id uuid not null,
  part_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  together boolean not null,
  mixed_public boolean not null,
  main_goal boolean not null,
  sexed_diagnosis boolean,
  balanced_participation boolean,
  sexed_indicators boolean,
  coherent_public boolean,
  evidence text not null default ''::text,
  comment text not null default ''::text,
  criteria_needed smallint not null,
  marker smallint not null,
  assessed_on date not null,
  assessed_at timestamp with time zone not null default clock_timestamp(),
  assessed_by uuid not null,
  constraint gender_assessment_pkey PRIMARY KEY (id),
  constraint gender_assessment_assessed_by_fkey FOREIGN KEY (assessed_by) REFERENCES mandate(id),
  constraint gender_assessment_part_id_application_id_fkey FOREIGN KEY (part_id, application_id) REFERENCES action_part(id, application_id),
  constraint gender_assessment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint gender_assessment_check CHECK (((NOT together) OR (comment <> ''::text))),
  constraint gender_assessment_check1 CHECK ((((sexed_diagnosis IS NOT NULL) AND (balanced_participation IS NOT NULL) AND (sexed_indicators IS NOT NULL)) = (mixed_public AND (NOT main_goal)))),
  constraint gender_assessment_check2 CHECK (((coherent_public IS NOT NULL) = ((NOT mixed_public) AND (NOT main_goal)))),
  constraint gender_assessment_check3 CHECK ((marker =
CASE
    WHEN main_goal THEN 2
    WHEN mixed_public THEN (((((sexed_diagnosis)::integer + (balanced_participation)::integer) + (sexed_indicators)::integer) >= criteria_needed))::integer
    ELSE (coherent_public)::integer
END)),
  constraint gender_assessment_criteria_needed_check CHECK (((criteria_needed >= 1) AND (criteria_needed <= 3)))
);
CREATE INDEX gender_assessment_by_part ON gender_assessment USING btree (part_id, assessed_at DESC);

create table gender_marker (
  id uuid not null,
  part_id uuid not null,
  application_id uuid not null,
  marker smallint not null,
  criteria_needed smallint not null,
  way text not null,
  settled_on date not null,
  settled_at timestamp with time zone not null default clock_timestamp(),
  settled_by uuid not null,
  ended_on date,
  constraint gender_marker_pkey PRIMARY KEY (id),
  constraint gender_marker_part_id_application_id_fkey FOREIGN KEY (part_id, application_id) REFERENCES action_part(id, application_id),
  constraint gender_marker_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES mandate(id),
  constraint gender_marker_check CHECK ((ended_on >= settled_on)),
  constraint gender_marker_criteria_needed_check CHECK (((criteria_needed >= 1) AND (criteria_needed <= 3))),
  constraint gender_marker_marker_check CHECK ((marker = ANY (ARRAY[0, 1, 2]))),
  constraint gender_marker_way_check CHECK ((way = ANY (ARRAY['agreement'::text, 'discussion'::text])))
);
CREATE UNIQUE INDEX gender_marker_current ON gender_marker USING btree (part_id) WHERE (ended_on IS NULL);
CREATE TRIGGER gender_marker_ended_marks_analysis AFTER UPDATE ON gender_marker REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_part_years();
CREATE TRIGGER gender_marker_marks_analysis AFTER INSERT ON gender_marker REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_part_years();

create table gender_presence (
  assessment_id uuid not null,
  person_id uuid not null,
  constraint gender_presence_pkey PRIMARY KEY (assessment_id, person_id),
  constraint gender_presence_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES gender_assessment(id),
  constraint gender_presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table gender_support (
  id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  year integer not null,
  nature text not null,
  done_on date not null,
  recorded_by uuid not null,
  constraint gender_support_pkey PRIMARY KEY (id),
  constraint gender_support_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint gender_support_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint gender_support_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint gender_support_nature_check CHECK ((nature <> ''::text))
);
CREATE INDEX gender_support_by_year ON gender_support USING btree (contract_id, year);

create table gender_support_plan (
  contract_id uuid not null,
  year integer not null,
  target integer not null,
  set_on date not null,
  set_by uuid not null,
  constraint gender_support_plan_pkey PRIMARY KEY (contract_id, year),
  constraint gender_support_plan_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint gender_support_plan_set_by_fkey FOREIGN KEY (set_by) REFERENCES mandate(id),
  constraint gender_support_plan_target_check CHECK (((target >= 1) AND (target <= 1000)))
);

create table gender_threshold (
  id uuid not null,
  contract_id uuid not null,
  criteria_needed smallint not null,
  reason text not null,
  valid_from date not null,
  set_by uuid not null,
  constraint gender_threshold_pkey PRIMARY KEY (id),
  constraint gender_threshold_contract_id_valid_from_key UNIQUE (contract_id, valid_from),
  constraint gender_threshold_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint gender_threshold_set_by_fkey FOREIGN KEY (set_by) REFERENCES mandate(id),
  constraint gender_threshold_criteria_needed_check CHECK (((criteria_needed >= 1) AND (criteria_needed <= 3))),
  constraint gender_threshold_reason_check CHECK ((reason <> ''::text))
);

create table hand_over (
  id uuid not null,
  mandate_id uuid not null,
  ends_on date not null,
  note text not null default ''::text,
  made_on date not null,
  made_by uuid not null,
  constraint hand_over_pkey PRIMARY KEY (id),
  constraint hand_over_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint hand_over_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES mandate(id)
);
CREATE INDEX hand_over_by_mandate ON hand_over USING btree (mandate_id);

create table hand_over_item (
  hand_over_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  label text not null,
  href text not null,
  to_mandate_id uuid,
  constraint hand_over_item_pkey PRIMARY KEY (hand_over_id, kind, subject_id),
  constraint hand_over_item_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES hand_over(id),
  constraint hand_over_item_to_mandate_id_fkey FOREIGN KEY (to_mandate_id) REFERENCES mandate(id),
  constraint hand_over_item_label_check CHECK ((label <> ''::text))
);
CREATE INDEX hand_over_item_by_receiver ON hand_over_item USING btree (to_mandate_id);

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
  constraint mandate_function_check CHECK ((function = ANY (ARRAY['porteur'::text, 'project-lead'::text, 'state-instructor'::text, 'state-delegate'::text, 'state-signatory'::text, 'funder'::text, 'opinion-giver'::text, 'elected'::text, 'council'::text])))
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

create table mandate_territory (
  id uuid not null,
  mandate_id uuid not null,
  commune_code text,
  qpv_id uuid,
  constraint mandate_territory_pkey PRIMARY KEY (id),
  constraint mandate_territory_mandate_id_commune_code_qpv_id_key UNIQUE NULLS NOT DISTINCT (mandate_id, commune_code, qpv_id),
  constraint mandate_territory_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES commune(code),
  constraint mandate_territory_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES mandate(id),
  constraint mandate_territory_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id),
  constraint mandate_territory_check CHECK (((commune_code IS NULL) <> (qpv_id IS NULL)))
);

create table measure (
  number integer not null,
  programme text not null,
  programme_legible boolean not null,
  axis text,
  theme text not null,
  title text not null,
  source_document text not null,
  source_lines text not null,
  note text,
  constraint measure_pkey PRIMARY KEY (number),
  constraint measure_number_check CHECK (((number >= 1) AND (number <= 40))),
  constraint measure_programme_check CHECK ((programme = ANY (ARRAY['same-rights'::text, 'emancipation'::text, 'republic'::text])))
);

create table measure_indicator (
  measure_number integer not null,
  code text not null,
  "position" integer not null,
  label text,
  target text,
  constraint measure_indicator_pkey PRIMARY KEY (measure_number, "position"),
  constraint measure_indicator_code_key UNIQUE (code),
  constraint measure_indicator_measure_number_fkey FOREIGN KEY (measure_number) REFERENCES measure(number)
);

create table measure_level (
  id uuid not null,
  measure_number integer not null,
  "position" integer not null,
  level text,
  reading text not null,
  known_on date not null,
  reason text,
  recorded_on date,
  recorded_by uuid,
  source text not null,
  constraint measure_level_pkey PRIMARY KEY (id),
  constraint measure_level_measure_number_position_key UNIQUE (measure_number, "position"),
  constraint measure_level_measure_number_fkey FOREIGN KEY (measure_number) REFERENCES measure(number),
  constraint measure_level_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint measure_level_check CHECK (((reading = 'illegible'::text) = (level IS NULL))),
  constraint measure_level_level_check CHECK ((level = ANY (ARRAY['launching'::text, 'deploying'::text, 'finishing'::text]))),
  constraint measure_level_position_check CHECK (("position" > 0)),
  constraint measure_level_reading_check CHECK ((reading = ANY (ARRAY['read'::text, 'inferred'::text, 'illegible'::text])))
);
CREATE TRIGGER measure_level_is_final BEFORE DELETE OR UPDATE ON measure_level FOR EACH ROW EXECUTE FUNCTION refuse_change();

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
CREATE TRIGGER notification_marks_analysis AFTER INSERT ON notification REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_award_years();

create table obligation (
  id uuid not null,
  award_id uuid not null,
  number text not null,
  amount_cents bigint not null,
  obligated_on date not null,
  recorded_by uuid not null,
  withdraws_id uuid,
  reason text not null default ''::text,
  constraint obligation_pkey PRIMARY KEY (id),
  constraint obligation_id_award_id_key UNIQUE (id, award_id),
  constraint obligation_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint obligation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint obligation_withdraws_id_fkey FOREIGN KEY (withdraws_id) REFERENCES obligation(id),
  constraint obligation_number_check CHECK ((number <> ''::text)),
  constraint obligation_or_withdrawal CHECK ((((withdraws_id IS NULL) AND (amount_cents > 0)) OR ((withdraws_id IS NOT NULL) AND (amount_cents < 0) AND (reason <> ''::text))))
);
CREATE INDEX obligation_by_award ON obligation USING btree (award_id);
CREATE INDEX obligation_by_number ON obligation USING btree (number);
CREATE INDEX obligation_by_withdrawn ON obligation USING btree (withdraws_id);
CREATE TRIGGER obligation_is_coherent AFTER INSERT ON obligation FOR EACH ROW EXECUTE FUNCTION check_obligation();
CREATE TRIGGER obligation_is_final BEFORE DELETE OR UPDATE ON obligation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER obligation_marks_analysis AFTER INSERT ON obligation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_award_years();
CREATE TRIGGER obligation_within_sums AFTER INSERT ON obligation FOR EACH ROW EXECUTE FUNCTION check_award_sums();

create table opinion (
  id uuid not null,
  opinion_request_id uuid not null,
  kind text not null,
  reason text not null,
  proposed_cents bigint,
  given_on date not null,
  given_at timestamp with time zone not null default clock_timestamp(),
  given_by uuid,
  link_id uuid,
  signer_name text,
  signer_function text,
  email_id uuid,
  after_committee boolean not null default false,
  constraint opinion_pkey PRIMARY KEY (id),
  constraint opinion_email_id_fkey FOREIGN KEY (email_id) REFERENCES opinion_email(id),
  constraint opinion_given_by_fkey FOREIGN KEY (given_by) REFERENCES mandate(id),
  constraint opinion_link_id_fkey FOREIGN KEY (link_id) REFERENCES opinion_link(id),
  constraint opinion_opinion_request_id_fkey FOREIGN KEY (opinion_request_id) REFERENCES opinion_request(id),
  constraint opinion_check CHECK (((given_by IS NULL) = (link_id IS NOT NULL))),
  constraint opinion_check1 CHECK ((((link_id IS NULL) = (signer_name IS NULL)) AND ((link_id IS NULL) = (signer_function IS NULL)))),
  constraint opinion_check2 CHECK (((link_id IS NULL) OR (email_id IS NULL))),
  constraint opinion_kind_check CHECK ((kind = ANY (ARRAY['favourable'::text, 'reserved'::text, 'unfavourable'::text, 'not-concerned'::text]))),
  constraint opinion_proposed_cents_check CHECK (((proposed_cents >= 0) AND (proposed_cents <= '100000000000'::bigint))),
  constraint opinion_reason_check CHECK ((reason <> ''::text)),
  constraint opinion_signer_function_check CHECK ((signer_function <> ''::text)),
  constraint opinion_signer_name_check CHECK ((signer_name <> ''::text))
);
CREATE INDEX opinion_by_request ON opinion USING btree (opinion_request_id, given_at DESC);

create table opinion_email (
  id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  file_id uuid not null,
  sent_on date not null,
  recorded_on date not null,
  recorded_by uuid not null,
  constraint opinion_email_pkey PRIMARY KEY (id),
  constraint opinion_email_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint opinion_email_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint opinion_email_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint opinion_email_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint opinion_email_check CHECK ((sent_on <= recorded_on))
);
CREATE INDEX opinion_email_by_contract ON opinion_email USING btree (contract_id, recorded_on DESC);

create table opinion_link (
  id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  email text not null,
  sent_on date not null,
  sent_by uuid not null,
  expires_on date not null,
  revoked_on date,
  revoked_by uuid,
  constraint opinion_link_pkey PRIMARY KEY (id),
  constraint opinion_link_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint opinion_link_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint opinion_link_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES mandate(id),
  constraint opinion_link_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES mandate(id),
  constraint opinion_link_check CHECK (((revoked_on IS NULL) = (revoked_by IS NULL))),
  constraint opinion_link_check1 CHECK ((expires_on >= sent_on)),
  constraint opinion_link_email_check CHECK (((email = lower(email)) AND (POSITION(('@'::text) IN (email)) > 1)))
);
CREATE INDEX opinion_link_by_organisation ON opinion_link USING btree (organisation_id, contract_id);

create table opinion_link_request (
  link_id uuid not null,
  opinion_request_id uuid not null,
  constraint opinion_link_request_pkey PRIMARY KEY (link_id, opinion_request_id),
  constraint opinion_link_request_link_id_fkey FOREIGN KEY (link_id) REFERENCES opinion_link(id),
  constraint opinion_link_request_opinion_request_id_fkey FOREIGN KEY (opinion_request_id) REFERENCES opinion_request(id)
);
CREATE INDEX opinion_link_request_by_request ON opinion_link_request USING btree (opinion_request_id);

create table opinion_link_token (
  token_hash text not null,
  link_id uuid not null,
  made_on date not null,
  constraint opinion_link_token_pkey PRIMARY KEY (token_hash),
  constraint opinion_link_token_link_id_fkey FOREIGN KEY (link_id) REFERENCES opinion_link(id)
);

create table opinion_link_try (
  id uuid not null,
  link_id uuid,
  ip_address text not null,
  tried_at timestamp with time zone not null default clock_timestamp(),
  constraint opinion_link_try_pkey PRIMARY KEY (id),
  constraint opinion_link_try_link_id_fkey FOREIGN KEY (link_id) REFERENCES opinion_link(id)
);
CREATE INDEX opinion_link_try_by_ip ON opinion_link_try USING btree (ip_address, tried_at);
CREATE INDEX opinion_link_try_by_link ON opinion_link_try USING btree (link_id, tried_at);

create table opinion_reminder (
  id uuid not null,
  opinion_request_id uuid not null,
  sent_on date not null,
  sent_by uuid,
  constraint opinion_reminder_pkey PRIMARY KEY (id),
  constraint opinion_reminder_opinion_request_id_sent_on_key UNIQUE (opinion_request_id, sent_on),
  constraint opinion_reminder_opinion_request_id_fkey FOREIGN KEY (opinion_request_id) REFERENCES opinion_request(id),
  constraint opinion_reminder_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES mandate(id)
);

create table opinion_request (
  id uuid not null,
  part_id uuid not null,
  application_id uuid not null,
  organisation_id uuid not null,
  asked_on date not null,
  due_on date not null,
  asked_by uuid not null,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawal_reason text,
  constraint opinion_request_pkey PRIMARY KEY (id),
  constraint opinion_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES mandate(id),
  constraint opinion_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint opinion_request_part_id_application_id_fkey FOREIGN KEY (part_id, application_id) REFERENCES action_part(id, application_id),
  constraint opinion_request_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES mandate(id),
  constraint opinion_request_check CHECK ((due_on >= asked_on)),
  constraint opinion_request_check1 CHECK ((((withdrawn_on IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_on IS NULL) = (withdrawal_reason IS NULL)))),
  constraint opinion_request_check2 CHECK ((withdrawn_on >= asked_on)),
  constraint opinion_request_withdrawal_reason_check CHECK ((withdrawal_reason <> ''::text))
);
CREATE INDEX opinion_request_by_application ON opinion_request USING btree (application_id);
CREATE INDEX opinion_request_by_organisation ON opinion_request USING btree (organisation_id);
CREATE INDEX opinion_request_by_part ON opinion_request USING btree (part_id);
CREATE UNIQUE INDEX opinion_request_living ON opinion_request USING btree (part_id, organisation_id) WHERE (withdrawn_on IS NULL);

create table opinion_setting (
  contract_id uuid not null,
  valid_from date not null,
  remind_before integer[] not null,
  remind_after integer[] not null,
  link_days integer not null,
  after_committee text not null,
  set_by uuid not null,
  constraint opinion_setting_pkey PRIMARY KEY (contract_id, valid_from),
  constraint opinion_setting_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint opinion_setting_set_by_fkey FOREIGN KEY (set_by) REFERENCES mandate(id),
  constraint opinion_setting_after_committee_check CHECK ((after_committee = ANY (ARRAY['noted'::text, 'refused'::text]))),
  constraint opinion_setting_link_days_check CHECK (((link_days >= 0) AND (link_days <= 90)))
);

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
CREATE TRIGGER organisation_marks_analysis AFTER UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION mark_organisation_years();

create table orientation (
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  label text,
  pillar text,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  level text not null default 'orientation'::text,
  parent_id uuid,
  version integer not null default 1,
  source text not null default ''::text,
  note text,
  constraint orientation_pkey PRIMARY KEY (id),
  constraint orientation_contract_id_code_valid_from_key UNIQUE (contract_id, code, valid_from),
  constraint orientation_id_contract_id_key UNIQUE (id, contract_id),
  constraint orientation_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint orientation_parent_fkey FOREIGN KEY (parent_id, contract_id) REFERENCES orientation(id, contract_id),
  constraint orientation_check CHECK (((label IS NOT NULL) OR (level = 'axis'::text))),
  constraint orientation_check1 CHECK (((pillar IS NOT NULL) OR (label IS NULL))),
  constraint orientation_check2 CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint orientation_level_check CHECK ((level = ANY (ARRAY['orientation'::text, 'axis'::text, 'objective'::text, 'operational-objective'::text]))),
  constraint orientation_pillar_check CHECK ((pillar = ANY (ARRAY['cohesion'::text, 'employment'::text, 'environment'::text, 'transversal'::text]))),
  constraint orientation_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX orientation_version ON orientation USING btree (contract_id, code, version);

create table part_axis (
  part_id uuid not null,
  axis_id uuid not null,
  constraint part_axis_pkey PRIMARY KEY (part_id, axis_id),
  constraint part_axis_axis_id_fkey FOREIGN KEY (axis_id) REFERENCES transversal_axis(id),
  constraint part_axis_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id) ON DELETE CASCADE
);
CREATE INDEX part_axis_by_axis ON part_axis USING btree (axis_id);

create table part_examined (
  part_id uuid not null,
  examined_on date not null,
  constraint part_examined_pkey PRIMARY KEY (part_id),
  constraint part_examined_part_id_fkey FOREIGN KEY (part_id) REFERENCES action_part(id)
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
CREATE TRIGGER part_public_less_marks_analysis AFTER DELETE ON part_public REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_part_years();
CREATE TRIGGER part_public_marks_analysis AFTER UPDATE ON part_public REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_part_years();
CREATE TRIGGER part_public_more_marks_analysis AFTER INSERT ON part_public REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_part_years();

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
CREATE TRIGGER part_territory_less_marks_analysis AFTER DELETE ON part_territory REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_part_years();
CREATE TRIGGER part_territory_marks_analysis AFTER UPDATE ON part_territory REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_part_years();
CREATE TRIGGER part_territory_more_marks_analysis AFTER INSERT ON part_territory REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_part_years();

create table payment (
  id uuid not null,
  award_id uuid not null,
  obligation_id uuid not null,
  amount_cents bigint not null,
  paid_on date not null,
  recorded_by uuid not null,
  suspension_override text not null default ''::text,
  reverses_id uuid,
  reason text not null default ''::text,
  number text not null default ''::text,
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_reverses_id_key UNIQUE (reverses_id),
  constraint payment_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint payment_obligation_id_award_id_fkey FOREIGN KEY (obligation_id, award_id) REFERENCES obligation(id, award_id),
  constraint payment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint payment_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES payment(id),
  constraint payment_or_reversal CHECK ((((reverses_id IS NULL) AND (amount_cents > 0)) OR ((reverses_id IS NOT NULL) AND (amount_cents < 0) AND (reason <> ''::text))))
);
CREATE INDEX payment_by_award ON payment USING btree (award_id);
CREATE INDEX payment_by_number ON payment USING btree (number) WHERE (number <> ''::text);
CREATE INDEX payment_by_obligation ON payment USING btree (obligation_id);
CREATE TRIGGER payment_is_final BEFORE DELETE OR UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_kept_in_award AFTER INSERT ON payment FOR EACH ROW EXECUTE FUNCTION payment_moves_award();
CREATE TRIGGER payment_marks_analysis AFTER INSERT ON payment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_award_years();

create table payment_import (
  id uuid not null,
  funder_id uuid not null,
  file_name text not null,
  imported_on date not null,
  imported_at timestamp with time zone not null default clock_timestamp(),
  imported_by uuid not null,
  summary jsonb not null,
  constraint payment_import_pkey PRIMARY KEY (id),
  constraint payment_import_funder_id_fkey FOREIGN KEY (funder_id) REFERENCES organisation(id),
  constraint payment_import_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES mandate(id)
);
CREATE INDEX payment_import_by_funder ON payment_import USING btree (funder_id, imported_at DESC);

create table payment_line (
  id uuid not null,
  import_id uuid not null,
  funder_id uuid not null,
  line integer not null,
  fingerprint text not null,
  content jsonb not null,
  reasons text[] not null,
  constraint payment_line_pkey PRIMARY KEY (id),
  constraint payment_line_funder_id_fingerprint_key UNIQUE (funder_id, fingerprint),
  constraint payment_line_funder_id_fkey FOREIGN KEY (funder_id) REFERENCES organisation(id),
  constraint payment_line_import_id_fkey FOREIGN KEY (import_id) REFERENCES payment_import(id)
);

create table payment_line_treatment (
  line_id uuid not null,
  kind text not null,
  payment_id uuid,
  reason text not null default ''::text,
  treated_on date not null,
  treated_by uuid not null,
  constraint payment_line_treatment_pkey PRIMARY KEY (line_id),
  constraint payment_line_treatment_payment_id_key UNIQUE (payment_id),
  constraint payment_line_treatment_line_id_fkey FOREIGN KEY (line_id) REFERENCES payment_line(id),
  constraint payment_line_treatment_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment(id),
  constraint payment_line_treatment_treated_by_fkey FOREIGN KEY (treated_by) REFERENCES mandate(id),
  constraint payment_line_treatment_check CHECK (((kind = 'dismissed'::text) = (payment_id IS NULL))),
  constraint payment_line_treatment_check1 CHECK (((kind <> 'dismissed'::text) OR (reason <> ''::text))),
  constraint payment_line_treatment_kind_check CHECK ((kind = ANY (ARRAY['imported'::text, 'matched'::text, 'dismissed'::text])))
);
CREATE TRIGGER payment_line_treatment_is_final BEFORE DELETE OR UPDATE ON payment_line_treatment FOR EACH ROW EXECUTE FUNCTION refuse_change();

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

create table produced_export (
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  title text not null,
  asked_by uuid not null,
  asked_on date not null,
  asked_at timestamp with time zone not null default clock_timestamp(),
  state text not null default 'waiting'::text,
  done_count integer not null default 0,
  total_count integer not null default 0,
  progress_at timestamp with time zone not null default clock_timestamp(),
  finished_at timestamp with time zone,
  file_id uuid,
  constraint produced_export_pkey PRIMARY KEY (id),
  constraint produced_export_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES mandate(id),
  constraint produced_export_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint produced_export_check CHECK ((total_count >= done_count)),
  constraint produced_export_check1 CHECK (((state = 'done'::text) = (file_id IS NOT NULL))),
  constraint produced_export_check2 CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (finished_at IS NOT NULL))),
  constraint produced_export_done_count_check CHECK ((done_count >= 0)),
  constraint produced_export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  constraint produced_export_title_check CHECK ((title <> ''::text))
);
CREATE INDEX produced_export_by_asker ON produced_export USING btree (asked_by, asked_at DESC);
CREATE UNIQUE INDEX produced_export_in_progress ON produced_export USING btree (asked_by, kind, subject_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

create table programming_setting (
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  value text not null,
  valid_from date not null,
  source text not null,
  recorded_on date not null,
  recorded_by uuid,
  constraint programming_setting_pkey PRIMARY KEY (id),
  constraint programming_setting_contract_id_code_valid_from_key UNIQUE (contract_id, code, valid_from),
  constraint programming_setting_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint programming_setting_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint programming_setting_check CHECK (
CASE code
    WHEN 'empty-year-alert'::text THEN (value ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'::text)
    ELSE (value ~ '^(0(\.\d{1,4})?|1)$'::text)
END),
  constraint programming_setting_code_check CHECK ((code = ANY (ARRAY['employment-share'::text, 'multi-year-share'::text, 'empty-year-alert'::text]))),
  constraint programming_setting_source_check CHECK ((source <> ''::text))
);
CREATE TRIGGER programming_setting_is_final BEFORE DELETE OR UPDATE ON programming_setting FOR EACH ROW EXECUTE FUNCTION refuse_change();

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
  kind text not null default 'qpv'::text,
  source text,
  constraint qpv_pkey PRIMARY KEY (id),
  constraint qpv_code_key UNIQUE (code),
  constraint qpv_epci_siren_fkey FOREIGN KEY (epci_siren) REFERENCES epci(siren),
  constraint qpv_check CHECK ((valid_to > valid_from)),
  constraint qpv_code_check CHECK ((((kind = 'qpv'::text) AND (code ~ '^(QP(\d{3}|02[AB])\d{3}|QN(\d{3}|02[AB])\d{2}[A-Z])$'::text)) OR ((kind = 'qva'::text) AND (code ~ '^QVA-(\d{3}|02[AB])-\d{2,3}$'::text)))),
  constraint qpv_generation_check CHECK ((generation = ANY (ARRAY[2015, 2024]))),
  constraint qpv_generation_of_code CHECK (((kind = 'qva'::text) OR ((generation = 2015) = (code ~~ 'QP%'::text)))),
  constraint qpv_inhabitants_check CHECK ((inhabitants >= 0)),
  constraint qpv_kind_check CHECK ((kind = ANY (ARRAY['qpv'::text, 'qva'::text])))
);

create table qpv_alias (
  qpv_id uuid not null,
  name text not null,
  to_confirm boolean not null default false,
  source text not null,
  constraint qpv_alias_pkey PRIMARY KEY (qpv_id, name),
  constraint qpv_alias_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id),
  constraint qpv_alias_name_check CHECK ((name <> ''::text))
);

create table qpv_commune (
  qpv_id uuid not null,
  commune_code text not null,
  constraint qpv_commune_pkey PRIMARY KEY (qpv_id, commune_code),
  constraint qpv_commune_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES commune(code),
  constraint qpv_commune_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id)
);
CREATE INDEX qpv_commune_by_commune ON qpv_commune USING btree (commune_code);

create table qpv_perimeter (
  id uuid not null,
  qpv_id uuid not null,
  geometry jsonb not null,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint qpv_perimeter_pkey PRIMARY KEY (id),
  constraint qpv_perimeter_qpv_id_valid_from_key UNIQUE (qpv_id, valid_from),
  constraint qpv_perimeter_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id),
  constraint qpv_perimeter_check CHECK ((valid_to > valid_from)),
  constraint qpv_perimeter_geometry_check CHECK (((geometry ->> 'type'::text) = ANY (ARRAY['Polygon'::text, 'MultiPolygon'::text])))
);

create table qpv_programme (
  id uuid not null,
  qpv_id uuid not null,
  programme text not null,
  site_name text,
  valid_from date,
  valid_to date,
  fictitious boolean not null default false,
  source text not null,
  constraint qpv_programme_pkey PRIMARY KEY (id),
  constraint qpv_programme_qpv_id_fkey FOREIGN KEY (qpv_id) REFERENCES qpv(id),
  constraint qpv_programme_check CHECK ((valid_to > valid_from)),
  constraint qpv_programme_programme_check CHECK ((programme = ANY (ARRAY['npnru'::text, 'pnrqad'::text, 'mining-estate'::text, 'zsp'::text, 'qrr'::text, 'erbm'::text, 'educational-city'::text, 'iti'::text])))
);
CREATE INDEX qpv_programme_by_qpv ON qpv_programme USING btree (qpv_id);

create table reading_right (
  subject_id uuid not null,
  organisation_id uuid not null,
  reason text not null,
  granted_at timestamp with time zone not null default clock_timestamp(),
  constraint reading_right_pkey PRIMARY KEY (subject_id, organisation_id),
  constraint reading_right_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX reading_right_by_organisation ON reading_right USING btree (organisation_id, subject_id);

create table recovery (
  id uuid not null,
  award_id uuid not null,
  number text not null,
  amount_cents bigint not null,
  reason text not null,
  asked_on date not null,
  recorded_by uuid not null,
  constraint recovery_pkey PRIMARY KEY (id),
  constraint recovery_award_id_fkey FOREIGN KEY (award_id) REFERENCES award(id),
  constraint recovery_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint recovery_amount_cents_check CHECK ((amount_cents > 0)),
  constraint recovery_number_check CHECK ((number <> ''::text)),
  constraint recovery_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX recovery_by_award ON recovery USING btree (award_id);
CREATE TRIGGER recovery_is_final BEFORE DELETE OR UPDATE ON recovery FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recovery_within_paid AFTER INSERT ON recovery FOR EACH ROW EXECUTE FUNCTION check_recovery();

create table recovery_receipt (
  id uuid not null,
  recovery_id uuid not null,
  amount_cents bigint not null,
  received_on date not null,
  recorded_by uuid not null,
  constraint recovery_receipt_pkey PRIMARY KEY (id),
  constraint recovery_receipt_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint recovery_receipt_recovery_id_fkey FOREIGN KEY (recovery_id) REFERENCES recovery(id),
  constraint recovery_receipt_amount_cents_check CHECK ((amount_cents > 0))
);
CREATE INDEX recovery_receipt_by_recovery ON recovery_receipt USING btree (recovery_id);
CREATE TRIGGER receipt_within_recovery AFTER INSERT ON recovery_receipt FOR EACH ROW EXECUTE FUNCTION check_recovery_receipt();
CREATE TRIGGER recovery_receipt_is_final BEFORE DELETE OR UPDATE ON recovery_receipt FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table reference_text (
  id uuid not null,
  code text not null,
  kind text not null,
  number text,
  dated_on date not null,
  title text not null,
  article text,
  effect text,
  link text,
  source text not null,
  constraint reference_text_pkey PRIMARY KEY (id),
  constraint reference_text_code_key UNIQUE (code),
  constraint reference_text_code_check CHECK ((code ~ '^[a-z0-9-]+$'::text)),
  constraint reference_text_kind_check CHECK ((kind = ANY (ARRAY['law'::text, 'decree'::text, 'order'::text, 'circular'::text, 'instruction'::text, 'pact'::text, 'interministerial-agreement'::text, 'plan'::text]))),
  constraint reference_text_link_check CHECK ((link ~ '^https://'::text)),
  constraint reference_text_title_check CHECK ((title <> ''::text))
);

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

create table signatory (
  id uuid not null,
  document_id uuid not null,
  name text not null,
  quality text not null,
  capacity text not null,
  required boolean not null default true,
  "position" integer not null,
  fictitious boolean not null default false,
  source text not null,
  constraint signatory_pkey PRIMARY KEY (id),
  constraint signatory_document_id_name_key UNIQUE (document_id, name),
  constraint signatory_document_id_fkey FOREIGN KEY (document_id) REFERENCES contract_document(id),
  constraint signatory_capacity_check CHECK ((capacity = ANY (ARRAY['full'::text, 'own-competences'::text]))),
  constraint signatory_name_check CHECK ((name <> ''::text))
);

create table signature (
  id uuid not null,
  signatory_id uuid not null,
  signed_on date,
  reading text not null,
  recorded_on date,
  recorded_by uuid,
  source text not null,
  constraint signature_pkey PRIMARY KEY (id),
  constraint signature_signatory_id_key UNIQUE (signatory_id),
  constraint signature_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES mandate(id),
  constraint signature_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES signatory(id),
  constraint signature_check CHECK (((reading = 'illegible'::text) = (signed_on IS NULL))),
  constraint signature_reading_check CHECK ((reading = ANY (ARRAY['read'::text, 'inferred'::text, 'illegible'::text])))
);

create table stated_figure (
  id uuid not null,
  code text not null,
  payer text not null,
  purpose text not null,
  territory text not null,
  year text,
  kind text not null,
  reading text not null,
  amount_cents bigint,
  source_document text not null,
  source_lines text not null,
  note text,
  constraint stated_figure_pkey PRIMARY KEY (id),
  constraint stated_figure_code_key UNIQUE (code),
  constraint stated_figure_amount_cents_check CHECK ((amount_cents >= 0)),
  constraint stated_figure_check CHECK (((reading = 'read'::text) = (amount_cents IS NOT NULL))),
  constraint stated_figure_reading_check CHECK ((reading = ANY (ARRAY['read'::text, 'unsaid'::text, 'illegible'::text])))
);

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

create table text_citation (
  id uuid not null,
  text_id uuid not null,
  contract_id uuid,
  document_id uuid,
  annex_id uuid,
  body_id uuid,
  funder_rule_id uuid,
  passage text,
  constraint text_citation_pkey PRIMARY KEY (id),
  constraint text_citation_annex_id_fkey FOREIGN KEY (annex_id) REFERENCES annex(id),
  constraint text_citation_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint text_citation_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint text_citation_document_id_fkey FOREIGN KEY (document_id) REFERENCES contract_document(id),
  constraint text_citation_funder_rule_id_fkey FOREIGN KEY (funder_rule_id) REFERENCES funder_rule(id),
  constraint text_citation_text_id_fkey FOREIGN KEY (text_id) REFERENCES reference_text(id),
  constraint text_citation_check CHECK ((num_nonnulls(contract_id, document_id, annex_id, body_id, funder_rule_id) = 1))
);
CREATE UNIQUE INDEX text_citation_once ON text_citation USING btree (text_id, COALESCE(contract_id, document_id, annex_id, body_id, funder_rule_id));

create table theme (
  code text not null,
  label text not null,
  parent_code text,
  constraint theme_pkey PRIMARY KEY (code),
  constraint theme_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES theme(code)
);

create table transversal_axis (
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  label text not null,
  "position" integer not null,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint transversal_axis_pkey PRIMARY KEY (id),
  constraint transversal_axis_contract_id_code_valid_from_key UNIQUE (contract_id, code, valid_from),
  constraint transversal_axis_id_contract_id_key UNIQUE (id, contract_id),
  constraint transversal_axis_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(id),
  constraint transversal_axis_code_check CHECK ((code ~ '^[a-z-]+$'::text))
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

CREATE OR REPLACE FUNCTION check_obligation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  original uuid := coalesce(new.withdraws_id, new.id);
begin
  perform 1 from award where id = new.award_id for update;
  if new.withdraws_id is not null then
    if not exists (select 1 from obligation o where o.id = original and o.award_id = new.award_id and o.withdraws_id is null) then
      raise exception 'withdraws another award' using errcode = 'check_violation', constraint = 'obligation_withdraws_its_own';
    end if;
    if (select sum(o.amount_cents) from obligation o where o.id = original or o.withdraws_id = original)
      < (select coalesce(sum(p.amount_cents), 0) from payment p where p.obligation_id = original) then
      raise exception 'paid above its obligation' using errcode = 'check_violation', constraint = 'award_paid_within_obligated';
    end if;
  elsif exists (select 1 from obligation o where o.award_id = new.award_id and o.number = new.number and o.withdraws_id is null and o.id <> new.id
      and o.amount_cents + (select coalesce(sum(w.amount_cents), 0) from obligation w where w.withdraws_id = o.id) > 0) then
    raise exception 'number used' using errcode = 'unique_violation', constraint = 'obligation_number_once';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION check_recovery()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform 1 from award where id = new.award_id for update;
  if (select sum(r.amount_cents) from recovery r where r.award_id = new.award_id)
    > (select w.paid_cents from award w where w.id = new.award_id) then
    raise exception 'recovered above paid' using errcode = 'check_violation', constraint = 'award_recovered_within_paid';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION check_recovery_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform 1 from award w join recovery r on r.award_id = w.id where r.id = new.recovery_id for update of w;
  if (select sum(g.amount_cents) from recovery_receipt g where g.recovery_id = new.recovery_id)
    > (select r.amount_cents from recovery r where r.id = new.recovery_id) then
    raise exception 'received above asked' using errcode = 'check_violation', constraint = 'recovery_received_within_asked';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION contract_end_has_a_term()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.valid_to is distinct from old.valid_to and new.valid_to is distinct from (
    select t.ends_on from contract_term t where t.contract_id = new.id order by t.known_on desc limit 1) then
    raise exception 'the end of a contract moves by a dated term only' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION contract_ends_on_latest_term()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update contract set valid_to = (
    select t.ends_on from contract_term t where t.contract_id = new.contract_id order by t.known_on desc limit 1)
  where id = new.contract_id;
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

CREATE OR REPLACE FUNCTION mark_award_years()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into analysis_change (contract_id, year)
    select distinct e.contract_id, w.year from changed c join award w on w.id = c.award_id join envelope e on e.id = w.envelope_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION mark_organisation_years()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.legal_form is distinct from old.legal_form then
    insert into analysis_change (contract_id, year)
      select distinct a.contract_id, w.year from action a join award w on w.action_id = a.id where a.organisation_id = new.id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION mark_own_part_years()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into analysis_change (contract_id, year)
    select distinct e.contract_id, w.year from changed c join award w on w.part_id = c.id join envelope e on e.id = w.envelope_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION mark_part_years()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into analysis_change (contract_id, year)
    select distinct e.contract_id, w.year from changed c join award w on w.part_id = c.part_id join envelope e on e.id = w.envelope_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION payment_moves_award()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update award set paid_cents = paid_cents + new.amount_cents where id = new.award_id;
  perform award_sums_hold(new.award_id);
  if (select sum(p.amount_cents) from payment p where p.obligation_id = new.obligation_id)
    > (select sum(o.amount_cents) from obligation o where o.id = new.obligation_id or o.withdraws_id = new.obligation_id) then
    raise exception 'paid above its obligation' using errcode = 'check_violation', constraint = 'award_paid_within_obligated';
  end if;
  if new.reverses_id is not null and not exists (select 1 from payment p
      where p.id = new.reverses_id and p.obligation_id = new.obligation_id and p.reverses_id is null and p.amount_cents = -new.amount_cents) then
    raise exception 'a reversal undoes one whole payment' using errcode = 'check_violation', constraint = 'payment_reverses_its_own';
  end if;
  if (select coalesce(sum(r.amount_cents), 0) from recovery r where r.award_id = new.award_id)
    > (select w.paid_cents from award w where w.id = new.award_id) then
    raise exception 'recovered above paid' using errcode = 'check_violation', constraint = 'award_recovered_within_paid';
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
