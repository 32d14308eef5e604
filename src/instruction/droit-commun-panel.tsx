import { LinkButton } from '#platform/kit/Button.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { RouteBadge, TryBadge } from './DroitCommunLooks.tsx'
import { type PartRoute, routesOf } from './droit-commun-read-store.ts'
import { tryState } from './droit-commun-route.ts'
import { listOverrides, listTried } from './droit-commun-try-store.ts'
import { broughtWords, ROUTE_SENTENCES } from './droit-commun-words.ts'
import type { FilePanel } from './file-panel.tsx'
import { meansPaths } from './means-paths.ts'
import { findPartFiles, type PartFile } from './part-file-store.ts'

/** On the page of a file: what ordinary policy answered, and which route it opens. */
export const droitCommunPanel: FilePanel = async (c, parts) => {
  const { db, mandate, today } = c.var
  const files = await findPartFiles(
    db,
    mandate.scope,
    parts.map(({ partId }) => partId),
  )
  const [first] = files
  if (!first) return null
  const partIds = files.map(({ partId }) => partId)
  const [lines, overrides] = [await listTried(db, mandate.scope, { partIds, today }), await listOverrides(db, partIds)]
  const routes = routesOf(partIds, { lines, overrides }, today)
  const open = (
    <LinkButton kind="second" small href={meansPaths.grid(first.applicationId)}>
      Voir la grille
    </LinkButton>
  )
  return (
    <Section title="Le droit commun d’abord" id="droit-commun" action={open}>
      {files.map((file) => partOf(file, { route: routes.get(file.partId), today, several: files.length > 1 }))}
    </Section>
  )
}

function partOf(
  file: PartFile,
  { route, today, several }: { route: PartRoute | undefined; today: Parameters<typeof tryState>[1]; several: boolean },
): Html | null {
  if (!route) return null
  return (
    <>
      {several ? <h3>{file.title}</h3> : null}
      <p>
        <RouteBadge route={route.route} /> {ROUTE_SENTENCES[route.route]}
      </p>
      {route.override ? <p class="hint">{`Dérogation de ${route.override.grantedBy}\u00A0: ${route.override.reason}`}</p> : null}
      {route.lines.length === 0 ? null : (
        <Items
          items={route.lines.map((line) => ({
            text: `${line.ownerName}, ${line.lineName}`,
            hint: [broughtWords(line), line.reason].filter((text) => text !== '').join('. ') || undefined,
            end: <TryBadge state={tryState(line, today)} />,
          }))}
        />
      )}
    </>
  )
}
