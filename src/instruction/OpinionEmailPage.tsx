import type { Child } from 'hono/jsx'
import { type Day, formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { WHOLE_SIZE } from './file-list-query.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { OpinionGrid } from './OpinionGrid.tsx'
import type { OpinionEmail } from './opinion-email-store.ts'
import { instructionPaths } from './paths.ts'

export interface OpinionEmailPageProps {
  frame: Frame
  email: OpinionEmail
  asked: readonly MyOpinion[]
  /** Also the files on which the organisation has already answered. */
  all: boolean
  today: Day
  sent?: { values: Record<string, string>; errors: readonly FieldError[] } | undefined
}

/** What one e-mail says, typed line by line: forty opinions leave together, or none. */
export function OpinionEmailPage(props: OpinionEmailPageProps): Html {
  const { frame, email, sent } = props
  const title = `Courriel du ${formatDayShort(email.sentOn)}, ${email.organisationName}`
  return (
    <AgentPage
      frame={frame}
      title={title}
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Avis reçus par courriel', href: instructionPaths.emails },
        { label: title },
      ]}
      meta={metaOf(props)}
      errors={sent?.errors ?? []}
    >
      <Lines {...props} />
    </AgentPage>
  )
}

function metaOf({ email, asked }: OpinionEmailPageProps): Child[] {
  const given = asked.filter(({ kind }) => kind !== null).length
  const typed = email.opinions > 1 ? `${email.opinions} avis saisis d’après lui` : 'un avis saisi d’après lui'
  return [
    <a href={instructionPaths.emailFile(email.id)}>{email.fileName}</a>,
    email.opinions === 0 ? 'aucun avis saisi encore' : typed,
    given > 0 ? `${given} sur ${asked.length} dossiers déjà répondus` : `${asked.length} dossiers demandés`,
  ]
}

function Lines({ email, asked, all, today, sent }: OpinionEmailPageProps): Html {
  const href = instructionPaths.email(email.id)
  const other = (
    <a href={all ? href : `${href}?lignes=toutes`}>{all ? 'Seulement les avis attendus' : 'Afficher aussi les avis déjà rendus'}</a>
  )
  const rows = all ? asked : asked.filter(({ kind }) => kind === null)
  return (
    <OpinionGrid
      caption={`Avis demandés\u00A0: ${email.organisationName}`}
      rows={rows.slice(0, WHOLE_SIZE)}
      today={today}
      action={all ? `${href}?lignes=toutes` : href}
      href={({ applicationId }) => instructionPaths.file(applicationId)}
      folded={false}
      submit="Enregistrer les lignes remplies"
      empty={
        <>
          <h2 class="vh">Avis</h2>
          <Empty title="Tous les avis de cette organisation sont rendus" icon="circle-check" action={other}>
            Pour en changer un d’après ce courriel, affichez toutes les lignes.
          </Empty>
        </>
      }
      below={other}
      {...(sent ? { values: sent.values, errors: sent.errors } : {})}
    />
  )
}
