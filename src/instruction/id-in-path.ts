import type { AppContext } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { idField } from '#platform/form.ts'

/** An identifier of the address; one that is no identifier is a page that does not exist. */
export function idInPath(c: AppContext, name: 'id' | 'request' | 'piece'): string {
  const read = idField.safeParse(c.req.param(name))
  if (!read.success) throw new NotFound()
  return read.data
}
