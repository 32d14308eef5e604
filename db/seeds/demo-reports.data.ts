import { type Day, day } from '#platform/day.ts'

/** Interim accounts of 2026, as their porteurs wrote them before asking again. */
export interface DemoReport {
  key: string
  depositedOn: Day
  achievements: string
  difficulties: string
  indicatorReached: string
  /** Thousandths of the planned charges spent so far, and of the planned public reached. */
  spent: number
  reached: number
}

export const REPORTS_2026: readonly DemoReport[] = [
  {
    key: 'ludo',
    depositedOn: day('2026-11-12'),
    achievements:
      'Quarante tournées sur quarante-quatre, 62 familles inscrites, 1\u202F150 prêts. Le jeudi aux Hauts-Peupliers, on fait la queue.',
    difficulties: 'La camionnette est restée deux semaines au garage.',
    indicatorReached: '58 familles',
    spent: 860,
    reached: 930,
  },
  {
    key: 'clas',
    depositedOn: day('2026-11-16'),
    achievements: 'Quarante-deux enfants suivis, assidus neuf fois sur dix. Six parents tiennent maintenant un atelier.',
    difficulties: '',
    indicatorReached: '27 enfants sur 42 à ce jour',
    spent: 840,
    reached: 955,
  },
  {
    key: 'asl',
    depositedOn: day('2026-11-20'),
    achievements:
      'Trois groupes pleins, 61 personnes\u202F; une sortie par mois, dont l’audience solennelle du tribunal et la cuisine d’un lycée hôtelier.',
    difficulties: 'Dix-huit personnes attendent encore une place.',
    indicatorReached: '38 sur 61',
    spent: 870,
    reached: 953,
  },
  {
    key: 'mediation',
    depositedOn: day('2026-11-24'),
    achievements:
      'Deux cent quatorze soirées, 152 conflits suivis dont 131 apaisés, 340 pannes signalées. Le délai moyen de réparation est passé de onze à six jours.',
    difficulties: 'Un binôme a manqué de mai à juillet.',
    indicatorReached: '131 conflits apaisés',
    spent: 850,
    reached: 910,
  },
  {
    key: 'fonds',
    depositedOn: day('2026-11-26'),
    achievements:
      'Treize projets aidés en dix mois, pour 461\u00A0€ en moyenne\u00A0: un cinéma de cour, une sortie à Berck, trois bancs repeints.',
    difficulties: '',
    indicatorReached: '8 groupes nouveaux sur 13',
    spent: 800,
    reached: 880,
  },
  {
    key: 'insertion',
    depositedOn: day('2026-11-27'),
    achievements:
      'Quatorze contrats signés, neuf cours et six locaux de tri remis en état. Cinq sorties à ce jour, dont deux en emploi durable.',
    difficulties: 'Les essais en entreprise ont été trop tardifs\u202F; ils sont avancés au troisième mois.',
    indicatorReached: '5 sur 14',
    spent: 880,
    reached: 1000,
  },
  {
    key: 'sejours',
    depositedOn: day('2026-11-30'),
    achievements: 'Quatre séjours, 46 jeunes, autant de filles que de garçons. La baie de Somme a été choisie trois fois.',
    difficulties: '',
    indicatorReached: '31 premiers départs sur 46',
    spent: 985,
    reached: 958,
  },
  {
    key: 'parrainage',
    depositedOn: day('2026-12-01'),
    achievements:
      'Cent quatre binômes formés, 58 filleules et filleuls en emploi ou en formation. Douze entreprises ont libéré du temps à leurs salariés.',
    difficulties: 'Il manque des marraines dans les métiers du bâtiment.',
    indicatorReached: '58 sur 104',
    spent: 830,
    reached: 866,
  },
  {
    key: 'cafe',
    depositedOn: day('2026-12-01'),
    achievements: 'Soixante-quatre cafés, 71 parents venus au moins une fois. Trois d’entre eux sont élus au conseil d’école.',
    difficulties: 'Peu de pères\u00A0: un café du samedi sera essayé.',
    indicatorReached: '49 parents',
    spent: 850,
    reached: 960,
  },
  {
    key: 'chantier',
    depositedOn: day('2026-12-04'),
    achievements: 'Onze jeunes sur douze sont allés au bout\u202F; quatre halls livrés le 30 octobre. Sept sont en emploi ou en formation.',
    difficulties: 'Deux filles seulement\u00A0: la prévention spécialisée fera la prochaine information avec nous.',
    indicatorReached: '7 sur 11',
    spent: 960,
    reached: 916,
  },
  {
    key: 'theatre',
    depositedOn: day('2026-12-07'),
    achievements: 'Sept représentations sur huit, 372 personnes, et des débats qui ont souvent duré plus que la pièce.',
    difficulties: 'La date du foyer est reportée à janvier.',
    indicatorReached: '6 sur 10',
    spent: 830,
    reached: 950,
  },
  {
    key: 'numerique',
    depositedOn: day('2026-12-08'),
    achievements: 'Cent vingt-six permanences, 231 personnes reçues, 43 ordinateurs remis en service.',
    difficulties: 'La campagne d’impôts a saturé le mois de mai.',
    indicatorReached: '66 personnes',
    spent: 870,
    reached: 862,
  },
  {
    key: 'droits',
    depositedOn: day('2026-12-09'),
    achievements:
      'Quatre-vingt-quatorze permanences, 247 personnes, 113 droits ouverts ou rétablis\u00A0: le logement d’abord, les dettes ensuite.',
    difficulties: '',
    indicatorReached: '113 personnes',
    spent: 880,
    reached: 882,
  },
  {
    key: 'boxe',
    depositedOn: day('2026-12-11'),
    achievements: 'Cinquante et une licenciées, deux nouvelles au bureau, et une rencontre à Arras dont on parle encore.',
    difficulties: '',
    indicatorReached: '51 licenciées',
    spent: 860,
    reached: 787,
  },
  {
    key: 'forum',
    depositedOn: day('2026-12-14'),
    achievements: 'Le forum du 19 mars a réuni 31 employeurs et 174 jeunes\u202F; dix visites d’entreprises sur douze sont faites.',
    difficulties: 'Deux visites annulées par les entreprises.',
    indicatorReached: '41 contrats ou formations',
    spent: 950,
    reached: 967,
  },
  {
    key: 'pieds',
    depositedOn: day('2026-12-15'),
    achievements: 'Vingt-neuf après-midi et sept dîners, malgré une semaine de pluie\u202F; onze après-midi menés par des habitants.',
    difficulties: 'Programme réduit d’une semaine, faute d’une deuxième animatrice en août.',
    indicatorReached: '11 sur 29',
    spent: 1000,
    reached: 890,
  },
  {
    key: 'ados',
    depositedOn: day('2026-12-18'),
    achievements: 'Local ouvert cent douze soirs, 63 jeunes inscrits. Le bureau des six a organisé un tournoi et un voyage à Lille.',
    difficulties: 'Le chauffage est tombé en panne en février.',
    indicatorReached: '5 projets',
    spent: 890,
    reached: 700,
  },
  {
    key: 'fle',
    depositedOn: day('2026-12-21'),
    achievements: 'Quatre sessions tenues, 54 personnes, 29 en contrat ou en formation. La restauration recrute avant la fin du stage.',
    difficulties: 'La logistique a moins recruté que prévu.',
    indicatorReached: '29 sur 54',
    spent: 940,
    reached: 900,
  },
  {
    key: 'jardin',
    depositedOn: day('2026-12-14'),
    achievements: 'Trente et une parcelles, 900 kilos récoltés, un repas par mois d’avril à octobre.',
    difficulties: 'La serre promise n’est arrivée qu’en septembre.',
    indicatorReached: '22 familles sur 31',
    spent: 900,
    reached: 960,
  },
]
