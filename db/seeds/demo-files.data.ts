import { type Day, day } from '#platform/day.ts'

/** The calls of the demonstration, as the project lead wrote them. */
export interface DemoCall {
  code: string
  title: string
  year: number
  door: 'pilotis-first' | 'dauphin-first'
  createdOn: Day
  opensOn: Day
  closesOn: Day
  framing: string
}

const COMMON = `Qui peut demander\u202F? Toute association, collectivité, établissement ou coopérative qui mène une action au bénéfice des habitants d’au moins un quartier prioritaire. L’action finance un projet, pas le fonctionnement d’une structure.

Ce qui est regardé en premier\u00A0:
– l’action répond à un besoin que des habitants ont exprimé\u202F;
– les crédits ordinaires de l’État et des collectivités («\u00A0droit commun\u00A0») ont été cherchés d’abord\u202F;
– les femmes et les filles y ont leur place, et on le mesure\u202F;
– la part d’argent public ne dépasse pas 80\u00A0% du coût.

Une seule demande suffit pour tous les financeurs. Le dépôt ici ne vaut pas dépôt auprès de l’État\u00A0: une fiche vous est remise, à recopier sur le portail Dauphin.`

/** Open on the first day of the demonstration: whoever arrives can ask. */
export const SUMMER_CALL = 'ete-2027'
/** By the door of Dauphin: the export of 300 lines of the samples is its own. */
export const SECOND_SESSION = 'dauphin-2027-2'

export const DEMO_CALLS: readonly DemoCall[] = [
  {
    code: 'aap-2025',
    title: 'Appel à projets 2025',
    year: 2025,
    door: 'dauphin-first',
    createdOn: day('2024-10-21'),
    opensOn: day('2024-11-04'),
    closesOn: day('2025-02-28'),
    framing:
      'En 2025, les demandes se déposent sur le portail Dauphin de l’État. Les fichiers en ont été repris ici, avec leurs décisions.',
  },
  {
    code: 'aap-2026',
    title: 'Appel à projets 2026',
    year: 2026,
    door: 'pilotis-first',
    createdOn: day('2025-10-20'),
    opensOn: day('2025-11-03'),
    closesOn: day('2026-01-31'),
    framing: `En 2026, le contrat de ville de Lens-Liévin soutient d’abord l’accès aux droits, la réussite des enfants et le premier emploi.\n\n${COMMON}`,
  },
  {
    code: 'aap-2027',
    title: 'Appel à projets 2027',
    year: 2027,
    door: 'pilotis-first',
    createdOn: day('2026-10-19'),
    opensOn: day('2026-11-02'),
    closesOn: day('2027-01-31'),
    framing: `En 2027, le contrat de ville de Lens-Liévin donne la priorité à trois choses\u00A0: l’emploi des femmes, ce qui se passe le soir et l’été au pied des immeubles, et les actions qui réunissent deux communes.\n\nLe comité des financeurs se réunit le jeudi 11 mars 2027. Chaque financeur prend ensuite sa propre décision, et vous répond par courrier avant le 30 avril.\n\n${COMMON}`,
  },
  {
    code: SUMMER_CALL,
    title: 'Quartiers d’été 2027',
    year: 2027,
    door: 'pilotis-first',
    createdOn: day('2027-02-01'),
    opensOn: day('2027-02-15'),
    closesOn: day('2027-04-09'),
    framing: `De mai à septembre, les quartiers restent ouverts\u00A0: séjours, soirées, chantiers, premières expériences. Les actions de cet appel ont lieu entre le 1er mai et le 30 septembre 2027.\n\nLe comité des financeurs de l’été se réunit le mardi 27 avril 2027.\n\n${COMMON}`,
  },
  {
    code: SECOND_SESSION,
    title: 'Appel à projets 2027, seconde session (dépôts sur Dauphin)',
    year: 2027,
    door: 'dauphin-first',
    createdOn: day('2027-02-08'),
    opensOn: day('2027-02-15'),
    closesOn: day('2027-04-30'),
    framing:
      'Pour ce qui reste des enveloppes de 2027. Déposez votre demande sur le portail Dauphin\u00A0: nous en reprenons l’export chaque semaine.',
  },
]

/** Where a file stands on the day of the demonstration. */
export type DraftStage = 'begun' | 'half' | 'budget-to-correct' | 'ready-but-pieces'

export interface DemoFile {
  key: string
  /** Keys of its actions; the first gives its name to the file. */
  actions: readonly string[]
  startedOn: Day
  submittedOn?: Day
  draft?: DraftStage
  /** Sent here, and not yet copied on the State’s portal. */
  notOnDauphin?: boolean
}

const file = (key: string, startedOn: string, submittedOn: string, ...more: string[]): DemoFile => ({
  key,
  actions: [key, ...more],
  startedOn: day(startedOn),
  submittedOn: day(submittedOn),
})

const draft = (key: string, startedOn: string, stage: DraftStage): DemoFile => ({
  key,
  actions: [key],
  startedOn: day(startedOn),
  draft: stage,
})

export const FILES_2026: readonly DemoFile[] = [
  file('clas', '2025-11-10', '2025-11-28'),
  file('ludo', '2025-11-12', '2025-12-03'),
  file('fonds', '2025-11-17', '2025-12-05'),
  file('asl', '2025-11-18', '2025-12-11'),
  file('insertion', '2025-11-20', '2025-12-12'),
  file('chantier', '2025-12-12', '2025-12-16'),
  file('mediation', '2025-11-24', '2025-12-18'),
  file('droits', '2025-12-01', '2025-12-19'),
  file('cafe', '2025-12-02', '2025-12-22'),
  file('parrainage', '2025-12-04', '2026-01-05'),
  file('sejours', '2025-12-08', '2026-01-07'),
  file('theatre', '2025-12-09', '2026-01-08'),
  file('numerique', '2025-12-11', '2026-01-09'),
  file('ados', '2025-12-15', '2026-01-12'),
  file('boxe', '2026-01-05', '2026-01-14'),
  file('velo', '2026-01-06', '2026-01-15'),
  file('forum', '2026-01-07', '2026-01-19'),
  file('pieds', '2026-01-08', '2026-01-20'),
  file('fle', '2026-01-19', '2026-01-21'),
  file('jardin', '2026-01-12', '2026-01-23'),
  file('venelles', '2026-01-14', '2026-01-26'),
  file('couture', '2026-01-15', '2026-01-27'),
  file('savon', '2026-01-19', '2026-01-28'),
  file('webtele', '2026-01-20', '2026-01-29'),
  file('studio', '2026-01-22', '2026-01-30'),
]

export const FILES_2027: readonly DemoFile[] = [
  file('ludo', '2026-11-04', '2026-11-16'),
  file('clas', '2026-11-05', '2026-11-18'),
  file('asl', '2026-11-09', '2026-11-24'),
  file('mediation', '2026-11-10', '2026-11-26'),
  file('fonds', '2026-11-12', '2026-11-30'),
  file('insertion', '2026-11-13', '2026-12-01'),
  file('sejours', '2026-11-16', '2026-12-02'),
  file('parrainage', '2026-11-17', '2026-12-03'),
  file('cafe', '2026-11-18', '2026-12-04'),
  file('chantier', '2026-12-02', '2026-12-08'),
  { ...file('theatre', '2026-11-23', '2026-12-09'), notOnDauphin: true },
  file('numerique', '2026-11-24', '2026-12-10'),
  file('droits', '2026-11-25', '2026-12-11'),
  file('boxe', '2026-11-30', '2026-12-14'),
  file('repit', '2026-12-01', '2026-12-15'),
  file('forum', '2026-12-04', '2026-12-16'),
  { ...file('pieds', '2026-12-07', '2026-12-17'), notOnDauphin: true },
  { ...file('garde', '2026-12-08', '2026-12-18'), notOnDauphin: true },
  file('ados', '2026-12-09', '2026-12-21'),
  { ...file('recyclerie', '2026-12-10', '2027-01-04'), notOnDauphin: true },
  file('sommeil', '2026-12-14', '2027-01-05'),
  { ...file('fle', '2026-12-17', '2027-01-06'), notOnDauphin: true },
  { ...file('studio', '2026-12-18', '2027-01-08'), notOnDauphin: true },
  { ...file('marche', '2027-01-04', '2027-01-11'), notOnDauphin: true },
  { ...file('observatoire', '2027-01-05', '2027-01-12'), notOnDauphin: true },
  { ...file('velo', '2027-01-06', '2027-01-13', 'code'), notOnDauphin: true },
]

/** Begun for the summer, and not yet sent. */
export const FILES_SUMMER: readonly DemoFile[] = [
  draft('jardin', '2027-02-22', 'budget-to-correct'),
  draft('fresque', '2027-02-25', 'ready-but-pieces'),
  draft('tablee', '2027-03-01', 'half'),
  draft('venelles', '2027-03-08', 'begun'),
]
