/**
 * The tables that are not scoped, on purpose. A new table is written here or in `#access/scoped-tables.ts`: the guard
 * refuses one that is in neither, so that nobody forgets to ask who may read it.
 */
export const OPEN_TABLES: readonly string[] = [
  // the program itself, read by jobs and commands
  ...['database_nature', 'demonstration_day', 'journal', 'journal_seal', 'stored_file', 'mail'],
  // public reference
  ...['commune', 'epci', 'epci_commune', 'qpv', 'qpv_commune', 'theme'],
  ...['qpv_alias', 'qpv_programme', 'qpv_perimeter', 'animation_sector', 'animation_sector_commune', 'figure'],
  // who is who: read under a permission, or by the person concerned
  ...[
    'organisation',
    'bank_account',
    'person',
    'mandate',
    'mandate_territory',
    'hand_over',
    'hand_over_item',
    'mandate_claim',
    'mandate_claim_decision',
    'reading_right',
    'declared_interest',
  ],
  // sign-in: read by the person concerned only
  ...['sign_in', 'sign_in_link', 'sign_in_account', 'sign_in_link_request', 'acting_mandate'],
  // the contract and what all its partners share
  ...['contract', 'contract_qpv', 'orientation', 'contract_funder', 'funder_rule', 'body', 'meeting', 'meeting_closing'],
  // the catalogue of ordinary policy and what is set once for the gender marker
  ...['droit_commun_line', 'gender_threshold', 'gender_support_plan', 'gender_support'],
  ...['contract_term', 'contract_document', 'signatory', 'signature', 'frame_element', 'transversal_axis', 'frame_change', 'document_item'],
  ...['annex', 'annex_file', 'reference_text', 'text_citation'],
  // what partners promised in public documents, and the national measures
  ...['commitment', 'commitment_amount', 'commitment_measure', 'stated_figure', 'measure', 'measure_indicator', 'measure_level'],
  ...['form_version', 'call', 'call_framing', 'dauphin_import', 'envelope', 'envelope_revision', 'funder_act', 'payment_import'],
  // documents in preparation: each mandate reads its own
  'produced_export',
  // asking opinions: what was sent to whom, read under « opinion:ask » on one's contract or by who holds the link
  ...['opinion_link', 'opinion_link_token', 'opinion_link_try', 'opinion_email', 'opinion_setting'],
  // what the programming aims at, shown to those who read it; which years' public figures moved, without any figure
  ...['programming_setting', 'analysis_change'],
]
