/**
 * Makes our sample of a Dauphin sheet, dauphin-2027.csv, since no real export is public: `node db/seeds/samples/dauphin-2027.ts`.
 * Everything in it is fictitious; the neighbourhoods are those of the demonstration. Five of its lines are broken on purpose.
 */
import { writeFileSync } from 'node:fs'

const HEADINGS = [
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
type Heading = (typeof HEADINGS)[number]
type Line = Partial<Record<Heading, string>>

const STATE = '62-ETAT-POLITIQUE-VILLE'
const EPCI = 'CA DE LENS - LIEVIN AGGLOMERATION'
const REGION = 'REGION HAUTS-DE-FRANCE'
const CAF = 'CAF DU PAS-DE-CALAIS'

/** Number, SIRET, name, kind, title, description, theme, neighbourhoods, women, men, cost, and what is asked of each. */
const FILES: readonly [string, string, string, string, string, string, string, string, number, number, number, Record<string, number>][] = [
  [
    'DA62270001',
    siret(101),
    'Les Ateliers du Terril',
    'Association',
    'Ateliers sociolinguistiques',
    'Deux ateliers de français par semaine, avec garde d’enfants.',
    '1.5',
    'QN06298Z',
    48,
    12,
    14_500,
    { [STATE]: 6000, [EPCI]: 3000, [CAF]: 2000 },
  ],
  [
    'DA62270002',
    siret(102),
    'Cuisine et Compagnie',
    'Association',
    'Café des parents',
    'Un café hebdomadaire dans l’école, animé avec les familles.',
    '1.3',
    'QN06298Z (60 %) ; QN06297Z (40 %)',
    40,
    10,
    9800,
    { [STATE]: 4000, [CAF]: 3000 },
  ],
  [
    'DA62270003',
    siret(103),
    'Roue Libre en Gohelle',
    'Association',
    'Vélo-école pour adultes',
    'Apprendre à rouler en ville, du premier équilibre au trajet vers le travail.',
    '1.2',
    'QN06295Z',
    36,
    14,
    11_200,
    { [STATE]: 5000, [REGION]: 2500 },
  ],
  [
    'DA62270004',
    siret(104),
    'Ville fictive de Fosse-les-Mines',
    'Commune',
    'Pieds d’immeuble d’été',
    'Six semaines d’animations au pied des immeubles, chaque soir.',
    '1.5',
    'QN06294Z',
    120,
    110,
    32_000,
    { [STATE]: 12_000, [EPCI]: 6000 },
  ],
  [
    'DA62270005',
    siret(105),
    'CCAS fictif de Fosse-les-Mines',
    'CCAS',
    'Permanence d’accès aux droits',
    'Une permanence itinérante avec une écrivaine publique.',
    '1.3',
    'QN06294Z (50 %) ; QN06293Z (50 %)',
    90,
    70,
    18_400,
    { [STATE]: 7500 },
  ],
  [
    'DA62270006',
    siret(106),
    'Gants d’Or',
    'Association',
    'Boxe éducative au féminin',
    'Des cours pour les adolescentes et leurs mères, avec un temps de parole.',
    '1.5b',
    'QN06293Z',
    45,
    0,
    8600,
    { [STATE]: 3000, [REGION]: 1500, [EPCI]: 1000 },
  ],
  [
    'DA62270007',
    siret(107),
    'Le Jeu en Partage',
    'Association',
    'Ludothèque mobile',
    'Un camion de jeux dans quatre quartiers, le mercredi et le samedi.',
    '1.1',
    'QN06292Z (25 %) ; QN06291Z (25 %) ; QN06290Z (50 %)',
    130,
    120,
    26_700,
    { [STATE]: 9000, [CAF]: 5000 },
  ],
  [
    'DA62270008',
    siret(108),
    'Chantiers Solidaires de l’Artois',
    'Association',
    'Chantier éducatif 16-25 ans',
    'Quatre chantiers d’une semaine, puis un accompagnement vers l’emploi.',
    '2.1',
    'QN06290Z',
    8,
    16,
    21_300,
    { [STATE]: 8000, [REGION]: 4000 },
  ],
  [
    'DA62270009',
    siret(109),
    'Jardins d’En-Bas',
    'Association',
    'Jardin nourricier',
    'Un jardin partagé, des repas, un composteur de quartier.',
    '3.1',
    'QN06299Z',
    30,
    25,
    12_900,
    { [STATE]: 5500, [EPCI]: 2500 },
  ],
  [
    'DA62270010',
    siret(110),
    'Scène Ouverte',
    'Association',
    'Fonds de participation des habitants',
    'Un fonds pour les petites idées des habitants, décidé par eux.',
    '1.5',
    'QN06297Z',
    60,
    50,
    10_000,
    { [STATE]: 5000 },
  ],
  [
    'DA62270011',
    siret(111),
    'Coopérative des Métiers',
    'Coopérative',
    'Ateliers couture et emploi',
    'Apprendre un métier par la couture, avec des entreprises du territoire.',
    '2.1',
    'QN06296Z',
    22,
    2,
    16_800,
    { [STATE]: 6500, [REGION]: 3000 },
  ],
]

function linesOf(
  [number, siretOf, name, kind, title, text, theme, qpvs, women, men, cost, asked]: (typeof FILES)[number],
  rank: number,
): Line[] {
  return Object.entries(asked).map(([funder, amount]) => ({
    'N° de dossier': number,
    Exercice: '2027',
    Thématique: theme,
    Fréquence: rank % 3 === 0 ? 'Première demande' : 'Renouvellement',
    SIRET: siretOf,
    RNA: kind === 'Association' ? `W62${String(1_000_000 + rank).slice(1)}0` : '',
    'Raison sociale': name,
    'Type de tiers': kind,
    Intitulé: title,
    Description: text,
    'Date de début': '01/01/2027',
    'Date de fin': '31/12/2027',
    QPV: qpvs,
    Femmes: String(women),
    Hommes: String(men),
    'Coût total': String(cost),
    Financeur: funder,
    'Montant demandé': String(amount),
    Statut: rank === 9 ? 'En attente d’instruction' : 'Recevable',
    Commentaire: funder === STATE ? 'Avis du délégué du préfet à venir' : '',
    'Pôle instructeur': 'Lens',
  }))
}

const first: Line = linesOf(FILES[0] ?? never(), 0)[0] ?? {}
const BROKEN: readonly Line[] = [
  { ...first, 'N° de dossier': 'DA62270012', SIRET: '2,13502E+13', Intitulé: 'SIRET arrondi par un tableur' },
  { ...first, 'N° de dossier': 'DA62270013', SIRET: '1010000', Intitulé: 'SIRET sans ses zéros' },
  { ...first, 'N° de dossier': 'DA62270014', QPV: 'QP062098', Intitulé: 'Quartier de 2015' },
  { ...first, 'N° de dossier': 'DA62270015', 'Montant demandé': 'cinq mille', Intitulé: 'Montant en lettres' },
  { ...first, Commentaire: 'La même ligne une seconde fois' },
]

/** Fictitious: it begins with 000, as no real one does, and its Luhn key is right. */
function siret(rank: number): string {
  const body = `000${String(rank).padStart(6, '0')}0001`
  const key = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => luhn(`${body}${digit}`) % 10 === 0)
  return `${body}${key ?? never()}`
}

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

function never(): never {
  throw new Error('the lists of this file are not empty')
}

function quoted(cell: string): string {
  return /[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const lines = [...FILES.flatMap(linesOf), ...BROKEN]
const table = [HEADINGS.map(String), ...lines.map((line) => HEADINGS.map((heading) => line[heading] ?? ''))]
const text = `\uFEFF${table.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`
writeFileSync(new URL('dauphin-2027.csv', import.meta.url), text)
