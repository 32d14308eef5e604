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
export function OpinionEmailPage({ frame, email, asked, all, today, sent }: OpinionEmailPageProps): Html {
  const title = `Courriel du ${formatDayShort(email.sentOn)}, ${email.organisationName}`
  const rows = all ? asked : asked.filter(({ kind }) => kind === null)
  const given = asked.length - asked.filter(({ kind }) => kind === null).length
  const href = instructionPaths.email(email.id)
  return (
    <AgentPage
      frame={frame}
      title={title}
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Avis reçus par courriel', href: instructionPaths.emails },
        { label: title },
      ]}
      meta={[
        <a href={instructionPaths.emailFile(email.id)}>{email.fileName}</a>,
        email.opinions > 1
          ? `${email.opinions} avis saisis d’après lui`
          : email.opinions === 1
            ? 'un avis saisi d’après lui'
            : 'aucun avis saisi encore',
        given > 0 ? `${given} sur ${asked.length} dossiers déjà répondus` : `${asked.length} dossiers demandés`,
      ]}
      errors={sent?.errors ?? []}
    >
      <OpinionGrid
        caption={`Avis demandés\u00A0: ${email.organisationName}`}
        rows={rows.slice(0, WHOLE_SIZE)}
        today={today}
        action={all ? `${href}?lignes=toutes` : href}
        href={({ applicationId }) => instructionPaths.file(applicationId)}
        folded={false}
        values={sent?.values ?? {}}
        errors={sent?.errors ?? []}
        submit="Enregistrer les lignes remplies"
        empty={
          <>
            <h2 class="vh">Avis</h2>
            <Empty title="Tous les avis de cette organisation sont rendus" icon="circle-check">
              Pour en changer un d’après ce courriel, affichez toutes les lignes.
            </Empty>
          </>
        }
        below={
          <a href={all ? href : `${href}?lignes=toutes`}>{all ? 'Seulement les avis attendus' : 'Afficher aussi les avis déjà rendus'}</a>
        }
      />
      {given > 0 && !all && rows.length === 0 ? (
        <p>
          <a href={`${href}?lignes=toutes`}>Afficher aussi les avis déjà rendus</a>
        </p>
      ) : null}
    </AgentPage>
  )
}
