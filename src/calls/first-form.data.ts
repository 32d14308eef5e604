import { type FormDefinition, type Question, FormDefinition as Schema } from './form-version.ts'
import { BOUND_BY_REPUBLICAN_ENGAGEMENT } from './republican-engagement.ts'

const YES_NO = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
]

type Given = Pick<Question, 'key' | 'label' | 'kind' | 'missing'> & Partial<Question>

const question = (given: Given): Question => ({ help: '', example: '', readers: 'funders', required: true, max: 4000, ...given })

const ORGANISATION = {
  key: 'organisation',
  title: 'Votre organisation',
  intro: 'Vérifiez ce que nous savons de votre organisation et dites qui suit cette demande.',
  subject: 'application',
  grids: [],
  questions: [
    question({
      key: 'contactName',
      label: 'Personne qui suit la demande',
      help: 'Celle que les financeurs peuvent appeler.',
      example: 'Camille Exemple, coordinatrice',
      kind: 'line',
      max: 120,
      missing: 'Écrivez le nom de la personne qui suit la demande',
    }),
    question({
      key: 'contactEmail',
      label: 'Son adresse électronique',
      example: 'contact@association.example',
      kind: 'email',
      max: 200,
      missing: 'Écrivez l’adresse électronique de la personne qui suit la demande',
    }),
    question({
      key: 'volunteers',
      label: 'Nombre de bénévoles',
      help: 'Au 31 décembre dernier, dans toute l’organisation.',
      example: '25',
      kind: 'count',
      max: 9,
      required: false,
      missing: 'Écrivez le nombre de bénévoles, ou 0',
      onlyFor: BOUND_BY_REPUBLICAN_ENGAGEMENT,
    }),
    question({
      key: 'employees',
      label: 'Nombre de personnes salariées',
      help: 'Au 31 décembre dernier, dans toute l’organisation.',
      example: '4',
      kind: 'count',
      max: 9,
      required: false,
      missing: 'Écrivez le nombre de personnes salariées, ou 0',
    }),
    question({
      key: 'republicanEngagement',
      label: 'Notre organisation souscrit au contrat d’engagement républicain et en informe ses membres',
      help: 'Sept engagements\u00A0: lois de la République, liberté de conscience, liberté des membres, égalité et non-discrimination, fraternité et prévention de la violence, dignité de la personne, symboles de la République (décret n°\u00A02021-1947 du 31 décembre 2021).',
      kind: 'box',
      max: 3,
      missing:
        'Cochez la case du contrat d’engagement républicain\u00A0: sans lui, une association ou une fondation ne peut pas être subventionnée',
      onlyFor: BOUND_BY_REPUBLICAN_ENGAGEMENT,
    }),
    question({
      key: 'republicanEngagementSignedOn',
      label: 'Date de signature du contrat d’engagement républicain',
      help: 'La date où la personne qui représente l’organisation l’a signé.',
      example: '14/01/2027',
      kind: 'day',
      max: 10,
      missing: 'Écrivez la date de signature du contrat d’engagement républicain',
      onlyFor: BOUND_BY_REPUBLICAN_ENGAGEMENT,
    }),
    question({
      key: 'charterOfLaicity',
      label: 'Notre organisation a signé la charte régionale de la laïcité',
      help: 'La Région ne soutient que les projets qui en respectent les valeurs.',
      kind: 'box',
      max: 3,
      required: false,
      missing: 'Cochez la case de la charte régionale de la laïcité',
      onlyFor: BOUND_BY_REPUBLICAN_ENGAGEMENT,
    }),
  ],
} as const

const ACTION = {
  key: 'action',
  title: 'L’action en quelques mots',
  intro: 'Des phrases courtes suffisent\u00A0: ce que vous ferez, pourquoi, avec qui.',
  subject: 'part',
  grids: [],
  questions: [
    question({
      key: 'title',
      label: 'Titre de l’action',
      help: 'Dix mots au plus.',
      example: 'Vélo-école pour adultes',
      readers: 'public',
      kind: 'line',
      max: 120,
      missing: 'Écrivez le titre de l’action',
    }),
    question({
      key: 'summary',
      label: 'Ce que vous allez faire',
      help: 'Les activités, leur rythme, le lieu.',
      example: 'Deux ateliers par semaine, de mars à novembre, au pied des immeubles',
      readers: 'public',
      kind: 'text',
      missing: 'Décrivez ce que vous allez faire',
    }),
    question({
      key: 'need',
      label: 'Le besoin constaté',
      help: 'Ce que vous avez vu, entendu ou compté dans le quartier.',
      example: 'Quarante personnes attendent une place en atelier de français',
      kind: 'text',
      missing: 'Dites quel besoin vous avez constaté',
    }),
    question({
      key: 'initiator',
      label: 'Qui a eu l’initiative de l’action\u202F?',
      help: 'Une subvention soutient une action que l’organisation a elle-même décidée, définie et menée.',
      kind: 'choice',
      max: 20,
      options: [
        { value: 'organisation', label: 'Notre organisation' },
        { value: 'inhabitants', label: 'Des habitantes et des habitants, avec notre organisation' },
        { value: 'authority', label: 'Une collectivité ou un service de l’État nous l’a demandée' },
      ],
      missing: 'Dites qui a eu l’initiative de l’action',
    }),
    question({
      key: 'orientation',
      label: 'Orientation du contrat de ville',
      help: 'Celle à laquelle l’action répond d’abord.',
      readers: 'public',
      kind: 'orientation',
      max: 40,
      missing: 'Choisissez l’orientation du contrat à laquelle l’action répond d’abord',
    }),
    question({
      key: 'theme',
      label: 'Thème national',
      help: 'Celui que vous choisiriez sur le portail Dauphin.',
      readers: 'public',
      kind: 'theme',
      max: 10,
      missing: 'Choisissez le thème national de l’action',
    }),
    question({
      key: 'means',
      label: 'Vos moyens',
      help: 'Personnes, locaux et matériel mobilisés pour l’action.',
      example: 'Une animatrice à mi-temps, six bénévoles, la salle du centre social',
      kind: 'text',
      missing: 'Dites avec quels moyens vous mènerez l’action',
    }),
    question({
      key: 'partners',
      label: 'Vos partenaires',
      help: 'Qui fait quoi avec vous.',
      example: 'Le centre social prête la salle\u202F; le collège oriente les familles',
      kind: 'text',
      required: false,
      missing: 'Dites avec qui vous travaillez',
    }),
  ],
} as const

const PLACE = {
  key: 'quartier-et-public',
  title: 'Le quartier et le public',
  intro: 'Où vivent les personnes que vous comptez accueillir, et combien elles seront. Une estimation sincère suffit.',
  subject: 'part',
  grids: ['territory', 'public', 'axes'],
  questions: [],
} as const

const CALENDAR = {
  key: 'calendrier',
  title: 'Le calendrier',
  intro: 'L’année civile, ou l’année scolaire si l’action la suit.',
  subject: 'part',
  grids: [],
  questions: [
    question({
      key: 'startsOn',
      label: 'Premier jour de l’action',
      example: '01/03/2027',
      readers: 'public',
      kind: 'day',
      max: 10,
      missing: 'Écrivez le premier jour de l’action',
    }),
    question({
      key: 'endsOn',
      label: 'Dernier jour de l’action',
      example: '31/12/2027',
      readers: 'public',
      kind: 'day',
      max: 10,
      missing: 'Écrivez le dernier jour de l’action',
    }),
  ],
} as const

const RESULT = {
  key: 'resultat',
  title: 'Le résultat attendu',
  intro: 'Ce qui aura changé pour les personnes, et à quoi vous le verrez.',
  subject: 'part',
  grids: [],
  questions: [
    question({
      key: 'expectedResult',
      label: 'Résultat attendu',
      help: 'Ce qui change pour les personnes, pas ce que vous faites.',
      example: 'Des adultes se déplacent seuls à vélo dans la ville',
      kind: 'text',
      max: 2000,
      missing: 'Écrivez le résultat attendu',
    }),
    question({
      key: 'indicator',
      label: 'Indicateur',
      help: 'Ce que vous compterez.',
      example: 'Nombre de personnes qui savent circuler seules à vélo',
      kind: 'line',
      max: 300,
      missing: 'Écrivez l’indicateur que vous suivrez',
    }),
    question({
      key: 'indicatorTarget',
      label: 'Valeur visée',
      example: '30 personnes sur 45',
      kind: 'line',
      max: 120,
      missing: 'Écrivez la valeur visée',
    }),
  ],
} as const

const MAIN_GOAL =
  'Le projet a-t-il pour objectif principal la réduction des inégalités de genre ou la promotion de l’égalité femmes-hommes\u202F?'
const IF_MIXED = { key: 'mixedPublic', is: 'oui' }
const IF_NOT_MIXED = { key: 'mixedPublic', is: 'non' }

/** The five questions of the decision tree of the gender-equality marker, with its words (EGA-02). */
const EQUALITY = {
  key: 'egalite',
  title: 'Égalité entre les femmes et les hommes',
  intro: 'Ces questions servent aux financeurs à situer l’action. Une réponse « non » n’écarte pas votre demande.',
  subject: 'part',
  grids: [],
  questions: [
    question({
      key: 'mixedPublic',
      label: 'Le projet vise-t-il un public mixte\u202F?',
      kind: 'choice',
      max: 3,
      options: YES_NO,
      missing: 'Dites si le projet vise un public mixte',
    }),
    question({
      key: 'equalityGoal',
      label: MAIN_GOAL,
      kind: 'choice',
      max: 3,
      options: YES_NO,
      missing: 'Dites si l’égalité est l’objectif principal',
    }),
    question({
      key: 'sexedDiagnosis',
      label: 'Si le public est mixte\u00A0: votre diagnostic distingue-t-il les femmes et les hommes\u202F?',
      help: 'Chiffres, éléments qualitatifs, expérience du terrain.',
      kind: 'choice',
      max: 3,
      options: YES_NO,
      onlyIf: IF_MIXED,
      missing: 'Dites si votre diagnostic distingue les femmes et les hommes',
    }),
    question({
      key: 'balancedParticipation',
      label: 'Si le public est mixte\u00A0: prévoyez-vous des éléments pour une participation équilibrée des femmes et des hommes\u202F?',
      help: 'Horaires, garde d’enfants, manière d’inviter…',
      kind: 'choice',
      max: 3,
      options: YES_NO,
      onlyIf: IF_MIXED,
      missing: 'Dites si vous prévoyez une participation équilibrée',
    }),
    question({
      key: 'sexedIndicators',
      label: 'Si le public est mixte\u00A0: vos indicateurs d’évaluation sont-ils sexués\u202F?',
      help: 'Vous compterez séparément les femmes et les hommes.',
      kind: 'choice',
      max: 3,
      options: YES_NO,
      onlyIf: IF_MIXED,
      missing: 'Dites si vos indicateurs sont sexués',
    }),
    question({
      key: 'coherentPublic',
      label: 'Si le public n’est pas mixte\u00A0: le public visé est-il cohérent par rapport aux objectifs de l’action\u202F?',
      kind: 'choice',
      max: 3,
      options: YES_NO,
      onlyIf: IF_NOT_MIXED,
      missing: 'Dites si le public non mixte visé est cohérent avec les objectifs',
    }),
    question({
      key: 'equalityWords',
      label: 'En quelques mots',
      help: 'Ce que vous ferez pour que les femmes et les hommes en profitent autant.',
      example: 'Un créneau le samedi avec garde d’enfants',
      kind: 'text',
      max: 2000,
      required: false,
      missing: 'Dites ce que vous ferez pour l’égalité',
    }),
  ],
} as const

const BUDGET = {
  key: 'budget',
  title: 'Le budget de l’action',
  intro: 'Écrivez des euros entiers\u202F; nous faisons les totaux. Laissez vides les lignes qui ne vous concernent pas.',
  subject: 'part',
  grids: ['budget'],
  questions: [
    question({
      key: 'floor',
      label: 'Montant sous lequel l’action ne peut pas avoir lieu',
      help: 'Le total de recettes qu’il vous faut au moins. Sous ce montant, dites-le franchement\u00A0: les financeurs en tiendront compte.',
      example: '8 000',
      kind: 'whole-euros',
      max: 15,
      required: false,
      missing: 'Écrivez le montant sous lequel l’action ne peut pas avoir lieu',
    }),
  ],
} as const

/** The first form of the slice. A change is a new number: rows already published never change. */
export const FIRST_FORM: { number: number; definition: FormDefinition } = {
  number: 2,
  definition: Schema.parse({ sections: [ORGANISATION, ACTION, PLACE, CALENDAR, RESULT, EQUALITY, BUDGET] }),
}
