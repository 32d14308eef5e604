import type { Day } from '#platform/day.ts'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Pages } from '#platform/kit/Pages.tsx'
import { PAGE_SIZE, WHOLE_SIZE } from './file-list-query.ts'
import { MyOpinionsFilters } from './MyOpinionsFilters.tsx'
import { type MyOpinionsQuery, myOpinionsHref, narrowed } from './my-opinions-query.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { OpinionGrid } from './OpinionGrid.tsx'
import { instructionPaths } from './paths.ts'

export interface OpinionsToGiveProps {
  waiting: readonly MyOpinion[]
  query: MyOpinionsQuery
  today: Day
  /** The form sent back, with what was typed. */
  sent?: { values: Record<string, string>; errors: readonly FieldError[] } | undefined
  mayAsk: boolean
}

/** The page of a file, at the form of its opinion. */
export const opinionHref = ({ applicationId, requestId }: MyOpinion): string =>
  `${instructionPaths.file(applicationId)}?avis=${requestId}#vous`

/** The opinions still to give, narrowed and paged by the address, each typed in its row. */
export function OpinionsToGive({ waiting, query, today, sent, mayAsk }: OpinionsToGiveProps): Html {
  const rows = narrowed(waiting, query, today)
  const page = query.whole ? 1 : Math.min(query.page ?? 1, Math.max(1, Math.ceil(rows.length / PAGE_SIZE)))
  const base = instructionPaths.myOpinions
  const shown = query.whole ? rows.slice(0, WHOLE_SIZE) : rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return (
    <>
      {waiting.length > 0 ? <MyOpinionsFilters query={query} waiting={waiting} /> : null}
      <OpinionGrid
        caption="Avis à rendre par votre organisation"
        rows={shown}
        today={today}
        action={myOpinionsHref(base, query, { page: query.page })}
        href={opinionHref}
        folded
        open={query.open}
        submit="Rendre les avis remplis"
        empty={
          <>
            <h2 class="vh">Avis</h2>
            {waiting.length > 0 ? <NoMatch /> : <NoOpinion given={false} mayAsk={mayAsk} />}
          </>
        }
        below={<Below query={query} page={page} total={rows.length} />}
        {...(sent ? { values: sent.values, errors: sent.errors } : {})}
      />
    </>
  )
}

function Below({ query, page, total }: { query: MyOpinionsQuery; page: number; total: number }): Html | null {
  if (total <= PAGE_SIZE) return null
  const base = instructionPaths.myOpinions
  if (query.whole) return <a href={myOpinionsHref(base, query, { whole: undefined })}>{`Revenir aux pages de ${PAGE_SIZE}`}</a>
  return (
    <>
      <Pages page={page} size={PAGE_SIZE} total={total} noun="avis" href={(next) => myOpinionsHref(base, query, { page: next })} />
      <a href={myOpinionsHref(base, query, { whole: 'tout' })}>Tout afficher</a>
    </>
  )
}

function NoMatch(): Html {
  return (
    <Empty
      title="Aucun avis ne répond à ces filtres"
      icon="filter"
      action={
        <LinkButton kind="second" href={instructionPaths.myOpinions}>
          Retirer tous les filtres
        </LinkButton>
      }
    >
      Retirez un filtre, ou cherchez un autre mot.
    </Empty>
  )
}

/** Nothing to give, or nothing given: what to do next. */
export function NoOpinion({ given, mayAsk }: { given: boolean; mayAsk: boolean }): Html {
  if (given)
    return <Empty title="Votre organisation n’a pas encore rendu d’avis">Les avis rendus restent ici, et peuvent être changés.</Empty>
  return (
    <Empty
      title="Rien à rendre"
      icon="circle-check"
      action={
        <LinkButton kind="second" href={instructionPaths.files}>
          Voir les dossiers
        </LinkButton>
      }
    >
      {mayAsk
        ? 'Quand un avis est demandé à votre organisation, il apparaît ici. Pour en demander aux autres, partez de la liste des dossiers.'
        : 'Quand un avis est demandé à votre organisation, vous recevez un courriel et il apparaît ici.'}
    </Empty>
  )
}
