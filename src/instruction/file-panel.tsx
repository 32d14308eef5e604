import type { AppContext } from '#access/http.ts'
import type { Html } from '#platform/kit/html.ts'

export interface PanelPart {
  partId: string
  actionId: string
  year: number
}

/** What a later step says on the page of a file; null when it has nothing to say. Given by capabilities.ts: instruction imports none of them. */
export type FilePanel = (c: AppContext, parts: readonly PanelPart[]) => Promise<Html | null>
