import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { opensSpecificRoute, type Route, routeOf, tryState } from './droit-commun-route.ts'
import { listOverrides, listTriedOf, type RouteOverride, type TriedRow } from './droit-commun-try-store.ts'
import { triedWords } from './droit-commun-words.ts'

/** Where the money of a part may come from, and what it was tried on. */
export interface PartRoute {
  route: Route
  lines: readonly TriedRow[]
  override: RouteOverride | undefined
  /** Whether specific money may be chosen: by the answers, or by a recorded override. */
  open: boolean
}

/** The route of parts from their lines; a part that no line fits is there too. */
export function routesOf(
  partIds: readonly string[],
  { lines, overrides }: { lines: readonly TriedRow[]; overrides: readonly RouteOverride[] },
  today: Day,
): Map<string, PartRoute> {
  const byPart = Map.groupBy(lines, ({ partId }) => partId)
  return new Map(
    partIds.map((partId) => {
      const own = byPart.get(partId) ?? []
      const route = routeOf(own.map((line) => tryState(line, today)))
      const override = overrides.find((one) => one.partId === partId)
      return [partId, { route, lines: own, override, open: opensSpecificRoute(route) || override !== undefined }]
    }),
  )
}

/**
 * For funding, before specific money: whether ordinary policy was tried whole on each of these parts (PRJ-07).
 * The caller holds the parts under its own scope.
 */
export async function specificRouteOpen(db: Db, partIds: readonly string[], today: Day): Promise<Map<string, PartRoute>> {
  const [lines, overrides] = [await listTriedOf(db, partIds, today), await listOverrides(db, partIds)]
  return routesOf(partIds, { lines, overrides }, today)
}

/** For the file summary and the committee book: one line of text for each line tried. */
export function triedLines({ lines, override }: Pick<PartRoute, 'lines' | 'override'>, today: Day): string[] {
  return [
    ...lines.map((line) => triedWords(line, today)),
    ...(override ? [`Dérogation de ${override.grantedBy}\u00A0: ${override.reason}`] : []),
  ]
}
