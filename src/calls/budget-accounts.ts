/**
 * The accounts of the budget of an action, with the codes of the State’s portal Dauphin, so that a budget goes there and back.
 * Source: CERFA n° 12156*06 and the account codes of Dauphin. Accounts 86 and 87 are outside the balance.
 */
export type BudgetSide = 'charges' | 'products'

export interface BudgetAccount {
  code: string
  label: string
  hint?: string
}

export interface BudgetGroup {
  code: string
  label: string
  side: BudgetSide
  /** In-kind contributions: shown apart, counted apart. */
  inKind: boolean
  accounts: readonly BudgetAccount[]
}

const charges = (code: string, label: string, accounts: readonly BudgetAccount[]): BudgetGroup => ({
  code,
  label,
  side: 'charges',
  inKind: code === '86',
  accounts,
})

const products = (code: string, label: string, accounts: readonly BudgetAccount[]): BudgetGroup => ({
  code,
  label,
  side: 'products',
  inKind: code === '87',
  accounts,
})

export const BUDGET_GROUPS: readonly BudgetGroup[] = [
  charges('60', 'Achats', [
    { code: '601', label: 'Matières et fournitures', hint: 'Ce que l’action consomme\u00A0: papier, ingrédients, petit matériel' },
    { code: '604', label: 'Prestations de services', hint: 'Un intervenant qui vous envoie une facture' },
    { code: '60x', label: 'Autres fournitures' },
  ]),
  charges('61', 'Services extérieurs', [
    { code: '613', label: 'Locations', hint: 'Salle, véhicule, matériel' },
    { code: '615', label: 'Entretien et réparation' },
    { code: '616', label: 'Assurance' },
    { code: '618', label: 'Documentation' },
  ]),
  charges('62', 'Autres services extérieurs', [
    { code: '622', label: 'Honoraires et intermédiaires' },
    { code: '623', label: 'Publicité et publications', hint: 'Affiches, tracts, impression' },
    { code: '625', label: 'Déplacements et missions' },
    { code: '62x', label: 'Services bancaires et autres' },
  ]),
  charges('63', 'Impôts et taxes', [
    { code: '631', label: 'Sur les rémunérations' },
    { code: '635', label: 'Autres impôts et taxes' },
  ]),
  charges('64', 'Charges de personnel', [
    { code: '641', label: 'Rémunération des personnels', hint: 'Salaires bruts, pour le temps passé sur cette action' },
    { code: '645', label: 'Charges sociales' },
    { code: '647', label: 'Autres charges de personnel' },
  ]),
  charges('65', 'Autres charges de gestion courante', [{ code: '65x', label: 'Autres charges de gestion courante' }]),
  charges('66', 'Charges financières', [{ code: '66x', label: 'Charges financières' }]),
  charges('67', 'Charges exceptionnelles', [{ code: '67x', label: 'Charges exceptionnelles' }]),
  charges('68', 'Amortissements, provisions et engagements', [{ code: '68x', label: 'Dotations aux amortissements et provisions' }]),
  charges('69', 'Impôt sur les bénéfices, participation', [{ code: '69x', label: 'Impôt sur les bénéfices, participation' }]),
  charges('CHARGINDIRECT', 'Charges indirectes affectées à l’action', [
    { code: 'chgfixe', label: 'Charges fixes de fonctionnement', hint: 'La part du loyer ou du téléphone due à cette action' },
    { code: 'fraisfin', label: 'Frais financiers' },
    { code: 'autchgindirect', label: 'Autres charges indirectes' },
    { code: 'excprev', label: 'Excédent prévisionnel' },
  ]),
  charges('86', 'Emplois des contributions volontaires', [
    { code: '860', label: 'Secours en nature' },
    { code: '861', label: 'Mise à disposition gratuite de biens et services' },
    { code: '862', label: 'Prestations gratuites' },
    { code: '864', label: 'Personnel bénévole' },
  ]),
  products('70', 'Ventes de produits et de prestations', [{ code: '70x', label: 'Ventes, participations des habitants' }]),
  products('73', 'Dotations et produits de tarification', [{ code: '73x', label: 'Dotations et produits de tarification' }]),
  products('74', 'Autres subventions', [
    { code: '74etat', label: 'État, autres services' },
    { code: '74region', label: 'Région, autres services' },
    { code: '74dep', label: 'Département' },
    { code: '74epci', label: 'Intercommunalité, autres services' },
    { code: '74com', label: 'Commune' },
    { code: '74orgasoc', label: 'Organismes sociaux', hint: 'Caisse d’allocations familiales (CAF) d’un autre département, mutualité…' },
    { code: '74fe', label: 'Fonds européens' },
    { code: '74agenceserv', label: 'Aides à l’emploi', hint: 'Agence de services et de paiement' },
    { code: '74x', label: 'Autres établissements publics' },
    { code: '74aidespriv', label: 'Fondation ou entreprise' },
  ]),
  products('75', 'Cotisations et dons', [
    { code: '756', label: 'Cotisations des adhérents' },
    { code: '758', label: 'Dons manuels, mécénat' },
    { code: '750', label: 'Autres produits de gestion courante' },
  ]),
  products('76', 'Produits financiers', [{ code: '76x', label: 'Produits financiers' }]),
  products('77', 'Produits exceptionnels', [{ code: '77x', label: 'Produits exceptionnels' }]),
  products('78', 'Reprises', [
    { code: '78x', label: 'Reprises sur amortissements et provisions' },
    { code: '789', label: 'Report de ressources non utilisées' },
  ]),
  products('79', 'Transfert de charges', [{ code: '79x', label: 'Transfert de charges' }]),
  products('RESSPROPRES', 'Vos propres moyens', [{ code: 'insufprevisionnel', label: 'Part payée par votre organisation' }]),
  products('87', 'Contributions volontaires en nature', [
    { code: '870', label: 'Bénévolat' },
    { code: '871', label: 'Prestations en nature' },
    { code: '875', label: 'Dons en nature' },
  ]),
]

/** Class 6, all charges: what Dauphin’s sheet gives of a budget, a total without its lines. Never asked on a form. */
export const UNDETAILED_CHARGES = '6'
const UNDETAILED: BudgetGroup = charges(UNDETAILED_CHARGES, 'Charges, sans leur détail', [
  { code: UNDETAILED_CHARGES, label: 'Total des charges donné par Dauphin' },
])

const GROUP_OF = new Map(BUDGET_GROUPS.flatMap((group) => group.accounts.map((account) => [account.code, group] as const)))

/** The group an account belongs to; undefined when the code is not one of the form. */
export function groupOfAccount(code: string): BudgetGroup | undefined {
  return code === UNDETAILED_CHARGES ? UNDETAILED : GROUP_OF.get(code)
}

/** Every account code of the form, in its order. */
export const BUDGET_ACCOUNTS: readonly string[] = [...GROUP_OF.keys()]
