import { committeeBook } from '#overview/committee-book.document.ts'
import type { Database } from '#platform/db.ts'
import { renderDocument } from '#platform/document.ts'
import { TODAY, type World } from '#testing/world.ts'
import { type Measure, rounded, timed } from './measure.ts'

/** In seconds, for an agenda of 300 files (issue 3). */
const MOST_SECONDS = 20

const BLANK =
  '#import "/pilotis.typ": *\n#show: document-base\n#for index in range(data.pages) [ #heading(level: 1)[Page #index] #pagebreak(weak: true) ]'

/** The book of a committee, read and composed, beside as many pages that say nothing, composed by the same press. */
export async function measureBook(db: Database, world: World, files: number): Promise<Measure> {
  const order = { subjectId: world.meetingId, by: world.mandates.lead, today: TODAY, demonstration: true, progress: async () => undefined }
  const blank = { name: 'pages-blanches', template: BLANK, title: 'Pages', day: TODAY, demonstration: true, data: { pages: files } }
  await renderDocument({ ...blank, data: { pages: 1 } }) // starts the process that composes
  const bare = (await timed(() => renderDocument(blank))) / 1000
  const book = (await timed(() => committeeBook.produce(db, order))) / 1000
  return {
    name: `Cahier de comité de ${files} dossiers`,
    unit: 's',
    value: rounded(book),
    baseline: { name: `${files} pages blanches, même presse`, value: rounded(bare) },
    ratio: rounded(book / bare),
    aim: `moins de ${MOST_SECONDS} s`,
    holds: book < MOST_SECONDS,
  }
}
