import { type Day, day } from '#platform/day.ts'

/** The moments of the year that a visitor of the demonstration may jump to, in order. */
export const MOMENTS = [
  {
    name: 'L’avant-veille du comité',
    day: day('2027-03-09'),
    todo: 'Relire les dossiers et les avis, relancer les retardataires\u202F; l’appel d’été est ouvert.',
  },
  { name: 'Comité des financeurs', day: day('2027-03-11'), todo: 'Chaque financeur fixe ses montants en séance, sur le même écran.' },
  {
    name: 'Décisions de chaque financeur',
    day: day('2027-04-15'),
    todo: 'Chacun prend son propre acte, puis notifie\u202F; l’appel d’été vient de se clore.',
  },
  { name: 'Comité de l’été', day: day('2027-04-27'), todo: 'Les demandes de l’été passent devant les financeurs.' },
  { name: 'Paiements', day: day('2027-06-15'), todo: 'Engager, verser, et rapprocher les fichiers de paiement.' },
  { name: 'Bilans', day: day('2027-07-01'), todo: 'Les bilans finaux de 2026 étaient dus hier\u00A0: relancer ceux qui manquent.' },
  { name: 'Reliquats', day: day('2027-10-04'), todo: 'Redistribuer ce que les renoncements et les réductions ont rendu.' },
  {
    name: 'Dépôt de l’année suivante',
    day: day('2027-11-02'),
    todo: 'Créer l’appel de 2028\u202F; les associations reconduisent leurs actions et remettent un bilan intermédiaire.',
  },
  {
    name: 'Clôture de l’année',
    day: day('2028-01-15'),
    todo: 'Bilans finaux de 2027, solde des conventions, analyse de la programmation.',
  },
] as const satisfies readonly { name: string; day: Day; todo: string }[]

/** The last day of the contract of the demonstration: beyond it nothing happens, and no day comes back. */
export const LAST_DAY = day('2030-12-31')

export type DayFlaw = 'backwards' | 'too-far'

/** The day of the demonstration only moves forward, so that what was done stays in the past. Today itself is accepted. */
export function checkNextDay(today: Day, asked: Day): DayFlaw | undefined {
  if (asked < today) return 'backwards'
  return asked > LAST_DAY ? 'too-far' : undefined
}
