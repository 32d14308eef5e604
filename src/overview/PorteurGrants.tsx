import { agreementPaths } from '#agreement/paths.ts'
import { submissionPaths } from '#calls/submission-paths.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import { type ActionLine, linesToShow } from './action-lines.ts'
import { counted } from './words.ts'

/** Beyond, a row counts the funders instead of naming them. */
const NAMED = 2

/** Where the money of each action stands, and whose turn it is. */
export function PorteurGrants({ lines }: { lines: readonly ActionLine[] }): Html {
  return (
    <Section title="Où en sont mes subventions" id="subventions">
      {lines.length === 0 ? (
        <p class="soft">Vos subventions paraîtront ici quand une demande aura été envoyée.</p>
      ) : (
        <>
          <Table
            id="table-subventions"
            caption="Mes subventions par action"
            captionHidden
            note="En euros, tous financeurs ensemble."
            rows={linesToShow(lines)}
            columns={COLUMNS}
            cards
          />
          <p>
            <a href={agreementPaths.grants}>Le détail par financeur</a>
          </p>
        </>
      )}
    </Section>
  )
}

const COLUMNS: readonly Column<ActionLine>[] = [
  { key: 'title', head: 'Action', rowHead: true, cell: (line) => ({ text: line.title, sub: String(line.year), ...linkOf(line) }) },
  { key: 'asked', head: 'Demandé', step: 'asked', numeric: true, cell: ({ asked }) => formatAmount(asked) },
  {
    key: 'decided',
    head: 'Décidé',
    step: 'decided',
    numeric: true,
    strong: true,
    cell: ({ decided }) => (decided === null ? null : formatAmount(decided)),
  },
  { key: 'paid', head: 'Payé', step: 'paid', numeric: true, cell: ({ paid }) => (paid === null ? null : formatAmount(paid)) },
  { key: 'next', head: 'Prochaine étape', cell: nextCell },
  { key: 'turn', head: 'À qui le tour', cell: turnCell },
]

function linkOf({ awardId, applicationId }: ActionLine): { href?: string } {
  if (awardId) return { href: agreementPaths.grant(awardId) }
  return applicationId ? { href: submissionPaths.submission(applicationId) } : {}
}

function nextCell({ nextStep, otherSteps }: ActionLine): Cell {
  return otherSteps === 0
    ? nextStep
    : { text: nextStep, sub: `et ${counted(otherSteps, 'autre étape en cours', 'autres étapes en cours')}` }
}

function turnCell({ turns }: ActionLine): Cell {
  if (turns.includes('Vous')) return { badge: 'Vous', state: 'warning' }
  return turns.length > NAMED ? counted(turns.length, 'financeur', 'financeurs') : turns.join(', ')
}
