import type { OpinionKind } from '#instruction/opinion-kinds.ts'
import type { FunderKey } from './demo-world.ts'

/** What funders write, by kind of opinion; the maker takes them in turn. */
export const OPINION_REASONS = {
  favourable: [
    'Action connue et bien menée\u00A0: la fréquentation est régulière, le bilan clair.',
    'Répond à une priorité du contrat\u202F; le budget est lisible et la part demandée reste mesurée.',
    'Partenariat solide avec l’école et les services sociaux\u202F; le public vient vraiment du quartier.',
    'Bon ancrage dans le quartier. Nous proposons de tenir le montant de l’année précédente, un peu relevé.',
    'Les crédits de droit commun ont été cherchés d’abord, courriers à l’appui.',
    'Objectifs mesurables, indicateur simple, équipe stable\u202F: à soutenir.',
    'Les habitantes ont participé à l’écriture du projet, cela se voit.',
  ],
  reserved: [
    'La demande monte sans que le public augmente\u00A0: nous proposons de rester au montant de l’an dernier.',
    'Les filles restent trop peu nombreuses\u00A0: un plan de mixité est demandé avant le versement du solde.',
    'Une part de l’action relève du droit commun\u202F; nous ne proposons que le complément.',
    'Le poste «\u00A0prestations\u00A0» mérite d’être expliqué\u00A0: un devis est attendu.',
  ],
  unfavourable: [
    'Relève du droit commun\u00A0: la demande est à adresser au service jeunesse, qui a été prévenu.',
    'Action ponctuelle, sans suite prévue, et peu d’habitants associés à sa préparation.',
    'Le coût par personne est trois fois celui des actions comparables.',
  ],
  'not-concerned': ['Hors de notre champ d’intervention\u00A0: aucun financement ne nous est demandé.'],
} satisfies Record<OpinionKind, readonly string[]>

/** The opinions that were against in 2026, and those that differ in 2027: they make the committee talk. */
export const AGAINST_2026: readonly string[] = ['savon', 'webtele', 'studio']

export interface GivenIn2027 {
  part: string
  funder: FunderKey
  kind: OpinionKind
  /** Whole euros. */
  proposed?: number
  reason?: string
}

const given = (funder: FunderKey, kind: OpinionKind, parts: Readonly<Record<string, number | undefined>>): GivenIn2027[] =>
  Object.entries(parts).map(([part, proposed]) => ({ part, funder, kind, ...(proposed === undefined ? {} : { proposed }) }))

/** What was already answered on the day of the demonstration; the rest is awaited, some of it late. */
export const GIVEN_2027: readonly GivenIn2027[] = [
  ...given('state', 'favourable', {
    ludo: 5000,
    clas: 8000,
    asl: 9000,
    mediation: 28_000,
    fonds: 4000,
    parrainage: 23_000,
    cafe: 4000,
    theatre: 5000,
  }),
  {
    part: 'insertion',
    funder: 'state',
    kind: 'reserved',
    proposed: 16_000,
    reason: 'Un salarié sur trois seulement en emploi à la sortie en 2026\u00A0: nous demandons un suivi à six mois.',
  },
  {
    part: 'sejours',
    funder: 'state',
    kind: 'favourable',
    proposed: 5000,
    reason: 'Des départs préparés par les jeunes eux-mêmes, à parité\u00A0: c’est rare, à soutenir.',
  },
  {
    part: 'chantier',
    funder: 'state',
    kind: 'reserved',
    proposed: 15_000,
    reason: 'La hausse compense la fin d’une aide à l’emploi\u202F; quatre filles sur douze, c’est mieux qu’en 2026, pas encore assez.',
  },
  ...given('epci', 'favourable', {
    ludo: undefined,
    clas: undefined,
    asl: 2000,
    mediation: 12_000,
    fonds: 2000,
    insertion: undefined,
    parrainage: undefined,
    theatre: 2000,
    numerique: 2500,
    droits: 2000,
  }),
  { part: 'cafe', funder: 'epci', kind: 'not-concerned' },
  { part: 'sejours', funder: 'epci', kind: 'not-concerned' },
  { part: 'insertion', funder: 'region', kind: 'favourable', proposed: 9000 },
  { part: 'parrainage', funder: 'region', kind: 'favourable', proposed: 8000 },
  { part: 'clas', funder: 'caf', kind: 'favourable', proposed: 5000 },
  { part: 'ludo', funder: 'caf', kind: 'favourable', proposed: 3000 },
  {
    part: 'sejours',
    funder: 'caf',
    kind: 'unfavourable',
    reason: 'Ces départs entrent dans le dispositif vacances de la CAF, ouvert jusqu’au 15 mars\u00A0: le droit commun d’abord.',
  },
]
