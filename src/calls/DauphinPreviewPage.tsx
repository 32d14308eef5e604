import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { Tab } from '#platform/kit/Tabs.tsx'
import type { Call } from './call-store.ts'
import { callPaths } from './calls-paths.ts'
import { ChangedLines, ConflictLines, NewLines, RefusedLines, VanishedLines } from './DauphinLines.tsx'
import { type DauphinReport, sayCounts } from './dauphin-report.ts'
import { dauphinPaths } from './submission-paths.ts'

export interface DauphinPreviewPageProps {
  frame: Frame
  call: Call
  fileId: string
  fileName: string
  report: DauphinReport
}

/** The second step: what an import would do, sorted by what it changes, and the button that does it. */
export function DauphinPreviewPage(props: DauphinPreviewPageProps): Html {
  const { frame, call, fileName, report } = props
  return (
    <AgentPage
      frame={frame}
      title="Ce que l’import changerait"
      crumbs={[
        { label: 'Appels à projets', href: callPaths.list },
        { label: 'Import Dauphin', href: dauphinPaths.upload(call.code) },
        { label: 'Aperçu' },
      ]}
      meta={[fileName, sayCounts(report.counts)]}
      tabs={tabsOf(report)}
      tabsLabel="Lignes de l’export"
    >
      {report.unknownHeaders.length > 0 ? (
        <Notice title="Des colonnes inconnues sont gardées telles quelles">
          <p>{report.unknownHeaders.join(', ')}</p>
        </Notice>
      ) : null}
      <RefusedLines report={report} />
      <Form action={dauphinPaths.preview(call.code, props.fileId)} class="stack loose" label="Importer">
        <ConflictLines report={report} />
        <NewLines report={report} />
        <ChangedLines report={report} />
        <VanishedLines report={report} />
        <Decision {...props} />
      </Form>
    </AgentPage>
  )
}

function tabsOf({ counts }: DauphinReport): Tab[] {
  const tabs = [
    { label: 'Refusées', href: '#refusees', count: counts.refused },
    { label: 'En conflit', href: '#conflits', count: counts.conflict },
    { label: 'Nouvelles', href: '#nouvelles', count: counts.new },
    { label: 'Modifiées', href: '#modifiees', count: counts.changed },
    { label: 'Disparues', href: '#disparues', count: counts.vanished },
  ]
  return tabs.filter(({ count }) => count > 0)
}

function Decision({ call, report }: DauphinPreviewPageProps): Html {
  const { counts } = report
  const writes = counts.new + counts.changed + counts.conflict + counts.same
  const missing = report.refused.some(({ rule }) => rule === 'missing-column')
  return (
    <Section title="Importer" id="importer">
      <p>
        {counts.refused > 0
          ? 'Les lignes refusées restent de côté\u00A0: corrigez-les, puis recommencez l’import autant de fois qu’il faut.'
          : 'Vous pourrez recommencer cet import toute l’année.'}
      </p>
      <div class="row">
        <Submit
          icon="download"
          disabled={missing || writes === 0}
          {...(missing || writes === 0 ? { why: 'Aucune ligne de ce fichier ne peut entrer' } : {})}
        >
          {writes === 1 ? 'Importer une ligne' : `Importer ${writes} lignes`}
        </Submit>
        <LinkButton kind="quiet" href={dauphinPaths.upload(call.code)}>
          Choisir un autre fichier
        </LinkButton>
      </div>
    </Section>
  )
}
