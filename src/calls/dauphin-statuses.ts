import { plainWords } from './dauphin-columns.ts'

/** What the public labels of Dauphin mean for us. Source: states of the portal, conventions of the project, §2.4. */
export const DAUPHIN_STATUSES = {
  'not-deposited': { name: 'Pas encore déposé', labels: ['en cours de saisie'] },
  examined: {
    name: 'En instruction',
    labels: ['prise en charge', 'recevable', 'transmise', 'en attente d attestation', 'en attente d instruction', 'en instruction'],
  },
  granted: {
    name: 'Accordé',
    labels: [
      'a justifier',
      'justifiee',
      'a ete verse',
      'justification a modifier',
      'justification en cours',
      'accorde',
      'accordee',
      'votee',
    ],
  },
  refused: { name: 'Refusé', labels: ['rejetee', 'refuse', 'refusee'] },
  ineligible: { name: 'Inéligible', labels: ['cloturee', 'non recevable', 'irrecevable'] },
} as const satisfies Record<string, { name: string; labels: readonly string[] }>

export type DauphinStatus = keyof typeof DAUPHIN_STATUSES

/** The status behind a label of the portal; undefined when the label is not one of those we know. */
export function dauphinStatusOf(label: string): DauphinStatus | undefined {
  const words = plainWords(label)
  const statuses: DauphinStatus[] = ['not-deposited', 'examined', 'granted', 'refused', 'ineligible']
  return statuses.find((status) => DAUPHIN_STATUSES[status].labels.some((known) => known === words))
}
