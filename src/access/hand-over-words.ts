import type { HeldThing } from './held-thing.ts'

/** The name of the control that says who takes a thing over. */
export function receiverField({ subjectId, kind }: Pick<HeldThing, 'subjectId' | 'kind'>): string {
  return `pour-${subjectId}-${kind.replace(/[^a-zA-Z]+/g, '-')}`
}

/** Things of one kind together, in the order in which the kinds came. */
export function byKind<T extends { kind: string }>(things: readonly T[]): { kind: string; things: T[] }[] {
  const kinds = new Map<string, T[]>()
  for (const thing of things) kinds.set(thing.kind, [...(kinds.get(thing.kind) ?? []), thing])
  return [...kinds].map(([kind, of]) => ({ kind, things: of }))
}
