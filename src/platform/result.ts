/** What an act or a rule answers: done with a value, or refused with every reason at once. */
export type Result<T, R extends string = string> = { done: true; value: T } | { done: false; reasons: R[] }

export function done<T>(value: T): { done: true; value: T } {
  return { done: true, value }
}

export function refused<R extends string>(...reasons: R[]): { done: false; reasons: R[] } {
  return { done: false, reasons }
}
