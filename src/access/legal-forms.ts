/** The legal forms of an organisation, as the database knows them. */
export const LEGAL_FORMS = [
  'association',
  'foundation',
  'commune',
  'ccas',
  'epci',
  'state',
  'region',
  'department',
  'caf',
  'school',
  'landlord',
  'company',
  'natural-person',
  'other-public',
] as const
export type LegalForm = (typeof LEGAL_FORMS)[number]

export const LEGAL_FORM_NAMES = {
  association: 'Association',
  foundation: 'Fondation',
  commune: 'Commune',
  ccas: 'Centre communal d’action sociale',
  epci: 'Intercommunalité',
  state: 'Service de l’État',
  region: 'Région',
  department: 'Département',
  caf: 'Caisse d’allocations familiales',
  school: 'Établissement scolaire',
  landlord: 'Bailleur social',
  company: 'Entreprise ou coopérative',
  'natural-person': 'Personne physique (entreprise individuelle)',
  'other-public': 'Autre organisme public',
} satisfies Record<LegalForm, string>
