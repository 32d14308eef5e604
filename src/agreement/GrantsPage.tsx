import { type Day, formatDayShort } from '#platform/day.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { type Item, Items } from '#platform/kit/Items.tsx'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import type { ExpectedReport } from './follow-up-store.ts'
import type { GrantLine } from './grant-lines.ts'
import { agreementPaths } from './paths.ts'
import { daysLate, finalReportDue, finalReportState, interimReportState } from './report-due.ts'

export interface GrantsPageProps {
  frame: Frame
  organisationName: string
  lines: readonly GrantLine[]
  reports: readonly ExpectedReport[]
  today: Day
}

export function GrantsPage({ frame, organisationName, lines, reports, today }: GrantsPageProps): Html {
  const tasks = reports.flatMap((report) => reportTasks(report, today))
  return (
    <PublicPage
      frame={frame}
      title="Mes subventions"
      meta={[organisationName]}
      lead="Pour chaque action et chaque financeur : ce qui est décidé, engagé, payé, et à qui est le tour."
    >
      <Section title="Par action et par financeur" id="liste">
        <GrantTable lines={lines} />
      </Section>
      {tasks.length > 0 ? (
        <Section title="Vos bilans" id="bilans" intro="Un seul bilan par action et par an, pour tous ses financeurs.">
          <Items items={tasks} />
        </Section>
      ) : null}
    </PublicPage>
  )
}

function GrantTable({ lines }: { lines: readonly GrantLine[] }): Html {
  return (
    <Table
      id="subventions"
      caption="Mes subventions"
      captionHidden
      note="En euros."
      rows={lines}
      cards
      group={(line) => line.group}
      columns={COLUMNS}
      empty={
        <Empty title="Aucune demande envoyée" action={<LinkButton href="/demandes">Voir mes demandes</LinkButton>}>
          Vos subventions apparaîtront ici quand une demande aura été envoyée.
        </Empty>
      }
    />
  )
}

const COLUMNS: Column<GrantLine>[] = [
  {
    key: 'funder',
    head: 'Financeur',
    rowHead: true,
    cell: (line) => ({ text: line.funderName, ...(line.awardId ? { href: agreementPaths.grant(line.awardId) } : {}) }),
  },
  { key: 'asked', head: 'Demandé', step: 'asked', numeric: true, cell: ({ asked }) => formatAmount(asked) },
  {
    key: 'decided',
    head: 'Décidé',
    step: 'decided',
    numeric: true,
    strong: true,
    cell: ({ decided }) => (decided === null ? null : formatAmount(decided)),
  },
  { key: 'act', head: 'Acte', cell: ({ act }) => act },
  { key: 'obligation', head: 'Engagement', cell: ({ obligation }) => obligation },
  { key: 'paid', head: 'Payé', step: 'paid', numeric: true, cell: ({ paid }) => (paid === null ? null : formatAmount(paid)) },
  { key: 'next', head: 'Prochaine étape', cell: ({ nextStep, stage }) => ({ text: nextStep, strong: stage === 'suspended' }) },
  {
    key: 'turn',
    head: 'À qui le tour',
    cell: ({ turn }) => (turn === 'Vous' ? { badge: 'Vous', state: 'warning' } : turn),
  },
]

function reportTasks(report: ExpectedReport, today: Day): Item[] {
  const { actionId, year, title } = report
  const item = (kind: 'interim' | 'final', text: string, hint: string, badge: Html): Item => ({
    text: `${text} ${year}\u00A0: ${title}`,
    hint,
    href: agreementPaths.writeReport({ actionId, year, kind }),
    end: badge,
  })
  const interim = interimReportState({ year, depositedOn: report.interimDepositedOn, finalDepositedOn: report.finalDepositedOn }, today)
  return [
    item('final', 'Bilan final', finalHint(report), finalBadge(report, today)),
    ...(interim === 'none'
      ? []
      : [
          item(
            'interim',
            'Bilan intermédiaire',
            'À déposer avant votre demande de l’année suivante',
            interim === 'deposited' ? DEPOSITED : OPEN,
          ),
        ]),
  ]
}

const DEPOSITED = <Badge plain state="success" word="Déposé" />
const OPEN = <Badge plain state="info" word="À déposer" />

function finalHint({ year, finalDepositedOn }: ExpectedReport): string {
  return finalDepositedOn ? `Déposé le ${formatDayShort(finalDepositedOn)}` : `Au plus tard le ${formatDayShort(finalReportDue(year))}`
}

function finalBadge({ year, finalDepositedOn }: ExpectedReport, today: Day): Html {
  const state = finalReportState({ year, depositedOn: finalDepositedOn }, today)
  if (state === 'deposited') return DEPOSITED
  if (state === 'late') return <Badge plain state="error" word={`En retard de ${daysLate(year, today)} jours`} />
  return state === 'due' ? <Badge plain state="warning" word="À déposer" /> : <Badge plain word="Après l’action" />
}
