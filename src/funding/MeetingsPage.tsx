import { MeetingFields, type MeetingFieldsProps } from '#governance/MeetingFields.tsx'
import { sayHour } from '#governance/meeting-form.ts'
import { MEETING_LOOKS, meetingState } from '#governance/meeting-state.ts'
import type { Meeting } from '#governance/meeting-store.ts'
import { type Day, formatDay } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { fundingPaths } from './paths.ts'

export interface MeetingsPageProps {
  frame: Frame
  today: Day
  meetings: readonly Meeting[]
  files: ReadonlyMap<string, number>
  mayManage: boolean
}

/** The meetings of the bodies of the contract, the latest first. */
export function MeetingsPage({ frame, today, meetings, files, mayManage }: MeetingsPageProps): Html {
  const call = (
    <LinkButton href={fundingPaths.newMeeting()} icon="circle-plus">
      Convoquer une séance
    </LinkButton>
  )
  const columns: Column<Meeting>[] = [
    {
      key: 'title',
      head: 'Séance',
      rowHead: true,
      cell: (row) => ({ text: row.title, href: fundingPaths.meeting(row.id), sub: row.bodyName }),
    },
    { key: 'day', head: 'Jour', cell: (row) => `${formatDay(row.heldOn)}, ${sayHour(row.startsAt)}` },
    { key: 'place', head: 'Lieu', cell: ({ place }) => place },
    { key: 'files', head: 'Dossiers', numeric: true, cell: ({ id }) => files.get(id) ?? 0 },
    {
      key: 'state',
      head: 'État',
      cell: (row) => {
        const { word, ...look } = MEETING_LOOKS[meetingState(row, today)]
        return { badge: word, ...look }
      },
    },
  ]
  const empty = (
    <Empty title="Aucune séance n’est convoquée" icon="calendar" action={mayManage ? call : undefined}>
      Une séance réunit une instance du contrat autour d’un ordre du jour de dossiers.
    </Empty>
  )
  return (
    <AgentPage
      frame={frame}
      title="Comité des financeurs et autres instances"
      actions={mayManage && meetings.length > 0 ? call : undefined}
    >
      <Table id="seances" caption="Séances du contrat" captionHidden rows={meetings} columns={columns} empty={empty} cards />
    </AgentPage>
  )
}

/** The form that calls a meeting. */
export function NewMeetingPage({ frame, errors, ...fields }: MeetingFieldsProps & { frame: Frame; errors: readonly FieldError[] }): Html {
  const crumbs = [{ label: 'Comités', href: fundingPaths.meetings() }, { label: 'Nouvelle séance' }]
  return (
    <AgentPage frame={frame} title="Convoquer une séance" crumbs={crumbs} errors={errors}>
      {fields.bodies.length === 0 ? (
        <Empty title="Ce contrat n’a pas encore d’instance">
          Les instances (comité des financeurs, comité de pilotage) viennent du contrat.
        </Empty>
      ) : (
        <MeetingFields {...fields} errors={errors} />
      )}
    </AgentPage>
  )
}
