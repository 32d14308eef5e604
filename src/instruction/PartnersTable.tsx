import { type Day, formatDayShort } from '#platform/day.ts'
import { PostButton } from '#platform/kit/Form.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { awaitedByPartner, type PartnerAwaited } from './opinion-counts.ts'
import type { AwaitedAsk } from './opinion-follow-up-store.ts'
import { instructionPaths } from './paths.ts'

/** What the address of the follow-up says. */
export interface FollowUpQuery {
  partnerId: string | undefined
  late: boolean
  page: number
}

export function followUpHref({ partnerId, late, page }: FollowUpQuery): string {
  const search = new URLSearchParams({
    ...(partnerId === undefined ? {} : { partenaire: partnerId }),
    ...(late ? { etat: 'en-retard' } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString()
  return search === '' ? instructionPaths.followUp : `${instructionPaths.followUp}?${search}`
}

/** Who owes how many opinions, the latest partner first, each reminded by one button. */
export function PartnersTable({ asks, today }: { asks: readonly AwaitedAsk[]; today: Day }): Html {
  return (
    <Table
      id="partenaires"
      caption="Avis attendus, partenaire par partenaire"
      rows={awaitedByPartner(asks, today)}
      cards
      columns={PARTNER_COLUMNS}
      rowState={({ late }) => (late > 0 ? 'late' : undefined)}
    />
  )
}

const PARTNER_COLUMNS: Column<PartnerAwaited>[] = [
  {
    key: 'name',
    head: 'Partenaire',
    rowHead: true,
    cell: ({ askedId, askedName }) => ({ text: askedName, href: followUpHref({ partnerId: askedId, late: false, page: 1 }) }),
  },
  { key: 'awaited', head: 'Attendus', numeric: true, cell: ({ awaited }) => awaited },
  { key: 'late', head: 'En retard', numeric: true, strong: true, cell: ({ late }) => (late === 0 ? null : late) },
  { key: 'oldest', head: 'Plus ancien', cell: ({ oldest }) => (oldest === undefined ? null : `attendu le ${formatDayShort(oldest)}`) },
  {
    key: 'reminded',
    head: 'Dernier rappel',
    cell: ({ remindedOn }) => (remindedOn === undefined ? { text: 'jamais', soft: true } : formatDayShort(remindedOn)),
  },
  { key: 'act', head: 'Relancer', headHidden: true, cell: (partner) => <RemindPartner {...partner} /> },
]

function RemindPartner({ askedId, askedName, late }: PartnerAwaited): Html | null {
  if (late === 0) return null
  return (
    <PostButton action={instructionPaths.reminders} hidden={{ partenaire: askedId }} kind="second" small about={`, ${askedName}`}>
      Relancer
    </PostButton>
  )
}
