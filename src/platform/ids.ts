import { v7 } from 'uuid'

/** A new identifier, made in the program: ordered by time, so that indexes stay compact. */
export function newId(): string {
  return v7()
}
