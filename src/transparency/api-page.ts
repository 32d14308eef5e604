/** How many rows the API gives at once. */
export const PAGE = 100

/**
 * The first page of what was found, one row more than a page, and the id after which the next begins; undefined when there is none.
 * An action has a row for each of its years: one that would be cut goes whole to the next page.
 */
export function pageOf<Row extends { id: string }>(found: readonly Row[]): { items: readonly Row[]; last: string | undefined } {
  const beyond = found[PAGE]
  if (!beyond) return { items: found, last: undefined }
  const items = found.slice(0, PAGE).filter(({ id }) => id !== beyond.id)
  return { items, last: items.at(-1)?.id }
}
