import type { Mandate } from '#access/mandate.ts'
import type { Permission } from '#access/permissions.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { DownloadKind } from '#platform/file-kinds.ts'

export interface Produced {
  name: string
  kind: DownloadKind
  bytes: Uint8Array
}

export interface ExportOrder {
  subjectId: string
  /** Everything is read under the scope of who asked. */
  by: Mandate
  /** The day it was asked: what it says is true of that day. */
  today: Day
  demonstration: boolean
  /** Says how far the work is; called as often as one likes. */
  progress: (done: number, total: number) => Promise<void>
}

/** A kind of long document that is prepared behind the pages. */
export interface ExportKind {
  permission: Permission
  /** How it is named in the list; undefined when its subject is not there, or not visible. */
  titleOf(db: Db, by: Mandate, subjectId: string): Promise<string | undefined>
  produce(db: Db, order: ExportOrder): Promise<Produced>
}
