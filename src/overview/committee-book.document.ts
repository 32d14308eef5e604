import { may } from '#access/permissions.ts'
import { listAgenda } from '#funding/agenda-store.ts'
import { findCommittee } from '#funding/committee-store.ts'
import { STEPS } from '#funding/programming-table.ts'
import { findMeeting } from '#governance/meeting-store.ts'
import { formatDay, formatDayShort } from '#platform/day.ts'
import { formatAmount } from '#platform/money.ts'
import type { ExportKind, ExportOrder, Produced } from './export-store.ts'
import { type BookCover, renderSheets } from './sheet.document.ts'
import { readSheets, type Sheet } from './sheet-reading-store.ts'

/** The committee book: the summaries of the files of an agenda, in its order, bound with their contents and bookmarks. */
export const committeeBook: ExportKind = {
  permission: 'meeting:read',
  titleOf: async (db, by, meetingId) => {
    if (!by.contractId || !may(by, 'meeting:read')) return undefined
    const meeting = await findMeeting(db, { contractId: by.contractId, id: meetingId })
    return meeting && `Cahier du comité, ${meeting.title}, ${formatDayShort(meeting.heldOn)}`
  },
  produce: bindBook,
}

async function bindBook(db: Parameters<ExportKind['produce']>[0], order: ExportOrder): Promise<Produced> {
  const { by, subjectId: meetingId, today, demonstration, progress } = order
  const contractId = by.contractId ?? ''
  const committee = await findCommittee(db, by.scope, { contractId, meetingId, today })
  if (!committee) throw new Error('the meeting of a committee book is not there any more')
  const agenda = await listAgenda(db, by.scope, meetingId)
  const steps = agenda.length + COMPOSITION
  await progress(0, steps)
  const { sheets, funders } = await readSheets(db, by, { contractId, year: committee.year, today, meetingId })
  await progress(agenda.length, steps)
  const byPart = new Map(sheets.map((sheet) => [sheet.row.partId, sheet]))
  const ordered = agenda.flatMap(({ partId }) => byPart.get(partId) ?? [])
  const { meeting, year } = committee
  const title = `Cahier du comité, ${meeting.title}`
  const cover = coverOf({
    title,
    meeting: `${formatDay(meeting.heldOn)} à ${meeting.startsAt.replace(':', '\u00A0h\u00A0')}`,
    committee,
    seen: ordered,
  })
  const bytes = await renderSheets({ title, sheets: ordered, funders, cover, today, demonstration, year })
  return { name: `cahier-comite-${meeting.heldOn}.pdf`, kind: 'pdf', bytes }
}

/** The pages are composed in one go: it counts as so many files in the progress. */
const COMPOSITION = 20

interface CoverFacts {
  title: string
  meeting: string
  committee: NonNullable<Awaited<ReturnType<typeof findCommittee>>>
  seen: readonly Sheet[]
}

function coverOf({ title, meeting, committee, seen }: CoverFacts): BookCover {
  const { byFunder, total } = committee.table({ grouping: 'commune' })
  const cells = (of: typeof total): string[] =>
    [of.awardedBefore, of.asked, of.proposed, of.retained].map((amount) => (amount === null ? '' : formatAmount(amount)))
  const hidden = committee.agendaCount - seen.length
  return {
    title,
    lines: [
      `${capitalised(meeting)}${committee.meeting.place === '' ? '' : `, ${committee.meeting.place}`}.`,
      `${counted(seen.length)} dans l’ordre du jour, une page par dossier.`,
      ...(hidden > 0 ? [`${counted(hidden)} de cet ordre du jour ne sont pas dans ce cahier\u00A0: votre fonction ne les lit pas.`] : []),
      'Document préparatoire, réservé aux membres du comité jusqu’aux décisions.',
    ],
    head: ['En euros', `Décidé ${committee.year - 1}`, 'Demandé', 'Proposé', 'Retenu'],
    funders: committee.funders.flatMap(({ id, shortName }) => {
      const amounts = byFunder[id]
      return amounts && STEPS.some((step) => amounts[step] !== null) ? [[shortName, ...cells(amounts)]] : []
    }),
    total: ['Ensemble', ...cells(total)],
  }
}

const counted = (count: number): string => `${count}\u00A0${count > 1 ? 'dossiers' : 'dossier'}`

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
