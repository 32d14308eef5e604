import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import type { AmountLine } from './amount-lines.ts'
import { agreementPaths } from './paths.ts'
import { ClaimTable, GapTable, PublicTable } from './ReportTables.tsx'
import { finalReportDue, REPORT_KIND_NAMES } from './report-due.ts'
import { chargesOf, gapsBetween } from './report-gaps.ts'
import type { Report } from './report-store.ts'
import type { ReportGround } from './report-view-store.ts'

export interface ReportPageProps {
  frame: Frame
  report: Report
  ground: ReportGround
  organisationName: string
}

export function ReportPage({ frame, report, ground, organisationName }: ReportPageProps): Html {
  const { part, planned, awards } = ground
  const name = `${REPORT_KIND_NAMES[report.kind]} ${report.year}`
  const late = report.kind === 'final' && report.depositedOn !== null && report.depositedOn > finalReportDue(report.year)
  return (
    <AgentPage
      frame={frame}
      title={`${name}\u00A0: ${part.title}`}
      crumbs={[{ label: 'Bilans', href: agreementPaths.reports }, { label: name }]}
      meta={[
        organisationName,
        <Badge
          state={late ? 'warning' : 'success'}
          word={`Déposé le ${report.depositedOn ? formatDayShort(report.depositedOn) : ''}${late ? ', en retard' : ''}`}
        />,
        `Certifié par ${report.certifiedBy ?? ''}`,
      ]}
    >
      <Results report={report} ground={ground} />
      <Section title="Public" id="titre-public">
        <PublicTable planned={part.publics} reached={report.publics} />
      </Section>
      <Section title="Comptes" id="comptes">
        <GapTable gaps={gapsBetween(planned, report.lines)} />
        {report.kind === 'final' ? <ClaimTable awards={awards} charges={spentOf(planned, report.lines)} /> : null}
      </Section>
    </AgentPage>
  )
}

export function spentOf(
  planned: readonly AmountLine[],
  spent: readonly AmountLine[],
): { planned: ReturnType<typeof chargesOf>; spent: ReturnType<typeof chargesOf> } {
  return { planned: chargesOf(planned), spent: chargesOf(spent) }
}

/** The objective and the indicator as they were promised, beside what was reached (PRJ-10). */
function Results({ report, ground: { part } }: { report: Report; ground: ReportGround }): Html {
  return (
    <Section title="Résultats" id="resultats">
      <Facts
        items={[
          { name: 'Résultat attendu', value: part.expectedResult || 'non renseigné' },
          { name: 'Indicateur', value: part.indicator || 'non renseigné' },
          { name: 'Cible', value: part.indicatorTarget || 'non renseignée' },
          { name: 'Atteint', value: report.indicatorReached || 'non renseigné' },
        ]}
      />
      <h3>Ce qui a été réalisé</h3>
      <Prose text={report.achievements} />
      <h3>Difficultés et écarts</h3>
      <Prose text={report.difficulties || 'Aucune n’est signalée.'} />
    </Section>
  )
}

/** What a person typed keeps its paragraphs. */
export function Prose({ text }: { text: string }): Html {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </>
  )
}
