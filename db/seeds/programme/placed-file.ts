import { addDays, type Day, day } from '#platform/day.ts'
import { fixedId } from '../reference.ts'
import type { GeneratedFile } from './generated-file.ts'
import { seededRandom } from './random.ts'

/** A generated file with its identifiers and the days of its life. */
export interface PlacedFile {
  file: GeneratedFile
  applicationId: string
  partId: string
  actionId: string
  /** The mandate of its carrier. */
  mandateId: string
  startedOn: Day
  submittedOn: Day
  /** Complete on the day when the instruction said so, and neither withdrawn. */
  examined: boolean
}

export function porteurMandateId(email: string): string {
  return fixedId(`mandate/${fixedId(`person/${email}`)}/porteur`)
}

/** The files of a year in the order in which they were sent; ids may be given by an import. */
export function placeFiles(
  files: readonly GeneratedFile[],
  of: { from: Day; days: number },
  known: ReadonlyMap<string, Pick<PlacedFile, 'applicationId' | 'partId' | 'actionId'>> = new Map(),
): PlacedFile[] {
  return files
    .map((file): PlacedFile => {
      const { action, year, outcome } = file
      const random = seededRandom(`days ${action.key} ${year}`)
      // Most are sent in the last weeks, as everywhere.
      const sent = Math.floor(of.days * random.next() ** 0.45)
      const ids = {
        applicationId: fixedId(`application/${action.key}/${year}`),
        partId: fixedId(`part/${action.key}/${year}`),
        actionId: fixedId(`action/${action.key}`),
      }
      const submittedOn = addDays(of.from, sent)
      return {
        file,
        ...(known.get(action.key) ?? ids),
        mandateId: porteurMandateId(action.carrier.email),
        startedOn: addDays(submittedOn, -Math.min(sent, random.between(2, 21))),
        submittedOn,
        examined: outcome === 'awarded' || outcome === 'refused',
      }
    })
    .sort((a, b) => (a.submittedOn === b.submittedOn ? (a.partId < b.partId ? -1 : 1) : a.submittedOn < b.submittedOn ? -1 : 1))
}

export function dayOf(year: number, monthAndDay: string): Day {
  return day(`${year}-${monthAndDay}`)
}
