import funders from './reference/funders.json' with { type: 'json' }

/** The funders of the living contract, by the key that the data of the demonstration use; each commune has its own envelope. */
export const CITY_FUNDERS = [
  { key: 'com-lens', communeCode: '62498', shortName: 'Lens' },
  { key: 'com-lievin', communeCode: '62510', shortName: 'Liévin' },
  { key: 'com-avion', communeCode: '62065', shortName: 'Avion' },
  { key: 'com-sallaumines', communeCode: '62771', shortName: 'Sallaumines' },
  { key: 'com-harnes', communeCode: '62413', shortName: 'Harnes' },
  { key: 'com-bully', communeCode: '62186', shortName: 'Bully-les-Mines' },
  { key: 'com-mericourt', communeCode: '62570', shortName: 'Méricourt' },
  { key: 'com-billy', communeCode: '62133', shortName: 'Billy-Montigny' },
] as const

/** The first four are those of the files written by hand. */
export const FUNDER_KEYS = ['state', 'region', 'epci', 'caf', 'department', ...CITY_FUNDERS.map(({ key }) => key)] as const
export type FunderKey = (typeof FUNDER_KEYS)[number]

export const FUNDER_SHORT_NAMES = {
  state: 'État',
  region: 'Région',
  epci: 'Agglomération',
  caf: 'CAF',
  department: 'Département',
  'com-lens': 'Lens',
  'com-lievin': 'Liévin',
  'com-avion': 'Avion',
  'com-sallaumines': 'Sallaumines',
  'com-harnes': 'Harnes',
  'com-bully': 'Bully-les-Mines',
  'com-mericourt': 'Méricourt',
  'com-billy': 'Billy-Montigny',
} satisfies Record<FunderKey, string>

/** Of an organisation that is a funder of the contract: it is made with the reference data. */
export function isFunderSiret(siret: string): boolean {
  return funders.some((one) => one.siret === siret)
}

/** One of each, by key. */
export function byKey<T>(make: (key: FunderKey) => T): Record<FunderKey, T> {
  return {
    state: make('state'),
    region: make('region'),
    epci: make('epci'),
    caf: make('caf'),
    department: make('department'),
    'com-lens': make('com-lens'),
    'com-lievin': make('com-lievin'),
    'com-avion': make('com-avion'),
    'com-sallaumines': make('com-sallaumines'),
    'com-harnes': make('com-harnes'),
    'com-bully': make('com-bully'),
    'com-mericourt': make('com-mericourt'),
    'com-billy': make('com-billy'),
  }
}
