/** The columns of an export of the State’s portal, as our samples have them: no real export is public. */
export const DAUPHIN_HEADINGS = [
  'N° de dossier',
  'Exercice',
  'Thématique',
  'Fréquence',
  'SIRET',
  'RNA',
  'Raison sociale',
  'Type de tiers',
  'Intitulé',
  'Description',
  'Date de début',
  'Date de fin',
  'QPV',
  'Femmes',
  'Hommes',
  'Coût total',
  'Financeur',
  'Montant demandé',
  'Statut',
  'Montant voté',
  'Date de décision',
  'Commentaire',
  'Pôle instructeur',
] as const
export type DauphinHeading = (typeof DAUPHIN_HEADINGS)[number]
export type DauphinSheetLine = Partial<Record<DauphinHeading, string>>
