import type { LegalForm } from '#access/legal-forms.ts'
import type { MandateFunction } from '#access/permissions.ts'

/** Partners of the contract that fund nothing there: they are asked their opinion, or are heard. All invented but their kind. */
export interface DemoPartner {
  key: string
  name: string
  shortName?: string
  legalForm: LegalForm
  /** The rank from which its SIRET is made. */
  rank: number
  communeCode: string
}

export const DEMO_PARTNERS: readonly DemoPartner[] = [
  {
    key: 'ars',
    name: 'Agence régionale de santé, délégation du Pas-de-Calais',
    shortName: 'ARS',
    legalForm: 'other-public',
    rank: 64_001,
    communeCode: '62041',
  },
  {
    key: 'france-travail',
    name: 'France Travail, agence de Lens-Liévin',
    shortName: 'France Travail',
    legalForm: 'other-public',
    rank: 64_008,
    communeCode: '62498',
  },
  { key: 'council-lens', name: 'Conseil citoyen de Lens', legalForm: 'association', rank: 64_015, communeCode: '62498' },
  // The landlord of the carriers again, typed by somebody else from a letterhead: two spellings of one partner, to be brought together.
  {
    key: 'landlord-twice',
    name: 'GOHELLE-HABITAT (office public de l’habitat)',
    legalForm: 'landlord',
    rank: 64_022,
    communeCode: '62498',
  },
]

/** Who acts for a funder (its short name), a partner (its key) or a carrier (its name); narrower than the contract when communes are named. */
export interface DemoRole {
  key: string
  name: string
  email: string
  of: { funder: string } | { partner: string } | { carrier: string }
  function: MandateFunction
  communes?: readonly string[]
}

const email = (local: string): string => `${local}@pilotis.example`

export const DEMO_ROLES: readonly DemoRole[] = [
  {
    key: 'delegate-west',
    name: 'Maxence Thérouanne',
    email: email('maxence.therouanne'),
    of: { funder: 'État' },
    function: 'state-delegate',
    communes: ['62510', '62186'],
  },
  {
    key: 'delegate-east',
    name: 'Salomé Ramecourt',
    email: email('salome.ramecourt'),
    of: { funder: 'État' },
    function: 'state-delegate',
    communes: ['62498', '62065', '62413', '62771', '62133', '62570'],
  },
  {
    key: 'signatory',
    name: 'Apolline de Sarrazin',
    email: email('apolline.desarrazin'),
    of: { funder: 'État' },
    function: 'state-signatory',
  },
  { key: 'ars', name: 'Corentin Malbranque', email: email('corentin.malbranque'), of: { partner: 'ars' }, function: 'opinion-giver' },
  {
    key: 'france-travail',
    name: 'Yasmine Fontenelle',
    email: email('yasmine.fontenelle'),
    of: { partner: 'france-travail' },
    function: 'opinion-giver',
  },
  {
    key: 'landlord',
    name: 'Edgar Wambrechies',
    email: email('edgar.wambrechies'),
    of: { carrier: 'Gohelle Habitat' },
    function: 'opinion-giver',
  },
  {
    key: 'mayor-avion',
    name: 'Blandine Rougegrez',
    email: email('blandine.rougegrez'),
    of: { funder: 'Avion' },
    function: 'elected',
    communes: ['62065'],
  },
  {
    key: 'deputy-lens',
    name: 'Toussaint Helbecque',
    email: email('toussaint.helbecque'),
    of: { funder: 'Lens' },
    function: 'elected',
    communes: ['62498'],
  },
  {
    key: 'vice-president',
    name: 'Mireille Caudron-Lys',
    email: email('mireille.caudronlys'),
    of: { funder: 'Agglomération' },
    function: 'elected',
  },
  {
    key: 'council-lens',
    name: 'Aminata Deslandres',
    email: email('aminata.deslandres'),
    of: { partner: 'council-lens' },
    function: 'council',
    communes: ['62498'],
  },
]

/** The mayor of Avion presides an association that asks: she says so, and does not see its files. */
export const DECLARED_INTEREST = {
  role: 'mayor-avion',
  carrier: 'Les Jardiniers de la Sept',
  nature: 'Présidence de l’association',
  on: '2026-11-02',
} as const

/** On which themes each partner is asked its opinion, and how much of it is given on the first day. */
export const PARTNERS_ASKED: readonly { role: string; themes: readonly string[]; answered: number }[] = [
  { role: 'department', themes: ['1.3'], answered: 0 },
  { role: 'ars', themes: ['1.2'], answered: 0.6 },
  { role: 'france-travail', themes: ['2.1', '2.2'], answered: 0.75 },
  { role: 'landlord', themes: ['3.1', '3.2'], answered: 0.4 },
]
