import { expect, test } from 'vitest'
import type { LegalForm } from '#access/legal-forms.ts'
import { day } from '#platform/day.ts'
import { type DraftContent, type DraftItem, draftItems } from './completeness-of-draft.ts'
import { FIRST_FORM } from './first-form.data.ts'

const CHOICES = {
  orientations: [{ id: 'o1', code: '1.1', label: 'Lien social' }],
  themes: [
    { code: '1', label: 'Cohésion sociale', parentCode: null },
    { code: '1.5', label: 'Lien social', parentCode: '1' },
  ],
  qpvs: [
    { id: 'q1', code: 'QN06201F', name: 'Cité des Galibots', communes: [{ name: 'Lens' }] },
    { id: 'q2', code: 'QN06202F', name: 'Cité des Lampistes', communes: [{ name: 'Lens' }] },
  ],
  funders: [
    { id: 'state', name: 'État', shortName: 'État' },
    { id: 'caf', name: 'CAF du Pas-de-Calais', shortName: 'CAF' },
  ],
}

const APPLICATION: Record<string, string> = {
  contactName: 'Personne fictive',
  contactEmail: 'contact@association.example',
  republicanEngagement: 'oui',
  republicanEngagementSignedOn: '14/01/2027',
}

const PART: Record<string, string> = {
  title: 'Vélo-école',
  summary: 'Deux ateliers.',
  need: 'Quarante personnes attendent.',
  initiator: 'organisation',
  orientation: 'o1',
  theme: '1.5',
  means: 'Une animatrice.',
  'qpv.QN06201F': '100',
  'public.26-59.women': '30',
  startsOn: '01/03/2027',
  endsOn: '31/12/2027',
  expectedResult: 'Autonomie.',
  indicator: 'Personnes',
  indicatorTarget: '30',
  mixedPublic: 'oui',
  equalityGoal: 'non',
  sexedDiagnosis: 'oui',
  balancedParticipation: 'oui',
  sexedIndicators: 'oui',
  'budget.601': '6 000',
  'budget.756': '1 000',
  'asked.state': '5 000',
  'asked.caf': '0',
}

interface Wish {
  application?: Record<string, string>
  part?: Record<string, string>
  legalForm?: LegalForm
  conflicts?: DraftContent['conflicts']
}

function items({ application = {}, part = {}, legalForm = 'association', conflicts = [] }: Wish = {}): DraftItem[] {
  const answersOf = (subjectId: string, raws: Record<string, string>) =>
    Object.entries(raws).map(([field, raw]) => ({ subjectId, field, raw }))
  return draftItems({
    form: FIRST_FORM.definition,
    choices: CHOICES,
    applicationId: 'a',
    legalForm,
    parts: [{ id: 'p' }],
    answers: [...answersOf('a', { ...APPLICATION, ...application }), ...answersOf('p', { ...PART, ...part })],
    conflicts,
    year: 2027,
    today: day('2027-01-14'),
  })
}

const said = (wish: Wish): [string, string, string][] => items(wish).map(({ section, field, nature }) => [section, field, nature])

test('a draft with every answer lacks nothing (PRJ-04)', () => {
  expect(items()).toEqual([])
})

test.each([
  ...['title', 'summary', 'need', 'initiator', 'orientation', 'theme', 'means'].map((field) => ['action', field]),
  ['calendrier', 'startsOn'],
  ['calendrier', 'endsOn'],
  ...['expectedResult', 'indicator', 'indicatorTarget'].map((field) => ['resultat', field]),
  ...['mixedPublic', 'equalityGoal', 'sexedDiagnosis', 'balancedParticipation', 'sexedIndicators'].map((field) => ['egalite', field]),
  ['quartier-et-public', 'qpv.QN06201F'],
])('in « %s », an empty « %s » is missing, said with its sentence (PRJ-04)', (section, field = '') => {
  const found = items({ part: { [field]: ' ' } })
  expect(found).toMatchObject([{ section, field, subjectId: 'p', nature: 'missing' }])
  expect(found[0]?.sentence).toMatch(/^[A-ZÉ]/)
})

test('an amount left empty asks nothing of that funder; one at least is asked (PRJ-04)', () => {
  expect(items({ part: { 'asked.caf': ' ' } })).toEqual([])
  const nothing = items({ part: { 'asked.caf': '', 'asked.state': '' } })
  const missing = { section: 'budget', field: 'asked.state', nature: 'missing', sentence: expect.stringContaining('au moins un financeur') }
  expect(nothing).toContainEqual(expect.objectContaining(missing))
})

test('the questions of a mixed public are asked only of a mixed public, and the reverse (EGA-02)', () => {
  const emptied = { sexedDiagnosis: '', balancedParticipation: '', sexedIndicators: '' }
  expect(said({ part: { ...emptied, mixedPublic: 'non' } })).toEqual([['egalite', 'coherentPublic', 'missing']])
  expect(said({ part: { ...emptied, mixedPublic: 'non', coherentPublic: 'oui' } })).toEqual([])
  expect(said({ part: emptied }).map(([, field]) => field)).toEqual(['sexedDiagnosis', 'balancedParticipation', 'sexedIndicators'])
})

test.each([
  { legalForm: 'association', required: true },
  { legalForm: 'foundation', required: true },
  { legalForm: 'commune', required: false },
  { legalForm: 'company', required: false },
] as const)('$legalForm: the republican engagement is required is $required (PRJ-05)', ({ legalForm, required }) => {
  const found = said({ legalForm, application: { republicanEngagement: '', republicanEngagementSignedOn: '' } })
  expect(found.map(([, field]) => field)).toEqual(required ? ['republicanEngagement', 'republicanEngagementSignedOn'] : [])
})

test.each([
  { first: '99,9999', second: '', flaw: true },
  { first: '100', second: '', flaw: false },
  { first: '100', second: '0,0001', flaw: true },
  { first: '33,3333', second: '66,6667', flaw: false },
])('shares of $first and $second per cent: they do not add up is $flaw', ({ first, second, flaw }) => {
  const found = said({ part: { 'qpv.QN06201F': first, 'qpv.QN06202F': second } })
  expect(found).toEqual(flaw ? [['quartier-et-public', 'qpv.QN06201F', 'contradiction']] : [])
})

test('nobody welcomed is missing; zeros are nobody', () => {
  expect(said({ part: { 'public.26-59.women': '0' } })).toEqual([['quartier-et-public', 'public.0-5.women', 'missing']])
})

test.each([
  { ends: '28/02/2027', flaw: true },
  { ends: '01/03/2027', flaw: false },
])('an action that begins on 1 March and ends on $ends is contradictory is $flaw', ({ ends, flaw }) => {
  expect(said({ part: { endsOn: ends } })).toEqual(flaw ? [['calendrier', 'endsOn', 'contradiction']] : [])
})

test('a line that cannot be read is said with its label, and not counted in the balance', () => {
  const found = items({ part: { 'budget.613': '350,50' } })
  expect(found.map(({ summary }) => summary)).toEqual([
    'Locations (613)\u00A0: écrivez un nombre entier d’euros, sans centimes. Exemple\u00A0: 350',
  ])
})

test('an unbalanced budget says by how much and on which side', () => {
  const [short] = items({ part: { 'budget.601': '6 001' } })
  expect(short?.sentence).toBe('Dépenses et recettes doivent être égales\u00A0: il manque 1\u00A0€ en recettes')
  const [long] = items({ part: { 'budget.601': '5 999' } })
  expect(long?.sentence).toBe('Dépenses et recettes doivent être égales\u00A0: les recettes dépassent les dépenses de 1\u00A0€')
})

test('two texts that wait for a choice keep the draft from being sent', () => {
  expect(said({ conflicts: [{ subjectId: 'p', field: 'need' }] })).toEqual([['action', 'need', 'conflict']])
})

test('each part is checked apart', () => {
  const content = items()
  expect(content).toEqual([])
  const two = draftItems({
    form: FIRST_FORM.definition,
    choices: CHOICES,
    applicationId: 'a',
    legalForm: 'commune',
    parts: [{ id: 'p' }, { id: 'empty' }],
    answers: [
      ...Object.entries(APPLICATION).map(([field, raw]) => ({ subjectId: 'a', field, raw })),
      ...Object.entries(PART).map(([field, raw]) => ({ subjectId: 'p', field, raw })),
    ],
    conflicts: [],
    year: 2027,
    today: day('2027-01-14'),
  })
  expect(new Set(two.map(({ subjectId }) => subjectId))).toEqual(new Set(['empty']))
})

test('a signature to come and a last day years away are said beside their fields', () => {
  expect(said({ application: { republicanEngagementSignedOn: '15/01/2027' } })).toEqual([
    ['organisation', 'republicanEngagementSignedOn', 'invalid'],
  ])
  expect(said({ part: { endsOn: '31/12/2207' } })).toEqual([['calendrier', 'endsOn', 'invalid']])
  expect(said({ legalForm: 'commune', application: { republicanEngagementSignedOn: '15/01/2027' } })).toEqual([])
})
