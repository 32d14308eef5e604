import { z } from 'zod'

/** The lists that a person opens on the first day: what is late, left or given up, whoever followed it before. */
export const FIRST_DAY_LISTS = ['bilans-manquants', 'a-engager', 'abandons', 'avis-en-retard'] as const
export type FirstDayList = (typeof FIRST_DAY_LISTS)[number]

/** The name of each list, what its day and its amount are. */
export const FIRST_DAY_WORDS = {
  'bilans-manquants': {
    title: 'Bilans finaux manquants',
    day: 'À remettre avant le',
    amount: 'Décidé',
    empty: 'Tous les bilans finaux attendus sont remis.',
  },
  'a-engager': { title: 'Reste à engager', day: 'Notifié le', amount: 'Reste à engager', empty: 'Tout ce qui est notifié est engagé.' },
  abandons: { title: 'Actions abandonnées', day: 'Abandonnée le', amount: 'Rendu à l’enveloppe', empty: 'Aucune action n’est abandonnée.' },
  'avis-en-retard': { title: 'Avis en retard', day: 'Attendu pour le', amount: 'Demandé', empty: 'Aucun avis n’est en retard.' },
} satisfies Record<FirstDayList, { title: string; day: string; amount: string; empty: string }>

const Query = z.object({
  liste: z.enum(FIRST_DAY_LISTS).catch('bilans-manquants'),
  annee: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  financeur: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
})
export type FirstDayQuery = z.infer<typeof Query>

/** What the address says. A value that means nothing is as if absent. */
export function readFirstDayQuery(query: Record<string, string>): FirstDayQuery {
  const read = Query.parse({ ...query, q: query['q']?.replaceAll('\0', '') })
  return { liste: read.liste, annee: read.annee, financeur: read.financeur, q: read.q === '' ? undefined : read.q }
}
