import { type Day, formatDayShort } from '#platform/day.ts'
import { PostButton } from '#platform/kit/Form.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type Cell, Table } from '#platform/kit/Table.tsx'
import { LINK_STATE_WORDS, linkState } from './opinion-link-state.ts'
import type { OpinionLink } from './opinion-link-store.ts'
import { instructionPaths } from './paths.ts'

/** The links sent to those who have no account, each with the way to close it. Nothing when none was sent. */
export function LinksTable({ links, today }: { links: readonly OpinionLink[]; today: Day }): Html | null {
  if (links.length === 0) return null
  return (
    <Table
      id="liens"
      caption="Liens envoyés"
      rows={links}
      cards
      columns={[
        {
          key: 'organisation',
          head: 'Organisation',
          rowHead: true,
          cell: ({ organisationName, email }) => ({ text: organisationName, sub: email }),
        },
        { key: 'sent', head: 'Envoyé le', cell: ({ sentOn }) => formatDayShort(sentOn) },
        { key: 'state', head: 'État', cell: (link) => stateCell(link, today) },
        { key: 'given', head: 'Avis rendus', numeric: true, cell: ({ given, files }) => `${given} sur ${files}` },
        { key: 'act', head: 'Révoquer', headHidden: true, cell: (link) => <Revoke link={link} today={today} /> },
      ]}
    />
  )
}

function stateCell(link: OpinionLink, today: Day): Cell {
  const state = linkState(link, today)
  if (state === 'open')
    return { badge: `${LINK_STATE_WORDS.open} jusqu’au ${formatDayShort(link.expiresOn)}`, state: 'success', icon: 'circle-check' }
  return { badge: LINK_STATE_WORDS[state], icon: 'circle-minus' }
}

function Revoke({ link, today }: { link: OpinionLink; today: Day }): Html | null {
  if (linkState(link, today) !== 'open') return null
  return (
    <PostButton action={instructionPaths.linkRevocation(link.id)} kind="second" small about={`, ${link.organisationName}, ${link.email}`}>
      Révoquer
    </PostButton>
  )
}
