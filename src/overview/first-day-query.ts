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
  list: z.enum(FIRST_DAY_LISTS).catch('bilans-manquants'),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  funder: z.uuid().optional().catch(undefined),
  text: z.string().trim().max(200).optional().catch(undefined),
})
export type FirstDayQuery = z.infer<typeof Query>

/** The names of the filters in the address. */
export const FIRST_DAY_PARAMETERS = { list: 'liste', year: 'annee', funder: 'financeur', text: 'q' } as const satisfies Record<
  keyof FirstDayQuery,
  string
>

/** What the address says. A value that means nothing is as if absent. */
export function readFirstDayQuery(query: Record<string, string>): FirstDayQuery {
  const named = Object.entries(FIRST_DAY_PARAMETERS).map(([key, name]) => [key, query[name]?.replaceAll('\0', '')])
  const { list, year, funder, text } = Query.parse(Object.fromEntries(named))
  return { list, year, funder, text: text === '' ? undefined : text }
}

/** The address of what is read so. */
export function firstDayParameters(query: FirstDayQuery): Record<string, string | number | undefined> {
  const { list, year, funder, text } = FIRST_DAY_PARAMETERS
  return { [list]: query.list, [year]: query.year, [funder]: query.funder, [text]: query.text }
}
