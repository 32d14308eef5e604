import { LEGAL_FORMS, type LegalForm } from '#access/legal-forms.ts'
import { plainWords } from './dauphin-columns.ts'

/** The « type de tiers » of Dauphin, as legal forms. */
const WORDS = {
  association: ['association', 'associations', 'association loi 1901', 'asso'],
  foundation: ['fondation'],
  commune: ['commune', 'communes', 'mairie', 'collectivite territoriale commune'],
  ccas: ['ccas', 'centre communal d action sociale', 'cias'],
  epci: ['epci', 'intercommunalite', 'communaute d agglomeration', 'groupement de collectivites'],
  state: ['etat', 'service de l etat'],
  region: ['region', 'conseil regional'],
  department: ['departement', 'conseil departemental'],
  caf: ['caf', 'caisse d allocations familiales'],
  school: ['etablissement scolaire', 'etablissement d enseignement', 'college', 'lycee', 'ecole'],
  landlord: ['bailleur', 'bailleur social', 'organisme hlm', 'oph'],
  company: ['entreprise', 'societe', 'cooperative', 'scic', 'scop'],
  'natural-person': ['personne physique', 'entreprise individuelle', 'auto entrepreneur', 'micro entrepreneur'],
  'other-public': ['etablissement public', 'autre etablissement public', 'autre organisme public', 'gip', 'groupement d interet public'],
} satisfies Record<LegalForm, readonly string[]>

export function legalFormOfThirdParty(label: string): LegalForm | undefined {
  const said = plainWords(label)
  return LEGAL_FORMS.find((form) => WORDS[form].some((words: string) => words === said))
}
