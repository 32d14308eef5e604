import { Sql } from './sql.ts'

/** A statement that a library wrote, with its own $1, $2…: run as it is, never composed with another. */
class RawSql extends Sql {
  readonly #statement: { text: string; values: unknown[] }

  constructor(text: string, values: readonly unknown[]) {
    super([text], [])
    this.#statement = { text, values: [...values] }
  }

  override statement(): { text: string; values: unknown[] } {
    return this.#statement
  }
}

/** For the libraries that speak SQL themselves (Better Auth, pg-boss); our own statements are tagged templates. */
export function rawSql(text: string, values: readonly unknown[]): Sql {
  return new RawSql(text, values)
}
