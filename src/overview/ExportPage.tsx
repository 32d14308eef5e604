import { formatInstant } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { PostButton } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { exportPaths } from './export-paths.ts'
import type { Export } from './export-store.ts'
import { EXPORT_WORDS, percentOf, sizeWords } from './export-words.ts'

export interface ExportPageProps {
  frame: Frame
  asked: Export
  /** For asking again, once. */
  newId: string
}

/** How far a document is, and the document once it is ready. The page may be left. */
export function ExportPage({ frame, asked, newId }: ExportPageProps): Html {
  const waiting = asked.state === 'waiting' || asked.state === 'running'
  return (
    <AgentPage
      frame={frame}
      title={asked.title}
      crumbs={[{ label: 'Mes exports', href: exportPaths.list }, { label: asked.title }]}
      islands={waiting}
    >
      <Section title="Avancement" id="avancement">
        <div {...(waiting ? { 'data-island': 'ExportProgress', 'data-state': exportPaths.state(asked.id) } : {})}>
          <p>
            <progress max="100" value={percentOf(asked)} aria-label="Avancement du document" />
          </p>
          <p role="status">{sentence(asked)}</p>
        </div>
        <Next {...{ asked, newId }} />
      </Section>
      <Facts
        items={[
          { name: 'Demandé le', value: formatInstant(asked.askedAt) },
          { name: 'État', value: EXPORT_WORDS[asked.state] },
          ...(asked.size === null ? [] : [{ name: 'Taille', value: sizeWords(asked.size) }]),
        ]}
      />
    </AgentPage>
  )
}

function sentence(asked: Export): string {
  if (asked.state === 'done') return 'Le document est prêt.'
  if (asked.state === 'failed') return 'La préparation s’est interrompue.'
  return `${EXPORT_WORDS[asked.state]}\u00A0: ${percentOf(asked)}\u00A0%. Vous pouvez quitter cette page, le document vous attendra sous «\u00A0Mes exports\u00A0».`
}

function Next({ asked, newId }: Omit<ExportPageProps, 'frame'>): Html {
  if (asked.state === 'done') {
    return (
      <p>
        <LinkButton href={exportPaths.file(asked.id)} icon="download" download>
          Télécharger le document
        </LinkButton>
      </p>
    )
  }
  if (asked.state === 'failed') {
    return (
      <Notice state="warning" title="Rien n’est perdu">
        <p>Redemandez-le. Si cela se reproduit, prévenez la personne qui administre Pilotis.</p>
        <PostButton
          action={exportPaths.list}
          hidden={{ id: newId, genre: asked.kind, objet: asked.subjectId }}
          kind="second"
          icon="refresh-cw"
        >
          Redemander le document
        </PostButton>
      </Notice>
    )
  }
  return (
    <p>
      <LinkButton href={exportPaths.one(asked.id)} kind="second">
        Voir où il en est
      </LinkButton>
    </p>
  )
}
