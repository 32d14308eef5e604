/** What an update of a contract says of its frame. */
export interface FrameChange {
  kind: 'added' | 'changed'
  orientationId: string | null
  title: string
  description: string
  source: string
}

export interface ComparedFrame<N> {
  added: FrameChange[]
  changed: FrameChange[]
  kept: N[]
}

/** The initial frame against its update: what is added, what is changed, and what the update does not mention (CON-07). */
export function compareFrame<N extends { id: string }>(initial: readonly N[], changes: readonly FrameChange[]): ComparedFrame<N> {
  const touched = new Set(changes.map(({ orientationId }) => orientationId))
  return {
    added: changes.filter(({ kind }) => kind === 'added'),
    changed: changes.filter(({ kind }) => kind === 'changed'),
    kept: initial.filter(({ id }) => !touched.has(id)),
  }
}
